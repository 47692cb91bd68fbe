package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The trackers together: events in, forwards in capture time. */
public final class Tracker {
  /** UEs kept at most. */
  public static final int MAX_UES = 100_000;

  /** IKE SAs kept at most. */
  public static final int MAX_IKE_SAS = 200_000;

  private static final int MAX_OTHERS = 100_000;

  private final BindingTracker bindings = new BindingTracker(MAX_UES);
  private final IkeTracker ike = new IkeTracker(bindings::homeAgent, MAX_IKE_SAS);
  private final List<Event.OtherMobility> others = new ArrayList<>();
  private final List<Event.BindingError> bindingErrors = new ArrayList<>();

  private final SortedSet<Long> closedSpis = new TreeSet<>();
  private final Activity traffic;
  private final Activity tunnels;

  /** A tracker that has seen nothing. */
  public Tracker() {
    this(new Activity(), new Activity());
  }

  /**
   * A tracker that has seen no event.
   *
   * @param traffic packets of users
   * @param tunnels all packets in tunnels over UDP
   */
  public Tracker(Activity traffic, Activity tunnels) {
    this.traffic = traffic;
    this.tunnels = tunnels;
  }

  /** Takes the next event. */
  public void accept(Event event) {
    switch (event) {
      case Event.BindingUpdate update -> bindings.accept(update);
      case Event.BindingAcknowledgement answer -> bindings.accept(answer);
      case Event.OpaqueMobility packet -> {
        if (closedSpis.size() < MAX_OTHERS) {
          closedSpis.add(packet.spi());
        }
        bindings.accept(packet);
      }
      case Event.MalformedMobility message -> bindings.accept(message);
      case Event.Ike message -> ike.accept(message);
      case Event.BindingError error -> {
        if (bindingErrors.size() < MAX_OTHERS) {
          bindingErrors.add(error);
        }
      }
      case Event.OtherMobility other -> {
        if (others.size() < MAX_OTHERS) {
          others.add(other);
        }
      }
    }
  }

  /** When users sent packets. */
  public Activity traffic() {
    return traffic;
  }

  /** When packets came that keep a NAT's mapping alive: all in tunnels over UDP, keepalives too. */
  public Activity tunnels() {
    return tunnels;
  }

  /** Bindings. */
  public BindingTracker bindings() {
    return bindings;
  }

  /** IKE SAs. */
  public IkeTracker ike() {
    return ike;
  }

  /** Binding Errors. */
  public List<Event.BindingError> bindingErrors() {
    return Collections.unmodifiableList(bindingErrors);
  }

  /** Other Mobility Header messages. */
  public List<Event.OtherMobility> others() {
    return Collections.unmodifiableList(others);
  }

  /** SPIs of ESP that may hold signalling and could not be read. */
  public SortedSet<Long> closedSpis() {
    return Collections.unmodifiableSortedSet(closedSpis);
  }

  /** State that had to go because a table was full. */
  public long evictions() {
    return bindings.evictions() + ike.evictions();
  }
}
