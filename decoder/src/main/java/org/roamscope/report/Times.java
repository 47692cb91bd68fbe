package org.roamscope.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.roamscope.track.At;

/** Capture times as text. */
final class Times {
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** RFC 3339, UTC, nanoseconds. */
  static String utc(long nanos) {
    return RFC_3339.format(
        Instant.ofEpochSecond(Math.floorDiv(nanos, At.SECOND), Math.floorMod(nanos, At.SECOND)));
  }

  /** Milliseconds with three digits. */
  static double millis(long nanos) {
    return Math.round(nanos / 1000.0) / 1000.0;
  }
}
