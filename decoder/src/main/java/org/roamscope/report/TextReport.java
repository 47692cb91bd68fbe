package org.roamscope.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.roamscope.audit.Figures;

/**
 * The report for a terminal: the answer first, then the findings, then every UE's story, then the
 * IKE SAs, then figures, then what the captures are, what was encrypted and what could not be read.
 * Same report and same terminal, same text.
 */
public final class TextReport {
  /** From this many UEs on, those with nothing to report take one line. */
  static final int MANY_UES = 4;

  /** From this many UEs on, those without trouble get one line a handover. */
  static final int CROWD = 9;

  /** Below this width entries are stacked instead of set in columns. */
  static final int NARROW = 72;

  /**
   * What the terminal can show.
   *
   * @param columns width to wrap at
   * @param colour true for ANSI colours
   * @param glyphs characters to draw with
   */
  public record Terminal(int columns, boolean colour, Glyphs glyphs) {
    /** A terminal that draws with ASCII. */
    public Terminal(int columns, boolean colour) {
      this(columns, colour, Glyphs.ASCII);
    }
  }

  private TextReport() {}

  /** The report as text, LF line ends, a final line end. */
  public static String text(Report report, Terminal terminal) {
    StringBuilder text = new StringBuilder();
    try {
      write(report, terminal, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string takes everything
    }
    return text.toString();
  }

  /**
   * Writes the same text piece by piece.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(Report report, Terminal terminal, Appendable out) throws IOException {
    ReportIndex index = new ReportIndex(report);
    Figures figures = Figures.of(report.audit());
    Lines lines = new Lines(terminal.columns(), terminal.colour());
    new TextBanner(index, lines).write();
    new TextAnswer(index, figures, lines).write();
    new TextFindings(index, lines).write();
    new TextStories(index, lines, out).write();
    new TextIkeSas(index, lines).write();
    new TextFigures(figures, lines).write();
    new TextCaptures(index, lines).write();
    new TextEncrypted(index, lines).write();
    new TextUnread(index, lines).write();
    lines.drain(out);
  }
}
