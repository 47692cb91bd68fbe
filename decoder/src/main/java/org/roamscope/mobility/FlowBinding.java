package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Flow Binding, RFC 7109: an indication or its acknowledgement, as FB Type says.
 *
 * <pre>
 * 6:  FB Type (16)
 * 8:  Sequence # (16)
 * 10: Trigger (8) or Status (8)
 * 11: A and 7 reserved bits, or 8 reserved bits
 * 12: Mobility options
 * </pre>
 */
final class FlowBinding {
  private static final int INDICATION_TYPE = 1;
  private static final int ACKNOWLEDGEMENT_TYPE = 2;

  /** Of no known FB Type. */
  static final Layout OTHER = Layout.of("roam.mip6.fb", "Flow Binding", rfc(7109, ""));

  static final UInt TYPE = head(OTHER);

  static {
    OTHER.u8("code", "Trigger or status");
    OTHER.u8("flags", "Flags").hex();
    OTHER.total(12);
  }

  /** Flow Binding Indication. */
  static final Layout INDICATION =
      Layout.of("roam.mip6.fb", "Flow Binding Indication", rfc(7109, ""));

  static {
    head(INDICATION);
    INDICATION.u8("trigger", "Trigger").names(MobilityCodePoints.FLOW_BINDING_TRIGGER);
    INDICATION.flag("a_flag", "Acknowledgement requested (A)");
    INDICATION.uint(7, "reserved", ReservedFields.LABEL).hex();
    INDICATION.total(12);
  }

  /** Flow Binding Acknowledgement. */
  static final Layout ACKNOWLEDGEMENT =
      Layout.of("roam.mip6.fb", "Flow Binding Acknowledgement", rfc(7109, ""));

  static {
    head(ACKNOWLEDGEMENT);
    ACKNOWLEDGEMENT.u8("status", "Status").names(MobilityCodePoints.FLOW_BINDING_STATUS);
    ACKNOWLEDGEMENT.u8("reserved", ReservedFields.LABEL).hex();
    ACKNOWLEDGEMENT.total(12);
  }

  private FlowBinding() {}

  /** The definition for the FB Type in the message. */
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

  private static UInt head(Layout layout) {
    UInt type =
        layout.startAtByte(6).u16("type", "FB Type").names(MobilityCodePoints.FLOW_BINDING_TYPE);
    layout.u16("sequence", "Sequence number");
    return type;
  }
}
