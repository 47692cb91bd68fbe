package org.roamscope.track;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.roamscope.field.IpAddress;

/**
 * The events a watch that goes on for days looks back to. When it is full, the later half stays; of
 * the earlier half stays what later events rest on: the last Binding Updates and Acknowledgements
 * of each UE, and the start and the last messages of each IKE SA, the newest ones first, together
 * at most a quarter of the window.
 */
public final class EventWindow {
  /** Messages of a UE kept: an exchange, its repetition, and a refresh. */
  private static final int OF_A_UE = 6;

  /** Messages at the start of an IKE SA kept: enough for IKE_AUTH with EAP. */
  private static final int AT_THE_START = 12;

  private static final int AT_THE_END = 4;

  private final int most;
  private List<Event> events = new ArrayList<>();

  /**
   * Begins.
   *
   * @param most events kept
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
    return events.size() >= most;
  }

  /** True when there are twice as many: it cannot wait any longer. */
  public boolean overfull() {
    return events.size() >= 2L * most;
  }

  /** Events kept. */
  public int size() {
    return events.size();
  }

  /** Gives up what nothing rests on; what stays, in time order. */
  public List<Event> shorten() {
    int half = Math.max(events.size() - most / 2, 0);
    List<Event> earlier = events.subList(0, half);
    Set<Event> anchors = anchors(earlier);
    List<Event> kept = new ArrayList<>();
    int over = Math.max(0, anchors.size() - most / 4);
    for (Event event : earlier) {
      if (anchors.contains(event) && over-- <= 0) {
        kept.add(event);
      }
    }
    kept.addAll(events.subList(half, events.size()));
    events = kept;
    return List.copyOf(events);
  }

  private static Set<Event> anchors(List<Event> earlier) {
    Map<IpAddress, Deque<Event>> ues = new TreeMap<>();
    Map<Long, List<Event>> sas = new TreeMap<>();
    for (Event event : earlier) {
      switch (event) {
        case Event.BindingUpdate update -> last(ues, update.homeAddress(), event);
        case Event.BindingAcknowledgement answer -> last(ues, answer.homeAddress(), event);
        case Event.Ike message ->
            sas.computeIfAbsent(message.initiatorSpi(), any -> new ArrayList<>()).add(event);
        case Event.OpaqueMobility any -> {}
        case Event.MalformedMobility any -> {}
        case Event.BindingError any -> {}
        case Event.OtherMobility any -> {}
      }
    }
    Set<Event> anchors = Collections.newSetFromMap(new IdentityHashMap<>());
    ues.values().forEach(anchors::addAll);
    for (List<Event> messages : sas.values()) {
      int start = Math.min(AT_THE_START, messages.size());
      anchors.addAll(messages.subList(0, start));
      anchors.addAll(
          messages.subList(Math.max(start, messages.size() - AT_THE_END), messages.size()));
    }
    return anchors;
  }

  private static void last(Map<IpAddress, Deque<Event>> ues, IpAddress ue, Event event) {
    Deque<Event> messages = ues.computeIfAbsent(ue, any -> new ArrayDeque<>());
    if (messages.size() == OF_A_UE) {
      messages.removeFirst();
    }
    messages.addLast(event);
  }
}
