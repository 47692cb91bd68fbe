package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.roamscope.report.LadderRow;
import org.roamscope.report.UeState;
import org.roamscope.report.UeState.HomeAgent;
import org.roamscope.track.At;

/**
 * Binding and IKE SAs of the chosen UE once a packet has passed: one of its messages, or the packet
 * selected in the list. All methods and properties belong to the thread of {@code foreground};
 * states are made in {@code background}.
 */
public final class StateViewModel {
  /**
   * A state with what its home agent holds of all.
   *
   * @param homeAgent empty with more UEs than can be counted quickly
   */
  public record Shown(UeDetail ue, UeState state, Optional<HomeAgent> homeAgent) {}

  private final Executor background;
  private final Executor foreground;
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position", -1);
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown =
      new ReadOnlyObjectWrapper<>(this, "shown");
  private List<At> stops = List.of();
  private @Nullable UeDetail ue;
  private @Nullable At followed;
  private final AtomicInteger requests = new AtomicInteger();

  StateViewModel(Executor background, Executor foreground) {
    this.background = background;
    this.foreground = foreground;
  }

  /** Takes a UE in place of the one before; its state is that after the selected packet. */
  void show(@Nullable UeDetail detail) {
    requests.incrementAndGet();
    boolean same = ue != null && detail != null && ue.summary().sameUe(detail.summary());
    // Of a UE of which more is known, a message that was gone to stays.
    At kept =
        same && position.get() >= 0 && position.get() < stops.size() - 1
            ? stops.get(position.get())
            : null;
    ue = detail;
    if (!same) {
      shown.set(null);
    }
    stops = detail == null ? List.of() : stops(detail);
    position.set(-1);
    At packet = kept == null ? followed : kept;
    if (packet != null && !stops.isEmpty() && packet.compareTo(stops.getFirst()) >= 0) {
      see(packet);
    } else if (!stops.isEmpty()) {
      see(stops.getLast());
    }
  }

  private static List<At> stops(UeDetail detail) {
    List<At> all = new ArrayList<>();
    for (LadderRow row : detail.ladder().rows()) {
      if (row instanceof LadderRow.Arrow arrow) {
        all.add(arrow.at());
      }
    }
    return all.stream().distinct().sorted().toList();
  }

  /** Follows the packet selected in the list; null for none. */
  void follow(@Nullable At packet) {
    followed = packet;
    if (packet != null && ue != null) {
      see(packet);
    }
  }

  /** Goes to a message of the UE, by its number from 0. */
  public void go(int message) {
    if (message != position.get() && message >= 0 && message < stops.size()) {
      see(stops.get(message));
    }
  }

  /** Goes some messages on; back when negative. */
  public void step(int messages) {
    UeDetail now = ue;
    if (now != null && !stops.isEmpty()) {
      see(stops.get(Math.clamp((long) position.get() + messages, 0, stops.size() - 1)));
    }
  }

  private void see(At at) {
    UeDetail now = ue;
    if (now == null) {
      return;
    }
    int found = Collections.binarySearch(stops, at);
    position.set(found >= 0 ? found : -found - 2);
    int request = requests.incrementAndGet();
    background.execute(() -> {
      if (request != requests.get()) {
        return; // the slider has gone on
      }
      var who = now.summary().ue();
      var made = new Shown(now, now.reports().state(who, at), now.reports().homeAgent(who, at));
      foreground.execute(() -> {
        if (request == requests.get()) {
          shown.set(made);
        }
      });
    });
  }

  /** How many messages the UE has. */
  public int messages() {
    return stops.size();
  }

  /** The last message that has passed, from 0; -1 before the first. */
  public ReadOnlyIntegerProperty position() {
    return position.getReadOnlyProperty();
  }

  /** The state; null until it is there. */
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }
}
