package org.roamscope.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads points in time and durations in the text of a filter. */
final class TimeLiterals {
  private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern ISO_TIME =
      Pattern.compile(
          "(?:[T ](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d*+))?)?"
              + "(?:(Z)|([+-]\\d{2}):?(\\d{2}))?)?");
  private static final Pattern WORDS =
      Pattern.compile(
          "([A-Za-z]{3}) +(\\d{1,2}), *(\\d{4}) +(\\d{1,2}):(\\d{1,2}):(\\d{1,2})"
              + "(?:\\.(\\d*+))?( +UTC)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,30}(?:\\.[0-9]{1,9})?");

  private final String filter;
  private final ZoneId zone;

  TimeLiterals(String filter, ZoneId zone) {
    this.filter = filter;
    this.zone = zone;
  }

  /** A point in time, in the zone given unless it says its own. */
  Value.Time point(Token token) throws FilterException {
    String text = token.value();
    Matcher date = ISO_DATE.matcher(text);
    try {
      if (date.lookingAt()) {
        Matcher time = ISO_TIME.matcher(text).region(date.end(), text.length());
        if (!time.matches()) {
          throw wrong(token, "Unexpected data after time value.");
        }
        return iso(date, time);
      }
      Matcher words = WORDS.matcher(text);
      int month = words.matches() ? MONTHS.indexOf(words.group(1).toLowerCase(Locale.ROOT)) : -1;
      if (month >= 0) {
        LocalDateTime local =
            local(number(words.group(3)), month + 1, number(words.group(2)))
                .plusHours(within(words.group(4), 23))
                .plusMinutes(within(words.group(5), 59));
        ZoneId where = words.group(8) == null ? zone : ZoneOffset.UTC;
        return time(local, within(words.group(6), 60), words.group(7), where);
      }
    } catch (DateTimeException e) {
      FilterException wrong = invalid(token);
      wrong.initCause(e);
      throw wrong;
    }
    throw invalid(token);
  }

  private Value.Time iso(Matcher date, Matcher time) {
    LocalDateTime local =
        local(number(date.group(1)), number(date.group(2)), number(date.group(3)));
    if (time.group(1) == null) {
      return time(local, 0, null, zone);
    }
    ZoneId where = zone;
    if (time.group(5) != null) {
      where = ZoneOffset.UTC;
    } else if (time.group(6) != null) {
      where = ZoneOffset.of(time.group(6) + ":" + time.group(7));
    }
    int seconds = time.group(3) == null ? 0 : within(time.group(3), 60);
    return time(
        local.plusHours(within(time.group(1), 23)).plusMinutes(within(time.group(2), 59)),
        seconds,
        time.group(4),
        where);
  }

  private static LocalDateTime local(int year, int month, int day) {
    return LocalDateTime.of(year, month, day, 0, 0);
  }

  /** Second 60 is the next minute's first: a leap second has no time of its own. */
  private static Value.Time time(
      LocalDateTime local, int seconds, @Nullable String fraction, ZoneId where) {
    long second = local.plusSeconds(seconds).atZone(where).toEpochSecond();
    String digits = fraction == null ? "" : fraction;
    String nine = (digits + "000000000").substring(0, 9);
    return new Value.Time(
        clamped(
            BigInteger.valueOf(second)
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(new BigInteger(nine))));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int within(String digits, int most) {
    int number = number(digits);
    if (number > most) {
      throw new DateTimeException(digits + " is above " + most);
    }
    return number;
  }

  /** Seconds, with up to nine decimals. */
  Value.Time duration(Token token) throws FilterException {
    if (!SECONDS.matcher(token.value()).matches()) {
      throw wrong(token, "\"" + token.text() + "\" is not a valid time.");
    }
    return new Value.Time(clamped(new BigDecimal(token.value()).movePointRight(9).toBigInteger()));
  }

  private static long clamped(BigInteger nanos) {
    return nanos
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .max(BigInteger.valueOf(Long.MIN_VALUE))
        .longValue();
  }

  private FilterException invalid(Token token) {
    return wrong(
        token,
        "\"%s\" is not a valid absolute time. Example: \"%s\" or \"%s\""
            .formatted(token.value(), "Nov 12, 1999 08:55:44.123", "2011-07-04 12:34:56"));
  }

  private FilterException wrong(Token token, String message) {
    return FilterException.at(filter, token.part(), message);
  }
}
