package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The trackers together: events in, forwards in capture time. */
public final class Tracker {
  /** UEs kept at most, however much memory there is. */
  public static final int MOST_UES = 1_000_000;

  /** A UE with its registrations and IKE SAs, what is made of them, and room to collect garbage. */
  private static final long OCTETS_PER_UE = 5 * 1024;

  private static final int IKE_SAS_PER_UE = 2;

  private static final int MAX_OTHERS = 100_000;

  private final BindingTracker bindings;
  private final IkeTracker ike;
  private final List<Event.OtherMobility> others = new ArrayList<>();
  private final List<Event.BindingError> bindingErrors = new ArrayList<>();

  private final SortedSet<Long> closedSpis = new TreeSet<>();
  private final Activity traffic;
  private final Activity tunnels;

  /**
   * UEs that a heap has room for.
   *
   * @param heapOctets what the heap may grow to
   */
  public static int uesIn(long heapOctets) {
    return Math.clamp(heapOctets / OCTETS_PER_UE, 1, MOST_UES);
  }

  /**
   * A tracker that has seen nothing.
   *
   * @param ues UEs kept at most
   */
  public Tracker(int ues) {
    this(ues, new Activity(), new Activity());
  }

  /**
   * A tracker that has seen no event.
   *
   * @param ues UEs kept at most; of IKE SAs twice as many
   * @param traffic packets of users
   * @param tunnels all packets in tunnels over UDP
   */
  public Tracker(int ues, Activity traffic, Activity tunnels) {
    bindings = new BindingTracker(ues);
    ike = new IkeTracker(bindings::homeAgent, ues * IKE_SAS_PER_UE);
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
