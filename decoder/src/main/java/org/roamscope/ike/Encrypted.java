package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * Encrypted and Authenticated (SK), RFC 5996 section 3.14. Where the initialization vector and the
 * checksum lie depends on the algorithms, so the body stays whole. The next payload is the type of
 * the first payload inside.
 *
 * <pre>
 * 4: Initialization Vector, Encrypted IKE Payloads, Padding, Pad Length (8), Integrity Checksum
 * </pre>
 *
 * @param slice the payload
 */
public record Encrypted(Slice slice) implements IkePayload {
  /** Payload type. */
  public static final int TYPE = 46;

  static final Layout WIRE =
      GenericHeader.v2("isakmp", "Encrypted and Authenticated", rfc(5996, "3.14"));

  static final BytesField DATA =
      WIRE.rest("isakmp.enc.data", "Encrypted data").read(FieldType.NONE, FieldValue.Octets::new);

  static {
    WIRE.total(4);
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
