package org.roamscope.cli;

import java.io.IOException;
import org.roamscope.cli.board.Board;
import org.roamscope.field.PlainText;
import org.roamscope.report.Glyphs;
import org.roamscope.report.TextReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether a watch fills the screen, and how. */
final class BoardOptions {
  @Option(
      names = "--board",
      description =
          "A board on the whole screen instead of lines: UEs in trouble first, totals, drops; q"
              + " quits, ? shows the keys. At the end of the input it stays until q.")
  private boolean wanted;

  @Option(
      names = "--color",
      description =
          "Colour the board: ${COMPLETION-CANDIDATES}. Default: auto, unless NO_COLOR is set.")
  private AuditCommand.ColourMode colour = AuditCommand.ColourMode.auto;

  BoardOptions() {}

  boolean wanted() {
    return wanted;
  }

  /**
   * Refuses a board where there can be none.
   *
   * @param lines false when lines for programs were asked for
   */
  void check(CommandSpec spec, boolean lines) {
    if (!wanted) {
      return;
    }
    if (!lines) {
      throw usage(spec, "--board shows no lines: leave out --format or --board");
    }
    String kind = System.getenv("TERM");
    if (!Terminals.interactive() || kind == null || kind.isEmpty() || kind.equals("dumb")) {
      throw usage(
          spec,
          "--board needs a terminal: standard output is none, or TERM says that it cannot move its"
              + " cursor; without --board lines are printed");
    }
  }

  /** Takes the terminal. */
  WatchBoard open(CommandSpec spec, String source, WatchRun run) {
    TextReport.Terminal terminal = Terminals.of(colour, true);
    boolean unicode = terminal.glyphs() == Glyphs.UNICODE;
    try {
      Board board =
          Board.open(
              new Board.Look(PlainText.of(source), terminal.colour(), unicode),
              text -> StandardOutput.print(spec.commandLine(), text),
              run::userStops);
      return new WatchBoard(board, run);
    } catch (IOException e) {
      throw usage(
          spec,
          "--board could not take the terminal ("
              + PlainText.of(String.valueOf(e.getMessage()))
              + "); without --board lines are printed");
    }
  }

  private static ParameterException usage(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
