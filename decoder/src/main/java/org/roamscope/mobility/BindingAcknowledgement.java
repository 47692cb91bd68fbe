package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Binding Acknowledgement, RFC 6275 section 6.1.8. Flags R P T B S D come from RFC 3963, 5213,
 * 5845, 6602, 7161 and 8885.
 *
 * <pre>
 * 6:  Status (8)
 * 7:  K R P T B S D and 1 reserved bit
 * 8:  Sequence # (16)
 * 10: Lifetime (16, units of 4 seconds)
 * 12: Mobility options
 * </pre>
 *
 * @param slice the whole Mobility Header
 * @param options mobility options in wire order
 */
public record BindingAcknowledgement(Slice slice, List<MobilityOption> options)
    implements MobilityMessage {
  static final Layout WIRE =
      Layout.of("mip6.ba", "Binding Acknowledgement", rfc(6275, "6.1.8")).startAtByte(6);

  static final UInt STATUS =
      WIRE.u8("status", "Status").names(MobilityCodePoints.BINDING_ACK_STATUS);
  static final Flag KEY_MANAGEMENT = WIRE.flag("k_flag", "Key Management Mobility Capability (K)");
  static final Flag MOBILE_ROUTER = WIRE.flag("mip6.nemo.ba.r_flag", "Mobile Router (R)");
  static final Flag PROXY = WIRE.flag("p_flag", "Proxy Registration (P)");
  static final Flag TLV_HEADER = WIRE.flag("t_flag", "TLV-header format (T)");
  static final Flag BULK = WIRE.flag("b_flag", "Bulk-Binding-Update (B)");
  static final Flag SUBSCRIPTION = WIRE.flag("roam.mip6.ba.s_flag", "Multicast Subscription (S)");
  static final Flag DISTRIBUTED = WIRE.flag("roam.mip6.ba.d_flag", "Distributed mobility (D)");
  static final UInt RESERVED = WIRE.uint(1, "roam.mip6.ba.reserved", ReservedFields.LABEL).hex();
  static final UInt SEQUENCE = WIRE.u16("seqnr", "Sequence number");
  static final UInt LIFETIME = WIRE.u16("lifetime", "Lifetime").shownAs(MobilityMessage::granted);

  static {
    WIRE.total(12);
  }

  /** Status: below 128 the binding was accepted. */
  public int status() {
    return STATUS.getInt(slice);
  }

  /** K: the home agent can move its key management endpoint (IKE SA) with the care-of address. */
  public boolean keyManagement() {
    return KEY_MANAGEMENT.get(slice);
  }

  /** P: answers a proxy registration, RFC 5213. */
  public boolean proxy() {
    return PROXY.get(slice);
  }

  /** Sequence number of the Binding Update answered; with status 135 the last one accepted. */
  public int sequence() {
    return SEQUENCE.getInt(slice);
  }

  /** Lifetime granted, in seconds (the wire counts units of 4). */
  public int lifetimeSeconds() {
    return LIFETIME.getInt(slice) * 4;
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
