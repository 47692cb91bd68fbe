package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;

/**
 * Vendor ID, RFC 5996 section 3.12 and RFC 2408 section 3.16.
 *
 * <pre>
 * 4: Vendor ID
 * </pre>
 *
 * @param type 43, or 13 in IKEv1
 * @param slice the payload
 */
public record VendorId(int type, Slice slice) implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 43;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 13;

  static final Layout WIRE = GenericHeader.v2("isakmp", "Vendor ID", rfc(5996, "3.12"));

  static final BytesField ID = WIRE.rest("vid_bytes", "Vendor ID");

  static {
    WIRE.total(4);
  }

  static final Layout WIRE_V1 = GenericHeader.v1("isakmp", "Vendor ID", rfc(2408, "3.16"));

  static {
    WIRE_V1.rest("vid_bytes", "Vendor ID");
    WIRE_V1.total(4);
  }

  /** The identifier, usually a digest of a text. */
  public Slice id() {
    return ID.get(slice);
  }

  @Override
  public Layout layout() {
    return type == TYPE ? WIRE : WIRE_V1;
  }
}
