package org.roamscope.audit.rule;

import org.roamscope.track.Registration;

/** What a registration leaves behind at the home agent. */
final class Registrations {
  private Registrations() {}

  /** True when the binding of an accepted registration is there at a time. */
  static boolean standsAt(Registration accepted, long timeNanos) {
    return !accepted.deregistration() && accepted.expiresNanos() > timeNanos;
  }
}
