package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

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
 * Mobility Header, RFC 6275 section 6.1.1.
 *
 * <pre>
 * 0: Payload Proto (8)   1: Header Len (8, units of 8 octets after the first 8)
 * 2: MH Type (8)         3: Reserved (8)
 * 4: Checksum (16)       6: Message Data
 * </pre>
 *
 * @param slice the header as long as Header Len says and the packet allows
 * @param checksum verdict on the checksum with the effective addresses
 * @param message the message inside
 */
public record MobilityHeader(Slice slice, ChecksumStatus checksum, MobilityMessage message)
    implements Element {
  /** IPv6 next header value. */
  public static final int PROTOCOL = 135;

  /** Next header value of the drafts before RFC 3775. */
  public static final int DRAFT_PROTOCOL = 62;

  /** Payload Proto that says nothing follows. */
  public static final int NO_NEXT_HEADER = 59;

  static final Layout WIRE = Layout.of("mip6", "Mobile IPv6", rfc(6275, "6.1.1")).protocol("mipv6");

  static final UInt PAYLOAD_PROTOCOL = WIRE.u8("proto", "Payload protocol");
  static final UInt LENGTH =
      WIRE.u8("hlen", "Header length")
          .shownAs(units -> units + " (" + (units + 1) * 8 + " octets)");
  static final UInt TYPE =
      WIRE.u8("mhtype", "Mobility Header Type").names(MobilityCodePoints.MESSAGE_TYPES);
  static final UInt RESERVED = WIRE.u8("reserved", ReservedFields.LABEL).hex();
  static final UInt CHECKSUM = WIRE.u16("csum", "Checksum").hex();

  static final Derived CHECKSUM_STATUS =
      WIRE.derived(
          FieldType.UINT8,
          "mip6.csum.status",
          "Checksum Status",
          MobilityCodePoints.CHECKSUM_STATUS);

  static {
    WIRE.total(6);
  }

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  /** MH Type. */
  public int type() {
    return TYPE.getInt(slice);
  }

  /** False when Header Len claims more than the packet has: a receiver discards it. */
  public boolean lengthFits() {
    return (LENGTH.get(slice) + 1) * 8 == slice.claimedLength();
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return field.equals(CHECKSUM_STATUS)
        ? new FieldValue.Numeric(
            switch (checksum) {
              case BAD -> 0;
              case GOOD -> 1;
              case UNVERIFIABLE -> 2;
            })
        : null;
  }

  @Override
  public List<MobilityMessage> parts() {
    return List.of(message);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
