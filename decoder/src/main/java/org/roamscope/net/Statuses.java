package org.roamscope.net;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Checksum;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;
import org.roamscope.field.FieldValue;
import org.roamscope.field.IpAddress;

/** Checksum verdicts as filter values, and the checksums of RFC 1071 behind them. */
final class Statuses {
  private static final Clause NONE = new Clause("none", "");

  static final long NOT_PRESENT = 3;
  static final long ILLEGAL = 4;

  static final CodePoints NAMES =
      CodePoints.of("Checksum status")
          .add(0, "Bad", NONE)
          .add(1, "Good", NONE)
          .add(2, "Unverified", NONE)
          .add(NOT_PRESENT, "Not present", NONE)
          .add(ILLEGAL, "Illegal", NONE)
          .build();

  private Statuses() {}

  static FieldValue value(ChecksumStatus status) {
    return new FieldValue.Numeric(
        switch (status) {
          case BAD -> 0;
          case GOOD -> 1;
          case UNVERIFIABLE -> 2;
        });
  }

  /** Octets that hold their own checksum. */
  static ChecksumStatus of(Slice octets) {
    if (octets.truncated()) {
      return ChecksumStatus.UNVERIFIABLE;
    }
    return new Checksum().add(octets).value() == 0 ? ChecksumStatus.GOOD : ChecksumStatus.BAD;
  }

  /**
   * A packet that holds its own checksum, with the pseudo-header of RFC 768 or RFC 8200 section
   * 8.1; both sum up alike.
   */
  static ChecksumStatus of(
      Slice packet, @Nullable IpAddress source, @Nullable IpAddress destination, int protocol) {
    if (source == null || destination == null || packet.truncated()) {
      return ChecksumStatus.UNVERIFIABLE;
    }
    Checksum sum = new Checksum();
    add(sum, source);
    add(sum, destination);
    return sum.addWord(packet.length()).addWord(protocol).add(packet).value() == 0
        ? ChecksumStatus.GOOD
        : ChecksumStatus.BAD;
  }

  private static void add(Checksum sum, IpAddress address) {
    sum.addWord(address.high() >>> 32)
        .addWord(address.high() & 0xffffffffL)
        .addWord(address.low() >>> 32)
        .addWord(address.low() & 0xffffffffL);
  }
}
