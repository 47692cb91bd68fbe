/** The facade: open captures, analyze them, ask for the result. */
@NullMarked
package org.roamscope;

import org.jspecify.annotations.NullMarked;
