/** Start of the desktop: arguments, toolkit, first window. */
@NullMarked
package org.roamscope.gui.app;

import org.jspecify.annotations.NullMarked;
