package org.roamscope.gui.viewmodel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.roamscope.bytes.Hex;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.output.Column;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.PlainText;
import org.roamscope.filter.Filter;
import org.roamscope.filter.FilterException;

/** What is looked for with Edit &gt; Find packet. */
public sealed interface FindQuery {
  /** How the text in the box is read. */
  enum Kind {
    /** As a display filter. */
    FILTER("Display filter"),
    /** As text in the packet list. */
    LIST("Text in packet list"),
    /** As text in the packet details. */
    DETAILS("Text in details"),
    /** As text in the octets. */
    BYTES("Text in bytes"),
    /** As octets in hexadecimal. */
    HEX("Hex value in bytes");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /** Packets that match a display filter. */
  record ByFilter(Filter filter) implements FindQuery {}

  /**
   * Packets whose line in the list holds a text, in capital letters or small ones.
   *
   * @param names names that stand for addresses; both are looked at
   */
  record InList(String text, AddressNames names) implements FindQuery {
    /** Which rows match. */
    IntPredicate in(CaptureSet captures) {
      String wanted = text.toLowerCase(Locale.ROOT);
      return row ->
          PacketColumns.SHOWN.stream()
              .filter(column -> column != Column.TIME)
              .anyMatch(column -> {
                String cell = captures.text(row, column);
                return holds(cell, wanted)
                    || PacketColumns.NAMED.contains(column) && holds(names.replaced(cell), wanted);
              });
    }
  }

  /**
   * Packets with a line in the details that holds a text, in capital letters or small ones.
   *
   * @param names names that stand beside addresses
   */
  record InDetails(String text, AddressNames names) implements FindQuery, Predicate<FrameDetail> {
    @Override
    public boolean test(FrameDetail detail) {
      return anyHolds(detail.tree(), text.toLowerCase(Locale.ROOT));
    }

    private boolean anyHolds(List<DetailNode> nodes, String wanted) {
      return nodes.stream()
          .anyMatch(node ->
              !node.hidden() && holds(names.beside(node.text()), wanted)
                  || anyHolds(node.children(), wanted));
    }
  }

  /**
   * Packets with these octets in a row, be they the frame's own, put together or decrypted.
   *
   * @param octets one character an octet, 0 to 255
   * @param letters whether capital and small letters of ASCII are the same
   */
  record InBytes(String octets, Letters letters) implements FindQuery, Predicate<FrameDetail> {
    @Override
    public boolean test(FrameDetail detail) {
      return detail.sources().stream()
          .map(source -> new String(source.data(), StandardCharsets.ISO_8859_1))
          .anyMatch(data ->
              switch (letters) {
                case EXACT -> data.contains(octets);
                case ANY_CASE -> lowered(data).contains(lowered(octets));
              });
    }
  }

  /** What tells letters apart. */
  enum Letters {
    /** Every octet counts. */
    EXACT,
    /** Capital and small letters of ASCII are the same. */
    ANY_CASE
  }

  /**
   * Reads what was typed.
   *
   * @param names names that are shown in the place of addresses
   * @throws IllegalArgumentException with a sentence for people when it is nothing to look for
   */
  static FindQuery of(Kind kind, String typed, AddressNames names) {
    if (typed.isBlank()) {
      throw new IllegalArgumentException("Type what to look for.");
    }
    return switch (kind) {
      case FILTER -> filter(typed);
      case LIST -> new InList(typed, names);
      case DETAILS -> new InDetails(typed, names);
      case BYTES ->
          new InBytes(
              new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
              Letters.ANY_CASE);
      case HEX -> new InBytes(octets(typed), Letters.EXACT);
    };
  }

  private static FindQuery filter(String typed) {
    try {
      return new ByFilter(Filter.compile(typed, DecodeCatalog.fields()));
    } catch (FilterException e) {
      String help = e.suggestion() == null ? "" : " " + e.suggestion();
      throw new IllegalArgumentException(PlainText.of(e.getMessage() + help), e);
    }
  }

  private static String octets(String typed) {
    String digits = typed.strip().replaceFirst("^0[xX]", "").replaceAll("[\\s:.-]", "");
    if (digits.isEmpty() || digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]+")) {
      throw new IllegalArgumentException(
          "Not octets in hexadecimal; two digits each, for example 20:01:0d:b8.");
    }
    return new String(Hex.parse(digits), StandardCharsets.ISO_8859_1);
  }

  private static boolean holds(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static String lowered(String octets) {
    var out = new StringBuilder(octets);
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return out.toString();
  }
}
