package org.roamscope.report;

import java.util.Arrays;
import java.util.List;
import org.roamscope.field.PlainText;

/** A ladder as text: lifelines with arrows, what each says at the right. */
public final class LadderText {
  /** Blanks left for what a row says before it goes below the arrow instead. */
  private static final int LEAST_WORDS = 22;

  /** Blanks that most of what arrows say fits into. */
  private static final int GOOD_WORDS = 34;

  private static final int WIDEST_GAP = 9;
  private static final int NARROWEST_GAP = 5;

  private final Ladder ladder;
  private final TextReport.Terminal terminal;
  private final Lines lines;
  private final int gap;
  private final int timeWidth;
  private final int frameWidth;

  private LadderText(Ladder ladder, TextReport.Terminal terminal) {
    this.ladder = ladder;
    this.terminal = terminal;
    lines = new Lines(terminal.columns(), terminal.colour());
    timeWidth = widest(ladder.rows().stream().map(ladder::seconds).toList(), 8);
    frameWidth = widest(ladder.rows().stream().map(ladder::frame).toList(), 5);
    int gaps = Math.max(1, ladder.columns().size() - 1);
    int room = terminal.columns() - gutter() - GOOD_WORDS - 4;
    gap = Math.clamp(room / gaps, NARROWEST_GAP, WIDEST_GAP);
  }

  private static int widest(List<String> texts, int least) {
    return Math.max(least, texts.stream().mapToInt(String::length).max().orElse(0));
  }

  /** The ladder as text, LF line ends, a final line end. */
  public static String text(Ladder ladder, TextReport.Terminal terminal) {
    LadderText text = new LadderText(ladder, terminal);
    text.document();
    return text.lines.toString();
  }

  private void document() {
    lines.hang("", Lines.styled(Lines.Style.HEADING, PlainText.of(ladder.title())));
    lines.blank();
    for (LadderColumn column : ladder.columns()) {
      lines.hang(
          "  " + Lines.left(column.name(), 6),
          column.kind().words() + " " + PlainText.of(String.join(", ", column.addresses())));
    }
    ladder.legend().forEach(line -> legend(PlainText.of(line)));
    lines.blank();
    header();
    if (ladder.rows().isEmpty()) {
      lines.add(2, "No message of this UE was kept.");
    }
    ladder.rows().forEach(this::row);
  }

  /** A name, two blanks, what it is: further lines stand below what it is. */
  private void legend(String line) {
    int blanks = line.indexOf("  ");
    String lead = blanks < 0 ? "" : line.substring(0, blanks + 2);
    lines.hang("  " + lead, line.substring(lead.length()));
  }

  /** Time, frame, where bound, which SAs. */
  private int gutter() {
    return timeWidth + 1 + frameWidth + 1 + 5 + 1 + 3 + 1;
  }

  private String gutter(String time, String frame, String bound, String sas) {
    return Lines.right(time, timeWidth)
        + " "
        + Lines.right(frame, frameWidth)
        + " "
        + Lines.left(bound, 5)
        + " "
        + Lines.left(sas, 3)
        + " ";
  }

  private int lifelines() {
    return Math.max(0, ladder.columns().size() - 1) * gap + 3;
  }

  private void header() {
    char[] names = new char[lifelines() + 4];
    Arrays.fill(names, ' ');
    for (int i = 0; i < ladder.columns().size(); i++) {
      String name = ladder.columns().get(i).name();
      int start = Math.max(0, 1 + i * gap - name.length() / 2);
      name.getChars(0, name.length(), names, start);
    }
    line(gutter("seconds", "frame", "bound", "SA") + new String(names).stripTrailing());
  }

  private void row(LadderRow row) {
    long nanos = row.at().timeNanos();
    String left =
        gutter(ladder.seconds(row), ladder.frame(row), ladder.bound(nanos), ladder.sas(nanos));
    switch (row) {
      case LadderRow.Arrow arrow -> arrow(left, arrow);
      case LadderRow.Remark remark -> told(left, remark.topic(), remark.text());
      case LadderRow.Again again -> gathered(ladder.words(again));
      case LadderRow.LeftOut gone -> gathered(ladder.words(gone));
    }
  }

  private void told(String left, LadderRow.Topic topic, String text) {
    String lead =
        switch (topic) {
          case HANDOVER -> "== ";
          case ERROR, WARNING, NOTE -> "!! ";
          case STATE -> "-- ";
        };
    Lines.Style style =
        switch (topic) {
          case HANDOVER -> Lines.Style.HEADING;
          case ERROR -> Lines.Style.BAD;
          case WARNING -> Lines.Style.DOUBTFUL;
          case NOTE, STATE -> Lines.Style.NOTABLE;
        };
    lines.hang(Lines.glued(left) + lead, Lines.styled(style, PlainText.of(text)));
  }

  private void gathered(String words) {
    lines.hang(" ".repeat(gutter()) + ".. ", words);
  }

  private void arrow(String left, LadderRow.Arrow arrow) {
    String picture = picture(arrow);
    int indent = gutter() + lifelines() + 1;
    String words = PlainText.of(arrow.words());
    if (terminal.columns() - indent < LEAST_WORDS) {
      line(left + picture);
      lines.hang(" ".repeat(Math.min(gutter(), 8)), words);
    } else {
      hang(left + picture + " ", idle(), words, terminal.columns() - indent);
    }
  }

  /** Words beside the arrow; further lines beside lifelines that go on. */
  private void hang(String first, String idle, String words, int width) {
    StringBuilder line = new StringBuilder();
    String lead = first;
    for (String word : words.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        line(lead + line);
        line.setLength(0);
        lead = " ".repeat(gutter()) + idle + " ";
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    line(lead + line);
  }

  private void line(String text) {
    lines.add(0, Lines.glued(text.stripTrailing()));
  }

  private String idle() {
    char[] cells = new char[lifelines()];
    Arrays.fill(cells, ' ');
    for (int i = 0; i < ladder.columns().size(); i++) {
      cells[1 + i * gap] = terminal.glyphs().life();
    }
    return new String(cells);
  }

  private String picture(LadderRow.Arrow arrow) {
    Glyphs glyphs = terminal.glyphs();
    char[] cells = idle().toCharArray();
    int from = 1 + arrow.from() * gap;
    int to = 1 + arrow.to() * gap;
    boolean right = from < to;
    for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
      cells[i] = glyphs.line();
    }
    for (int nat : arrow.via()) {
      cells[1 + nat * gap] = glyphs.through();
    }
    cells[from] = glyphs.start();
    cells[to] = glyphs.life();
    cells[right ? to - 1 : to + 1] = right ? glyphs.right() : glyphs.left();
    return new String(cells);
  }
}
