package org.roamscope.audit;

import org.roamscope.track.At;

/**
 * A frame that shows what a finding says.
 *
 * @param at the frame
 * @param field filter name of the field that matters there, empty for the whole frame
 * @param note what it shows
 */
public record Evidence(At at, String field, String note) {}
