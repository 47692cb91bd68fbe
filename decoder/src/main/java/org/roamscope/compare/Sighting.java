package org.roamscope.compare;

import java.util.Optional;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.Path;

/**
 * A message at one of the points.
 *
 * @param at where and when, by the clock of the point
 * @param name for people: type and numbers
 * @param direction towards which end it goes
 * @param path outermost addresses at this point, empty when the event does not hold them
 * @param key what no NAT rewrites
 */
public record Sighting(
    At at, String name, Event.Direction direction, Optional<Path> path, MessageKey key) {
  /** The outermost addresses of an event. */
  static Optional<Path> path(Event event) {
    return switch (event) {
      case Event.BindingUpdate update -> Optional.of(update.path());
      case Event.BindingAcknowledgement answer -> Optional.of(answer.path());
      case Event.BindingError error -> Optional.of(error.path());
      case Event.OpaqueMobility esp -> Optional.of(esp.path());
      case Event.Ike ike -> Optional.of(ike.path());
      case Event.OtherMobility other -> Optional.empty();
      case Event.MalformedMobility bad -> Optional.empty();
    };
  }
}
