package org.roamscope.field;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as Wireshark writes them; always UTC, so that the same capture gives the same text. */
public final class TimeText {
  private static final long SECOND = 1_000_000_000L;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMM ppd, uuuu HH:mm:ss.SSSSSSSSS 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private TimeText() {}

  /** A point in time, for example {@code Jan 1, 2026 00:00:00.000000000 UTC}. */
  public static String date(long nanos) {
    return DATE.format(instant(nanos));
  }

  /** Seconds with {@code decimals} decimals, what is below cut off, for example -0.020000. */
  public static String seconds(long nanos, int decimals) {
    long whole = nanos / SECOND;
    long rest = nanos % SECOND;
    String sign = nanos < 0 ? "-" : "";
    String seconds = sign + Math.abs(whole);
    if (decimals == 0) {
      return seconds;
    }
    String digits = String.format(Locale.ROOT, "%09d", Math.abs(rest));
    return seconds + "." + digits.substring(0, decimals);
  }

  /** The point in time. */
  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }
}
