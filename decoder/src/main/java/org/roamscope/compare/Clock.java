package org.roamscope.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The clocks of two points: one {@link ClockFit} from the first message on, another after each step
 * of a clock (set by hand or by NTP).
 *
 * @param pieces in the order of time, at least one
 */
public record Clock(List<Piece> pieces) {
  /** So many messages of a direction that agree again show that there was no step. */
  private static final int FEWEST = 3;

  /**
   * A time without a step.
   *
   * @param fromNanos first message, by the clock of the first point
   * @param fit the line
   * @param messages messages it rests on
   */
  public record Piece(long fromNanos, ClockFit fit, int messages) {}

  /** An own copy. */
  public Clock {
    pieces = List.copyOf(pieces);
  }

  /** Time at the second point of a time at the first. */
  public long corrected(long timeNanos) {
    return at(timeNanos).fit().corrected(timeNanos);
  }

  /** True when a clock was set while the captures ran. */
  public boolean stepped() {
    return pieces.size() > 1;
  }

  private Piece at(long timeNanos) {
    Piece found = pieces.getFirst();
    for (Piece piece : pieces) {
      if (piece.fromNanos() <= timeNanos) {
        found = piece;
      }
    }
    return found;
  }

  /**
   * Fits it. A message that contradicts those before it and those after it was paired wrongly and
   * does not count.
   *
   * @param bounds in the order of time, at least one
   */
  static Clock of(List<ClockFit.Bound> bounds) {
    List<Piece> pieces = new ArrayList<>();
    List<ClockFit.Bound> rest = bounds;
    while (!rest.isEmpty()) {
      int length = longest(rest);
      List<ClockFit.Bound> without = length < rest.size() ? without(rest, length) : List.of();
      if (!without.isEmpty() && goesOn(without, length, rest.get(length).upper())) {
        rest = without;
      } else {
        List<ClockFit.Bound> run = rest.subList(0, length);
        pieces.add(new Piece(run.getFirst().timeNanos(), ClockFit.of(run), length));
        rest = rest.subList(length, rest.size());
      }
    }
    return new Clock(pieces);
  }

  private static List<ClockFit.Bound> without(List<ClockFit.Bound> bounds, int index) {
    List<ClockFit.Bound> others = new ArrayList<>(bounds);
    others.remove(index);
    return others;
  }

  /** True when the line still holds for some more messages of the direction. */
  private static boolean goesOn(List<ClockFit.Bound> bounds, int from, boolean upper) {
    return bounds.subList(from, longest(bounds)).stream()
            .filter(bound -> bound.upper() == upper)
            .count()
        >= FEWEST;
  }

  /** How many from the first on one line can explain: what explains more explains fewer. */
  private static int longest(List<ClockFit.Bound> bounds) {
    int good = 1;
    int bad = bounds.size() + 1;
    while (bad - good > 1) {
      int middle = (good + bad) / 2;
      if (ClockFit.of(bounds.subList(0, middle)).possible()) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }
}
