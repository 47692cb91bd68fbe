package org.roamscope;

import java.util.Set;
import org.roamscope.track.Activity;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.EventWindow;
import org.roamscope.track.Observation;
import org.roamscope.track.QualityWatch;
import org.roamscope.track.Tracker;

/** What the packets of all captures add up to, for the correlation. */
final class Gathered {
  /** When users sent packets. */
  final Activity traffic;

  /** When packets came through tunnels in UDP. */
  final Activity tunnels;

  private QualityWatch quality = new QualityWatch();
  private Tracker tracker;

  /** What reads says so, and what extracts. */
  private volatile boolean otherTraffic;

  private long forgotten;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Nothing yet, with as much room as the heap has. */
  Gathered() {
    int room = Activity.roomIn(Runtime.getRuntime().maxMemory());
    traffic = new Activity(room);
    tunnels = new Activity(room);
    tracker = emptyTracker();
  }

  private Tracker emptyTracker() {
    return new Tracker(Tracker.uesIn(Runtime.getRuntime().maxMemory()), traffic, tunnels);
  }

  /** The next event in the order of their times. */
  void accept(Event event) {
    tracker.accept(event);
  }

  /** What captures do not show, or show damaged. */
  QualityWatch quality() {
    return quality;
  }

  /** There was something else than signalling. */
  void seenOther() {
    if (!otherTraffic) {
      otherTraffic = true;
    }
  }

  /** Packets of these times were captured. */
  void spans(long fromNanos, long untilNanos) {
    first = Math.min(first, fromNanos);
    last = Math.max(last, untilNanos);
  }

  /** UEs and IKE SAs that had to go because there were too many. */
  long evictions() {
    return forgotten + tracker.evictions();
  }

  /** Begins anew with what the window keeps: it happened before what is to come. */
  void shorten(EventWindow full) {
    forgotten += tracker.evictions();
    quality = new QualityWatch();
    traffic.giveUpAll();
    tunnels.giveUpAll();
    tracker = emptyTracker();
    full.shorten().forEach(tracker::accept);
  }

  /**
   * All of it as histories of UEs.
   *
   * @param shortened initiator SPIs of IKE SAs of which earlier messages were given up
   */
  Correlation correlation(Set<Long> shortened) {
    boolean any = first <= last;
    return Correlation.of(
        tracker,
        new Observation(
            any ? first : 0, any ? last : 0, otherTraffic, quality.result(), shortened));
  }
}
