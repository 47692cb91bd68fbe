package org.roamscope.cli.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.cli.board.Line.Look;
import org.roamscope.report.Tone;

/** The figures above the table. */
final class Header {
  private static final String GAP = "   ";

  private record Piece(String text, Look look) {}

  private final Figures figures;
  private final Signs signs;
  private final int columns;

  Header(Figures figures, Signs signs, int columns) {
    this.figures = figures;
    this.signs = signs;
    this.columns = columns;
  }

  /** The bar at the top: what is watched, how long, and the time of the latest packet. */
  Line bar(boolean paused) {
    String state = paused ? "PAUSED  " : figures.ended() ? "ENDED  " : "";
    String right =
        state
            + Texts.day(figures.latestNanos())
            + " UTC  up "
            + Texts.span(figures.upSeconds())
            + " ";
    if (columns < 70) {
      right = state + Texts.clock(figures.latestNanos()) + " ";
    }
    Line line = new Line(columns);
    line.add(columns < 60 ? " " : " Roamscope watch  ", Look.INVERSE);
    int place = Math.max(0, line.left() - right.length() - 1);
    line.add(Widths.tail(figures.source(), place, signs.unicode()), Look.INVERSE);
    return line.upTo(columns - right.length(), Look.INVERSE).add(right, Look.INVERSE);
  }

  /** At most so many lines; what matters most comes first when there are few. */
  List<Line> lines(int most) {
    List<List<Line>> parts = new ArrayList<>();
    if (!figures.alarm().isEmpty()) {
      parts.add(
          wrapped("", List.of(new Piece(signs.of(Tone.BAD) + " " + figures.alarm(), Look.BAD))));
    }
    parts.add(wrapped("Findings", findings()));
    parts.add(wrapped("Verdicts", verdicts()));
    parts.add(wrapped("Packets", packets()));
    parts.add(wrapped("Handovers", handovers()));
    parts.add(wrapped("UEs", ues()));
    List<Line> lines = new ArrayList<>();
    int left = most;
    for (int i = 0; i < parts.size() && left > 0; i++) {
      int others = Math.min(left - 1, parts.size() - 1 - i);
      List<Line> part = parts.get(i);
      List<Line> taken = part.subList(0, Math.min(part.size(), left - others));
      lines.addAll(taken);
      left -= taken.size();
    }
    return lines;
  }

  /** Pieces side by side behind a name, in as many lines as they need. */
  private List<Line> wrapped(String name, List<Piece> pieces) {
    int indent = columns < 60 || name.isEmpty() ? 1 : 12;
    List<Line> lines = new ArrayList<>();
    Line line = new Line(columns);
    line.add(indent == 1 ? "" : " " + name, Look.STRONG).upTo(indent, Look.PLAIN);
    boolean first = true;
    for (Piece piece : pieces) {
      if (!first && Widths.of(piece.text()) + GAP.length() > line.left()) {
        lines.add(line);
        line = new Line(columns).upTo(indent, Look.PLAIN);
        first = true;
      }
      line.add(first ? "" : GAP).add(piece.text(), piece.look());
      first = false;
    }
    lines.add(line);
    return lines;
  }

  private List<Piece> findings() {
    List<Piece> pieces = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long count = figures.findings().getOrDefault(severity, 0L);
      Tone tone =
          switch (severity) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.DOUBTFUL;
            case NOTE, CHAT -> Tone.NOTABLE;
          };
      String words = severity.json() + (count == 1 ? "" : "s");
      pieces.add(
          new Piece(
              signs.of(tone) + " " + Texts.number(count) + " " + words,
              count == 0 ? Look.PLAIN : look(tone)));
    }
    return pieces;
  }

  private List<Piece> verdicts() {
    List<Piece> pieces = new ArrayList<>();
    for (Verdict verdict : Tone.worstFirst()) {
      Tone tone = Tone.of(verdict);
      long count = figures.verdicts().getOrDefault(verdict, 0L);
      if (count > 0) {
        pieces.add(
            new Piece(signs.of(tone) + " " + verdict + " " + Texts.number(count), look(tone)));
      }
    }
    return pieces.isEmpty() ? List.of(new Piece("none yet", Look.PLAIN)) : pieces;
  }

  private List<Piece> packets() {
    Figures.Drops drops = figures.drops();
    String lost =
        !drops.told()
            ? "dropped: not told yet"
            : "dropped: kernel "
                + Texts.number(drops.byKernel())
                + ", interface "
                + Texts.number(drops.byInterface());
    return List.of(
        new Piece(
            Texts.number(figures.packets())
                + ", "
                + Texts.number(figures.packetsPerSecond())
                + "/s",
            Look.PLAIN),
        new Piece(lost, drops.all() > 0 ? Look.BAD : Look.PLAIN));
  }

  private List<Piece> ues() {
    return List.of(
        new Piece(
            Texts.number(figures.ues().all()) + " of " + Texts.number(figures.mostUes()),
            Look.PLAIN),
        new Piece(
            "memory " + figures.usedMebibytes() + " of " + figures.mostMebibytes() + " MiB",
            Look.PLAIN));
  }

  private List<Piece> handovers() {
    return List.of(
        new Piece(
            Texts.number(figures.handovers())
                + ", this minute "
                + Texts.number(perMinute(1))
                + ", last "
                + Texts.number(perMinute(2)),
            Look.PLAIN),
        new Piece(signs.bars(figures.perMinute()), Look.NOTABLE));
  }

  private int perMinute(int back) {
    List<Integer> counts = figures.perMinute();
    return counts.size() < back ? 0 : counts.get(counts.size() - back);
  }

  static Look look(Tone tone) {
    Map<Tone, Look> looks =
        Map.of(
            Tone.BAD, Look.BAD,
            Tone.DOUBTFUL, Look.DOUBTFUL,
            Tone.NOTABLE, Look.NOTABLE,
            Tone.GOOD, Look.GOOD);
    return looks.getOrDefault(tone, Look.PLAIN);
  }
}
