package org.roamscope.audit.rule;

import org.roamscope.mobility.MobilityCodePoints;
import org.roamscope.track.Event;

/** A Binding Acknowledgement status for people. */
final class StatusText {
  private StatusText() {}

  static String of(Event.BindingAcknowledgement answer, Event.BindingUpdate update) {
    String text =
        answer.status() + " (" + MobilityCodePoints.BINDING_ACK_STATUS.name(answer.status()) + ")";
    // RFC 5555 section 4.5 uses 144, which the registry gives to RFC 4285, to refuse F.
    return answer.status() == 144 && update.flags().forceUdp()
        ? text + ", which RFC 5555 uses for a home agent that cannot force UDP encapsulation"
        : text;
  }
}
