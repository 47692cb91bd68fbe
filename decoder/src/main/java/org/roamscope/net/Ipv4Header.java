package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.Element;
import org.roamscope.field.Flag;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Internet Protocol Version 4.
 *
 * <pre>
 * 0: Version (4) IHL (4)  1: DSCP/ECN (8)  2: Total Length (16)
 * 4: Identification (16)   6: Flags (3) Fragment Offset (13)
 * 8: TTL (8)  9: Protocol (8)  10: Header Checksum (16)
 * 12: Source (32)  16: Destination (32)  20: Options
 * </pre>
 *
 * @param slice the header with its options
 */
public record Ipv4Header(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("ip", "Internet Protocol Version 4", rfc(791, "3.1"));

  static final UInt VERSION = WIRE.uint(4, "version", "Version");
  static final UInt HEADER_LENGTH =
      WIRE.uint(4, "hdr_len", "Header Length").shownAs(words -> words * 4 + " octets");
  static final UInt SERVICE = WIRE.u8("dsfield", "Differentiated Services Field").hex();
  static final UInt LENGTH = WIRE.u16("len", "Total Length");
  static final UInt IDENTIFICATION = WIRE.u16("id", "Identification").hex();
  static final Flag RESERVED = WIRE.flag("ip.flags.rb", "Reserved bit");
  static final Flag DONT_FRAGMENT = WIRE.flag("ip.flags.df", "Don't fragment");
  static final Flag MORE_FRAGMENTS = WIRE.flag("ip.flags.mf", "More fragments");
  static final UInt FRAGMENT_OFFSET =
      WIRE.uint(13, "frag_offset", "Fragment Offset").shownAs(units -> Long.toString(units * 8));
  static final UInt TTL = WIRE.u8("ttl", "Time to Live");
  static final UInt PROTOCOL = WIRE.u8("proto", "Protocol");
  static final UInt CHECKSUM = WIRE.u16("checksum", "Header Checksum").hex();
  static final AddressField SOURCE = WIRE.ipv4("src", "Source Address");
  static final AddressField DESTINATION = WIRE.ipv4("dst", "Destination Address");

  static {
    WIRE.total(20);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 20;

  /** Version field, 4. */
  public int version() {
    return VERSION.getInt(slice);
  }

  /** Octets of the header with options. */
  public int headerOctets() {
    return HEADER_LENGTH.getInt(slice) * 4;
  }

  /** Octets of header and payload; 0 where the sending host left segmentation to its interface. */
  public int totalLength() {
    return LENGTH.getInt(slice);
  }

  /** Protocol number of the payload. */
  public int protocol() {
    return PROTOCOL.getInt(slice);
  }

  /** Source address. */
  public IpAddress source() {
    return SOURCE.get(slice);
  }

  /** Destination address. */
  public IpAddress destination() {
    return DESTINATION.get(slice);
  }

  /** True for every fragment, first and last included. */
  public boolean fragment() {
    return MORE_FRAGMENTS.get(slice) || FRAGMENT_OFFSET.get(slice) != 0;
  }

  /** More fragments follow. */
  public boolean moreFragments() {
    return MORE_FRAGMENTS.get(slice);
  }

  /** Place of the fragment in the payload, in octets. */
  public int fragmentOffset() {
    return FRAGMENT_OFFSET.getInt(slice) * 8;
  }

  /** Identification. */
  public int identification() {
    return IDENTIFICATION.getInt(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
