package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Layout;

/** Messages of localized routing between access gateways, RFC 6705. Lifetimes count seconds. */
final class LocalizedRouting {
  /**
   * Localized Routing Initiation.
   *
   * <pre>
   * 6:  Sequence # (16)
   * 8:  Reserved (16)
   * 10: Lifetime (16, seconds)
   * 12: Mobility options
   * </pre>
   */
  static final Layout INITIATION =
      Layout.of("mip6.lri", "Localized Routing Initiation", rfc(6705, "")).startAtByte(6);

  static {
    INITIATION.u16("sequence", "Sequence number");
    INITIATION.u16("reserved", ReservedFields.LABEL).hex();
    INITIATION.u16("lifetime", "Lifetime").hex().shownAs(LocalizedRouting::lifetime);
    INITIATION.total(12);
  }

  /**
   * Localized Routing Acknowledgment. The U flag's filter name begins with that of the initiation.
   *
   * <pre>
   * 6:  Sequence # (16)
   * 8:  U and 7 reserved bits
   * 9:  Status (8)
   * 10: Lifetime (16, seconds)
   * 12: Mobility options
   * </pre>
   */
  static final Layout ACKNOWLEDGMENT =
      Layout.of("mip6.lra", "Localized Routing Acknowledgment", rfc(6705, "")).startAtByte(6);

  static {
    ACKNOWLEDGMENT.u16("sequence", "Sequence number");
    ACKNOWLEDGMENT.flag("mip6.lri.unsolicited", "Unsolicited (U)");
    ACKNOWLEDGMENT.uint(7, "reserved", ReservedFields.LABEL).hex();
    ACKNOWLEDGMENT.u8("status", "Status").names(MobilityCodePoints.LOCALIZED_ROUTING_STATUS);
    ACKNOWLEDGMENT.u16("lifetime", "Lifetime").hex().shownAs(LocalizedRouting::lifetime);
    ACKNOWLEDGMENT.total(12);
  }

  private LocalizedRouting() {}

  private static String lifetime(long seconds) {
    if (seconds == 0) {
      return "0 (localized routing ends)";
    }
    return seconds == 0xffff ? "65535 (infinity)" : seconds + " seconds";
  }
}
