package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.jspecify.annotations.Nullable;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Derived;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * The four octets every payload starts with. Payload layouts begin with them, so that a payload
 * explains itself from its first octet.
 *
 * <pre>
 * 0: Next Payload (8)  C (1, IKEv2 only) RESERVED (7)  Payload Length (16), header included
 * </pre>
 */
final class GenericHeader {
  static final int OCTETS = 4;

  /** IKEv2, RFC 5996 section 3.2, with an undissected body. */
  static final Layout V2 = Layout.of("isakmp", "Payload", rfc(5996, "3.2"));

  static final UInt NEXT_PAYLOAD =
      V2.u8("nextpayload", "Next payload").names(IkeCodePoints.PAYLOAD_TYPES_V2);
  static final Flag CRITICAL = V2.flag("criticalpayload", "Critical bit (C)");
  static final UInt RESERVED = V2.uint(7, "reserved7", "Reserved").hex();
  static final UInt LENGTH = V2.u16("payloadlength", "Payload length");
  static final BytesField BODY = V2.rest("datapayload", "Payload data");

  static {
    announced(V2, IkeCodePoints.PAYLOAD_TYPES_V2);
    V2.total(OCTETS);
  }

  /** IKEv1, RFC 2408 section 3.2, with an undissected body. */
  static final Layout V1 = v1("isakmp", "Payload", rfc(2408, "3.2"));

  static {
    V1.rest("datapayload", "Payload data");
    V1.total(OCTETS);
  }

  /** A header alone, of a structure whose length cannot be. */
  static final Layout ALONE =
      plain("isakmp", "Header", rfc(5996, "3.2"), IkeCodePoints.PAYLOAD_TYPES_V2);

  static {
    ALONE.total(OCTETS);
  }

  private GenericHeader() {}

  /** Starts the layout of an IKEv2 payload. */
  static Layout v2(String prefix, String name, Clause clause) {
    Layout wire = Layout.of(prefix, name, clause);
    wire.u8("isakmp.nextpayload", "Next payload").names(IkeCodePoints.PAYLOAD_TYPES_V2);
    wire.flag("isakmp.criticalpayload", "Critical bit (C)");
    wire.uint(7, "isakmp.reserved7", "Reserved").hex();
    wire.u16("isakmp.payloadlength", "Payload length");
    announced(wire, IkeCodePoints.PAYLOAD_TYPES_V2);
    return wire;
  }

  /** Starts the layout of an IKEv1 payload. */
  static Layout v1(String prefix, String name, Clause clause) {
    return plain(prefix, name, clause, IkeCodePoints.PAYLOAD_TYPES_V1);
  }

  /** Starts the layout of a proposal or transform of either version: no critical bit. */
  static Layout plain(String prefix, String name, Clause clause, CodePoints types) {
    Layout wire = Layout.of(prefix, name, clause);
    wire.u8("isakmp.nextpayload", "Next payload").names(types);
    wire.octets(1, "isakmp.reserved", "Reserved");
    wire.u16("isakmp.payloadlength", "Payload length");
    announced(wire, types);
    return wire;
  }

  /** The type stands in the structure before this one. */
  private static void announced(Layout wire, CodePoints types) {
    wire.derived(FieldType.UINT8, IkePayload.TYPE_FILTER_NAME, "Payload", types);
  }

  /** The value of the derived type of a payload, or null for other fields. */
  static @Nullable FieldValue announced(Derived field, int type) {
    return field.filterName().equals(IkePayload.TYPE_FILTER_NAME)
        ? new FieldValue.Numeric(type)
        : null;
  }
}
