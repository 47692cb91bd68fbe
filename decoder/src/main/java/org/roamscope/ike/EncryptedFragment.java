package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.VALUE;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Encrypted and Authenticated Fragment (SKF), RFC 7383 section 2.5.
 *
 * <pre>
 * 4: Fragment Number (16, from 1)  Total Fragments (16)
 * 8: Initialization Vector, Encrypted content, Padding, Pad Length (8), Integrity Checksum
 * </pre>
 *
 * @param slice the payload
 */
public record EncryptedFragment(Slice slice) implements IkePayload {
  /** Payload type. */
  public static final int TYPE = 53;

  static final Layout WIRE =
      GenericHeader.v2("isakmp.frag", "Encrypted and Authenticated Fragment", rfc(7383, "2.5"));

  static final UInt NUMBER = WIRE.u16("number", "Fragment number");
  static final UInt TOTAL = WIRE.u16("total", "Total fragments");
  static final BytesField DATA = WIRE.rest("roam.ike.frag.data", "Encrypted data");

  static {
    WIRE.total(8);
  }

  static IkePayload read(Slice slice, ProblemLog log) {
    if (!log.holds(slice, WIRE.octets(), "isakmp.frag.number", "The fragment header")) {
      return OpaquePayload.partly(TYPE, WIRE, slice);
    }
    EncryptedFragment fragment = new EncryptedFragment(slice);
    if (fragment.number() < 1 || fragment.number() > fragment.total()) {
      log.add(
          VALUE,
          NUMBER.span(slice),
          NUMBER.filterName(),
          "Fragment "
              + fragment.number()
              + " of "
              + fragment.total()
              + ": the number runs from 1 to the total (RFC 7383 2.5).");
    } else if (fragment.number() > 1 && fragment.nextPayload() != 0) {
      log.add(
          VALUE,
          slice.span(0, 1),
          "isakmp.nextpayload",
          "Next payload is for the first fragment only (RFC 7383 2.5).");
    }
    return fragment;
  }

  /** Number of this fragment, from 1. */
  public int number() {
    return NUMBER.getInt(slice);
  }

  /** Fragments of the message. */
  public int total() {
    return TOTAL.getInt(slice);
  }

  /** What is encrypted: initialization vector to checksum. */
  public Slice data() {
    return DATA.get(slice);
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
