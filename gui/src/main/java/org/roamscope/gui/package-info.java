/**
 * The desktop. Only subpackages hold code: {@code app} starts it, {@code view} draws, {@code
 * viewmodel} decides.
 */
@NullMarked
package org.roamscope.gui;

import org.jspecify.annotations.NullMarked;
