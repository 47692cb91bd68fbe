package org.roamscope.gui.viewmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.roamscope.report.UeSummary;

/** Where the user was, to go back to and forward again: page, packet and UE as one. */
public final class Navigation {
  /** Places kept in each direction. */
  private static final int MAX = 100;

  /**
   * A place.
   *
   * @param page index of the page
   * @param row row of the selected packet, -1 for none
   * @param ue the chosen UE, null before one was chosen
   */
  public record Place(int page, int row, @Nullable UeSummary ue) {
    static final Place BEGIN = new Place(0, -1, null);
  }

  private final Deque<Place> back = new ArrayDeque<>();
  private final Deque<Place> forward = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Place> current =
      new ReadOnlyObjectWrapper<>(this, "current", Place.BEGIN);
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
  private final ReadOnlyBooleanWrapper canGoForward =
      new ReadOnlyBooleanWrapper(this, "canGoForward");
  private boolean joined;

  /** A page is shown. */
  public void page(int page) {
    Place now = current.get();
    leave(new Place(page, now.row(), now.ue()), false);
  }

  /** A packet is selected. */
  void row(int row) {
    Place now = current.get();
    leave(new Place(now.page(), row, now.ue()), now.row() < 0);
  }

  /** A UE is chosen. */
  void ue(UeSummary ue) {
    Place now = current.get();
    UeSummary before = now.ue();
    // The same UE with what is known of it now is no other place.
    leave(new Place(now.page(), now.row(), ue), before == null || before.sameUe(ue));
  }

  /** What {@code moves} changes is one step. */
  public void together(Runnable moves) {
    Place from = current.get();
    joined = true;
    try {
      moves.run();
    } finally {
      joined = false;
    }
    if (!current.get().equals(from)) {
      remember(from);
      settle(current.get());
    }
  }

  /** The first packet and the first UE come by themselves: they are no step of the user. */
  private void leave(Place next, boolean first) {
    Place now = current.get();
    if (next.equals(now)) {
      return;
    }
    if (!first && !joined) {
      remember(now);
    }
    settle(next);
  }

  private void remember(Place place) {
    push(back, place);
    forward.clear();
  }

  private void settle(Place place) {
    current.set(place);
    canGoBack.set(!back.isEmpty());
    canGoForward.set(!forward.isEmpty());
  }

  Optional<Place> back() {
    return move(back, forward);
  }

  Optional<Place> forward() {
    return move(forward, back);
  }

  private Optional<Place> move(Deque<Place> from, Deque<Place> to) {
    if (from.isEmpty()) {
      return Optional.empty();
    }
    push(to, current.get());
    Place place = from.removeLast();
    settle(place);
    return Optional.of(place);
  }

  void clear() {
    back.clear();
    forward.clear();
    settle(Place.BEGIN);
  }

  private static void push(Deque<Place> stack, Place place) {
    if (stack.size() == MAX) {
      stack.removeFirst();
    }
    stack.addLast(place);
  }

  /** Where the user is. */
  public ReadOnlyObjectProperty<Place> current() {
    return current.getReadOnlyProperty();
  }

  /** True when there is a place to go back to. */
  public ReadOnlyBooleanProperty canGoBack() {
    return canGoBack.getReadOnlyProperty();
  }

  /** True when going back can be taken back. */
  public ReadOnlyBooleanProperty canGoForward() {
    return canGoForward.getReadOnlyProperty();
  }
}
