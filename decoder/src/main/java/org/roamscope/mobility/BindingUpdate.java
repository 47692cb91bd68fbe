package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Derived;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Binding Update, RFC 6275 section 6.1.7. Flags M R P F T B S D come from RFC 4140, 3963, 5213,
 * 5555, 5845, 6602, 7161 and 8885.
 *
 * <pre>
 * 6:  Sequence # (16)
 * 8:  A H L K M R P F T B S D and 4 reserved bits; B is O beside a Binding Identifier option
 * 10: Lifetime (16, units of 4 seconds)
 * 12: Mobility options
 * </pre>
 *
 * @param slice the whole Mobility Header
 * @param options mobility options in wire order
 */
public record BindingUpdate(Slice slice, List<MobilityOption> options) implements MobilityMessage {
  static final Layout WIRE =
      Layout.of("mip6.bu", "Binding Update", rfc(6275, "6.1.7")).startAtByte(6);

  static final UInt SEQUENCE = WIRE.u16("seqnr", "Sequence number");
  static final Flag ACKNOWLEDGE = WIRE.flag("mip6.bu.a_flag", "Acknowledge (A)");
  static final Flag HOME_REGISTRATION = WIRE.flag("mip6.bu.h_flag", "Home Registration (H)");
  static final Flag LINK_LOCAL =
      WIRE.flag("mip6.bu.l_flag", "Link-Local Address Compatibility (L)");
  static final Flag KEY_MANAGEMENT =
      WIRE.flag("mip6.bu.k_flag", "Key Management Mobility Capability (K)");
  static final Flag MAP_REGISTRATION = WIRE.flag("mip6.bu.m_flag", "MAP Registration (M)");
  static final Flag MOBILE_ROUTER = WIRE.flag("mip6.nemo.bu.r_flag", "Mobile Router (R)");
  static final Flag PROXY = WIRE.flag("mip6.bu.p_flag", "Proxy Registration (P)");
  static final Flag FORCE_UDP = WIRE.flag("mip6.bu.f_flag", "Forcing UDP encapsulation (F)");
  static final Flag TLV_HEADER = WIRE.flag("mip6.bu.t_flag", "TLV-header format (T)");
  static final Flag BULK_OR_OVERWRITE =
      WIRE.flag(
          "mip6.bu.b_flag",
          "Bulk-Binding-Update (B), Overwrite (O) with a Binding Identifier option");
  static final Flag SUBSCRIPTION = WIRE.flag("roam.mip6.bu.s_flag", "Multicast Subscription (S)");
  static final Flag DISTRIBUTED = WIRE.flag("roam.mip6.bu.d_flag", "Distributed mobility (D)");
  static final UInt RESERVED = WIRE.uint(4, "roam.mip6.bu.reserved", ReservedFields.LABEL).hex();
  static final UInt LIFETIME = WIRE.u16("lifetime", "Lifetime").shownAs(MobilityMessage::lifetime);

  static final Derived OVERWRITE =
      WIRE.derived(FieldType.BOOLEAN, "roam.mip6.bu.o_flag", "Overwrite (O)");

  static {
    WIRE.total(12);
  }

  private static final int BINDING_IDENTIFIER = 35;

  /** Sequence number, modulo 65536. */
  public int sequence() {
    return SEQUENCE.getInt(slice);
  }

  /** A: an acknowledgement is asked for. */
  public boolean acknowledge() {
    return ACKNOWLEDGE.get(slice);
  }

  /** H: the receiver should act as home agent. */
  public boolean homeRegistration() {
    return HOME_REGISTRATION.get(slice);
  }

  /** K: the sender can move its key management endpoint (IKE SA) with its care-of address. */
  public boolean keyManagement() {
    return KEY_MANAGEMENT.get(slice);
  }

  /** P: a proxy registration, RFC 5213. */
  public boolean proxy() {
    return PROXY.get(slice);
  }

  /** F: UDP encapsulation is asked for, RFC 5555 section 3.1.3. */
  public boolean forceUdp() {
    return FORCE_UDP.get(slice);
  }

  /** Lifetime asked for, in seconds (the wire counts units of 4); 0 removes the binding. */
  public int lifetimeSeconds() {
    return LIFETIME.getInt(slice) * 4;
  }

  /**
   * True when the bit of B is O, Overwrite: RFC 5648 section 4.2 draws it there, and only a message
   * with a Binding Identifier option can mean it. Proxy registrations mean B (RFC 6602).
   */
  public boolean bitIsOverwrite() {
    return !proxy() && options.stream().anyMatch(option -> option.type() == BINDING_IDENTIFIER);
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return field.equals(OVERWRITE) && bitIsOverwrite()
        ? new FieldValue.Bool(BULK_OR_OVERWRITE.get(slice))
        : null;
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
