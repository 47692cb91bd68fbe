package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;

/**
 * Octets shown as they are: a payload of unknown type or of another IKE version, a damaged or cut
 * payload, the encrypted body of an IKEv1 message, or what follows the last payload.
 *
 * @param type payload type announced, 0 for octets that no payload announced
 * @param layout how much of it is known
 * @param slice the octets
 */
public record OpaquePayload(int type, Layout layout, Slice slice) implements IkePayload {
  /** The body of an IKEv1 message whose E flag is set, RFC 2408 section 3.1. */
  static final Layout ENCRYPTED_BODY = Layout.of("isakmp", "Encrypted body", rfc(2408, "3.1"));

  /** Octets in which no payload could be found. */
  static final Layout UNDISSECTED = Layout.of("isakmp", "Undissected octets", rfc(5996, "3.2"));

  static {
    PlainPayload.none(ENCRYPTED_BODY.rest("isakmp.enc.data", "Encrypted data"));
    ENCRYPTED_BODY.total(0);
    UNDISSECTED.rest("isakmp.extradata", "Extra data");
    UNDISSECTED.total(0);
  }

  /** A payload of which only the generic header is understood, or not even that. */
  static OpaquePayload of(int majorVersion, int type, Slice slice) {
    if (!slice.holds(0, GenericHeader.OCTETS) || majorVersion != 1 && majorVersion != 2) {
      return undissected(type, slice);
    }
    return new OpaquePayload(type, majorVersion == 2 ? GenericHeader.V2 : GenericHeader.V1, slice);
  }

  /** A payload that does not hold all of its fixed fields: those that are there are shown. */
  static OpaquePayload partly(int type, Layout layout, Slice slice) {
    return new OpaquePayload(type, layout, slice);
  }

  static OpaquePayload undissected(int type, Slice slice) {
    return new OpaquePayload(type, UNDISSECTED, slice);
  }

  static OpaquePayload encryptedBody(int type, Slice slice) {
    return new OpaquePayload(type, ENCRYPTED_BODY, slice);
  }

  private boolean hasHeader() {
    return !layout.equals(ENCRYPTED_BODY) && !layout.equals(UNDISSECTED);
  }

  @Override
  public int nextPayload() {
    return hasHeader() ? slice.u8(0) : 0;
  }

  @Override
  public Slice body() {
    return hasHeader() ? slice.from(GenericHeader.OCTETS) : slice;
  }

  @Override
  public String title() {
    return hasHeader() ? IkePayload.super.title() : layout.name();
  }
}
