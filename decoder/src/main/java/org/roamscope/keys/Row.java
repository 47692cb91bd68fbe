package org.roamscope.keys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of one of Wireshark's tables: fields with commas between them, in quotes or not. Quotes
 * may hold {@code \x} and two digits for an octet and a backslash before any other character. Lines
 * and fields have an octet a character, as ISO 8859-1 reads them.
 */
public final class Row {
  /** Fields that are looked at; the longest table has ten. */
  private static final int MOST = 40;

  private final List<Field> fields = new ArrayList<>();
  private int wrongAt = -1;

  /**
   * One field.
   *
   * @param text without quotes
   * @param column from 1, of the first character
   * @param quoted true when it stood in quotes
   */
  public record Field(String text, int column, boolean quoted) {
    /** What stands in it, octet by octet. */
    public byte[] octets() {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The column: the text may be a key. */
    @Override
    public String toString() {
      return "field at column " + column;
    }
  }

  private Row() {}

  /** True for a line that holds no row: empty or a comment. */
  public static boolean blank(String line) {
    String text = line.strip();
    return text.isEmpty() || text.charAt(0) == '#';
  }

  /** Reads a line; {@link #wrongAt} says whether it is one. */
  public static Row of(String line) {
    Row row = new Row();
    int at = 0;
    while (row.fields.size() < MOST) {
      at = row.field(line, at);
      if (at < 0 || at >= line.length()) {
        break;
      }
      at++;
      if (at == line.length()) {
        row.fields.add(new Field("", at + 1, false));
        break;
      }
    }
    return row;
  }

  /** Reads a field; index of the comma behind it, or -1 when the row ends in disorder. */
  private int field(String line, int from) {
    int at = from;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    if (at < line.length() && line.charAt(at) == '"') {
      return quoted(line, at);
    }
    int end = line.indexOf(',', at);
    end = end < 0 ? line.length() : end;
    fields.add(new Field(line.substring(at, end).strip(), at + 1, false));
    return end;
  }

  private int quoted(String line, int open) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = open + 1;
    while (at < line.length() && line.charAt(at) != '"') {
      char c = line.charAt(at);
      if (c == '\\' && at + 1 < line.length()) {
        int octet = escaped(line, at);
        if (octet >= 0) {
          out.write(octet);
          at += 4;
          continue;
        }
        at++;
        c = line.charAt(at);
      }
      out.write(c);
      at++;
    }
    fields.add(new Field(out.toString(StandardCharsets.ISO_8859_1), open + 1, true));
    if (at >= line.length()) {
      wrongAt = open + 1;
      return -1;
    }
    at++;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    if (at < line.length() && line.charAt(at) != ',') {
      wrongAt = at + 1;
      return -1;
    }
    return at;
  }

  private static int escaped(String line, int at) {
    if (at + 3 >= line.length() || line.charAt(at + 1) != 'x') {
      return -1;
    }
    int high = HexText.digit(line.charAt(at + 2));
    int low = HexText.digit(line.charAt(at + 3));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** How many fields there are. */
  public int size() {
    return fields.size();
  }

  /** A field, from 0. */
  public Field get(int i) {
    return fields.get(i);
  }

  @Nullable Field find(int i) {
    return i < fields.size() ? fields.get(i) : null;
  }

  /** Column of a quote that never ends or of what follows one; -1 when there is none. */
  public int wrongAt() {
    return wrongAt;
  }
}
