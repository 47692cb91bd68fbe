package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.CutElement;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * User Datagram Protocol.
 *
 * <pre>
 * 0: Source Port (16)  2: Destination Port (16)
 * 4: Length (16)       6: Checksum (16)
 * </pre>
 *
 * @param slice the header
 * @param datagram header and payload, as far as the length field says
 * @param payload what follows the header in its IP packet
 * @param source address for the pseudo-header, or null where it is not known
 * @param destination address for the pseudo-header, or null where it is not known
 */
public record UdpHeader(
    Slice slice,
    Slice datagram,
    Slice payload,
    @Nullable IpAddress source,
    @Nullable IpAddress destination)
    implements Element {
  static final Layout WIRE =
      Layout.of("udp", "User Datagram Protocol", rfc(768, "")).protocol("udp");

  static final UInt SOURCE_PORT = WIRE.u16("srcport", "Source Port");
  static final UInt DESTINATION_PORT = WIRE.u16("dstport", "Destination Port");
  static final UInt LENGTH = WIRE.u16("length", "Length");
  static final UInt CHECKSUM = WIRE.u16("checksum", "Checksum").hex();

  static final Derived STATUS =
      WIRE.derived(FieldType.UINT8, "udp.checksum.status", "Checksum Status", Statuses.NAMES);
  static final Derived PAYLOAD = WIRE.derived(FieldType.BYTES, "payload", "Payload");

  static {
    WIRE.alias(SOURCE_PORT, "udp.port", "Source or Destination Port");
    WIRE.alias(DESTINATION_PORT, "udp.port", "Source or Destination Port");
    WIRE.total(8);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 8;

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  /** Source port. */
  public int sourcePort() {
    return SOURCE_PORT.getInt(slice);
  }

  /** Destination port. */
  public int destinationPort() {
    return DESTINATION_PORT.getInt(slice);
  }

  /** Octets of header and payload. */
  public int length() {
    return LENGTH.getInt(slice);
  }

  /** The checksum; 0 says that none was computed. */
  public int checksum() {
    return CHECKSUM.getInt(slice);
  }

  /**
   * What the checksum says. It covers header, payload and pseudo-header (RFC 768, RFC 8200 section
   * 8.1); 0 is none.
   */
  public ChecksumStatus checksumStatus() {
    return checksum() == 0
        ? ChecksumStatus.UNVERIFIABLE
        : Statuses.of(datagram, source, destination, IpProtocol.UDP);
  }

  /** True when no checksum was sent over IPv6, where one must be (RFC 8200 section 8.1). */
  public boolean unsummed() {
    return checksum() == 0 && source != null && !source.v4();
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    if (field == PAYLOAD) {
      return payload.length() == 0 ? null : new FieldValue.Octets(payload);
    }
    if (checksum() == 0) {
      return new FieldValue.Numeric(unsummed() ? Statuses.ILLEGAL : Statuses.NOT_PRESENT);
    }
    return Statuses.value(checksumStatus());
  }

  /** True when either port is {@code port}. */
  public boolean uses(int port) {
    return sourcePort() == port || destinationPort() == port;
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
