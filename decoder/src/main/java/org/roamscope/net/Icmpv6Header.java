package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Clause;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Internet Control Message Protocol v6. A packet quoted in an error is not dissected: it is not on
 * its way.
 *
 * <pre>
 * 0: Type (8)  1: Code (8)  2: Checksum (16)  4: by type: MTU, pointer, identifier and sequence
 * number of an echo, identifier and flags of RFC 6275 sections 6.5 to 6.8
 * </pre>
 *
 * @param slice the whole message
 * @param parts home agent addresses of a reply
 * @param source address for the pseudo-header, or null where it is not known
 * @param destination address for the pseudo-header, or null where it is not known
 */
public record Icmpv6Header(
    Slice slice, List<Element> parts, @Nullable IpAddress source, @Nullable IpAddress destination)
    implements Element {
  static final Layout WIRE = body(start(rfc(4443, "2.1")), 4);
  static final Layout RESERVED = reserved();
  static final Layout MTU = number("mtu", "MTU", "3.2");
  static final Layout POINTER = number("pointer", "Pointer", "3.4");
  static final Layout ECHO = echo();
  static final Layout LISTENER = listener();
  static final Layout DISCOVERY = mobile("6.5", false);
  static final Layout ADVERTISEMENT = mobile("6.8", true);

  /** Octets of the fixed part. */
  public static final int OCTETS = 4;

  /** Octets with the word after the checksum. */
  public static final int LONG_OCTETS = 8;

  /** Home Agent Address Discovery Reply, whose addresses are parts. */
  public static final int ADDRESS_REPLY = 145;

  private static Layout start(Clause clause) {
    Layout wire =
        Layout.of("icmpv6", "Internet Control Message Protocol v6", clause).protocol("icmpv6");
    wire.u8("type", "Type").names(NetCodePoints.ICMPV6_TYPES);
    wire.u8("code", "Code");
    wire.u16("checksum", "Checksum").hex();
    wire.derived(FieldType.UINT8, "icmpv6.checksum.status", "Checksum Status", Statuses.NAMES);
    return wire;
  }

  private static Layout body(Layout wire, int octets) {
    wire.rest("roam.icmpv6.body", "Message body");
    return wire.total(octets);
  }

  private static Layout reserved() {
    Layout wire = start(rfc(4443, "3.1"));
    wire.octets(4, "reserved", "Reserved");
    return body(wire, LONG_OCTETS);
  }

  private static Layout number(String field, String label, String section) {
    Layout wire = start(rfc(4443, section));
    wire.u32(field, label);
    return body(wire, LONG_OCTETS);
  }

  private static Layout echo() {
    Layout wire = start(rfc(4443, "4.1"));
    wire.u16("icmpv6.echo.identifier", "Identifier").hex();
    wire.u16("icmpv6.echo.sequence_number", "Sequence");
    wire.rest("data.data", "Data");
    return wire.total(LONG_OCTETS);
  }

  private static Layout listener() {
    Layout wire = start(rfc(3810, "5.2"));
    wire.octets(2, "reserved", "Reserved");
    wire.u16("icmpv6.mldr.nb_mcast_records", "Number of Multicast Address Records");
    return body(wire, LONG_OCTETS);
  }

  private static Layout mobile(String section, boolean flags) {
    Layout wire = start(rfc(6275, section));
    wire.u16("icmpv6.mip6.identifier", "Identifier");
    if (flags) {
      UInt word = wire.u16("icmpv6.mip6.flag", "Flags").hex();
      wire.again(word).flag("icmpv6.mip6.flag.m", "Managed address configuration");
      wire.flag("icmpv6.mip6.flag.o", "Other configuration");
      wire.uint(14, "icmpv6.mip6.flag.rsv", "Reserved");
      return body(wire, LONG_OCTETS);
    }
    wire.octets(2, "reserved", "Reserved");
    return wire.total(LONG_OCTETS);
  }

  /**
   * An address of a home agent, RFC 6275 section 6.6.
   *
   * @param slice the address
   */
  public record HomeAgent(Slice slice) implements Element {
    static final Layout WIRE = Layout.of("icmpv6", "Home Agent Address", rfc(6275, "6.6"));

    static {
      WIRE.ipv6("icmpv6.mip6.home_agent_address", "Home Agent Address");
      WIRE.total(16);
    }

    @Override
    public Layout layout() {
      return WIRE;
    }
  }

  /** All layouts. */
  static List<Layout> layouts() {
    return List.of(
        WIRE, RESERVED, MTU, POINTER, ECHO, LISTENER, DISCOVERY, ADVERTISEMENT, HomeAgent.WIRE);
  }

  /** What the checksum says; it covers the pseudo-header of RFC 8200 section 8.1. */
  public ChecksumStatus checksum() {
    return Statuses.of(slice, source, destination, IpProtocol.ICMPV6);
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return Statuses.value(checksum());
  }

  @Override
  public Layout layout() {
    if (slice.length() < LONG_OCTETS) {
      return WIRE;
    }
    return switch (slice.u8(0)) {
      case 1, 3, 133, 135, 137 -> RESERVED;
      case 2 -> MTU;
      case 4 -> POINTER;
      case 128, 129 -> ECHO;
      case 143 -> LISTENER;
      case 144, ADDRESS_REPLY, 146 -> DISCOVERY;
      case 147 -> ADVERTISEMENT;
      default -> WIRE;
    };
  }
}
