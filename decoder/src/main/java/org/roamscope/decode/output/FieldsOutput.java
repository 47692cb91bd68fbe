package org.roamscope.decode.output;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.field.PlainText;

/**
 * Values of chosen fields, one line a frame ({@code -T fields}), see {@link FieldsOptions}. A field
 * that the frame does not have is empty, without quotes. As in tshark, quotes and backslashes
 * inside a text stand as sent.
 */
public final class FieldsOutput implements FrameOutput {
  private final FieldTexts fields;
  private final FieldsOptions options;
  private final StringBuilder line = new StringBuilder(500);

  /**
   * Prints fields.
   *
   * @param names of the fields, in their order
   * @throws IllegalArgumentException when one is unknown; ask {@link #unknown} first
   */
  public FieldsOutput(List<String> names, FieldsOptions options) {
    fields = FieldTexts.of(names);
    this.options = options;
  }

  /** Those of the names that no field has. */
  public static List<String> unknown(Collection<String> names) {
    return FieldTexts.unknown(names);
  }

  @Override
  public void begin(Appendable out) throws IOException {
    if (options.bom() == FieldsOptions.Bom.FIRST) {
      out.append('\ufeff');
    }
    if (options.header() == FieldsOptions.Header.NAMES) {
      for (int i = 0; i < fields.count(); i++) {
        if (i > 0) {
          out.append(options.separator());
        }
        out.append(fields.name(i));
      }
      out.append('\n');
    }
  }

  @Override
  public void frame(DecodedFrame frame, Appendable out) throws IOException {
    line.setLength(0);
    for (int i = 0; i < fields.count(); i++) {
      if (i > 0) {
        line.append(options.separator());
      }
      List<String> values = chosen(fields.values(i, frame));
      if (!values.isEmpty()) {
        line.append(options.quote().mark());
        join(values);
        line.append(options.quote().mark());
      }
    }
    out.append(line.append('\n'));
  }

  @Override
  public void end(Appendable out) {}

  private List<String> chosen(List<String> values) {
    if (values.size() < 2) {
      return values;
    }
    return switch (options.occurrence()) {
      case FIRST -> List.of(values.getFirst());
      case LAST -> List.of(values.getLast());
      case ALL -> values;
    };
  }

  private void join(List<String> values) {
    boolean first = true;
    for (String value : values) {
      if (!first) {
        line.append(options.aggregator());
      }
      first = false;
      escape(value);
    }
  }

  private void escape(String value) {
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      String letter = letter(value.charAt(i));
      if (!letter.isEmpty()) {
        line.append(PlainText.of(value.substring(start, i))).append(letter);
        start = i + 1;
      }
    }
    line.append(PlainText.of(value.substring(start)));
  }

  /** What stands for a tab, a line end and the like; empty for every other character. */
  private String letter(char c) {
    String escaped =
        switch (c) {
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          case '\b' -> "\\b";
          case '\f' -> "\\f";
          default -> "";
        };
    boolean space = c == '\n' || c == '\r' || c == '\t';
    return switch (options.escape()) {
      case ALL -> escaped;
      case NOT_SPACE -> space ? String.valueOf(c) : escaped;
    };
  }
}
