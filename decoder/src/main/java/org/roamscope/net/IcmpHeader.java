package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Internet Control Message Protocol. A packet quoted in an error is not dissected: it is not on its
 * way.
 *
 * <pre>
 * 0: Type (8)  1: Code (8)  2: Checksum (16)  4: by type: identifier and sequence number of an
 * echo, MTU, gateway, pointer
 * </pre>
 *
 * @param slice the whole message
 */
public record IcmpHeader(Slice slice) implements Element {
  private static final int UNREACHABLE = 3;
  private static final int FRAGMENTATION_NEEDED = 4;

  static final Layout WIRE = body(start(), 4);
  static final Layout ECHO = echo();
  static final Layout UNUSED = unused();
  static final Layout MTU = mtu();
  static final Layout REDIRECT = redirect();
  static final Layout POINTER = pointer();

  /** Octets of the fixed part. */
  public static final int OCTETS = 4;

  private static final int LONG_OCTETS = 8;

  private static Layout start() {
    Layout wire =
        Layout.of("icmp", "Internet Control Message Protocol", rfc(792, "")).protocol("icmp");
    wire.u8("type", "Type").names(NetCodePoints.ICMP_TYPES);
    wire.u8("code", "Code");
    wire.u16("checksum", "Checksum").hex();
    wire.derived(FieldType.UINT8, "icmp.checksum.status", "Checksum Status", Statuses.NAMES);
    return wire;
  }

  private static Layout body(Layout wire, int octets) {
    wire.rest("roam.icmp.body", "Message body");
    return wire.total(octets);
  }

  private static Layout echo() {
    Layout wire = start();
    UInt identifier = wire.u16("ident", "Identifier (BE)");
    LittleEndian.decimal(
        wire.again(identifier).u16("ident_le", "Identifier (LE)"), FieldType.UINT16);
    UInt sequence = wire.u16("seq", "Sequence Number (BE)");
    LittleEndian.decimal(
        wire.again(sequence).u16("seq_le", "Sequence Number (LE)"), FieldType.UINT16);
    wire.rest("data.data", "Data");
    return wire.total(LONG_OCTETS);
  }

  private static Layout unused() {
    Layout wire = start();
    wire.octets(4, "unused", "Unused");
    return body(wire, LONG_OCTETS);
  }

  private static Layout mtu() {
    Layout wire = start();
    wire.octets(2, "unused", "Unused");
    wire.u16("mtu", "MTU of next hop");
    return body(wire, LONG_OCTETS);
  }

  private static Layout redirect() {
    Layout wire = start();
    wire.ipv4("redir_gw", "Gateway Address");
    return body(wire, LONG_OCTETS);
  }

  private static Layout pointer() {
    Layout wire = start();
    wire.u8("pointer", "Pointer").as(FieldType.UINT32);
    wire.octets(3, "unused", "Unused");
    return body(wire, LONG_OCTETS);
  }

  /** All layouts. */
  static List<Layout> layouts() {
    return List.of(WIRE, ECHO, UNUSED, MTU, REDIRECT, POINTER);
  }

  /** What the checksum says. */
  public ChecksumStatus checksum() {
    return Statuses.of(slice);
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
      case 0, 8 -> ECHO;
      case UNREACHABLE -> slice.u8(1) == FRAGMENTATION_NEEDED ? MTU : UNUSED;
      case 4, 11 -> UNUSED;
      case 5 -> REDIRECT;
      case 12 -> POINTER;
      default -> WIRE;
    };
  }
}
