package org.roamscope.cli;

import java.util.List;
import org.roamscope.cli.board.Board;
import org.roamscope.report.Report;
import org.roamscope.report.Told;

/** Shows a watch on a board. */
final class WatchBoard implements WatchLooks.Listener {
  private final Board board;
  private final WatchRun run;

  /** Messages of the run stand on the board from here on. */
  WatchBoard(Board board, WatchRun run) {
    this.board = board;
    this.run = run;
    run.shows(board);
  }

  @Override
  public void told(Report report, List<Told.Change> changes, Told told) {
    board.told(report, changes, told);
  }

  @Override
  public void lost(long byKernel, long byInterface) {
    board.lost(byKernel, byInterface);
  }

  /** Stays until the user has seen the end. */
  @Override
  public int end(Report report) {
    if (!run.stopped()) {
      board.ended("the input has ended; q quits");
    }
    return board.code();
  }
}
