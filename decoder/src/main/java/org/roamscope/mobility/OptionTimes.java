package org.roamscope.mobility;

import java.time.Instant;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;

/** Points in time as mobility options write them, in 8 octets. */
final class OptionTimes {
  private static final long NANOS = 1_000_000_000L;

  /** Seconds from 1900 to 1970. */
  private static final long NTP_EPOCH = 2_208_988_800L;

  private OptionTimes() {}

  /** RFC 4285 section 6: an NTP timestamp; RFC 4330 section 3 says what a clear top bit means. */
  static void ntp(BytesField field) {
    field
        .read(FieldType.ABSOLUTE_TIME, octets -> new FieldValue.Time(nanos(ntpInstant(octets))))
        .shownAs(octets -> ntpInstant(octets).toString());
  }

  /** RFC 5213 section 8.8: 48 bits of seconds since 1970, 16 bits of 1/65536 seconds. */
  static void unix(BytesField field) {
    field
        .read(FieldType.ABSOLUTE_TIME, octets -> new FieldValue.Time(nanos(unixInstant(octets))))
        .shownAs(octets -> unixInstant(octets).toString());
  }

  private static Instant ntpInstant(Slice octets) {
    long seconds = octets.u32(0);
    long era = seconds < 1L << 31 ? 1L << 32 : 0;
    return Instant.ofEpochSecond(era + seconds - NTP_EPOCH, octets.u32(4) * NANOS >>> 32);
  }

  private static Instant unixInstant(Slice octets) {
    return Instant.ofEpochSecond(octets.u64(0) >>> 16, octets.u16(6) * NANOS >>> 16);
  }

  /** Later than 2262 is the latest time that a value can hold. */
  private static long nanos(Instant time) {
    long seconds = time.getEpochSecond();
    return seconds > Long.MAX_VALUE / NANOS - 1 ? Long.MAX_VALUE : seconds * NANOS + time.getNano();
  }
}
