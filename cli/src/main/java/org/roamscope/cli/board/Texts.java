package org.roamscope.cli.board;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.roamscope.field.TimeText;

/** Numbers and times as the board writes them. */
final class Texts {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Texts() {}

  /** {@code 1,234,567}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Time of day in UTC; empty for {@link Long#MIN_VALUE}. */
  static String clock(long nanos) {
    return nanos == Long.MIN_VALUE ? "" : CLOCK.format(TimeText.instant(nanos));
  }

  /** Day and time in UTC; a dash for {@link Long#MIN_VALUE}. */
  static String day(long nanos) {
    return nanos == Long.MIN_VALUE ? "-" : DAY.format(TimeText.instant(nanos));
  }

  /** {@code 3d 04:12:33}. */
  static String span(long seconds) {
    long days = seconds / 86_400;
    return (days == 0 ? "" : days + "d ")
        + String.format(
            Locale.ROOT, "%02d:%02d:%02d", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
  }

  /** How long ago, in one unit: {@code 12s}, {@code 4m}, {@code 3h}, {@code 2d}. */
  static String ago(long nanos) {
    long seconds = Math.max(0, nanos / 1_000_000_000L);
    if (seconds < 120) {
      return seconds + "s";
    }
    if (seconds < 7_200) {
      return seconds / 60 + "m";
    }
    return seconds < 172_800 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
  }
}
