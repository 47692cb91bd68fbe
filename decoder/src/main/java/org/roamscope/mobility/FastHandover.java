package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Layout;

/** Messages of fast handovers: RFC 5568, with the flags that RFC 5949 adds for proxies. */
final class FastHandover {
  /**
   * Fast Binding Update, RFC 5568 section 6.2.2.
   *
   * <pre>
   * 6:  Sequence # (16)
   * 8:  A H L K and 12 reserved bits
   * 10: Lifetime (16, units of 4 seconds)
   * 12: Mobility options
   * </pre>
   */
  static final Layout UPDATE =
      Layout.of("mip6.fbu", "Fast Binding Update", rfc(5568, "6.2.2")).startAtByte(6);

  static {
    UPDATE.u16("seqnr", "Sequence number");
    UPDATE.flag("a_flag", "Acknowledge (A)");
    UPDATE.flag("h_flag", "Home Registration (H)");
    UPDATE.flag("l_flag", "Link-Local Address Compatibility (L)");
    UPDATE.flag("k_flag", "Key Management Mobility Capability (K)");
    UPDATE.uint(12, "roam.mip6.fbu.reserved", ReservedFields.LABEL).hex();
    UPDATE.u16("lifetime", "Lifetime").shownAs(MobilityMessage::lifetime);
    UPDATE.total(12);
  }

  /**
   * Fast Binding Acknowledgment, RFC 5568 section 6.2.3.
   *
   * <pre>
   * 6:  Status (8)
   * 7:  K and 7 reserved bits
   * 8:  Sequence # (16)
   * 10: Lifetime (16, units of 4 seconds)
   * 12: Mobility options
   * </pre>
   */
  static final Layout ACKNOWLEDGMENT =
      Layout.of("mip6.fback", "Fast Binding Acknowledgment", rfc(5568, "6.2.3")).startAtByte(6);

  static {
    ACKNOWLEDGMENT.u8("status", "Status").names(MobilityCodePoints.FAST_BINDING_ACK_STATUS);
    ACKNOWLEDGMENT.flag("k_flag", "Key Management Mobility Capability (K)");
    ACKNOWLEDGMENT.uint(7, "roam.mip6.fback.reserved", ReservedFields.LABEL).hex();
    ACKNOWLEDGMENT.u16("seqnr", "Sequence number");
    ACKNOWLEDGMENT.u16("lifetime", "Lifetime").shownAs(MobilityMessage::granted);
    ACKNOWLEDGMENT.total(12);
  }

  /**
   * Fast Neighbor Advertisement, RFC 4068; RFC 5568 deprecates it.
   *
   * <pre>
   * 6:  Reserved (16)
   * 8:  Mobility options
   * </pre>
   */
  static final Layout NEIGHBOR_ADVERTISEMENT =
      Layout.of("mip6.fna", "Fast Neighbor Advertisement", rfc(4068, "")).startAtByte(6);

  static {
    NEIGHBOR_ADVERTISEMENT.octets(2, "mip6.fast_neighbor_advertisement", ReservedFields.LABEL);
    NEIGHBOR_ADVERTISEMENT.total(8);
  }

  /**
   * Handover Initiate, RFC 5568 section 6.2.1; P and F come from RFC 5949 section 6.1.1.
   *
   * <pre>
   * 6:  Sequence # (16)
   * 8:  S U P F and 4 reserved bits
   * 9:  Code (8)
   * 10: Mobility options
   * </pre>
   */
  static final Layout INITIATE =
      Layout.of("mip6.hi", "Handover Initiate", rfc(5568, "6.2.1")).startAtByte(6);

  static {
    INITIATE.u16("seqnr", "Sequence number");
    INITIATE.flag("s_flag", "Assigned address configuration (S)");
    INITIATE.flag("u_flag", "Buffer (U)");
    INITIATE.flag("roam.mip6.hi.p_flag", "Proxy (P)");
    INITIATE.flag("roam.mip6.hi.f_flag", "Forwarding (F)");
    INITIATE.uint(4, "roam.mip6.hi.reserved", ReservedFields.LABEL).hex();
    INITIATE.u8("code", "Code").names(MobilityCodePoints.HANDOVER_INITIATE_CODE);
    INITIATE.total(10);
  }

  /**
   * Handover Acknowledge, RFC 5568 section 6.2.1; the flags come from RFC 5949 section 6.1.2.
   *
   * <pre>
   * 6:  Sequence # (16)
   * 8:  U P F and 5 reserved bits
   * 9:  Code (8)
   * 10: Mobility options
   * </pre>
   */
  static final Layout ACKNOWLEDGE =
      Layout.of("mip6.hack", "Handover Acknowledge", rfc(5568, "6.2.1")).startAtByte(6);

  static {
    ACKNOWLEDGE.u16("seqnr", "Sequence number");
    ACKNOWLEDGE.flag("roam.mip6.hack.u_flag", "Buffer (U)");
    ACKNOWLEDGE.flag("roam.mip6.hack.p_flag", "Proxy (P)");
    ACKNOWLEDGE.flag("roam.mip6.hack.f_flag", "Forwarding (F)");
    ACKNOWLEDGE.uint(5, "roam.mip6.hack.reserved", ReservedFields.LABEL).hex();
    ACKNOWLEDGE.u8("code", "Code").names(MobilityCodePoints.HANDOVER_ACKNOWLEDGE_CODE);
    ACKNOWLEDGE.total(10);
  }

  private FastHandover() {}
}
