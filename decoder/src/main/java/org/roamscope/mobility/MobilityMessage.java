package org.roamscope.mobility;

import java.util.List;
import org.roamscope.field.Element;

/**
 * A Mobility Header message, RFC 6275 section 6.1. Its slice is the whole header, so that offsets
 * are those of the RFC's diagrams.
 */
public sealed interface MobilityMessage extends Element
    permits BindingRefreshRequest,
        HomeTestInit,
        CareOfTestInit,
        HomeTest,
        CareOfTest,
        BindingUpdate,
        BindingAcknowledgement,
        BindingError,
        HomeAgentSwitch,
        PlainMessage,
        UnknownMobilityMessage {
  /** Mobility options in wire order. */
  List<MobilityOption> options();

  @Override
  default List<? extends Element> parts() {
    return options();
  }

  /** A granted lifetime as people read it: a rejection and a deregistration both grant 0. */
  static String granted(long units) {
    return units == 0 ? "0 (deregistration or rejection)" : lifetime(units);
  }

  /** A lifetime field as people read it: units of 4 seconds, 65535 is infinity. */
  static String lifetime(long units) {
    if (units == 0) {
      return "0 (deregistration)";
    }
    return units == 0xffff ? "65535 (infinity)" : units + " (" + units * 4 + " seconds)";
  }
}
