package org.roamscope;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.Dissection;
import org.roamscope.track.At;
import org.roamscope.track.DuplicateFilter;
import org.roamscope.track.Event;
import org.roamscope.track.EventExtractor;

/**
 * Makes events of the packets of one capture that are not plain traffic, in the order of the file:
 * what was captured twice counts once. May work on another thread than the one that reads.
 */
final class Extraction {
  /** A packet that was read. */
  sealed interface Packet {
    /**
     * One that was understood without a dissection.
     *
     * @param event what it says
     * @param network its IP packet
     */
    record Usual(Event event, Slice network) implements Packet {}

    /**
     * One that was dissected.
     *
     * @param at where and when
     * @param dissection what is in it; of a fragment the headers
     * @param whole of the last fragment the datagram that it completes; else the same
     * @param truncated true when the capture does not hold all of it
     */
    record Dissected(At at, Dissection dissection, Dissection whole, boolean truncated)
        implements Packet {}
  }

  private final Gathered gathered;
  private final Consumer<Event> events;
  private final DuplicateFilter duplicates = new DuplicateFilter();
  private long signalling;

  /**
   * Begins.
   *
   * @param gathered told what is no event
   * @param events told each event, in file order
   */
  Extraction(Gathered gathered, Consumer<Event> events) {
    this.gathered = gathered;
    this.events = events;
  }

  /** Takes the next packet. */
  void take(Packet packet) {
    switch (packet) {
      case Packet.Usual usual -> {
        signalling++;
        if (!duplicates.copy(usual.network(), usual.event().timeNanos())) {
          events.accept(usual.event());
        }
      }
      case Packet.Dissected dissected when dissected.dissection().fragment() != null ->
          take(dissected, EventExtractor.extract(dissected.at(), dissected.whole()));
      case Packet.Dissected dissected -> {
        Dissection dissection = dissected.dissection();
        tunnel(dissected.at(), dissection);
        Optional<Event> event = EventExtractor.extract(dissected.at(), dissection);
        if (event.isEmpty() || !copy(dissected.at(), dissection)) {
          take(dissected, event);
        }
      }
    }
  }

  /**
   * Takes a fragment, before it is known what it is a part of.
   *
   * @return false when it is a copy
   */
  boolean fragment(At at, Dissection dissection) {
    tunnel(at, dissection);
    return !copy(at, dissection);
  }

  private void tunnel(At at, Dissection dissection) {
    EventExtractor.tunnelEnd(dissection)
        .ifPresent(end -> gathered.tunnels.packet(end, at.timeNanos()));
  }

  private boolean copy(At at, Dissection dissection) {
    @Nullable Slice network = dissection.network();
    boolean copy = network != null && duplicates.copy(network, at.timeNanos());
    signalling += copy ? 1 : 0;
    return copy;
  }

  private void take(Packet.Dissected packet, Optional<Event> event) {
    At at = packet.at();
    Dissection dissection = packet.dissection();
    gathered.quality().faults(EventExtractor.faults(at, packet.whole()));
    if (packet.truncated() && (event.isPresent() || EventExtractor.signalling(dissection))) {
      gathered.quality().cut(at);
    }
    if (event.isEmpty()) {
      if (dissection.network() != null) {
        gathered.seenOther();
      }
      EventExtractor.user(dissection)
          .ifPresent(place -> gathered.traffic.packet(place, at.timeNanos()));
      return;
    }
    signalling++;
    events.accept(event.get());
  }

  /** Frames with signalling so far. */
  long signalling() {
    return signalling;
  }

  /** Frames so far that were copies of others. */
  long copies() {
    return duplicates.count();
  }
}
