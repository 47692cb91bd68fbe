package org.roamscope.gui.viewmodel;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.roamscope.field.TimeText;

/** What the time column counts or names, as View &gt; Time Display Format of Wireshark has it. */
public enum TimeDisplay {
  /** Seconds since the first packet. */
  SINCE_START("Seconds since first packet"),
  /** Seconds since the packet above in the list. */
  SINCE_DISPLAYED("Seconds since previous displayed packet"),
  /** Date and time of day, UTC. */
  UTC("Date and time of day, UTC"),
  /** Date and time of day where the user is, with the distance from UTC. */
  LOCAL("Date and time of day, local"),
  /** Seconds since 1970-01-01 UTC. */
  EPOCH("Seconds since 1970-01-01");

  private static final int NANO_DIGITS = 9;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final String title;

  TimeDisplay(String title) {
    this.title = title;
  }

  /** What the menu calls it. */
  public String title() {
    return title;
  }

  /**
   * A point in time, all times in nanoseconds since 1970.
   *
   * @param first time of the first packet
   * @param above time of the packet above
   * @param decimals decimals of a second, 0 to 9
   */
  String text(long time, long first, long above, int decimals, ZoneId zone) {
    return switch (this) {
      case SINCE_START -> TimeText.seconds(time - first, decimals);
      case SINCE_DISPLAYED -> TimeText.seconds(time - above, decimals);
      case EPOCH -> TimeText.seconds(time, decimals);
      case UTC -> date(time, decimals, ZoneOffset.UTC);
      case LOCAL -> date(time, decimals, zone);
    };
  }

  private static String date(long time, int decimals, ZoneId zone) {
    var at = TimeText.instant(time).atZone(zone);
    String fraction = String.format(Locale.ROOT, "%0" + NANO_DIGITS + "d", at.getNano());
    return DATE.format(at)
        + (decimals == 0 ? "" : "." + fraction.substring(0, decimals))
        + (zone.equals(ZoneOffset.UTC) ? "Z" : " " + offset(at.getOffset()));
  }

  private static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
  }
}
