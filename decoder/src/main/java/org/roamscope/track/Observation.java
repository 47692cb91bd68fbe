package org.roamscope.track;

/**
 * What the capture as a whole could see; confidence depends on it.
 *
 * @param firstNanos time of the first frame
 * @param lastNanos time of the last frame
 * @param otherTraffic true when packets other than mobility signalling are there: nobody filtered
 *     the rest away, so that what is not seen was not sent
 * @param quality how well it shows what was sent
 */
public record Observation(
    long firstNanos, long lastNanos, boolean otherTraffic, CaptureQuality quality) {
  /** One of captures that show everything. */
  public Observation(long firstNanos, long lastNanos, boolean otherTraffic) {
    this(firstNanos, lastNanos, otherTraffic, CaptureQuality.GOOD);
  }
}
