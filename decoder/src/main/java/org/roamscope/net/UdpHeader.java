package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
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
 */
public record UdpHeader(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("udp", "User Datagram Protocol", rfc(768, ""));

  static final UInt SOURCE_PORT = WIRE.u16("srcport", "Source Port");
  static final UInt DESTINATION_PORT = WIRE.u16("dstport", "Destination Port");
  static final UInt LENGTH = WIRE.u16("length", "Length");
  static final UInt CHECKSUM = WIRE.u16("checksum", "Checksum").hex();

  static {
    WIRE.total(8);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 8;

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

  /** True when either port is {@code port}. */
  public boolean uses(int port) {
    return sourcePort() == port || destinationPort() == port;
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
