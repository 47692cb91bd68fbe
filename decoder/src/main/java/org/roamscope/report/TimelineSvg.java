package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.report.TimelineLane.Span;
import org.roamscope.track.Ue;

/**
 * A timeline as a drawing: lanes over a common time axis. It grows with the lanes; of parts that
 * stand on the same pixel one is drawn, of marks the worst.
 */
public final class TimelineSvg {
  private static final int WIDTH = 1080;
  private static final int LEFT = 118;
  private static final int RIGHT = WIDTH - 22;
  private static final int LANE = 30;
  private static final int SLOPE = 44;

  private static final int BELOW = 24;
  private static final int NOTE = 22;

  /** Lanes of SAs in a file of its own; of more those of the newest IKE SAs. */
  static final int MAX_LANES = 1_000;

  /** The share of the lanes that SPIs without an IKE SA get at most. */
  private static final int SPI_SHARE = 4;

  /** Pixels of lanes from which on the times stand above them, too. */
  private static final int TALL = 640;

  /** Pixels that a character takes at most, on average. */
  private static final double CHARACTER = 6.6;

  /** The same of bold letters, with small ones among them. */
  private static final double BOLD = 7.4;

  /** The same of bold capitals. */
  private static final double CAPITAL = 8.3;

  /** Handovers whose lines stand out; those of more stand back. */
  private static final int FEW = 12;

  /** Rows that handover labels may take before they are left to the lines. */
  private static final int LABEL_ROWS = 4;

  private record Lane(TimelineLane lane, String style, int height) {}

  private final Timeline timeline;
  private final List<Lane> lanes;
  private final int missing;
  private final String elsewhere;
  private final Drawing drawing = new Drawing(WIDTH);
  private final TimeAxis axis;
  private int y;

  private TimelineSvg(Timeline timeline, int most, String elsewhere) {
    this.timeline = timeline;
    this.elsewhere = elsewhere;
    lanes = associations(timeline, most);
    missing = associations(timeline, Integer.MAX_VALUE).size() - lanes.size();
    long span = Math.max(1_000_000, timeline.untilNanos() - timeline.fromNanos());
    axis =
        new TimeAxis(
            timeline.frames().firstNanos(),
            timeline.fromNanos(),
            timeline.fromNanos() + span + span / 25,
            LEFT,
            RIGHT);
  }

  /** IKE SAs, each with its child SAs, then SPIs alone. */
  private static List<Lane> associations(Timeline timeline, int most) {
    List<Lane> spis =
        timeline.ipsec().stream()
            .limit(most / SPI_SHARE)
            .map(lane -> new Lane(lane, "spi", BELOW))
            .toList();
    List<List<Lane>> newestFirst = new ArrayList<>();
    int room = most - spis.size();
    for (TimelineLane sa : timeline.lanes().stream().skip(1).toList().reversed()) {
      List<Lane> group = new ArrayList<>();
      group.add(new Lane(sa, "sa", LANE));
      sa.below().forEach(child -> group.add(new Lane(child, "child", BELOW)));
      if (!newestFirst.isEmpty() && group.size() > room) {
        break;
      }
      newestFirst.add(group.subList(0, Math.min(group.size(), room)));
      room -= group.size();
    }
    List<Lane> all = new ArrayList<>();
    newestFirst.reversed().forEach(all::addAll);
    all.addAll(spis);
    return all;
  }

  /** The timeline of a UE of the report as a file: LF line ends, a final line end. */
  public static String text(Report report, Ue ue) {
    Timeline timeline = Timeline.of(report, ue);
    return titled(timeline, MAX_LANES).standalone("Timeline of " + timeline.title());
  }

  /**
   * To stand in a page that has the styles of {@link Palette}.
   *
   * @param most lanes of SAs that are drawn
   */
  static String inline(Timeline timeline, int most) {
    TimelineSvg svg =
        new TimelineSvg(
            timeline,
            most,
            "roamscope ladder --format timeline draws " + MAX_LANES + ", the desktop shows all");
    svg.draw();
    return svg.drawing.inline("Timeline of " + timeline.title());
  }

  /** With the title in the drawing, where no page says it. */
  static Drawing titled(Timeline timeline, int most) {
    TimelineSvg svg = new TimelineSvg(timeline, most, "the desktop shows all");
    svg.y = 26;
    svg.drawing.text(12, svg.y, Drawing.Anchor.START, "strong", timeline.title());
    svg.draw();
    return svg.drawing;
  }

  private void draw() {
    y += 14;
    int rows = labelRows();
    int high = height();
    boolean tall = high > TALL;
    int top = y + rows * 18 + (tall ? 26 : 4);
    int bottom = top + high;
    grid(top, bottom);
    Runnable labels = handovers(y, rows, bottom);
    if (tall) {
      times(top - 8);
    }
    times(bottom + 20);
    labels.run();
    y = top;
    if (!timeline.lanes().isEmpty()) {
      lane(new Lane(timeline.lanes().getFirst(), "bind", LANE));
      slopes();
      if (!timeline.nats().spans().isEmpty()) {
        lane(new Lane(timeline.nats(), "bind", LANE));
      }
    }
    note();
    lanes.forEach(this::lane);
    marks("K asked/given", timeline.keyManagement());
    marks("findings", timeline.findings());
    drawing.height(bottom + 34);
  }

  private int height() {
    int common = timeline.lanes().isEmpty() ? 0 : LANE + SLOPE;
    int nats = timeline.nats().spans().isEmpty() ? 0 : LANE;
    return common
        + nats
        + (missing == 0 ? 0 : NOTE)
        + lanes.stream().mapToInt(Lane::height).sum()
        + 2 * LANE;
  }

  private void note() {
    if (missing > 0) {
      drawing.text(
          LEFT,
          y + NOTE / 2.0 + 4,
          Drawing.Anchor.START,
          "small soft halo",
          missing
              + (missing == 1 ? " more lane of SAs is" : " more lanes of SAs are")
              + " not drawn, the oldest IKE SAs first; "
              + elsewhere
              + ".");
      y += NOTE;
    }
  }

  private void grid(int top, int bottom) {
    for (long tick : axis.ticks()) {
      double x = axis.x(tick);
      drawing.line(x, top - 2, x, bottom + 4, "grid");
    }
    drawing.line(LEFT, bottom + 4, RIGHT, bottom + 4, "grid");
  }

  private void times(int at) {
    for (long tick : axis.ticks()) {
      drawing.text(
          axis.x(tick), at, Drawing.Anchor.MIDDLE, "small soft num halo", axis.label(tick));
    }
  }

  private void name(String text, int height) {
    if (!text.isEmpty()) {
      drawing.text(LEFT - 12, y + height / 2.0 + 4, Drawing.Anchor.END, "small", text);
    }
  }

  // ---- handovers -----------------------------------------------------------------------------

  private int labelRows() {
    return timeline.handovers().isEmpty() ? 0 : Math.min(LABEL_ROWS, timeline.handovers().size());
  }

  /**
   * A line through all lanes; labels take the first row in which they do not touch another.
   *
   * @return draws the labels, over whatever else is there
   */
  private Runnable handovers(int top, int rows, int bottom) {
    String style = timeline.handovers().size() > FEW ? "move many" : "move";
    List<Runnable> labels = new ArrayList<>();
    double[] free = new double[rows];
    double before = -1;
    for (TimelineMark mark : timeline.handovers()) {
      double x = axis.x(mark.nanos());
      double wide = mark.label().length() * CAPITAL + 12;
      double start = Math.min(x, RIGHT - wide);
      int row = 0;
      while (row < rows && free[row] > start) {
        row++;
      }
      boolean fits = row < rows;
      if (!fits && x - before < 1) {
        continue; // on the pixel of the one before
      }
      before = x;
      drawing.line(x, top + row * 18 + (fits ? 16 : 0), x, bottom + 4, style);
      if (fits) {
        free[row] = start + wide + 4;
        int at = top + row * 18;
        labels.add(() -> {
          drawing.box(start, at, wide, 16, tone(mark.tone()) + "-plate", mark.detail());
          drawing.text(start + 6, at + 12, Drawing.Anchor.START, "small strong", mark.label());
        });
      }
    }
    return () -> labels.forEach(Runnable::run);
  }

  private static String tone(Tone tone) {
    return switch (tone) {
      case BAD -> "bad";
      case DOUBTFUL -> "doubt";
      case NOTABLE -> "note";
      case GOOD -> "good";
    };
  }

  // ---- lanes ---------------------------------------------------------------------------------

  private void lane(Lane lane) {
    name(lane.lane().name(), lane.height());
    List<Span> spans = lane.lane().spans();
    double before = -1;
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      double from = axis.x(span.fromNanos());
      double until = axis.x(span.untilNanos());
      if (until - before < 1) {
        continue; // on the pixel of the one before
      }
      double free = before;
      before = Math.max(until, from + 1);
      drawing.box(
          from,
          y + 3,
          until - from - 1,
          lane.height() - 6.0,
          lane.style() + "-plate",
          span.detail());
      double next = i + 1 < spans.size() ? axis.x(spans.get(i + 1).fromNanos()) : RIGHT;
      label(lane, span, Math.max(LEFT, free), from, until, next);
    }
    y += lane.height();
  }

  /** In the span, with how it ended; else after it or before it; else a part of it, or nothing. */
  private void label(Lane lane, Span span, double free, double from, double until, double next) {
    double base = y + lane.height() / 2.0 + 4;
    String style = "small strong " + (lane.style().equals("child") ? "sa" : lane.style());
    double room = until - from;
    double wide = bold(span.label());
    String first = span.label().split(" ", 2)[0];
    if (wide < room) {
      drawing.text(from + 6, base, Drawing.Anchor.START, style, span.label());
      if (!span.end().isEmpty() && wide + wide(span.end()) < room) {
        drawing.text(until - 7, base, Drawing.Anchor.END, "small soft", span.end());
      }
    } else if (wide < next - until) {
      drawing.text(until + 4, base, Drawing.Anchor.START, style + " halo", span.label());
    } else if (wide < from - free) {
      drawing.text(from - 5, base, Drawing.Anchor.END, style + " halo", span.label());
    } else if (bold(first) < room) {
      drawing.text(from + 6, base, Drawing.Anchor.START, style, first);
    }
  }

  private static double bold(String label) {
    return label.length() * BOLD + 10;
  }

  private static double wide(String label) {
    return label.length() * CHARACTER + 8;
  }

  /** The lifetime that is left: a slope from what was granted down to nothing. */
  private void slopes() {
    name("binding", SLOPE);
    long most = 1;
    for (TimelineMark.Grant grant : timeline.grants()) {
      most = Math.max(most, grant.lifetimeNanos());
    }
    double base = y + SLOPE - 4.0;
    double room = SLOPE - 20.0;
    double before = -1;
    double free = 0;
    for (TimelineMark.Grant grant : timeline.grants()) {
      long end = Math.min(grant.untilNanos(), axis.untilNanos());
      double left = axis.x(grant.fromNanos());
      double right = axis.x(end);
      if (right - before < 1) {
        continue; // on the pixel of the one before
      }
      before = right;
      double high = room * grant.lifetimeNanos() / most;
      double low =
          high * (grant.lifetimeNanos() - (end - grant.fromNanos())) / grant.lifetimeNanos();
      drawing.path("slope", true, left, base, left, base - high, right, base - low, right, base);
      drawing.path("shaft mobility", false, left, base, left, base - high, right, base - low);
      String label = grant.lifetimeNanos() / 1_000_000_000L + " s";
      if (left >= free) {
        drawing.text(left + 4, y + 12, Drawing.Anchor.START, "small bind halo", label);
        free = left + wide(label) + 2;
      }
    }
    drawing.line(LEFT, base, RIGHT, base, "grid");
    y += SLOPE;
  }

  /** Points with labels; where they would touch, only the first of them is labelled. */
  private void marks(String name, List<TimelineMark> marks) {
    name(name, LANE);
    Map<Long, Tone> dots = new TreeMap<>();
    double free = 0;
    for (TimelineMark mark : marks) {
      double x = axis.x(mark.nanos());
      double wide = wide(mark.label());
      if (x < free) {
        dots.merge(Math.round(x), mark.tone(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        continue;
      }
      double start = Math.min(x, RIGHT - wide);
      drawing.box(start, y + 5, wide, 18, tone(mark.tone()) + "-plate", mark.detail());
      drawing.text(start + 4, y + 18, Drawing.Anchor.START, "small mono", mark.label());
      free = start + wide + 2;
    }
    dots.forEach((x, tone) -> drawing.dot(x, y + LANE - 4.0, 2, tone(tone)));
    y += LANE;
  }
}
