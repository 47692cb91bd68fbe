package org.roamscope.track;

import java.util.List;
import java.util.Set;

/**
 * What the capture as a whole could see; confidence depends on it.
 *
 * @param firstNanos time of the first frame
 * @param lastNanos time of the last frame
 * @param otherTraffic true when packets other than mobility signalling are there: nobody filtered
 *     the rest away, so that what is not seen was not sent
 * @param quality how well it shows what was sent
 * @param shortened initiator SPIs of IKE SAs that sent more than is still known: what is missing
 *     between their messages was given up, not missed
 */
public record Observation(
    long firstNanos,
    long lastNanos,
    boolean otherTraffic,
    CaptureQuality quality,
    Set<Long> shortened) {
  /** An own copy. */
  public Observation {
    shortened = Set.copyOf(shortened);
  }

  /** The same of captures whose clocks may have been set back. */
  public Observation setBack(List<CaptureQuality.SetBack> found) {
    return new Observation(firstNanos, lastNanos, otherTraffic, quality.with(found), shortened);
  }

  /** One of which nothing was given up. */
  public Observation(
      long firstNanos, long lastNanos, boolean otherTraffic, CaptureQuality quality) {
    this(firstNanos, lastNanos, otherTraffic, quality, Set.of());
  }

  /** One of captures that show everything. */
  public Observation(long firstNanos, long lastNanos, boolean otherTraffic) {
    this(firstNanos, lastNanos, otherTraffic, CaptureQuality.GOOD);
  }
}
