package org.roamscope.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Event;
import org.roamscope.track.Event.Direction;
import org.roamscope.track.Path;

/**
 * Which way messages go, by the addresses of home agents: where Binding Updates go and
 * Acknowledgements come from, and where the first message of an IKE SA goes that no such address
 * sends.
 */
final class Directions {
  private final Set<IpAddress> homeAgents = new HashSet<>();
  private final Set<IpAddress> ues = new HashSet<>();

  private Directions() {}

  static Directions of(List<Event> first, List<Event> second) {
    Directions found = new Directions();
    first.forEach(found::learn);
    second.forEach(found::learn);
    first.forEach(found::learnIke);
    second.forEach(found::learnIke);
    return found;
  }

  private void learn(Event event) {
    switch (event) {
      case Event.BindingUpdate update -> {
        homeAgents.add(update.path().destination());
        ues.add(update.path().source());
      }
      case Event.BindingAcknowledgement answer -> {
        homeAgents.add(answer.path().source());
        ues.add(answer.path().destination());
      }
      default -> {}
    }
  }

  private void learnIke(Event event) {
    if (event instanceof Event.Ike ike && ike.responderSpi() == 0 && !ike.responseFlag()) {
      IpAddress source = ike.path().source();
      if (!homeAgents.contains(source) && !ues.contains(ike.path().destination())) {
        homeAgents.add(ike.path().destination());
        ues.add(source);
      }
    }
  }

  Direction of(Event event) {
    return switch (event) {
      case Event.BindingUpdate update -> Direction.TO_HOME_AGENT;
      case Event.BindingAcknowledgement answer -> Direction.TO_MOBILE_NODE;
      case Event.OpaqueMobility esp when esp.direction() != Direction.UNKNOWN -> esp.direction();
      default -> Sighting.path(event).map(this::of).orElse(Direction.UNKNOWN);
    };
  }

  private Direction of(Path path) {
    if (homeAgents.contains(path.destination())) {
      return Direction.TO_HOME_AGENT;
    }
    return homeAgents.contains(path.source()) ? Direction.TO_MOBILE_NODE : Direction.UNKNOWN;
  }
}
