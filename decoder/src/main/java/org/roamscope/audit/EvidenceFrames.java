package org.roamscope.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.track.At;
import org.roamscope.track.IkeEvidence;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Movement;
import org.roamscope.track.Registration;

/** The frames that show a verdict. */
final class EvidenceFrames {
  private final Set<At> frames = new LinkedHashSet<>();

  private EvidenceFrames() {}

  /**
   * In time order, each once.
   *
   * @param shown frames that show this verdict besides those that show such a one always
   */
  static List<At> of(Movement movement, Verdict verdict, @Nullable Cause cause, List<At> shown) {
    EvidenceFrames evidence = new EvidenceFrames();
    Registration registration = movement.registration();
    if (registration != null) {
      evidence.signalling(registration);
    }
    evidence.frames.addAll(shown);
    evidence.ike(movement.ike(), verdict, cause);
    return evidence.frames.stream().sorted().toList();
  }

  private void signalling(Registration registration) {
    if (registration.opaque()) {
      frames.add(registration.begun());
      At answered = registration.acceptedAt();
      if (answered != null) {
        frames.add(answered);
      }
      return;
    }
    registration.updates().forEach(update -> frames.add(update.at()));
    registration.answers().forEach(answer -> frames.add(answer.at()));
  }

  private void ike(IkeEvidence ike, Verdict verdict, @Nullable Cause cause) {
    IkeSa rerun = ike.rerun();
    if (rerun != null) {
      frames.add(rerun.first());
    }
    switch (verdict) {
      case STALE_HOME_AGENT_ENDPOINT -> all(ike.agentToOld());
      case STALE_UE_ENDPOINT -> all(ike.ueFromOld());
      default -> {
        all(ike.unanswered());
        ike.unknownSpi().forEach(report -> frames.add(report.at()));
        if (rerun == null) {
          first(ike.ueFromNew());
          first(ike.agentToNew());
        }
        if (verdict == Verdict.SA_KEPT_WITHOUT_K) {
          all(ike.agentToOld());
        }
      }
    }
    if (cause != null) {
      cause(ike, cause);
    }
  }

  /** What made the re-run necessary. */
  private void cause(IkeEvidence ike, Cause cause) {
    IkeSa rerun = ike.rerun();
    IkeSa current = ike.current();
    switch (cause) {
      case SA_DELETED, REAUTHENTICATION -> deletion(ike);
      case LIFETIME -> {
        deletion(ike);
        IkeSa.Lifetime lifetime = current == null ? null : current.lifetime();
        if (lifetime != null) {
          frames.add(lifetime.told());
        }
      }
      case HOME_AGENT_RESTART -> {
        if (rerun != null) {
          rerun.exchanges().stream()
              .filter(exchange -> saysInitialContact(exchange))
              .forEach(this::add);
        }
      }
      case K_REFUSED, INVALID_IKE_SPI, DEAD_PEER -> {
        // These stand among the answers and requests above.
      }
    }
  }

  private static boolean saysInitialContact(IkeExchange exchange) {
    return exchange.asked() != null && exchange.asked().initialContact()
        || exchange.given() != null && exchange.given().initialContact();
  }

  private void deletion(IkeEvidence ike) {
    IkeExchange last = ike.lastBeforeRerun();
    if (last != null && last.deletesIkeSa()) {
      add(last);
    }
  }

  private void first(List<IkeExchange> exchanges) {
    if (!exchanges.isEmpty()) {
      add(exchanges.getFirst());
    }
  }

  private void all(List<IkeExchange> exchanges) {
    exchanges.forEach(this::add);
  }

  private void add(IkeExchange exchange) {
    exchange.requests().forEach(sent -> frames.add(sent.at()));
    IkeSa.Endpoints response = exchange.response();
    if (response != null) {
      frames.add(response.at());
    }
  }
}
