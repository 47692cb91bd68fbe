package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Binding Revocation, RFC 5846 section 5: an indication or its acknowledgement, as B.R. Type says.
 *
 * <pre>
 * 6:  B.R. Type (8)
 * 7:  Revocation Trigger (8) or Status (8)
 * 8:  Sequence # (16)
 * 10: P V G and 13 reserved bits
 * 12: Mobility options
 * </pre>
 */
final class BindingRevocation {
  private static final int INDICATION_TYPE = 1;
  private static final int ACKNOWLEDGEMENT_TYPE = 2;

  /** Of no known B.R. Type. */
  static final Layout OTHER = Layout.of("mip6.bri", "Binding Revocation", rfc(5846, "5"));

  static final UInt TYPE = type(OTHER);

  static {
    OTHER.u8("roam.mip6.bri.code", "Trigger or status");
    OTHER.u16("mip6.bri_seqnr", "Sequence Number");
    OTHER.u16("roam.mip6.bri.flags", "Flags").hex();
    OTHER.total(12);
  }

  /** Binding Revocation Indication, RFC 5846 section 5.1. */
  static final Layout INDICATION =
      Layout.of("mip6.bri", "Binding Revocation Indication", rfc(5846, "5.1"));

  static {
    type(INDICATION);
    INDICATION
        .u8("mip6.bri_r.trigger", "Revocation Trigger")
        .names(MobilityCodePoints.REVOCATION_TRIGGER);
    INDICATION.u16("mip6.bri_seqnr", "Sequence Number");
    INDICATION.flag("mip6.bri_ip", "Proxy Binding (P)");
    INDICATION.flag("mip6.bri_iv", "IPv4 HoA Binding Only (V)");
    INDICATION.flag("mip6.bri_ig", "Global (G)");
    reserved(INDICATION);
  }

  /** Binding Revocation Acknowledgement, RFC 5846 section 5.2. */
  static final Layout ACKNOWLEDGEMENT =
      Layout.of("mip6.bri", "Binding Revocation Acknowledgement", rfc(5846, "5.2"));

  static {
    type(ACKNOWLEDGEMENT);
    ACKNOWLEDGEMENT.u8("mip6.bri_status", "Status").names(MobilityCodePoints.REVOCATION_STATUS);
    ACKNOWLEDGEMENT.u16("mip6.bri_seqnr", "Sequence Number");
    ACKNOWLEDGEMENT.flag("mip6.bri_ap", "Proxy Binding (P)");
    ACKNOWLEDGEMENT.flag("mip6.bri_av", "IPv4 HoA Binding Only (V)");
    ACKNOWLEDGEMENT.flag("mip6.bri_ag", "Global (G)");
    reserved(ACKNOWLEDGEMENT);
  }

  private BindingRevocation() {}

  /** The definition for the B.R. Type in the message. */
  static Layout of(Slice whole) {
    if (!TYPE.in(whole)) {
      return OTHER;
    }
    return switch (TYPE.getInt(whole)) {
      case INDICATION_TYPE -> INDICATION;
      case ACKNOWLEDGEMENT_TYPE -> ACKNOWLEDGEMENT;
      default -> OTHER;
    };
  }

  private static UInt type(Layout layout) {
    return layout
        .startAtByte(6)
        .u8("mip6.bri_br.type", "B.R. Type")
        .names(MobilityCodePoints.REVOCATION_TYPE);
  }

  private static void reserved(Layout layout) {
    layout.uint(13, "mip6.bri_res", ReservedFields.LABEL).hex();
    layout.total(12);
  }
}
