package org.roamscope.track;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The events a watch that goes on for days looks back to. When it is full, the later half stays; of
 * what is earlier stays what later events rest on: the last Binding Updates and Acknowledgements of
 * each UE, and the start and the last messages of each IKE SA. Where these are more than the window
 * itself holds, fewer messages of each stay, then only those of the UEs and IKE SAs heard last,
 * each whole: a UE whose past is gone is as one of a capture that starts late.
 */
public final class EventWindow {
  /** How many messages stay of one UE or IKE SA. */
  private enum Depth {
    /**
     * An exchange, its repetition and a refresh; of an IKE SA enough for IKE_AUTH with EAP at its
     * start.
     */
    FULL(6, 12, 4),
    /** An exchange; IKE_SA_INIT and IKE_AUTH, and an exchange. */
    SHORT(2, 4, 2);

    private final int ofUe;
    private final int starting;
    private final int ending;

    Depth(int ofUe, int starting, int ending) {
      this.ofUe = ofUe;
      this.starting = starting;
      this.ending = ending;
    }
  }

  /** Messages of one UE or IKE SA: the first ones, and the last ones after them. */
  private static final class Trail {
    /**
     * What to keep first: UEs, then IKE SAs with their start, then the others; the newest of each.
     */
    static final Comparator<Trail> WORTH =
        Comparator.comparingInt(Trail::rank).thenComparing(Trail::place, Comparator.reverseOrder());

    private final int starting;
    private final int ending;
    private final List<Event> start = new ArrayList<>();
    private final Deque<Event> end = new ArrayDeque<>();
    private int first = -1;
    private int seen;
    private int latest;

    Trail(int starting, int ending) {
      this.starting = starting;
      this.ending = ending;
    }

    void add(Event event, int place) {
      first = first < 0 ? place : first;
      latest = place;
      seen++;
      if (start.size() < starting) {
        start.add(event);
        return;
      }
      if (end.size() == ending) {
        end.removeFirst();
      }
      end.addLast(event);
    }

    int size() {
      return start.size() + end.size();
    }

    List<Event> events() {
      List<Event> events = new ArrayList<>(start);
      events.addAll(end);
      return events;
    }

    private boolean begun() {
      return start.getFirst() instanceof Event.Ike message && message.responderSpi() == 0;
    }

    private int rank() {
      return starting == 0 ? 0 : begun() ? 1 : 2;
    }

    /** IKE SAs by their start: by the last message all would lose it in turn. */
    private int place() {
      return rank() == 1 ? first : latest;
    }
  }

  private final int most;
  private List<Event> events = new ArrayList<>();
  private final Set<Long> shortened = new HashSet<>();
  private int anchored;
  private long forgotten;

  /**
   * Begins.
   *
   * @param most events kept, besides at most as many earlier ones that later ones rest on
   */
  public EventWindow(int most) {
    if (most < 8) {
      throw new IllegalArgumentException("a window of " + most + " events");
    }
    this.most = most;
  }

  /** Takes the next event in time order. */
  public void add(Event event) {
    events.add(event);
  }

  /** True when there are as many as may be. */
  public boolean full() {
    return events.size() - anchored >= most;
  }

  /** True when there are twice as many: it cannot wait any longer. */
  public boolean overfull() {
    return events.size() - anchored >= 2L * most;
  }

  /** Events kept. */
  public int size() {
    return events.size();
  }

  /** How often all was given up that a UE or an IKE SA rested on. */
  public long forgotten() {
    return forgotten;
  }

  /** Initiator SPIs of IKE SAs of which messages were given up and others are kept. */
  public Set<Long> shortened() {
    return Collections.unmodifiableSet(shortened);
  }

  /** Gives up what nothing rests on; what stays, in time order. */
  public List<Event> shorten() {
    int later = Math.max(events.size() - most / 2, 0);
    List<Event> earlier = events.subList(0, later);
    Set<Event> anchors = anchors(earlier);
    List<Event> kept = new ArrayList<>(anchors.size() + events.size() - later);
    for (Event event : earlier) {
      if (anchors.contains(event)) {
        kept.add(event);
      }
    }
    anchored = kept.size();
    kept.addAll(events.subList(later, events.size()));
    events = kept;
    shortened.retainAll(spis(kept));
    return List.copyOf(events);
  }

  private static Set<Long> spis(List<Event> events) {
    Set<Long> spis = new HashSet<>();
    for (Event event : events) {
      if (event instanceof Event.Ike message) {
        spis.add(message.initiatorSpi());
      }
    }
    return spis;
  }

  private Set<Event> anchors(List<Event> earlier) {
    Collection<Trail> trails = List.of();
    for (Depth depth : Depth.values()) {
      trails = trails(earlier, depth);
      if (trails.stream().mapToLong(Trail::size).sum() <= most) {
        break;
      }
    }
    Set<Event> anchors = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Trail trail : trails.stream().sorted(Trail.WORTH).toList()) {
      boolean whole = anchors.size() + trail.size() <= most;
      if ((!whole || trail.seen > trail.size())
          && trail.events().getFirst() instanceof Event.Ike message) {
        shortened.add(message.initiatorSpi());
      }
      if (!whole) {
        forgotten++;
      } else {
        anchors.addAll(trail.events());
      }
    }
    return anchors;
  }

  private static Collection<Trail> trails(List<Event> earlier, Depth depth) {
    Map<Object, Trail> trails = new HashMap<>();
    for (int i = 0; i < earlier.size(); i++) {
      Event event = earlier.get(i);
      Object subject =
          switch (event) {
            case Event.BindingUpdate update -> update.homeAddress();
            case Event.BindingAcknowledgement answer -> answer.homeAddress();
            case Event.Ike message -> message.initiatorSpi();
            case Event.OpaqueMobility any -> null;
            case Event.MalformedMobility any -> null;
            case Event.BindingError any -> null;
            case Event.OtherMobility any -> null;
          };
      if (subject != null) {
        trails
            .computeIfAbsent(
                subject,
                any ->
                    event instanceof Event.Ike
                        ? new Trail(depth.starting, depth.ending)
                        : new Trail(0, depth.ofUe))
            .add(event, i);
      }
    }
    return trails.values();
  }
}
