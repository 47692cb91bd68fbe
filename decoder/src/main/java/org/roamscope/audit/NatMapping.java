package org.roamscope.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Activity;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Path;
import org.roamscope.track.Registration;

/**
 * What a NAT made of a UE's tunnel, from the first registration through it to the next change.
 *
 * @param careOfAddress address that the UE has behind the NAT
 * @param outer address that the NAT gives it
 * @param port UDP port that the NAT gives it
 * @param from first registration through this mapping
 * @param untilNanos when another took its place, the binding ended or the capture did
 * @param refreshSeconds keepalive interval that the home agent told, RFC 5555 section 3.2.2; null
 *     when it told none
 * @param silenceNanos the longest time in which the UE sent nothing through it, as far back as its
 *     packets are known; null when they no longer are
 */
public record NatMapping(
    IpAddress careOfAddress,
    IpAddress outer,
    int port,
    At from,
    long untilNanos,
    @Nullable Long refreshSeconds,
    @Nullable Long silenceNanos) {
  /** RFC 5555 section 3.2.2: all ones say that no keepalives are needed. */
  private static final long NO_NAT = 0xffff_ffffL;

  /** A keepalive may be this much late before its lateness is said. */
  private static final long GRACE_NANOS = At.SECOND;

  /** True when the UE sent nothing for longer than the home agent told it. */
  public boolean late() {
    return refreshSeconds != null
        && silenceNanos != null
        && silenceNanos > refreshSeconds * At.SECOND + GRACE_NANOS;
  }

  /** The mappings of a UE in time order; empty when it was never behind a NAT. */
  public static List<NatMapping> of(Correlation correlation, Correlation.History history) {
    List<NatMapping> mappings = new ArrayList<>();
    Registration first = null;
    Registration last = null;
    for (Registration registration : history.ue().registrations()) {
      if (!registration.effective()) {
        continue;
      }
      boolean same = first != null && sameMapping(first, registration);
      if (first != null && last != null && !same) {
        mappings.add(mapping(correlation, first, last, registration.begunNanos()));
        first = null;
      }
      if (registration.natted() && !registration.deregistration()) {
        first = first == null ? registration : first;
        last = registration;
      }
    }
    if (first != null && last != null) {
      mappings.add(mapping(correlation, first, last, correlation.observation().lastNanos()));
    }
    return List.copyOf(mappings);
  }

  private static boolean sameMapping(Registration one, Registration other) {
    return other.natted()
        && !other.deregistration()
        && one.careOfAddress().equals(other.careOfAddress())
        && one.path().source().equals(other.path().source())
        && one.path().sourcePort() == other.path().sourcePort();
  }

  private static NatMapping mapping(
      Correlation correlation, Registration first, Registration last, long endNanos) {
    Path path = first.path();
    long until = Math.min(endNanos, last.expiresNanos());
    OptionalLong silence =
        correlation
            .tracker()
            .tunnels()
            .longestSilence(
                new Activity.Place(path.source(), path.sourcePort()), first.begunNanos(), until);
    return new NatMapping(
        first.careOfAddress(),
        path.source(),
        path.sourcePort(),
        first.begun(),
        until,
        refresh(last),
        silence.isPresent() ? silence.getAsLong() : null);
  }

  private static @Nullable Long refresh(Registration registration) {
    Event.BindingAcknowledgement answer = registration.answer();
    Event.NatDetected detected = answer == null ? null : answer.natDetection();
    return detected == null || detected.refreshSeconds() == 0 || detected.refreshSeconds() == NO_NAT
        ? null
        : detected.refreshSeconds();
  }
}
