package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;

/** A ladder as a drawing: bars for the states, lifelines, arrows, and what each says beside it. */
public final class LadderSvg {
  /** Rows drawn; of more the first and the last are kept. */
  private static final int MAX_ROWS = 1_000;

  private static final int ROW = 30;
  private static final int BAR = 46;
  private static final int MAX_BARS = 3;
  private static final int GAP = 128;
  private static final int WORDS = 380;
  private static final int TOP_LINE = 18;

  /** Pixels that a character takes at most, on average. */
  private static final double CHARACTER = 6.6;

  private final Ladder ladder;
  private final Drawing drawing;
  private final List<List<LadderBand>> bars = new ArrayList<>();
  private final int frameDigits;
  private final int timeEnd;
  private final int first;
  private final int words;
  private int y;

  private LadderSvg(Ladder ladder) {
    this.ladder = ladder;
    int longest =
        ladder.rows().stream().map(ladder::seconds).mapToInt(String::length).max().orElse(8);
    frameDigits =
        Math.max(
            5, ladder.rows().stream().map(ladder::frame).mapToInt(String::length).max().orElse(5));
    timeEnd = (int) (CHARACTER * (Math.max(8, longest) + frameDigits + 2)) + 16;
    layBars();
    first = timeEnd + 14 + bars.size() * (BAR + 6) + 40;
    int last = first + GAP * Math.max(0, ladder.columns().size() - 1);
    words = last + 34;
    drawing = new Drawing(words + WORDS);
  }

  /** A file: LF line ends, a final line end. */
  public static String text(Ladder ladder) {
    LadderSvg svg = new LadderSvg(ladder.limited(MAX_ROWS));
    svg.y = 26;
    svg.drawing.text(12, svg.y, Drawing.Anchor.START, "strong", ladder.title());
    svg.draw();
    return svg.drawing.standalone(label(ladder));
  }

  /** To stand in a page that has the styles of {@link Palette}. */
  static String inline(Ladder ladder) {
    LadderSvg svg = new LadderSvg(ladder);
    svg.draw();
    return svg.drawing.inline(label(ladder));
  }

  private static String label(Ladder ladder) {
    return "Ladder of " + ladder.title();
  }

  /** Bindings take the first bar; IKE SAs share as few as they can. */
  private void layBars() {
    bars.add(ladder.bands().stream().filter(band -> band.of() == LadderBand.Of.BINDING).toList());
    List<List<LadderBand>> lanes = new ArrayList<>();
    for (LadderBand band : ladder.bands()) {
      if (band.of() == LadderBand.Of.BINDING) {
        continue;
      }
      List<LadderBand> free =
          lanes.stream()
              .filter(lane -> lane.getLast().untilNanos() <= band.fromNanos())
              .findFirst()
              .orElse(null);
      if (free == null && lanes.size() < MAX_BARS) {
        lanes.add(new ArrayList<>(List.of(band)));
      } else if (free != null) {
        free.add(band);
      }
    }
    bars.addAll(lanes);
  }

  private int x(int column) {
    return first + column * GAP;
  }

  private void draw() {
    for (LadderColumn column : ladder.columns()) {
      line(
          column.name()
              + "  "
              + column.kind().words()
              + " "
              + String.join(", ", column.addresses()));
    }
    ladder.legend().forEach(this::line);
    y += 14;
    int top = y;
    heads();
    int body = y;
    for (LadderRow row : ladder.rows()) {
      y += ROW;
      row(row);
    }
    y += ROW / 2;
    if (ladder.rows().isEmpty()) {
      line("No message of this UE was kept.");
    }
    drawing.height(y + 14);
    bars(top + 26, body);
  }

  private void line(String text) {
    y += TOP_LINE;
    int fits = (int) ((drawing.width() - 24) / (CHARACTER * 0.9));
    drawing.text(12, y, Drawing.Anchor.START, "small soft mono", cut(text, fits));
  }

  private static String cut(String text, int most) {
    int count = text.codePointCount(0, text.length());
    return count <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.max(0, most - 3))) + "...";
  }

  /** Names at the head of the lifelines; the lifelines lie under everything else. */
  private void heads() {
    drawing.text(timeEnd, y + 17, Drawing.Anchor.END, "small soft", "seconds   frame");
    for (int i = 0; i < bars.size(); i++) {
      String name = i == 0 ? "bound" : "IKE SA";
      drawing.text(bar(i) + BAR / 2.0, y + 17, Drawing.Anchor.MIDDLE, "small soft", name);
    }
    int bottom = y + 26 + ROW * ladder.rows().size() + ROW / 2;
    for (int i = 0; i < ladder.columns().size(); i++) {
      LadderColumn column = ladder.columns().get(i);
      drawing.line(x(i), y + 24, x(i), bottom, "life");
      drawing.box(x(i) - 42, y, 84, 24, "plate", String.join(", ", column.addresses()));
      drawing.text(x(i), y + 17, Drawing.Anchor.MIDDLE, "strong", column.name());
    }
    y += 30;
  }

  private double bar(int index) {
    return timeEnd + 14 + index * (BAR + 6.0);
  }

  // ---- rows ----------------------------------------------------------------------------------

  private void row(LadderRow row) {
    switch (row) {
      case LadderRow.Arrow arrow -> {
        clock(row);
        arrow(arrow);
      }
      case LadderRow.Remark remark -> {
        clock(row);
        remark(remark);
      }
      case LadderRow.Again again -> gathered(ladder.words(again));
      case LadderRow.LeftOut gone -> gathered(ladder.words(gone));
    }
  }

  private void clock(LadderRow row) {
    String frame = ladder.frame(row);
    drawing.text(timeEnd, y, Drawing.Anchor.END, "mono small", frame);
    drawing.text(
        timeEnd - CHARACTER * (frameDigits + 2),
        y,
        Drawing.Anchor.END,
        "mono small soft",
        ladder.seconds(row));
  }

  private void arrow(LadderRow.Arrow arrow) {
    String colour =
        switch (arrow.kind()) {
          case UPDATE, ACKNOWLEDGEMENT, MOBILITY -> " mobility";
          case IKE -> " ike";
          case ESP -> "";
        };
    int from = x(arrow.from());
    int to = x(arrow.to());
    int side = from < to ? 1 : -1;
    boolean dashed = arrow.marks().contains(LadderMark.CLOSED);
    drawing.line(from, y, to - 8.0 * side, y, "shaft" + colour + (dashed ? " closed" : ""));
    drawing.path(
        "head" + colour, true, to, y, to - 10.0 * side, y - 5.0, to - 10.0 * side, y + 5.0);
    drawing.dot(from, y, 3, "head" + colour);
    for (int nat : arrow.via()) {
      drawing.box(x(nat) - 5, y - 5, 10, 10, "plate", ladder.columns().get(nat).name());
    }
    drawing.text((from + to) / 2.0, y - 5, Drawing.Anchor.MIDDLE, "small halo", arrow.label());
    String more = arrow.more();
    boolean evidence = arrow.marks().contains(LadderMark.EVIDENCE);
    drawing.text(
        words,
        y + 4,
        Drawing.Anchor.START,
        evidence ? "small strong" : "small soft",
        cut(more, (int) (WORDS / (CHARACTER * 0.9))));
  }

  private void remark(LadderRow.Remark remark) {
    String tone =
        switch (remark.topic()) {
          case HANDOVER -> "plate";
          case ERROR -> "bad-plate";
          case WARNING -> "doubt-plate";
          case NOTE -> "note-plate";
          case STATE -> "";
        };
    double from = first - 42;
    if (!tone.isEmpty()) {
      drawing.box(from, y - 14, drawing.width() - from - 12, 22, tone, "");
    }
    drawing.text(
        from + 10,
        y + 1,
        Drawing.Anchor.START,
        tone.isEmpty() ? "small soft halo" : "strong small",
        cut(remark.text(), (int) ((drawing.width() - from) / CHARACTER)));
  }

  private void gathered(String text) {
    drawing.line(first - 42, y - 4, first - 12, y - 4, "cut");
    drawing.text(first - 4, y, Drawing.Anchor.START, "small soft halo", text);
  }

  // ---- states --------------------------------------------------------------------------------

  /** A bar goes from the row that begins its state to the row that ends it. */
  private void bars(int top, int body) {
    List<LadderRow> rows = ladder.rows();
    for (int lane = 0; lane < bars.size(); lane++) {
      boolean binding = lane == 0;
      for (LadderBand band : bars.get(lane)) {
        double from = edge(rows, band.fromNanos(), body);
        double until =
            band.untilNanos() == Long.MAX_VALUE ? y : edge(rows, band.untilNanos(), body);
        if (rows.isEmpty() || until <= from) {
          continue;
        }
        double start = Math.max(top, from);
        drawing.box(
            bar(lane),
            start,
            BAR,
            until - start - 2,
            binding ? "bind-plate" : "sa-plate",
            band.detail());
        drawing.text(
            bar(lane) + BAR / 2.0,
            start + 16,
            Drawing.Anchor.MIDDLE,
            "small strong " + (binding ? "bind" : "sa"),
            band.label());
      }
    }
  }

  private static double edge(List<LadderRow> rows, long nanos, int body) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).at().timeNanos() >= nanos) {
        return body + (i + 1) * (double) ROW - 10;
      }
    }
    return body + (rows.size() + 1) * (double) ROW - 10;
  }
}
