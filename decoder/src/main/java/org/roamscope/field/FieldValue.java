package org.roamscope.field;

import org.roamscope.bytes.Slice;

/** The value of a field in a packet. */
public sealed interface FieldValue {
  /**
   * A number.
   *
   * @param value its bits; unsigned types use all 64
   */
  record Numeric(long value) implements FieldValue {}

  /**
   * A bit.
   *
   * @param set true for 1
   */
  record Bool(boolean set) implements FieldValue {}

  /**
   * An IPv4 or IPv6 address.
   *
   * @param address the address
   */
  record Address(IpAddress address) implements FieldValue {}

  /**
   * Octets; also a MAC address, and the octets of a structure.
   *
   * @param octets a view of them
   */
  record Octets(Slice octets) implements FieldValue {}

  /**
   * Characters.
   *
   * @param text as sent, not made printable
   */
  record Text(String text) implements FieldValue {}

  /**
   * A point in time or a duration.
   *
   * @param nanos nanoseconds, since 1970-01-01T00:00:00Z for a point in time
   */
  record Time(long nanos) implements FieldValue {}
}
