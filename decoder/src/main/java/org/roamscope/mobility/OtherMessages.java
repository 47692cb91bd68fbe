package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Layout;

/** Messages that belong to no family. */
final class OtherMessages {
  /**
   * Experimental Mobility Header, RFC 5096: what it holds is known to its experiment.
   *
   * <pre>
   * 6:  Message Data
   * </pre>
   */
  static final Layout EXPERIMENTAL =
      Layout.of("mip6.em", "Experimental Mobility Header", rfc(5096, "")).startAtByte(6);

  static {
    EXPERIMENTAL.rest("data", "Data");
    EXPERIMENTAL.total(6);
  }

  /**
   * Heartbeat, RFC 5847.
   *
   * <pre>
   * 6:  14 reserved bits and U R
   * 8:  Sequence # (32)
   * 12: Mobility options
   * </pre>
   */
  static final Layout HEARTBEAT = Layout.of("mip6.hb", "Heartbeat", rfc(5847, "")).startAtByte(6);

  static {
    HEARTBEAT.uint(14, "roam.mip6.hb.reserved", ReservedFields.LABEL).hex();
    HEARTBEAT.flag("u_flag", "Unsolicited (U)");
    HEARTBEAT.flag("r_flag", "Response (R)");
    HEARTBEAT.u32("seqnr", "Sequence number");
    HEARTBEAT.total(12);
  }

  private OtherMessages() {}
}
