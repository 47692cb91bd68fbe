/**
 * The only door to packet memory: bounded slices that know what was captured and what was claimed,
 * bit spans, checksums and hexadecimal text. Depends on nothing.
 */
@NullMarked
package org.roamscope.bytes;

import org.jspecify.annotations.NullMarked;
