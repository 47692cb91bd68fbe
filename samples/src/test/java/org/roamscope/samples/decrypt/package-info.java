/** Encrypts packets, with no code of the program that decrypts them: for tests and measurements. */
@NullMarked
package org.roamscope.samples.decrypt;

import org.jspecify.annotations.NullMarked;
