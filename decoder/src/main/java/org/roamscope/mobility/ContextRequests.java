package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import org.roamscope.field.Layout;

/** What a Context Request option asks for: option types, each with data that narrows it. */
final class ContextRequests {
  /** RFC 5949 section 6.2.1. */
  static final SubOptions LIST =
      SubOptions.of(MobilityCodePoints.OPTION_TYPES, request(), Map.of());

  private ContextRequests() {}

  private static Layout request() {
    Layout wire = Layout.of("mip6.cr", "Request", rfc(5949, "6.2.1"));
    wire.u8("req_type", "Req-type").names(MobilityCodePoints.OPTION_TYPES);
    wire.u8("req_length", "Req-length");
    wire.rest("mip6.vsm.req_data", "Req-Data");
    return wire.total(2);
  }
}
