package org.roamscope.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The line {@code offset(t) = offset + drift * (t - origin)} between the clocks of two points. What
 * goes one way arrives after it left, so its difference of times is an upper bound of the offset;
 * the other way it is a lower bound. Of the lines between both the one with the widest margin is
 * taken: the true one when the fastest messages of both directions take equally long.
 *
 * @param originNanos time at the first point that the line starts from
 * @param offsetNanos clock of the second point minus clock of the first, at the origin
 * @param drift change of the offset per unit of time, 1e-6 is one ppm
 * @param basis which directions it rests on
 * @param uncertaintyNanos half the gap between the bounds: the line may be off by that much; below
 *     0 when no line lies between them
 */
public record ClockFit(
    long originNanos, double offsetNanos, double drift, Basis basis, double uncertaintyNanos) {
  /** No clock that anyone captures with drifts faster, as a ratio. */
  public static final double MAX_DRIFT = 1e-3;

  /** Which directions the line rests on. */
  public enum Basis {
    /** Both: the offset lies between two bounds. */
    BOTH,
    /** To the home agent only: the offset is at most this. */
    UPPER_BOUND,
    /** To the UE only: the offset is at least this. */
    LOWER_BOUND
  }

  /**
   * A message at both points.
   *
   * @param timeNanos time at the first
   * @param differenceNanos time at the second minus time at the first
   * @param upper true when it goes from the first point to the second
   */
  record Bound(long timeNanos, long differenceNanos, boolean upper) {}

  private record Point(double x, double y) {}

  /** Time at the second point of a time at the first. */
  public long corrected(long timeNanos) {
    return timeNanos + Math.round(offsetNanos + drift * (timeNanos - originNanos));
  }

  /** The offset at a time of the first point. */
  public double offsetAt(long timeNanos) {
    return offsetNanos + drift * (timeNanos - originNanos);
  }

  /** True when the bounds leave room for it. */
  boolean possible() {
    return uncertaintyNanos >= 0;
  }

  /**
   * Fits the line; time grows with n log n.
   *
   * @param bounds at least one
   */
  static ClockFit of(List<Bound> bounds) {
    long origin = bounds.getFirst().timeNanos();
    long base = bounds.getFirst().differenceNanos();
    List<Point> upper = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    for (Bound bound : bounds) {
      Point point =
          new Point(
              (double) (bound.timeNanos() - origin), (double) (bound.differenceNanos() - base));
      (bound.upper() ? upper : lower).add(point);
    }
    if (lower.isEmpty()) {
      return oneSided(origin, base, new Hull(upper, 1), Basis.UPPER_BOUND);
    }
    if (upper.isEmpty()) {
      return oneSided(origin, base, new Hull(lower, -1), Basis.LOWER_BOUND);
    }
    Hull above = new Hull(upper, 1);
    Hull below = new Hull(lower, -1);
    double drift = widest(above, below);
    double high = above.intercept(drift);
    double low = below.intercept(drift);
    return new ClockFit(origin, base + (high + low) / 2, drift, Basis.BOTH, (high - low) / 2);
  }

  /** The edge of the hull over the middle of the time: nearest to all points on average. */
  private static ClockFit oneSided(long origin, long base, Hull hull, Basis basis) {
    double drift = clip(hull.slopeAtMiddle());
    return new ClockFit(origin, base + hull.intercept(drift), drift, basis, 0);
  }

  /** The gap is a concave function of the drift, with its corners at the slopes of both hulls. */
  private static double widest(Hull above, Hull below) {
    List<Double> slopes = new ArrayList<>(List.of(-MAX_DRIFT, MAX_DRIFT));
    above.slopes.stream().map(ClockFit::clip).forEach(slopes::add);
    below.slopes.stream().map(ClockFit::clip).forEach(slopes::add);
    List<Double> sorted = slopes.stream().sorted().distinct().toList();
    int from = 0;
    int to = sorted.size() - 1;
    while (from < to) {
      int middle = (from + to) / 2;
      if (gap(above, below, sorted.get(middle)) < gap(above, below, sorted.get(middle + 1))) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    double best = sorted.get(from);
    double most = gap(above, below, best);
    boolean flat = from + 1 < sorted.size() && gap(above, below, sorted.get(from + 1)) >= most - 1;
    return flat ? (best + sorted.get(from + 1)) / 2 : best;
  }

  private static double gap(Hull above, Hull below, double slope) {
    return above.intercept(slope) - below.intercept(slope);
  }

  private static double clip(double slope) {
    return Math.clamp(slope, -MAX_DRIFT, MAX_DRIFT);
  }

  /** The side of a set of points that faces the line. */
  private static final class Hull {
    private final List<Point> corners = new ArrayList<>();
    private final List<Double> slopes = new ArrayList<>();
    private final int side;
    private final double middle;

    /**
     * Builds it.
     *
     * @param side 1 for the lower hull, -1 for the upper one
     */
    Hull(List<Point> points, int side) {
      this.side = side;
      middle = points.stream().mapToDouble(Point::x).average().orElse(0);
      List<Point> sorted = new ArrayList<>();
      for (Point point : points) {
        sorted.add(new Point(point.x, point.y * side));
      }
      sorted.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
      for (Point point : sorted) {
        if (!corners.isEmpty() && corners.getLast().x == point.x) {
          continue;
        }
        while (corners.size() > 1 && !turnsUp(point)) {
          corners.removeLast();
        }
        corners.add(point);
      }
      for (int i = 1; i < corners.size(); i++) {
        slopes.add(side * slope(corners.get(i - 1), corners.get(i)));
      }
    }

    private boolean turnsUp(Point next) {
      Point last = corners.getLast();
      return slope(corners.get(corners.size() - 2), last) < slope(last, next);
    }

    private static double slope(Point from, Point to) {
      return (to.y - from.y) / (to.x - from.x);
    }

    /** Where a line of the slope that touches the hull meets x = 0. */
    double intercept(double slope) {
      double own = slope * side;
      int from = 0;
      int to = corners.size() - 1;
      while (from < to) {
        int at = (from + to) / 2;
        if (slope(corners.get(at), corners.get(at + 1)) < own) {
          from = at + 1;
        } else {
          to = at;
        }
      }
      Point corner = corners.get(from);
      return side * (corner.y - own * corner.x);
    }

    double slopeAtMiddle() {
      for (int i = 1; i < corners.size(); i++) {
        if (corners.get(i).x >= middle) {
          return slopes.get(i - 1);
        }
      }
      return 0;
    }
  }
}
