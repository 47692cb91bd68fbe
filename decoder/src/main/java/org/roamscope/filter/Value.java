package org.roamscope.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.FieldValue;
import org.roamscope.field.IpAddress;

/** A value that filters compare and calculate with. */
sealed interface Value {
  /**
   * A number; also a bit.
   *
   * @param bits its bits, extended by its sign to 64 where it can have one
   * @param width how it overflows
   */
  record Whole(long bits, Width width) implements Value {
    boolean negative() {
      return width.signed() && bits < 0;
    }
  }

  /**
   * Octets: of a structure, an address of a link, characters in UTF-8.
   *
   * @param octets not to be changed
   * @param kind how they are ordered
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared by equals, never given away
  record Octets(byte[] octets, Kind kind) implements Value {
    enum Kind {
      /** The shorter comes first. */
      BYTES,
      /** Character by character. */
      TEXT
    }
  }

  /**
   * An IP address.
   *
   * @param address the address
   * @param prefix how many of its bits count
   */
  record Address(IpAddress address, int prefix) implements Value {}

  /** A time, nanoseconds. */
  record Time(long nanos) implements Value {}

  /** How numbers overflow: 32 or 64 bits, with a sign or without, as Wireshark calculates. */
  enum Width {
    UNSIGNED_32,
    SIGNED_32,
    UNSIGNED_64,
    SIGNED_64;

    boolean signed() {
      return this == SIGNED_32 || this == SIGNED_64;
    }

    /** The number of that width; what is below zero has a sign, whatever it was made from. */
    Whole wrap(long bits) {
      return switch (this) {
        case UNSIGNED_32 ->
            bits < 0 ? new Whole((int) bits, SIGNED_32) : new Whole(bits & 0xffff_ffffL, this);
        case SIGNED_32 -> new Whole((int) bits, this);
        case UNSIGNED_64, SIGNED_64 -> new Whole(bits, this);
      };
    }
  }

  /** The value of a field in a packet. */
  static Value of(Occurrence occurrence) {
    return switch (occurrence.value()) {
      case FieldValue.Numeric(long bits) -> new Whole(bits, Types.width(occurrence.info().type()));
      case FieldValue.Bool(boolean set) -> new Whole(set ? 1 : 0, Width.UNSIGNED_32);
      case FieldValue.Address(IpAddress address) -> new Address(address, address.v4() ? 32 : 128);
      case FieldValue.Octets(var slice) -> new Octets(slice.bytes(), Octets.Kind.BYTES);
      case FieldValue.Text(String text) ->
          new Octets(text.getBytes(StandardCharsets.UTF_8), Octets.Kind.TEXT);
      case FieldValue.Time(long nanos) -> new Time(nanos);
    };
  }

  /** True when {@link #order} has a meaning. */
  default boolean comparable(Value other) {
    return getClass() == other.getClass()
        && !(this instanceof Address(var a, int x)
            && other instanceof Address(var b, int y)
            && a.v4() != b.v4());
  }

  /** Below, at or above zero, as {@link java.util.Comparator} has it; 0 for what has no order. */
  default int order(Value other) {
    return switch (this) {
      case Whole a when other instanceof Whole b ->
          a.negative() == b.negative()
              ? a.negative()
                  ? Long.compare(a.bits(), b.bits())
                  : Long.compareUnsigned(a.bits(), b.bits())
              : a.negative() ? -1 : 1;
      case Octets a when other instanceof Octets b -> order(a, b);
      case Address a when other instanceof Address b -> order(a, b);
      case Time a when other instanceof Time b -> Long.compare(a.nanos(), b.nanos());
      case Whole a -> 0;
      case Octets a -> 0;
      case Address a -> 0;
      case Time a -> 0;
    };
  }

  private static int order(Octets a, Octets b) {
    boolean text = a.kind() == Octets.Kind.TEXT || b.kind() == Octets.Kind.TEXT;
    int lengths = Integer.compare(a.octets().length, b.octets().length);
    return text || lengths == 0 ? Arrays.compareUnsigned(a.octets(), b.octets()) : lengths;
  }

  /** By the bits that count in both. */
  private static int order(Address a, Address b) {
    int prefix = Math.min(a.prefix(), b.prefix());
    return masked(a.address(), prefix).compareTo(masked(b.address(), prefix));
  }

  private static IpAddress masked(IpAddress address, int prefix) {
    if (address.v4()) {
      return new IpAddress(0, address.low() & -1L << 32 - prefix, true);
    }
    long high = prefix == 0 ? 0 : address.high() & -1L << 64 - Math.min(64, prefix);
    long low = prefix <= 64 ? 0 : address.low() & -1L << 128 - prefix;
    return new IpAddress(high, low, false);
  }

  /** True for the number 0, octets that all are 0, the address without a bit, no time. */
  default boolean zero() {
    return switch (this) {
      case Whole(long bits, Width width) -> bits == 0;
      case Octets(byte[] octets, var kind) -> {
        int any = 0;
        for (byte octet : octets) {
          any |= octet;
        }
        yield any == 0;
      }
      case Address(IpAddress address, int prefix) -> address.unspecified();
      case Time(long nanos) -> nanos == 0;
    };
  }
}
