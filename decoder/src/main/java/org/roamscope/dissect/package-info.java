/**
 * From a frame to its elements: pure and total. Every byte sequence gives a {@link
 * org.roamscope.dissect.Dissection}; what is wrong is data in it. State that spans frames
 * (reassembly) is an input.
 */
@NullMarked
package org.roamscope.dissect;

import org.jspecify.annotations.NullMarked;
