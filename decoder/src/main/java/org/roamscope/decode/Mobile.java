package org.roamscope.decode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.IpScope;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.EventExtractor;

/**
 * Whose mobility a frame is about and where that mobile node is, as the frame itself says.
 *
 * @param homeAddress home address, or null
 * @param careOfAddress care-of address, or null
 * @param moved true for a Binding Update from another care-of address than the one before it
 */
public record Mobile(
    @Nullable IpAddress homeAddress, @Nullable IpAddress careOfAddress, boolean moved) {
  /** Nothing about mobility. */
  public static final Mobile NONE = new Mobile(null, null, false);

  /** Where each home address was last registered from, in the order of the capture. */
  static final class Places {
    private static final int MOST = 1 << 20;

    private final BoundedMap<IpAddress, IpAddress> last;

    Places() {
      last = new BoundedMap<>(MOST);
    }

    private Places(Places other) {
      last = other.last.copy(address -> address);
    }

    /** The same, to go on from. */
    Places copy() {
      return new Places(this);
    }

    /** Memory that it takes, octets, about: the addresses are shared. */
    long octets() {
      return last.size() * 48L;
    }

    /** What the next frame says. */
    Mobile next(At at, Dissection dissection) {
      if (dissection.scopes().isEmpty()) {
        return NONE;
      }
      Optional<Event> event = EventExtractor.extract(at, dissection);
      return event.isEmpty()
          ? byHeaders(dissection)
          : switch (event.get()) {
            case Event.BindingUpdate update ->
                new Mobile(update.homeAddress(), update.careOfAddress(), moved(update));
            case Event.BindingAcknowledgement answer ->
                new Mobile(answer.homeAddress(), answer.path().destination(), false);
            case Event.MalformedMobility broken -> byHeaders(dissection);
            case Event.BindingError error -> byHeaders(dissection);
            case Event.OtherMobility other -> byHeaders(dissection);
            case Event.OpaqueMobility opaque -> byHeaders(dissection);
            case Event.Ike ike -> NONE;
          };
    }

    private boolean moved(Event.BindingUpdate update) {
      IpAddress before = last.get(update.homeAddress());
      last.put(update.homeAddress(), update.careOfAddress());
      return before != null && !before.equals(update.careOfAddress());
    }
  }

  /** Home Address option and Type 2 routing header say both addresses. */
  private static Mobile byHeaders(Dissection dissection) {
    IpScope scope = dissection.scopes().getLast();
    if (scope.homeAddressOption() != null) {
      return new Mobile(scope.homeAddressOption(), scope.source(), false);
    }
    if (scope.routingHome() != null) {
      return new Mobile(scope.routingHome(), scope.destination(), false);
    }
    return NONE;
  }
}
