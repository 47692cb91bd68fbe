package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Key Exchange, RFC 5996 section 3.4 and RFC 2408 section 3.7.
 *
 * <pre>
 * IKEv2:  4: Diffie-Hellman Group Num (16)  RESERVED (16)  8: Key Exchange Data
 * IKEv1:  4: Key Exchange Data
 * </pre>
 *
 * @param type 34, or 4 in IKEv1
 * @param slice the payload
 */
public record KeyExchange(int type, Slice slice) implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 34;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 4;

  static final Layout WIRE =
      GenericHeader.v2("isakmp.key_exchange", "Key Exchange", rfc(5996, "3.4"));

  static final UInt GROUP =
      WIRE.u16("dh_group", "Diffie-Hellman group").names(IkeCodePoints.GROUPS);
  static final BytesField RESERVED = WIRE.octets(2, "isakmp.reserved", "Reserved");
  static final BytesField DATA = WIRE.rest("data", "Key exchange data");

  static {
    WIRE.total(8);
  }

  static final Layout WIRE_V1 =
      GenericHeader.v1("isakmp.key_exchange", "Key Exchange", rfc(2408, "3.7"));

  static final BytesField DATA_V1 = WIRE_V1.rest("data", "Key exchange data");

  static {
    WIRE_V1.total(4);
  }

  static IkePayload read(Slice slice, ProblemLog log) {
    return log.holds(slice, WIRE.octets(), "isakmp.key_exchange.dh_group", "The KE payload")
        ? new KeyExchange(TYPE, slice)
        : OpaquePayload.of(2, TYPE, slice);
  }

  /** Diffie-Hellman group; -1 in IKEv1, where the SA payload tells it. */
  public int group() {
    return type == TYPE ? GROUP.getInt(slice) : -1;
  }

  /** The public value. */
  public Slice data() {
    return (type == TYPE ? DATA : DATA_V1).get(slice);
  }

  @Override
  public Layout layout() {
    return type == TYPE ? WIRE : WIRE_V1;
  }
}
