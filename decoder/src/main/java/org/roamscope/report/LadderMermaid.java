package org.roamscope.report;

import java.util.List;

/** A ladder as a sequence diagram of Mermaid, for wikis that draw it. */
public final class LadderMermaid {
  /** Mermaid gives up on long texts (50,000 characters by default). */
  private static final int MAX_ROWS = 250;

  private LadderMermaid() {}

  /** The diagram, LF line ends, a final line end. */
  public static String text(Ladder whole) {
    Ladder ladder = whole.limited(MAX_ROWS);
    StringBuilder out = new StringBuilder("sequenceDiagram\n");
    List<LadderColumn> columns = ladder.columns();
    for (int i = 0; i < columns.size(); i++) {
      LadderColumn column = columns.get(i);
      String who =
          column.kind() == LadderColumn.Kind.HOME_AGENT || column.addresses().isEmpty()
              ? ""
              : " " + column.addresses().getFirst();
      out.append("  participant p").append(i).append(" as ");
      out.append(escaped(column.name() + who)).append('\n');
    }
    if (columns.isEmpty()) {
      return out.append("  participant p0 as HA\n").toString();
    }
    String all = columns.size() == 1 ? "p0" : "p0,p" + (columns.size() - 1);
    note(out, all, ladder.title());
    ladder.legend().forEach(line -> note(out, all, line));
    for (LadderRow row : ladder.rows()) {
      switch (row) {
        case LadderRow.Arrow arrow -> arrow(out, ladder, arrow);
        case LadderRow.Remark remark -> note(out, all, remark(ladder, remark));
        case LadderRow.Again again -> note(out, all, ladder.words(again));
        case LadderRow.LeftOut gone -> note(out, all, ladder.words(gone));
      }
    }
    return out.toString();
  }

  private static String remark(Ladder ladder, LadderRow.Remark remark) {
    String frame = ladder.frame(remark);
    return frame.isEmpty() ? remark.text() : remark.text() + " (frame " + frame + ")";
  }

  /** A dotted line for what stays closed, else a full one. */
  private static void arrow(StringBuilder out, Ladder ladder, LadderRow.Arrow arrow) {
    boolean closed = arrow.marks().contains(LadderMark.CLOSED);
    String through =
        arrow.via().isEmpty() ? "" : " via " + ladder.columns().get(arrow.via().getFirst()).name();
    out.append("  p").append(arrow.from()).append(closed ? "-->>" : "->>");
    out.append('p').append(arrow.to()).append(": ");
    out.append(
            escaped(
                ladder.seconds(arrow)
                    + " s, frame "
                    + ladder.frame(arrow)
                    + ": "
                    + arrow.words()
                    + through))
        .append('\n');
  }

  private static void note(StringBuilder out, String over, String text) {
    out.append("  Note over ").append(over).append(": ").append(escaped(text)).append('\n');
  }

  /**
   * Letters, digits and a few marks of ASCII pass; all else becomes an entity of Mermaid, so that
   * no text can end a line, open HTML or be read as a directive.
   */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
          if (letter || " .,:/_-=()[]".indexOf(c) >= 0) {
            out.appendCodePoint(c);
          } else {
            out.append('#').append(c).append(';');
          }
        });
    return out.toString();
  }
}
