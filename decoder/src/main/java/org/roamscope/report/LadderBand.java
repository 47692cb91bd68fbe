package org.roamscope.report;

/**
 * A state that lasts.
 *
 * @param of what has the state
 * @param label short: the column of the place, or the letter of the IKE SA
 * @param detail in words
 * @param fromNanos when it begins
 * @param untilNanos when it ends, {@link Long#MAX_VALUE} when the capture ends first
 */
public record LadderBand(Of of, String label, String detail, long fromNanos, long untilNanos) {
  /** What has the state. */
  public enum Of {
    /** The binding at the home agent. */
    BINDING,
    /** An IKE SA. */
    IKE_SA
  }

  /** True at that time. */
  boolean covers(long nanos) {
    return fromNanos <= nanos && nanos < untilNanos;
  }
}
