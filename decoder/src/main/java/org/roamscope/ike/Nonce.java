package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.VALUE;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;

/**
 * Nonce, RFC 5996 section 3.9 (16 to 256 octets) and RFC 2408 section 3.13 (8 to 256 by RFC 2409).
 *
 * <pre>
 * 4: Nonce Data
 * </pre>
 *
 * @param type 40, or 10 in IKEv1
 * @param slice the payload
 */
public record Nonce(int type, Slice slice) implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 40;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 10;

  static final Layout WIRE = GenericHeader.v2("isakmp", "Nonce", rfc(5996, "3.9"));

  static final BytesField DATA = WIRE.rest("nonce", "Nonce data");

  static {
    WIRE.total(4);
  }

  static final Layout WIRE_V1 = GenericHeader.v1("isakmp", "Nonce", rfc(2408, "3.13"));

  static {
    WIRE_V1.rest("nonce", "Nonce data");
    WIRE_V1.total(4);
  }

  static IkePayload read(int type, Slice slice, ProblemLog log) {
    Nonce nonce = new Nonce(type, slice);
    long octets = nonce.data().claimedLength();
    int least = type == TYPE ? 16 : 8;
    if (octets < least || octets > 256) {
      log.add(
          VALUE,
          nonce.data().span(),
          DATA.filterName(),
          "A nonce of " + octets + " octets; " + least + " to 256 are allowed.");
    }
    return nonce;
  }

  /** The nonce. */
  public Slice data() {
    return DATA.get(slice);
  }

  @Override
  public Layout layout() {
    return type == TYPE ? WIRE : WIRE_V1;
  }
}
