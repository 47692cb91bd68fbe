/**
 * Captures made fit to be shared: every address, name and SPI replaced by another of its kind so
 * that what the audit says stays the same, and the part of a capture that a finding rests on.
 */
@NullMarked
package org.roamscope.share;

import org.jspecify.annotations.NullMarked;
