package org.roamscope.decode.output;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.roamscope.decode.DecodedFrame;

/**
 * How the time column is written, options {@code -t} and {@code -u}. Always UTC, so that the same
 * capture gives the same text everywhere; with as many decimals as the capture keeps.
 *
 * @param kind which time
 * @param seconds how durations are written
 */
public record TimeFormat(Kind kind, Seconds seconds) {
  private static final long SECOND = 1_000_000_000L;
  private static final int NANO_DIGITS = 9;

  /** Seconds since the first frame. */
  public static final TimeFormat DEFAULT = new TimeFormat(Kind.RELATIVE, Seconds.PLAIN);

  /** Which time; the names of {@code -t}. */
  public enum Kind {
    /** Time of day. */
    ABSOLUTE("a"),
    /** Date and time of day. */
    ABSOLUTE_DATE("ad"),
    /** Year, day of the year and time of day. */
    ABSOLUTE_DAY_OF_YEAR("adoy"),
    /** Since the frame before. */
    DELTA("d"),
    /** Since the last frame that was displayed. */
    DELTA_DISPLAYED("dd"),
    /** Since 1970-01-01. */
    EPOCH("e"),
    /** Since the first frame. */
    RELATIVE("r"),
    /** Time of day, UTC. */
    UTC("u"),
    /** Date and time of day, UTC. */
    UTC_DATE("ud"),
    /** Year, day of the year and time of day, UTC. */
    UTC_DAY_OF_YEAR("udoy");

    private final String option;

    Kind(String option) {
      this.option = option;
    }
  }

  /** How durations are written; the names of {@code -u}. */
  public enum Seconds {
    /** As seconds. */
    PLAIN("s"),
    /** As hours, minutes and seconds. */
    HOURS("hms");

    private final String option;

    Seconds(String option) {
      this.option = option;
    }
  }

  /**
   * The format that the options name.
   *
   * @throws IllegalArgumentException with a sentence for people when one is unknown
   */
  public static TimeFormat of(String kind, String seconds) {
    return new TimeFormat(kindOf(kind), secondsOf(seconds));
  }

  private static Kind kindOf(String option) {
    for (Kind known : Kind.values()) {
      if (known.option.equals(option)) {
        return known;
      }
    }
    throw new IllegalArgumentException(
        "Invalid time stamp type \"" + option + "\"; it must be a|ad|adoy|d|dd|e|r|u|ud|udoy");
  }

  private static Seconds secondsOf(String option) {
    for (Seconds known : Seconds.values()) {
      if (known.option.equals(option)) {
        return known;
      }
    }
    throw new IllegalArgumentException("Invalid seconds type \"" + option + "\"; it must be s|hms");
  }

  /** The time of a frame; nothing for one whose time was not recorded. */
  void write(DecodedFrame frame, StringBuilder out) {
    if (!frame.frame().timed()) {
      return;
    }
    long time = frame.frame().timeNanos();
    int decimals = frame.clock().decimals();
    switch (kind) {
      case ABSOLUTE, UTC -> clock(time, decimals, out);
      case ABSOLUTE_DATE, UTC_DATE -> date(time, decimals, out);
      case ABSOLUTE_DAY_OF_YEAR, UTC_DAY_OF_YEAR -> dayOfYear(time, decimals, out);
      case EPOCH -> plain(time, decimals, out);
      case RELATIVE -> duration(time - frame.clock().first(), decimals, out);
      case DELTA -> duration(time - frame.clock().previous(), decimals, out);
      case DELTA_DISPLAYED -> duration(time - frame.clock().previousDisplayed(), decimals, out);
    }
  }

  private void duration(long nanos, int decimals, StringBuilder out) {
    switch (seconds) {
      case PLAIN -> plain(nanos, decimals, out);
      case HOURS -> hours(nanos, decimals, out);
    }
  }

  /** Seconds, for example {@code -0.020000}. */
  static void plain(long nanos, int decimals, StringBuilder out) {
    if (nanos < 0) {
      out.append('-');
    }
    out.append(Math.abs(nanos / SECOND));
    fraction(Math.abs(nanos % SECOND), decimals, out);
  }

  private static void hours(long nanos, int decimals, StringBuilder out) {
    if (nanos < 0) {
      out.append("- ");
    }
    long whole = Math.abs(nanos / SECOND);
    if (whole >= 3600) {
      out.append(whole / 3600).append("h ");
    }
    if (whole >= 60) {
      padded(whole / 60 % 60, whole >= 3600 ? 2 : 1, ' ', out);
      out.append("m ");
    }
    padded(whole % 60, whole >= 60 ? 2 : 1, ' ', out);
    fraction(Math.abs(nanos % SECOND), decimals, out);
    out.append('s');
  }

  private static LocalDateTime utc(long nanos) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(nanos, SECOND), (int) Math.floorMod(nanos, SECOND), ZoneOffset.UTC);
  }

  private static void date(long nanos, int decimals, StringBuilder out) {
    LocalDateTime at = utc(nanos);
    day(at, out);
    out.append(' ');
    clock(nanos, decimals, out);
  }

  /** The day of a point in time, for example {@code 2026-01-31}. */
  static void day(long nanos, StringBuilder out) {
    day(utc(nanos), out);
  }

  private static void day(LocalDateTime at, StringBuilder out) {
    padded(at.getYear(), 4, '0', out);
    out.append('-');
    padded(at.getMonthValue(), 2, '0', out);
    out.append('-');
    padded(at.getDayOfMonth(), 2, '0', out);
  }

  /** A point in time as ISO 8601 has it, nine decimals. */
  static String iso(long nanos) {
    StringBuilder out = new StringBuilder(30);
    day(nanos, out);
    out.append('T');
    clock(nanos, NANO_DIGITS, out);
    return out.append('Z').toString();
  }

  private static void dayOfYear(long nanos, int decimals, StringBuilder out) {
    LocalDateTime at = utc(nanos);
    padded(at.getYear(), 4, '0', out);
    out.append('/');
    padded(at.getDayOfYear(), 3, '0', out);
    out.append(' ');
    clock(nanos, decimals, out);
  }

  private static void clock(long nanos, int decimals, StringBuilder out) {
    long second = Math.floorMod(Math.floorDiv(nanos, SECOND), 86_400L);
    padded(second / 3600, 2, '0', out);
    out.append(':');
    padded(second / 60 % 60, 2, '0', out);
    out.append(':');
    padded(second % 60, 2, '0', out);
    fraction(Math.floorMod(nanos, SECOND), decimals, out);
  }

  private static void fraction(long nanos, int decimals, StringBuilder out) {
    if (decimals > 0) {
      out.append('.');
      int start = out.length();
      padded(nanos, NANO_DIGITS, '0', out);
      out.setLength(start + Math.min(decimals, NANO_DIGITS));
    }
  }

  private static void padded(long number, int width, char with, StringBuilder out) {
    String digits = Long.toString(number);
    for (int i = digits.length(); i < width; i++) {
      out.append(with);
    }
    out.append(digits);
  }
}
