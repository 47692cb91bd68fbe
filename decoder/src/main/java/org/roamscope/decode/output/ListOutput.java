package org.roamscope.decode.output;

import java.io.IOException;
import org.roamscope.decode.DecodedFrame;

/**
 * The packet list, one line a frame: as tshark prints it without options, or with tabs between the
 * columns ({@code -T tabs}). Columns that tshark does not have follow; in a line of text they say
 * what they are and are left out when empty, between tabs they always stand.
 */
public final class ListOutput implements FrameOutput {
  private enum Form {
    TEXT,
    TABS
  }

  private final Columns columns;
  private final TimeFormat time;
  private final Form form;
  private final StringBuilder line = new StringBuilder(200);

  private ListOutput(Columns columns, TimeFormat time, Form form) {
    this.columns = columns;
    this.time = time;
    this.form = form;
  }

  /** Columns padded with spaces. */
  public static ListOutput text(Columns columns, TimeFormat time) {
    return new ListOutput(columns, time, Form.TEXT);
  }

  /** Tabs between the columns. */
  public static ListOutput tabs(Columns columns, TimeFormat time) {
    return new ListOutput(columns, time, Form.TABS);
  }

  @Override
  public void begin(Appendable out) {}

  @Override
  public void frame(DecodedFrame frame, Appendable out) throws IOException {
    line.setLength(0);
    Column before = null;
    for (Column column : columns.list()) {
      int start = line.length();
      if (before != null) {
        line.append(between(before, column));
      }
      int value = line.length();
      if (form == Form.TEXT) {
        line.append(column.lead());
      }
      int bare = line.length();
      column.write(frame, time, line);
      if (form == Form.TEXT && column.optional() && line.length() == bare) {
        line.setLength(start);
      } else {
        pad(column, value);
        before = column;
      }
    }
    out.append(line.append('\n'));
  }

  @Override
  public void end(Appendable out) {}

  private String between(Column left, Column right) {
    String arrow =
        left == Column.SOURCE && right == Column.DESTINATION
            ? "→"
            : left == Column.DESTINATION && right == Column.SOURCE ? "←" : "";
    String gap =
        switch (form) {
          case TEXT -> " ";
          case TABS -> "\t";
        };
    return arrow.isEmpty() ? gap : gap + arrow + gap;
  }

  private void pad(Column column, int start) {
    switch (column) {
      case NO -> right(start, 5);
      case TIME -> right(start, 10);
      case SOURCE -> right(start, 12);
      case DESTINATION -> left(start, 12);
      case PROTOCOL, LENGTH, INFO, HOA, COA, K, RESPONSE, UE, FINDING -> {}
    }
  }

  private void right(int start, int width) {
    int missing = width - (line.length() - start);
    if (missing > 0) {
      line.insert(start, " ".repeat(missing));
    }
  }

  private void left(int start, int width) {
    line.append(" ".repeat(Math.max(0, width - (line.length() - start))));
  }
}
