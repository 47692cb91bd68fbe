package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.report.TimeAxis;
import org.roamscope.report.Timeline;
import org.roamscope.report.TimelineLane;
import org.roamscope.report.TimelineMark;
import org.roamscope.report.Tone;
import org.roamscope.track.At;

/**
 * Where the parts of a timeline stand on the screen. Only what the window shows is there, and of
 * marks that fall on one pixel the worst.
 */
public final class TimelineLayout {
  /** Rows that labels of handovers may take. */
  private static final int LABEL_ROWS = 3;

  /** Width of a character of the small letters of labels, in em. */
  private static final double CHARACTER = 0.64;

  /** Lanes of SAs that are drawn at once; a drawing of any height cannot be made. */
  private static final int MAX_LANES = 12;

  private static final double LABEL = 1.5;
  private static final double LANE = 2.1;
  private static final double SLOPE = 3.4;
  private static final double AXIS = 2;
  private static final double NAMES = 7.8;

  /** What a part is. */
  public enum Kind {
    /** A handover with its verdict. */
    HANDOVER,
    /** Where the UE signals from. */
    ATTACHMENT,
    /** What a NAT made of its address. */
    NAT,
    /** An IKE SA at a place. */
    IKE_SA,
    /** A child SA. */
    CHILD_SA,
    /** Packets of AH or ESP whose IKE SA is not known. */
    SPI,
    /** A binding granted. */
    BINDING,
    /** K asked and granted. */
    KEY_MANAGEMENT,
    /** A finding. */
    FINDING
  }

  /**
   * A part with its place, in pixels.
   *
   * @param handover index of the handover, -1 for other parts
   * @param label what stands in it, empty where there is no room
   */
  public record Part(
      Kind kind,
      Tone tone,
      double x,
      double y,
      double width,
      double height,
      String label,
      String detail,
      At at,
      int handover) {
    boolean contains(double px, double py, double near) {
      return px >= x - near && px <= x + width + near && py >= y && py <= y + height;
    }
  }

  /** A lifetime that runs down from {@code high} to {@code low} above {@code base}. */
  public record Slope(
      double left, double right, double base, double high, double low, String label) {}

  /** The name of a lane and the middle of it. */
  public record Name(String text, double middle) {}

  /** A tick of the time axis. */
  public record Tick(double x, String label) {}

  /**
   * Lanes of SAs, of which only some have room.
   *
   * @param first the first one that is drawn, from 0
   * @param drawn how many are drawn
   * @param all how many there are
   * @param top where they begin
   * @param bottom where they end
   */
  public record Lanes(int first, int drawn, int all, double top, double bottom) {
    /** True when some have no room. */
    public boolean some() {
      return drawn < all;
    }

    /** Which ones are drawn, for example {@code lanes 3 to 14 of 40}; empty when all are. */
    public String words() {
      return some() ? "lanes " + (first + 1) + " to " + (first + drawn) + " of " + all : "";
    }
  }

  private record Lane(TimelineLane lane, Kind kind) {}

  private final TimeWindow window;
  private final TimeAxis axis;
  private final double em;
  private final double left;
  private final double right;
  private final List<Part> parts = new ArrayList<>();
  private final List<Slope> slopes = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();
  private final List<Tick> ticks = new ArrayList<>();
  private double top;
  private double y;
  private Lanes lanes = new Lanes(0, 0, 0, 0, 0);

  private TimelineLayout(
      Timeline timeline, TimeWindow window, int firstLane, double width, double em) {
    this.window = window;
    this.em = em;
    left = NAMES * em;
    right = Math.max(left + 1, width - em);
    axis = new TimeAxis(timeline.frames().firstNanos(), window.from(), window.until(), left, right);
    handovers(timeline.handovers());
    top = y;
    if (!timeline.lanes().isEmpty()) {
      lane(timeline.lanes().getFirst(), Kind.ATTACHMENT);
      slopes(timeline.grants());
      if (!timeline.nats().spans().isEmpty()) {
        lane(timeline.nats(), Kind.NAT);
      }
    }
    sas(timeline, firstLane);
    marks("K asked/given", Kind.KEY_MANAGEMENT, timeline.keyManagement());
    marks("findings", Kind.FINDING, timeline.findings());
    for (long tick : axis.ticks()) {
      ticks.add(new Tick(axis.x(tick), axis.label(tick)));
    }
  }

  /**
   * Lays a timeline out.
   *
   * @param firstLane the first lane of SAs, from 0, when not all have room
   * @param width of the whole drawing, in pixels
   * @param em size of text, in pixels
   */
  public static TimelineLayout of(
      Timeline timeline, TimeWindow window, int firstLane, double width, double em) {
    return new TimelineLayout(timeline, window, firstLane, width, em);
  }

  /** IKE SAs, each with its child SAs, then SPIs alone; as many as have room. */
  private void sas(Timeline timeline, int firstLane) {
    List<Lane> all = new ArrayList<>();
    timeline.lanes().stream()
        .skip(1)
        .forEach(sa -> {
          all.add(new Lane(sa, Kind.IKE_SA));
          sa.below().forEach(child -> all.add(new Lane(child, Kind.CHILD_SA)));
        });
    timeline.ipsec().forEach(lane -> all.add(new Lane(lane, Kind.SPI)));
    int drawn = Math.min(MAX_LANES, all.size());
    int first = Math.clamp(firstLane, 0, all.size() - drawn);
    double begin = y;
    for (Lane one : all.subList(first, first + drawn)) {
      lane(one.lane(), one.kind());
    }
    lanes = new Lanes(first, drawn, all.size(), begin, y);
    if (lanes.some()) {
      y += LABEL * em;
    }
  }

  private boolean shows(long nanos) {
    return nanos >= window.from() && nanos <= window.until();
  }

  private double wide(String label) {
    return label.length() * CHARACTER * em + 0.8 * em;
  }

  private void handovers(List<TimelineMark> handovers) {
    int rows = Math.min(LABEL_ROWS, handovers.size());
    double[] free = new double[rows];
    for (int i = 0; i < handovers.size(); i++) {
      TimelineMark mark = handovers.get(i);
      if (!shows(mark.nanos())) {
        continue;
      }
      double x = axis.x(mark.nanos());
      String label = ReportTexts.sign(mark.tone()) + " " + mark.label();
      double wide = wide(label);
      double start = Math.max(left, Math.min(x, right - wide));
      int row = 0;
      while (row < rows && free[row] > start) {
        row++;
      }
      boolean fits = row < rows;
      if (fits) {
        free[row] = start + wide + 4;
        add(Kind.HANDOVER, mark, start, row * LABEL * em, wide, 1.3 * em, label, i);
      } else {
        add(Kind.HANDOVER, mark, x - 1, rows * LABEL * em, 2, 0.4 * em, "", i);
      }
    }
    y = (rows * LABEL + 0.5) * em;
  }

  private void add(
      Kind kind,
      TimelineMark mark,
      double x,
      double at,
      double width,
      double height,
      String label,
      int handover) {
    Part last = parts.isEmpty() ? null : parts.getLast();
    if (label.isEmpty() && hides(last, kind, x)) {
      if (last != null && mark.tone().compareTo(last.tone()) < 0) {
        parts.removeLast();
      } else {
        return;
      }
    }
    parts.add(
        new Part(
            kind, mark.tone(), x, at, width, height, label, mark.detail(), mark.at(), handover));
  }

  /** True when the part before stands on the same pixel and has no label either. */
  private static boolean hides(@Nullable Part last, Kind kind, double x) {
    return last != null
        && last.kind() == kind
        && last.label().isEmpty()
        && Math.abs(last.x() - x) < 1;
  }

  private void lane(TimelineLane lane, Kind kind) {
    names.add(new Name(lane.name(), y + LANE * em / 2));
    for (TimelineLane.Span span : lane.spans()) {
      if (span.untilNanos() < window.from() || span.fromNanos() > window.until()) {
        continue;
      }
      double from = axis.x(span.fromNanos());
      double until = Math.max(from + 1, axis.x(span.untilNanos()) - 1);
      if (until - from <= 1 && hides(parts.isEmpty() ? null : parts.getLast(), kind, from)) {
        continue;
      }
      String label = fitting(span.label(), until - from);
      parts.add(
          new Part(
              kind,
              Tone.NOTABLE,
              from,
              y + 0.2 * em,
              until - from,
              (LANE - 0.4) * em,
              label,
              span.label() + ": " + span.detail(),
              span.from(),
              -1));
    }
    y += LANE * em;
  }

  /** As much of a label as there is room for: all of it, its first word, or nothing. */
  private String fitting(String label, double room) {
    String first = label.split(" ", 2)[0];
    return wide(label) < room ? label : wide(first) < room ? first : "";
  }

  private void slopes(List<TimelineMark.Grant> grants) {
    names.add(new Name("binding", y + SLOPE * em / 2));
    double base = y + (SLOPE - 0.3) * em;
    double room = (SLOPE - 1.6) * em;
    long most = grants.stream().mapToLong(TimelineMark.Grant::lifetimeNanos).max().orElse(1);
    double free = 0;
    double before = -1;
    for (TimelineMark.Grant grant : grants) {
      long end = Math.min(grant.untilNanos(), window.until());
      long begin = Math.max(grant.fromNanos(), window.from());
      if (begin > end) {
        continue;
      }
      double x = axis.x(begin);
      double until = axis.x(end);
      if (until - before < 1) {
        continue; // on the pixel of the one before
      }
      before = until;
      double high = room * rest(grant, begin) / most;
      double low = room * rest(grant, end) / most;
      String label = grant.lifetimeNanos() / At.SECOND + " s";
      boolean labelled = x >= free && shows(grant.fromNanos());
      free = labelled ? x + wide(label) : free;
      slopes.add(new Slope(x, until, base, high, low, labelled ? label : ""));
      parts.add(
          new Part(
              Kind.BINDING,
              Tone.NOTABLE,
              x,
              base - room,
              until - x,
              room,
              "",
              "Binding granted for " + label,
              grant.from(),
              -1));
    }
    y += SLOPE * em;
  }

  private static double rest(TimelineMark.Grant grant, long nanos) {
    return (double) grant.lifetimeNanos() - (nanos - grant.fromNanos());
  }

  /** Marks with labels; where those would touch, only the first of them is labelled. */
  private void marks(String name, Kind kind, List<TimelineMark> marks) {
    names.add(new Name(name, y + LANE * em / 2));
    double free = 0;
    for (TimelineMark mark : marks) {
      if (!shows(mark.nanos())) {
        continue;
      }
      double x = axis.x(mark.nanos());
      String label = ReportTexts.sign(mark.tone()) + " " + mark.label();
      double wide = wide(label);
      if (x < free) {
        add(kind, mark, x - 2, y + (LANE - 0.5) * em, 4, 0.4 * em, "", -1);
        continue;
      }
      double start = Math.max(left, Math.min(x, right - wide));
      add(kind, mark, start, y + 0.2 * em, wide, 1.3 * em, label, -1);
      free = start + wide + 2;
    }
    y += LANE * em;
  }

  /** The part under a point; of several the smallest. */
  public Optional<Part> hit(double px, double py) {
    Part found = null;
    for (Part part : parts) {
      if (part.contains(px, py, 2) && (found == null || part.width() <= found.width())) {
        found = part;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The share of the window at which a pixel stands, from 0 to 1. */
  public double share(double px) {
    return Math.clamp((px - left) / (right - left), 0.0, 1.0);
  }

  /** Pixel of a time. */
  public double x(long nanos) {
    return axis.x(nanos);
  }

  /** Left end of the time axis. */
  public double left() {
    return left;
  }

  /** Right end of the time axis. */
  public double right() {
    return right;
  }

  /** Where the lanes begin, below the labels of handovers. */
  public double top() {
    return top;
  }

  /** Where the lanes end and the axis begins. */
  public double bottom() {
    return y;
  }

  /** Height of the whole drawing. */
  public double height() {
    return y + AXIS * em;
  }

  /** All parts, lane after lane. */
  public List<Part> parts() {
    return parts;
  }

  /** Lifetimes of the binding. */
  public List<Slope> slopes() {
    return slopes;
  }

  /** Lanes of SAs: where they are, and whether these are all. */
  public Lanes lanes() {
    return lanes;
  }

  /** Names of the lanes. */
  public List<Name> names() {
    return names;
  }

  /** Ticks of the axis. */
  public List<Tick> ticks() {
    return ticks;
  }
}
