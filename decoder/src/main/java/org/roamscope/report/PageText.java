package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.field.PlainText;

/** A Markdown page of the project on a terminal: headings, paragraphs, lists. */
public final class PageText {
  /** What a block is. */
  enum Kind {
    HEADING,
    ITEM,
    PARAGRAPH
  }

  /**
   * A block of a page.
   *
   * @param kind what it is
   * @param text its text in one line
   */
  record Block(Kind kind, String text) {
    Block and(String line) {
      return new Block(kind, text + " " + line);
    }
  }

  private PageText() {}

  /** The page, wrapped, without Markdown's marks; LF line ends, a final line end. */
  public static String text(String markdown, TextReport.Terminal terminal) {
    Lines lines = new Lines(terminal.columns(), terminal.colour());
    Kind before = null;
    for (Block block : blocks(markdown)) {
      String text = PlainText.of(block.text().replace("`", "").replace("**", ""));
      switch (block.kind()) {
        case HEADING -> {
          if (before != null) {
            lines.blank();
          }
          lines.add(0, Lines.styled(Lines.Style.HEADING, text));
        }
        case ITEM -> {
          if (before == Kind.PARAGRAPH) {
            lines.blank();
          }
          lines.hang("  - ", text);
        }
        case PARAGRAPH -> {
          if (before == Kind.PARAGRAPH || before == Kind.ITEM) {
            lines.blank();
          }
          lines.add(2, text);
        }
      }
      before = block.kind();
    }
    return lines.toString();
  }

  /** The blocks of a page in order. */
  static List<Block> blocks(String markdown) {
    List<Block> blocks = new ArrayList<>();
    boolean open = false;
    for (String line : markdown.strip().split("\n", -1)) {
      String text = line.strip();
      if (text.isEmpty()) {
        open = false;
      } else if (text.startsWith("#")) {
        blocks.add(new Block(Kind.HEADING, text.replaceFirst("^#+ *", "")));
        open = false;
      } else if (text.startsWith("- ")) {
        blocks.add(new Block(Kind.ITEM, text.substring(2)));
        open = true;
      } else if (open) {
        blocks.add(blocks.removeLast().and(text));
      } else {
        blocks.add(new Block(Kind.PARAGRAPH, text));
        open = true;
      }
    }
    return blocks;
  }
}
