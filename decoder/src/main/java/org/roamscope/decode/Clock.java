package org.roamscope.decode;

/**
 * A frame's time beside those of others, nanoseconds.
 *
 * @param first time of the capture's first frame
 * @param previous time of the frame before; its own time for the first one
 * @param previousDisplayed time of the last frame before it that the filter let through; its own
 *     time when there is none
 * @param decimals decimals that the capture keeps of a second
 */
public record Clock(long first, long previous, long previousDisplayed, int decimals) {}
