package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Layout;

/** Questions about the multicast groups of a mobile node, RFC 7161. The sequence has 8 bits. */
final class MulticastSubscription {
  /**
   * Subscription Query, RFC 7161.
   *
   * <pre>
   * 6:  Sequence # (8)
   * 7:  Reserved (8)
   * 8:  Mobility options
   * </pre>
   */
  static final Layout QUERY =
      Layout.of("roam.mip6.subscription_query", "Subscription Query", rfc(7161, "")).startAtByte(6);

  static {
    QUERY.u8("sequence", "Sequence number");
    QUERY.u8("reserved", ReservedFields.LABEL).hex();
    QUERY.total(8);
  }

  /**
   * Subscription Response, RFC 7161.
   *
   * <pre>
   * 6:  Sequence # (8)
   * 7:  I and 7 reserved bits
   * 8:  Mobility options
   * </pre>
   */
  static final Layout RESPONSE =
      Layout.of("roam.mip6.subscription_response", "Subscription Response", rfc(7161, ""))
          .startAtByte(6);

  static {
    RESPONSE.u8("sequence", "Sequence number");
    RESPONSE.flag("i_flag", "Multicast information (I)");
    RESPONSE.uint(7, "reserved", ReservedFields.LABEL).hex();
    RESPONSE.total(8);
  }

  private MulticastSubscription() {}
}
