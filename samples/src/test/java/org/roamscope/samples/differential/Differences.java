package org.roamscope.samples.differential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.filter.Filter;
import org.roamscope.filter.FilterException;

/** The list of known differences: where tshark is wrong or stops, one line each with its reason. */
final class Differences {
  /** How far a difference may go. */
  enum How {
    /** Any values. */
    ANY,
    /** What tshark has comes first, then more of ours. */
    MORE,
    /** tshark's texts end at the first NUL in ours. */
    NUL,
    /** What we have comes first, then more of tshark's. */
    LESS,
    /** Each value of tshark is the beginning of ours; ours may have more of them. */
    BEGIN
  }

  /** One line. */
  private static final class Line {
    final String text;
    final Pattern field;
    final Filter packets;
    final How how;
    int used;

    Line(String text, Pattern field, Filter packets, How how) {
      this.text = text;
      this.field = field;
      this.packets = packets;
      this.how = how;
    }
  }

  private final List<Line> lines = new ArrayList<>();

  private Differences() {}

  /** Lines whose reason begins so are about runs of tshark without a folder of keys. */
  private static final String WITHOUT_KEYS = "without keys ";

  /** Reads the list: field pattern, filter of packets, how (see {@link How}), reason. */
  static Differences read() throws IOException, FilterException {
    return read(cells -> true);
  }

  /** The lines that hold with keys too. */
  static Differences withKeys() throws IOException, FilterException {
    return read(cells -> !cells[3].startsWith(WITHOUT_KEYS));
  }

  private static Differences read(Predicate<String[]> wanted) throws IOException, FilterException {
    Differences all = new Differences();
    try (InputStream in =
        Objects.requireNonNull(Differences.class.getResourceAsStream("/tshark-differences.txt"))) {
      for (String text : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!text.isBlank() && !text.startsWith("#")) {
          String[] cells = text.split("\\s*\\|\\s*", 4);
          if (cells.length < 4 || cells[3].isBlank()) {
            throw new IOException("a difference without a reason: " + text);
          }
          if (!wanted.test(cells)) {
            continue;
          }
          all.lines.add(
              new Line(
                  text,
                  Pattern.compile(
                      cells[0].strip().replace(".", "\\.").replace("*", ".*").replace(",", "|")),
                  Filter.compile(cells[1].strip(), DecodeCatalog.fields()),
                  How.valueOf(cells[2].strip().toUpperCase(Locale.ROOT))));
        }
      }
    }
    return all;
  }

  /** Names that the filters of the list ask for. */
  List<String> fields() {
    return lines.stream().flatMap(line -> line.packets.fields().stream()).distinct().toList();
  }

  /** True when a line of the list covers the difference. */
  boolean listed(String field, DecodedFrame frame, List<String> theirs, List<String> ours) {
    for (Line line : lines) {
      if (line.field.matcher(field).matches()
          && covers(line.how, theirs, ours)
          && line.packets.matches(frame)) {
        line.used++;
        return true;
      }
    }
    return false;
  }

  /** Lines that covered nothing: they have no business in the list. */
  List<String> unused() {
    return lines.stream().filter(line -> line.used == 0).map(line -> line.text).toList();
  }

  private static boolean covers(How how, List<String> theirs, List<String> ours) {
    return switch (how) {
      case ANY -> true;
      case MORE -> starts(ours, theirs) || starts(toNul(ours), theirs);
      case LESS -> starts(theirs, ours);
      case BEGIN -> begins(ours, theirs);
      case NUL -> toNul(ours).equals(toNul(theirs));
    };
  }

  /** Texts up to their first NUL; those that begin with it are none. */
  private static List<String> toNul(List<String> texts) {
    return texts.stream()
        .map(text -> text.indexOf(0) < 0 ? text : text.substring(0, text.indexOf(0)))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static boolean begins(List<String> whole, List<String> parts) {
    int at = 0;
    for (String value : whole) {
      if (at < parts.size() && value.startsWith(parts.get(at))) {
        at++;
      }
    }
    return at == parts.size();
  }

  private static boolean starts(List<String> whole, List<String> part) {
    return part.size() <= whole.size() && whole.subList(0, part.size()).equals(part);
  }
}
