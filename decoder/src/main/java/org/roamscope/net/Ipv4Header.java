package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
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
 * @param parts the options
 */
public record Ipv4Header(Slice slice, List<Element> parts) implements Element {
  static final Layout WIRE =
      Layout.of("ip", "Internet Protocol Version 4", rfc(791, "3.1")).protocol("ip");

  static final UInt VERSION = WIRE.uint(4, "version", "Version");
  static final UInt HEADER_LENGTH =
      WIRE.uint(4, "hdr_len", "Header Length")
          .read(FieldType.UINT8, words -> new FieldValue.Numeric(words * 4))
          .shownAs(words -> words * 4 + " octets");
  static final UInt SERVICE = WIRE.u8("dsfield", "Differentiated Services Field").hex();
  static final UInt DSCP =
      WIRE.again(SERVICE)
          .uint(6, "ip.dsfield.dscp", "Differentiated Services Codepoint")
          .names(NetCodePoints.DSCP);
  static final UInt ECN =
      WIRE.uint(2, "ip.dsfield.ecn", "Explicit Congestion Notification").names(NetCodePoints.ECN);
  static final UInt LENGTH = WIRE.u16("len", "Total Length");
  static final UInt IDENTIFICATION = WIRE.u16("id", "Identification").hex();
  static final UInt FLAGS = WIRE.uint(3, "flags", "Flags").hex();
  static final Flag RESERVED = WIRE.again(FLAGS).flag("ip.flags.rb", "Reserved bit");
  static final Flag DONT_FRAGMENT = WIRE.flag("ip.flags.df", "Don't fragment");
  static final Flag MORE_FRAGMENTS = WIRE.flag("ip.flags.mf", "More fragments");
  static final UInt FRAGMENT_OFFSET =
      WIRE.uint(13, "frag_offset", "Fragment Offset").shownAs(units -> Long.toString(units * 8));
  static final UInt TTL = WIRE.u8("ttl", "Time to Live");
  static final UInt PROTOCOL = WIRE.u8("proto", "Protocol").names(NetCodePoints.PROTOCOLS);
  static final UInt CHECKSUM = WIRE.u16("checksum", "Header Checksum").hex();
  static final AddressField SOURCE = WIRE.ipv4("src", "Source Address");
  static final AddressField DESTINATION = WIRE.ipv4("dst", "Destination Address");

  static final Derived STATUS =
      WIRE.derived(FieldType.UINT8, "ip.checksum.status", "Header checksum status", Statuses.NAMES);

  static {
    Layout second = Layout.of("ip", "Internet Protocol Version 4", rfc(791, "3.1"));
    WIRE.alias(SOURCE, "ip.addr", "Source or Destination Address");
    WIRE.alias(DESTINATION, "ip.addr", "Source or Destination Address");
    host(second, SOURCE, "src_host", "Source Host");
    host(second, SOURCE, "host", "Source or Destination Host");
    host(second, DESTINATION, "dst_host", "Destination Host");
    host(second, DESTINATION, "host", "Source or Destination Host");
    WIRE.total(20);
  }

  private static void host(Layout second, AddressField address, String name, String label) {
    Hidden.in(
        WIRE, second.again(address).octets(4, name, label).read(FieldType.STRING, Hidden::host));
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 20;

  /**
   * A header of which only the first octets are there.
   *
   * @param slice what is there
   * @param parts the options that are there
   */
  public record Cut(Slice slice, List<Element> parts) implements Element {
    /** No option is there. */
    public Cut(Slice slice) {
      this(slice, List.of());
    }

    @Override
    public @Nullable FieldValue derived(Derived field) {
      return CHECKSUM.in(slice) ? Statuses.value(ChecksumStatus.UNVERIFIABLE) : null;
    }

    @Override
    public Layout layout() {
      return WIRE;
    }
  }

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

  /** The bit that must be zero. */
  public boolean reservedBit() {
    return RESERVED.get(slice);
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

  /**
   * What the header checksum says. One of zero that does not fit was left to the sending interface.
   */
  public ChecksumStatus checksum() {
    ChecksumStatus status = Statuses.of(slice);
    return status == ChecksumStatus.BAD && CHECKSUM.get(slice) == 0
        ? ChecksumStatus.UNVERIFIABLE
        : status;
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return Statuses.value(checksum());
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
