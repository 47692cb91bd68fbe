package org.roamscope.capture;

import org.jspecify.annotations.Nullable;

/**
 * Something cut off or wrong in a capture file.
 *
 * @param offset bytes into the file, after decompression
 * @param frame number the frame would have had, when the problem is inside one
 * @param message one sentence, printable
 * @param kind what is harmed
 */
public record CaptureProblem(long offset, @Nullable Integer frame, String message, Kind kind) {
  /** What is harmed. */
  public enum Kind {
    /** The capture: packets may be missing or cut. */
    DAMAGE,
    /** Keys that the capture holds: every packet is there, some may stay closed. */
    KEYS,
    /** What was captured is whole; the capturing machine dropped other packets. */
    LOSS
  }

  /** Damage. */
  public CaptureProblem(long offset, @Nullable Integer frame, String message) {
    this(offset, frame, message, Kind.DAMAGE);
  }

  /** True when packets may be missing or cut. */
  public boolean damage() {
    return kind == Kind.DAMAGE;
  }
}
