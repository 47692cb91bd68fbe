package org.roamscope.report;

import java.util.List;
import org.roamscope.track.Registration;

/**
 * How a binding ended.
 *
 * @param end open, moved, refreshed, expired, deregistered, refused, unanswered
 * @param untilNanos when, or -1 while open
 */
record RegistrationEnd(String end, long untilNanos) {
  /** The end of the registration at {@code index}. */
  static RegistrationEnd of(List<Registration> registrations, int index, long captureEnd) {
    Registration registration = registrations.get(index);
    if (!registration.effective()) {
      return new RegistrationEnd(registration.outcome().json(), registration.ended().timeNanos());
    }
    for (Registration next : registrations.subList(index + 1, registrations.size())) {
      if (!next.effective()) {
        continue;
      }
      long until = next.begunNanos();
      if (registration.expiresNanos() <= until) {
        return new RegistrationEnd("expired", registration.expiresNanos());
      }
      String end =
          next.deregistration()
              ? "deregistered"
              : next.samePlace(registration) ? "refreshed" : "moved";
      return new RegistrationEnd(end, until);
    }
    return registration.expiresNanos() <= captureEnd
        ? new RegistrationEnd("expired", registration.expiresNanos())
        : new RegistrationEnd("open", -1);
  }
}
