package org.roamscope.track;

import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * Which end of an IKE SA is the mobile node's and which the home agent's.
 *
 * @param bindings know the addresses of home agents
 */
record Sides(BindingTracker bindings) {
  /** True when the original initiator is the mobile node's side. */
  boolean ueInitiated(IkeSa sa) {
    IkeSa.Endpoints ends = sa.endpoints().getFirst();
    return !bindings.homeAgent(ends.initiator()) || bindings.homeAgent(ends.responder());
  }

  /** The mobile node's address of a message. */
  IpAddress ueAddress(IkeSa sa, IkeSa.Endpoints ends) {
    return ueInitiated(sa) ? ends.initiator() : ends.responder();
  }

  /** The home agent's address of a message. */
  IpAddress agentAddress(IkeSa sa, IkeSa.Endpoints ends) {
    return ueInitiated(sa) ? ends.responder() : ends.initiator();
  }

  /** Identity of the mobile node's side, or null while closed. */
  @Nullable String ueIdentity(IkeSa sa) {
    return ueInitiated(sa) ? sa.initiatorIdentity() : sa.responderIdentity();
  }
}
