package org.roamscope.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts events in the order of their times, then of captures and frames, and hands them on. Holds
 * back as many as it may; when there are more, the earlier half goes, and an event that turns up
 * after a later one has gone is {@link #late()}: it is handed on all the same.
 */
public final class EventOrder {
  private static final Comparator<Event> ORDER =
      (one, other) -> {
        int order = Long.compare(one.timeNanos(), other.timeNanos());
        return order == 0 ? one.at().compareTo(other.at()) : order;
      };

  private final int most;
  private final Consumer<Event> next;
  private List<Event> held = new ArrayList<>();
  private boolean ordered = true;
  private @Nullable Event last;
  private long late;

  /**
   * Begins.
   *
   * @param most events held back
   * @param next takes them in order
   */
  public EventOrder(int most, Consumer<Event> next) {
    if (most < 2) {
      throw new IllegalArgumentException("an order of " + most + " events");
    }
    this.most = most;
    this.next = next;
  }

  /** Takes an event. */
  public void accept(Event event) {
    ordered = ordered && (held.isEmpty() || ORDER.compare(held.getLast(), event) <= 0);
    held.add(event);
    if (held.size() == most) {
      release(most / 2);
    }
  }

  /** Hands on what is earlier than a time, for a look at what there is so far. */
  public void finishBefore(long timeNanos) {
    sort();
    int count = 0;
    while (count < held.size() && held.get(count).timeNanos() < timeNanos) {
      count++;
    }
    release(count);
  }

  /** Hands on what is held. */
  public void finish() {
    release(held.size());
  }

  private void sort() {
    if (!ordered) {
      held.sort(ORDER);
      ordered = true;
    }
  }

  private void release(int count) {
    sort();
    List<Event> block = new ArrayList<>(held.subList(0, count));
    held = new ArrayList<>(held.subList(count, held.size()));
    int after = 0;
    while (after < count && last != null && ORDER.compare(block.get(after), last) < 0) {
      after++;
    }
    late += after;
    last = after < count ? block.getLast() : last;
    block.forEach(next);
  }

  /** Events that came after a later one had been handed on. */
  public long late() {
    return late;
  }
}
