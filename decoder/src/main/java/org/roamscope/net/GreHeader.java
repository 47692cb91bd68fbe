package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.CutElement;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Generic Routing Encapsulation, RFC 2784 with the key and sequence number of RFC 2890; version 1
 * of RFC 2637 (PPTP) with acknowledgement.
 *
 * <pre>
 * 0: C (1) R (1) K (1) S (1) s (1) Recur (3) A (1) Flags (4) Version (3)   2: Protocol (16)
 * if C: Checksum (16) Offset (16);  if K: Key (32);  if S: Sequence Number (32);
 * version 1, if A: Acknowledgment Number (32)
 * </pre>
 *
 * @param slice the header
 * @param whole the header with its payload, which the checksum covers
 */
public record GreHeader(Slice slice, Slice whole) implements Element {
  /** By the flags C, K, S, A and the version, see {@link #form}. */
  static final List<Layout> LAYOUTS = layouts();

  private static final UInt PROTOCOL = (UInt) LAYOUTS.getFirst().fields().getLast();

  /** Octets of flags and protocol. */
  public static final int OCTETS = 4;

  private static final int CHECKSUM = 0x8000;
  private static final int ROUTING = 0x4000;
  private static final int KEY = 0x2000;
  private static final int SEQUENCE = 0x1000;
  private static final int ACKNOWLEDGEMENT = 0x0080;

  private static List<Layout> layouts() {
    List<Layout> all = new ArrayList<>();
    for (int form = 0; form < 32; form++) {
      all.add(layout(form));
    }
    return List.copyOf(all);
  }

  private static Layout layout(int form) {
    boolean enhanced = (form & 16) != 0;
    Layout wire =
        Layout.of(
                "gre",
                "Generic Routing Encapsulation",
                enhanced ? rfc(2637, "4.1") : rfc(2784, "2"))
            .protocol("gre");
    UInt flags = wire.u16("flags_and_version", "Flags and Version").hex();
    wire.again(flags).flag("gre.flags.checksum", "Checksum Bit");
    wire.flag("gre.flags.routing", "Routing Bit");
    wire.flag("gre.flags.key", "Key Bit");
    wire.flag("gre.flags.sequence_number", "Sequence Number Bit");
    wire.flag("gre.flags.strict_source_route", "Strict Source Route Bit");
    wire.uint(3, "gre.flags.recursion_control", "Recursion control").as(FieldType.UINT16);
    if (enhanced) {
      wire.flag("gre.flags.ack", "Acknowledgment");
      wire.uint(4, "gre.flags.reserved", "Flags (Reserved)").as(FieldType.UINT16);
    } else {
      wire.uint(5, "gre.flags.reserved", "Flags (Reserved)").as(FieldType.UINT16);
    }
    wire.uint(3, "gre.flags.version", "Version").as(FieldType.UINT16);
    wire.u16("proto", "Protocol Type").names(NetCodePoints.ETHER_TYPES).hex();
    int octets = OCTETS;
    if ((form & 1) != 0) {
      wire.u16("checksum", "Checksum").hex();
      wire.u16("offset", "Offset");
      wire.derived(FieldType.UINT8, "gre.checksum.status", "Checksum Status", Statuses.NAMES);
      octets += 4;
    }
    if ((form & 2) != 0) {
      if (enhanced) {
        wire.u16("gre.key.payload_length", "Payload Length");
        wire.u16("gre.key.call_id", "Call ID");
      } else {
        wire.u32("key", "Key").hex();
      }
      octets += 4;
    }
    if ((form & 4) != 0) {
      wire.u32("sequence_number", "Sequence Number");
      octets += 4;
    }
    if ((form & 8) != 0) {
      wire.u32("ack_number", "Acknowledgment Number");
      octets += 4;
    }
    return wire.total(octets);
  }

  /** Octets of the header that begins with {@code slice}; its first four must be there. */
  public static int octets(Slice slice) {
    return OCTETS + Integer.bitCount(form(slice) & 15) * 4;
  }

  private static int form(Slice slice) {
    int flags = slice.u16(0);
    boolean enhanced = (flags & 7) == 1;
    return ((flags & CHECKSUM) != 0 ? 1 : 0)
        | ((flags & KEY) != 0 ? 2 : 0)
        | ((flags & SEQUENCE) != 0 ? 4 : 0)
        | (enhanced && (flags & ACKNOWLEDGEMENT) != 0 ? 8 : 0)
        | (enhanced ? 16 : 0);
  }

  /** True for a source route, which RFC 2784 took out and which is not followed here. */
  public static boolean routed(Slice slice) {
    return (slice.u16(0) & ROUTING) != 0;
  }

  /** EtherType of the payload. */
  public int protocol() {
    return (int) slice.bits(PROTOCOL.bit(), PROTOCOL.bits());
  }

  /** 0, or 1 for the enhanced header of PPTP. */
  public int version() {
    return slice.u16(0) & 7;
  }

  /** Bits that must be zero: those of RFC 2784 section 2.1 that no later document uses. */
  public int reserved() {
    return slice.u16(0) & (version() == 1 ? 0x0f78 : 0x0ff8);
  }

  /** True when there is a checksum. */
  public boolean summed() {
    return (slice.u16(0) & CHECKSUM) != 0;
  }

  /** True when there is a sequence number. */
  public boolean sequenced() {
    return (slice.u16(0) & SEQUENCE) != 0;
  }

  /** What the checksum says, when there is one. */
  public ChecksumStatus checksum() {
    return summed() ? Statuses.of(whole) : ChecksumStatus.UNVERIFIABLE;
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return Statuses.value(checksum());
  }

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, slice.holds(0, 2) ? LAYOUTS.get(form(slice)) : LAYOUTS.getFirst());
  }

  @Override
  public Layout layout() {
    return LAYOUTS.get(form(slice));
  }
}
