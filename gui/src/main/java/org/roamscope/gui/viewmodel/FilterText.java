package org.roamscope.gui.viewmodel;

import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.output.Column;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.TimeText;
import org.roamscope.filter.Filter;
import org.roamscope.filter.FilterException;

/** Filters made from what the user points at. */
public final class FilterText {
  /** How a new filter joins the one that is there. */
  public enum Join {
    /** Takes its place. */
    SELECTED("Selected"),
    /** Its opposite takes its place. */
    NOT_SELECTED("Not selected"),
    /** Both must hold. */
    AND("… and selected"),
    /** One must hold. */
    OR("… or selected"),
    /** The old one, without the new one. */
    AND_NOT("… and not selected"),
    /** One must hold: the old one, or the opposite of the new one. */
    OR_NOT("… or not selected");

    private final String label;

    Join(String label) {
      this.label = label;
    }

    /** Name in a menu. */
    public String label() {
      return label;
    }

    /** The joined filter. */
    public String of(String old, String added) {
      String before = old.isBlank() ? "" : "(" + old.strip() + ")";
      return switch (this) {
        case SELECTED -> added;
        case NOT_SELECTED -> "!(" + added + ")";
        case AND -> before.isEmpty() ? added : before + " && (" + added + ")";
        case OR -> before.isEmpty() ? added : before + " || (" + added + ")";
        case AND_NOT -> before.isEmpty() ? "!(" + added + ")" : before + " && !(" + added + ")";
        case OR_NOT -> before.isEmpty() ? "!(" + added + ")" : before + " || !(" + added + ")";
      };
    }
  }

  private static final int NANOSECONDS = 9;

  private FilterText() {}

  /** Lets packets pass that have this field with this value; empty when no field is behind it. */
  public static String of(DetailNode node) {
    FieldInfo info = node.info();
    FieldValue value = node.value();
    if (info == null || value == null) {
      return "";
    }
    if (info.type() == FieldType.NONE || info.type() == FieldType.PROTOCOL) {
      return info.name();
    }
    String compared = info.name() + " == " + literal(info, value);
    return compiles(compared) ? compared : compiles(info.name()) ? info.name() : "";
  }

  /** Lets packets pass whose cell says the same; empty when the cell is empty. */
  public static String of(Column column, String text) {
    if (text.isEmpty()) {
      return "";
    }
    return switch (column) {
      case NO -> "frame.number == " + text.substring(text.indexOf(':') + 1);
      case TIME -> "frame.time_relative == " + text;
      case SOURCE -> cell("Source", text);
      case DESTINATION -> cell("Destination", text);
      case PROTOCOL -> cell("Protocol", text);
      case LENGTH -> "frame.len == " + text;
      case INFO -> cell("Info", text);
      case HOA -> "roam.hoa == " + text;
      case COA ->
          "roam.coa == "
              + (text.endsWith(Column.MOVED)
                  ? text.substring(0, text.length() - Column.MOVED.length())
                  : text);
      case K -> {
        String bit = text.endsWith("1") ? "1" : "0";
        yield "mip6.bu.k_flag == " + bit + " || mip6.ba.k_flag == " + bit;
      }
      case RESPONSE -> "roam.time == " + text;
      case UE -> "roam.ue == " + text;
      case FINDING -> "roam.finding == " + quoted(text.split(",", 2)[0]);
    };
  }

  /** Lets packets of that time pass, whatever the time column counts; nanoseconds since 1970. */
  static String time(long nanos) {
    return "frame.time_epoch == " + TimeText.seconds(nanos, NANOSECONDS);
  }

  private static String cell(String title, String text) {
    return "_ws.col." + title + " == " + quoted(text);
  }

  private static String literal(FieldInfo info, FieldValue value) {
    String plain = info.plain(value);
    return switch (info.type()) {
      case STRING, ABSOLUTE_TIME -> quoted(plain);
      case BYTES -> colons(plain);
      default -> plain;
    };
  }

  /** A run of hexadecimal digits could be a number; with colons it is octets. */
  private static String colons(String digits) {
    if (digits.indexOf(':') >= 0 || digits.length() < 4) {
      return digits.length() == 2 ? digits + ":" : digits;
    }
    var out = new StringBuilder(digits.length() * 3 / 2);
    for (int i = 0; i + 1 < digits.length(); i += 2) {
      out.append(i == 0 ? "" : ":").append(digits, i, i + 2);
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** A structure has no value to compare with; then its name alone asks for it. */
  private static boolean compiles(String filter) {
    try {
      Filter.compile(filter, DecodeCatalog.fields());
      return true;
    } catch (FilterException e) {
      return false;
    }
  }
}
