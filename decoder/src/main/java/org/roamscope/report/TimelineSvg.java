package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.track.Ue;

/** A timeline as a drawing: lanes over a common time axis. */
public final class TimelineSvg {
  private static final int WIDTH = 1080;
  private static final int LEFT = 118;
  private static final int RIGHT = WIDTH - 22;
  private static final int LANE = 30;
  private static final int SLOPE = 44;

  /** Lanes of IKE SAs that are drawn; of more the last. */
  private static final int MAX_SAS = 12;

  /** Marks and spans of a lane that are drawn; of more the first. */
  private static final int MAX_MARKS = 400;

  /** Pixels that a character takes at most, on average. */
  private static final double CHARACTER = 6.6;

  /** The same of bold capitals. */
  private static final double CAPITAL = 8.3;

  /** Rows that handover labels may take before they are left to the lines. */
  private static final int LABEL_ROWS = 4;

  private final Timeline timeline;
  private final List<TimelineLane> lanes;
  private final Drawing drawing = new Drawing(WIDTH);
  private final TimeAxis axis;
  private int y;

  private TimelineSvg(Timeline timeline) {
    this.timeline = timeline;
    lanes = new ArrayList<>(timeline.lanes());
    if (lanes.size() > 1 + MAX_SAS) {
      lanes.subList(1, lanes.size() - MAX_SAS).clear();
    }
    long span = Math.max(1_000_000, timeline.untilNanos() - timeline.fromNanos());
    axis =
        new TimeAxis(
            timeline.frames().firstNanos(),
            timeline.fromNanos(),
            timeline.fromNanos() + span + span / 25,
            LEFT,
            RIGHT);
  }

  /** The timeline of a UE of the report as a file: LF line ends, a final line end. */
  public static String text(Report report, Ue ue) {
    Timeline timeline = Timeline.of(report, ue);
    return titled(timeline).standalone("Timeline of " + timeline.title());
  }

  /** To stand in a page that has the styles of {@link Palette}. */
  static String inline(Timeline timeline) {
    return drawn(timeline).inline("Timeline of " + timeline.title());
  }

  /** With the title in the drawing, where no page says it. */
  private static Drawing titled(Timeline timeline) {
    TimelineSvg svg = new TimelineSvg(timeline);
    svg.y = 26;
    svg.drawing.text(12, svg.y, Drawing.Anchor.START, "strong", timeline.title());
    svg.draw();
    return svg.drawing;
  }

  private static Drawing drawn(Timeline timeline) {
    TimelineSvg svg = new TimelineSvg(timeline);
    svg.draw();
    return svg.drawing;
  }

  private void draw() {
    y += 14;
    int rows = labelRows();
    int top = y + rows * 18 + 4;
    int bottom = top + height();
    grid(top, bottom);
    handovers(y, rows, bottom);
    y = top;
    for (int i = 0; i < lanes.size(); i++) {
      lane(lanes.get(i), i == 0 ? "bind" : "sa");
      if (i == 0) {
        slopes();
      }
    }
    marks("K asked/given", timeline.keyManagement());
    marks("findings", timeline.findings());
    drawing.height(bottom + 34);
  }

  private int height() {
    return lanes.size() * LANE + SLOPE + 2 * LANE;
  }

  private void grid(int top, int bottom) {
    for (long tick : axis.ticks()) {
      double x = axis.x(tick);
      drawing.line(x, top - 2, x, bottom + 4, "grid");
      drawing.text(x, bottom + 20, Drawing.Anchor.MIDDLE, "small soft num", axis.label(tick));
    }
    drawing.line(LEFT, bottom + 4, RIGHT, bottom + 4, "grid");
  }

  private void name(String text, int height) {
    drawing.text(LEFT - 12, y + height / 2.0 + 4, Drawing.Anchor.END, "small", text);
  }

  // ---- handovers -----------------------------------------------------------------------------

  private int labelRows() {
    return timeline.handovers().isEmpty() ? 0 : Math.min(LABEL_ROWS, timeline.handovers().size());
  }

  /** A line through all lanes; labels take the first row in which they do not touch another. */
  private void handovers(int top, int rows, int bottom) {
    double[] free = new double[rows];
    for (TimelineMark mark : few(timeline.handovers())) {
      double x = axis.x(mark.nanos());
      double wide = mark.label().length() * CAPITAL + 12;
      double start = Math.min(x, RIGHT - wide);
      int row = 0;
      while (row < rows && free[row] > start) {
        row++;
      }
      drawing.line(x, row < rows ? top + row * 18 + 16 : top + rows * 18, x, bottom + 4, "move");
      if (row < rows) {
        free[row] = start + wide + 4;
        drawing.box(start, top + row * 18, wide, 16, tone(mark.tone()) + "-plate", mark.detail());
        drawing.text(
            start + 6, top + row * 18 + 12, Drawing.Anchor.START, "small strong", mark.label());
      }
    }
  }

  private static <T> List<T> few(List<T> marks) {
    return marks.subList(0, Math.min(MAX_MARKS, marks.size()));
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

  private void lane(TimelineLane lane, String colour) {
    name(lane.name(), LANE);
    for (TimelineLane.Span span : few(lane.spans())) {
      double from = axis.x(span.fromNanos());
      double until = axis.x(span.untilNanos());
      drawing.box(from, y + 4, until - from - 1, LANE - 8, colour + "-plate", span.detail());
      if (until - from > span.label().length() * CHARACTER + 8) {
        drawing.text(
            from + 6, y + 19, Drawing.Anchor.START, "small strong " + colour, span.label());
      }
    }
    y += LANE;
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
    int drawn = 0;
    double free = 0;
    for (TimelineMark.Grant grant : timeline.grants()) {
      if (drawn++ >= MAX_MARKS) {
        break;
      }
      long end = Math.min(grant.untilNanos(), axis.untilNanos());
      double left = axis.x(grant.fromNanos());
      double right = axis.x(end);
      double high = room * grant.lifetimeNanos() / most;
      double low =
          high * (grant.lifetimeNanos() - (end - grant.fromNanos())) / grant.lifetimeNanos();
      drawing.path("slope", true, left, base, left, base - high, right, base - low, right, base);
      drawing.path("shaft mobility", false, left, base, left, base - high, right, base - low);
      String label = grant.lifetimeNanos() / 1_000_000_000L + " s";
      if (left >= free) {
        drawing.text(left + 4, y + 12, Drawing.Anchor.START, "small bind halo", label);
        free = left + label.length() * CHARACTER + 10;
      }
    }
    drawing.line(LEFT, base, RIGHT, base, "grid");
    y += SLOPE;
  }

  /** Points with labels; where they would touch, only the first of them is labelled. */
  private void marks(String name, List<TimelineMark> marks) {
    name(name, LANE);
    double free = 0;
    for (TimelineMark mark : few(marks)) {
      double x = axis.x(mark.nanos());
      double wide = mark.label().length() * CHARACTER + 8;
      if (x < free) {
        drawing.dot(x, y + LANE - 4.0, 2, tone(mark.tone()));
        continue;
      }
      double start = Math.min(x, RIGHT - wide);
      drawing.box(start, y + 5, wide, 18, tone(mark.tone()) + "-plate", mark.detail());
      drawing.text(start + 4, y + 18, Drawing.Anchor.START, "small mono", mark.label());
      free = start + wide + 2;
    }
    y += LANE;
  }
}
