package org.roamscope.track;

import java.util.List;
import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.ike.Attribute;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.Notify;
import org.roamscope.ike.Proposal;
import org.roamscope.ike.SecurityAssociation;
import org.roamscope.ike.Transform;

/** How long an IKE SA may live, as a message tells it. Stateless. */
final class IkeLifetime {
  /** AUTH_LIFETIME, RFC 4478 section 3: four octets, seconds. */
  private static final int AUTH_LIFETIME = 16403;

  /** Attributes of RFC 2409 appendix A. */
  private static final int LIFE_TYPE = 11;

  private static final int LIFE_DURATION = 12;
  private static final int LIFE_IN_SECONDS = 1;

  private IkeLifetime() {}

  /**
   * Seconds from this message on.
   *
   * @param message the message
   * @param opened its decrypted payloads, empty when there are none
   */
  static Optional<Long> of(IkeMessage message, List<IkePayload> opened) {
    return message.majorVersion() == 1 ? chosen(message) : authentication(opened);
  }

  private static Optional<Long> authentication(List<IkePayload> opened) {
    for (IkePayload payload : opened) {
      if (payload instanceof Notify notify
          && notify.messageType() == AUTH_LIFETIME
          && notify.data().holds(0, 4)) {
        return Optional.of(notify.data().u32(0));
      }
    }
    return Optional.empty();
  }

  /** The responder's choice in phase 1; the initiator only offers. */
  private static Optional<Long> chosen(IkeMessage message) {
    boolean answer =
        message.responderSpi() != 0
            && (message.exchangeType() == IkeMessage.MAIN_MODE
                || message.exchangeType() == IkeMessage.AGGRESSIVE_MODE);
    if (!answer) {
      return Optional.empty();
    }
    for (IkePayload payload : message.parts()) {
      if (payload instanceof SecurityAssociation association) {
        return association.proposals().stream()
            .map(Proposal::transforms)
            .flatMap(List::stream)
            .findFirst()
            .flatMap(IkeLifetime::seconds);
      }
    }
    return Optional.empty();
  }

  private static Optional<Long> seconds(Transform transform) {
    boolean inSeconds = false;
    for (Attribute attribute : transform.attributes()) {
      Optional<Long> number = number(attribute.value());
      if (attribute.type() == LIFE_TYPE) {
        inSeconds = number.isPresent() && number.get() == LIFE_IN_SECONDS;
      } else if (attribute.type() == LIFE_DURATION && inSeconds) {
        return number;
      }
    }
    return Optional.empty();
  }

  private static Optional<Long> number(Slice value) {
    return value.truncated() || value.length() == 0 || value.length() > 4
        ? Optional.empty()
        : Optional.of(value.bits(0, value.length() * 8));
  }
}
