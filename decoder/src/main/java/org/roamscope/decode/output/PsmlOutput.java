package org.roamscope.decode.output;

import java.io.IOException;
import org.roamscope.decode.DecodedFrame;

/** The packet list as PSML ({@code -T psml}): the headings, then a section a column. */
public final class PsmlOutput implements FrameOutput {
  private final Columns columns;
  private final TimeFormat time;
  private final StringBuilder text = new StringBuilder(500);
  private final StringBuilder cell = new StringBuilder(100);

  /** The columns given. */
  public PsmlOutput(Columns columns, TimeFormat time) {
    this.columns = columns;
    this.time = time;
  }

  @Override
  public void begin(Appendable out) throws IOException {
    text.setLength(0);
    text.append(Xml.DECLARATION);
    text.append("<psml version=\"0\" creator=\"roamscope\">\n<structure>\n");
    columns.list().forEach(column -> section(column.title()));
    out.append(text.append("</structure>\n\n"));
  }

  @Override
  public void frame(DecodedFrame frame, Appendable out) throws IOException {
    text.setLength(0);
    text.append("<packet>\n");
    for (Column column : columns.list()) {
      cell.setLength(0);
      column.write(frame, time, cell);
      section(cell.toString());
    }
    out.append(text.append("</packet>\n\n"));
  }

  @Override
  public void end(Appendable out) throws IOException {
    out.append("</psml>\n");
  }

  private void section(String value) {
    text.append("<section>");
    Xml.write(value, text);
    text.append("</section>\n");
  }
}
