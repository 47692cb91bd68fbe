package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Layout;

/** Update notifications from an anchor to an access gateway, RFC 7077. */
final class UpdateNotification {
  /**
   * Update Notification, RFC 7077.
   *
   * <pre>
   * 6:  Sequence # (16)
   * 8:  Notification Reason (16)
   * 10: A D and 14 reserved bits
   * 12: Mobility options
   * </pre>
   */
  static final Layout NOTIFICATION =
      Layout.of("roam.mip6.upn", "Update Notification", rfc(7077, "")).startAtByte(6);

  static {
    NOTIFICATION.u16("sequence", "Sequence number");
    NOTIFICATION
        .u16("reason", "Notification Reason")
        .names(MobilityCodePoints.UPDATE_NOTIFICATION_REASON);
    NOTIFICATION.flag("a_flag", "Acknowledgement requested (A)");
    NOTIFICATION.flag("d_flag", "Retransmission (D)");
    NOTIFICATION.uint(14, "reserved", ReservedFields.LABEL).hex();
    NOTIFICATION.total(12);
  }

  /**
   * Update Notification Acknowledgement, RFC 7077.
   *
   * <pre>
   * 6:  Sequence # (16)
   * 8:  Status Code (8)
   * 9:  Reserved (24)
   * 12: Mobility options
   * </pre>
   */
  static final Layout ACKNOWLEDGEMENT =
      Layout.of("roam.mip6.upa", "Update Notification Acknowledgement", rfc(7077, ""))
          .startAtByte(6);

  static {
    ACKNOWLEDGEMENT.u16("sequence", "Sequence number");
    ACKNOWLEDGEMENT.u8("status", "Status").names(MobilityCodePoints.UPDATE_NOTIFICATION_STATUS);
    ACKNOWLEDGEMENT.uint(24, "reserved", ReservedFields.LABEL).hex();
    ACKNOWLEDGEMENT.total(12);
  }

  private UpdateNotification() {}
}
