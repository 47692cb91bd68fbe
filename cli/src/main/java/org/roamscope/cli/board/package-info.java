/**
 * The full-screen board of a watch. What stands on it is a pure function of what there is to show,
 * of where the user is, and of the size; only {@code Screen} knows a terminal.
 */
@NullMarked
package org.roamscope.cli.board;

import org.jspecify.annotations.NullMarked;
