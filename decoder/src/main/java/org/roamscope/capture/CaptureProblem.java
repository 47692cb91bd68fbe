package org.roamscope.capture;

import org.jspecify.annotations.Nullable;

/**
 * Something cut off or wrong in a capture file.
 *
 * @param offset bytes into the file, after decompression
 * @param frame number the frame would have had, when the problem is inside one
 * @param message one sentence, printable
 */
public record CaptureProblem(long offset, @Nullable Integer frame, String message) {}
