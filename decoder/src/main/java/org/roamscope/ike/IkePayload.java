package org.roamscope.ike;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldValue;

/**
 * A payload of an IKE message, from its generic header to its last captured octet. Payloads too
 * short for their fixed fields, of unknown type, or encrypted as a whole are {@link OpaquePayload}:
 * a typed payload always holds its fixed fields, so its accessors never fail.
 *
 * <p>The type of a payload stands in the payload (or header) before it, not in its own octets.
 */
public sealed interface IkePayload extends Element
    permits CertificateRequest,
        Configuration,
        Delete,
        Eap,
        Encrypted,
        EncryptedFragment,
        Identification,
        KeyExchange,
        MessageFragment,
        Nonce,
        Notify,
        OpaquePayload,
        PlainPayload,
        SecurityAssociation,
        TrafficSelectors,
        VendorId {
  /** Display filter name of {@link #type()}. */
  String TYPE_FILTER_NAME = "isakmp.typepayload";

  /** Payload type as the chain announced it; IKEv1 below 33 and from 130, IKEv2 33 to 127. */
  int type();

  /** Next Payload, 0 at the end of the chain and where it was not captured. */
  default int nextPayload() {
    return slice().length() == 0 ? 0 : slice().u8(0);
  }

  /** What follows the generic header. */
  default Slice body() {
    return slice().from(GenericHeader.OCTETS);
  }

  @Override
  default @Nullable FieldValue derived(Derived field) {
    return GenericHeader.announced(field, type());
  }

  @Override
  default String title() {
    CodePoints types = v2(type()) ? IkeCodePoints.PAYLOAD_TYPES_V2 : IkeCodePoints.PAYLOAD_TYPES_V1;
    return types.name(type());
  }

  /** The two versions number their payloads apart. */
  static boolean v2(int type) {
    return type >= 33 && type < 128;
  }
}
