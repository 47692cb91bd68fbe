package org.roamscope.ike;

import static org.roamscope.field.ProblemKind.DUPLICATE;
import static org.roamscope.field.ProblemKind.ORDER;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Field;
import org.roamscope.field.Flag;

/**
 * What an IKE message as a whole must keep to: header fields that depend on one another, payloads
 * that belong into an exchange, that stand once, or that come first. What is said of one payload is
 * checked where it is read.
 */
final class MessageRules {
  private static final int BASE = 1;
  private static final int QUICK_MODE = 32;
  private static final int NEW_GROUP_MODE = 33;
  private static final int TRANSACTION = 6;
  private static final int IKE_SESSION_RESUME = 38;
  private static final int GSA_REKEY = 41;
  private static final int IKE_INTERMEDIATE = 43;
  private static final int IKE_FOLLOWUP_KE = 44;
  private static final int FIRST_V2 = 33;
  private static final int LAST_BASE_PAYLOAD = 48;
  private static final int COOKIE = 16390;
  private static final int INVALID_SPI = 11;
  private static final int HASH = 8;

  /** IKEv2 payloads that stand once in a message: SA to AUTH, Nonce, TS, SK, CP, EAP. */
  private static final Set<Integer> ONCE = Set.of(33, 34, 35, 36, 39, 40, 44, 45, 46, 47, 48, 53);

  /** The same of IKEv1 phase 1: SA, KE, Nonce. */
  private static final Set<Integer> ONCE_V1 = Set.of(1, 4, 10);

  /** IKEv2 payloads that are never sent in the clear: ID, CERT, AUTH, D, TS, CP, EAP. */
  private static final Set<Integer> PROTECTED = Set.of(35, 36, 37, 39, 42, 44, 45, 47, 48);

  private MessageRules() {}

  /** Checks payloads that came out of an encrypted one. */
  static void chain(int majorVersion, List<IkePayload> payloads, ProblemLog log) {
    if (majorVersion == 2) {
      once(ONCE, "RFC 7296 1.2", payloads, log);
      critical(payloads, log);
      groupOfProposal(payloads, log);
    }
  }

  /** Checks a whole message. */
  static void message(Slice header, List<IkePayload> payloads, ProblemLog log) {
    switch (IkeHeader.MAJOR_VERSION.getInt(header)) {
      case 1 -> version1(header, payloads, log);
      case 2 -> version2(header, payloads, log);
      default -> {}
    }
  }

  // ---- IKEv2 ---------------------------------------------------------------------------------

  private static void version2(Slice header, List<IkePayload> payloads, ProblemLog log) {
    int exchange = IkeHeader.EXCHANGE_TYPE.getInt(header);
    boolean request = !IkeHeader.RESPONSE.get(header);
    boolean sealed = has(payloads, Encrypted.class) || has(payloads, EncryptedFragment.class);
    boolean whole = !header.truncated();
    if (exchange <= FIRST_V2) {
      value(
          header,
          IkeHeader.EXCHANGE_TYPE,
          "Exchange type " + exchange + " is none of IKEv2 (RFC 7296 3.1).",
          log);
    }
    if (IkeHeader.MINOR_VERSION.get(header) != 0) {
      value(header, IkeHeader.MINOR_VERSION, "The minor version must be 0 (RFC 7296 3.1).", log);
    }
    if (IkeHeader.HIGHER_VERSION.get(header)) {
      value(header, IkeHeader.HIGHER_VERSION, "The V flag must be clear (RFC 7296 3.1).", log);
    }
    spis(header, exchange, request, payloads, log);
    messageId(header, exchange, log);
    initiatorFlag(header, exchange, request, log);
    if (whole && !sealed) {
      mustBeSealed(header, exchange, log);
    }
    if (exchange == IkeMessage.IKE_SA_INIT) {
      initial(request, payloads, log);
    }
    if (exchange != GSA_REKEY) {
      clear(payloads, log);
    }
    fragments(payloads, log);
    once(ONCE, "RFC 7296 1.2", payloads, log);
    critical(payloads, log);
    groupOfProposal(payloads, log);
  }

  private static void value(Slice header, Field field, String text, ProblemLog log) {
    log.add(VALUE, field.span(header), field.filterName(), text);
  }

  private static void spis(
      Slice header, int exchange, boolean request, List<IkePayload> payloads, ProblemLog log) {
    boolean outsideAnySa = exchange == IkeMessage.INFORMATIONAL && notifies(payloads, INVALID_SPI);
    if (outsideAnySa) {
      return;
    }
    if (IkeHeader.INITIATOR_SPI.get(header) == 0) {
      value(
          header,
          IkeHeader.INITIATOR_SPI,
          "The initiator's SPI must not be zero (RFC 7296 3.1).",
          log);
    }
    boolean first = exchange == IkeMessage.IKE_SA_INIT || exchange == IKE_SESSION_RESUME;
    boolean zero = IkeHeader.RESPONDER_SPI.get(header) == 0;
    if (first && request && !zero) {
      value(
          header,
          IkeHeader.RESPONDER_SPI,
          "The responder's SPI must be zero in the first request (RFC 7296 3.1).",
          log);
    } else if (zero && (!first || !request && has(payloads, SecurityAssociation.class))) {
      value(
          header,
          IkeHeader.RESPONDER_SPI,
          "The responder's SPI must not be zero here (RFC 7296 3.1).",
          log);
    }
  }

  private static boolean notifies(List<IkePayload> payloads, int type) {
    for (IkePayload payload : payloads) {
      if (payload instanceof Notify notify && notify.messageType() == type) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(List<IkePayload> payloads, Class<? extends IkePayload> type) {
    for (IkePayload payload : payloads) {
      if (type.isInstance(payload)) {
        return true;
      }
    }
    return false;
  }

  private static void messageId(Slice header, int exchange, ProblemLog log) {
    long id = IkeHeader.MESSAGE_ID.get(header);
    if (exchange == IkeMessage.IKE_SA_INIT && id != 0) {
      value(
          header, IkeHeader.MESSAGE_ID, "The message ID of IKE_SA_INIT is 0 (RFC 7296 2.2).", log);
    } else if (exchange == IkeMessage.IKE_AUTH && id == 0) {
      value(
          header,
          IkeHeader.MESSAGE_ID,
          "The message ID of IKE_AUTH begins with 1 (RFC 7296 2.2).",
          log);
    }
  }

  /** The first exchanges have one initiator, so its flag and the R flag exclude each other. */
  private static void initiatorFlag(Slice header, int exchange, boolean request, ProblemLog log) {
    boolean first =
        switch (exchange) {
          case IkeMessage.IKE_SA_INIT, IkeMessage.IKE_AUTH, IKE_SESSION_RESUME, IKE_INTERMEDIATE ->
              true;
          default -> false;
        };
    if (first && request != IkeHeader.INITIATOR.get(header)) {
      value(
          header,
          IkeHeader.INITIATOR,
          request
              ? "The original initiator asks here and must set the I flag (RFC 7296 3.1)."
              : "The original initiator does not answer here; the I flag must be clear"
                  + " (RFC 7296 3.1).",
          log);
    }
  }

  private static void mustBeSealed(Slice header, int exchange, ProblemLog log) {
    switch (exchange) {
      case IkeMessage.IKE_AUTH, IkeMessage.CREATE_CHILD_SA, IKE_INTERMEDIATE, IKE_FOLLOWUP_KE ->
          value(
              header,
              IkeHeader.EXCHANGE_TYPE,
              "Messages of this exchange must be encrypted (RFC 7296 1.2).",
              log);
      default -> {}
    }
  }

  /** IKE_SA_INIT: nothing is encrypted yet, and a cookie comes back first. */
  private static void initial(boolean request, List<IkePayload> payloads, ProblemLog log) {
    for (int i = 0; i < payloads.size(); i++) {
      IkePayload payload = payloads.get(i);
      if (payload instanceof Encrypted || payload instanceof EncryptedFragment) {
        misplaced(payload, "There are no keys yet in IKE_SA_INIT (RFC 7296 1.2).", log);
      }
      boolean cookie = payload instanceof Notify notify && notify.messageType() == COOKIE;
      if (request && cookie && i > 0) {
        log.add(
            ORDER,
            payload.slice().span(),
            IkePayload.TYPE_FILTER_NAME,
            "A returned cookie must be the first payload (RFC 7296 2.6).");
      }
    }
  }

  private static void misplaced(IkePayload payload, String text, ProblemLog log) {
    log.add(VALUE, payload.slice().span(), IkePayload.TYPE_FILTER_NAME, text);
  }

  private static void clear(List<IkePayload> payloads, ProblemLog log) {
    for (IkePayload payload : payloads) {
      if (PROTECTED.contains(payload.type()) && !undissected(payload)) {
        misplaced(payload, payload.title() + " must not be sent in the clear (RFC 7296 1.2).", log);
      } else if (payload.type() > 0 && payload.type() < FIRST_V2 && !undissected(payload)) {
        misplaced(payload, "Payload type " + payload.type() + " is of IKEv1 (RFC 7296 3.2).", log);
      }
    }
  }

  private static boolean undissected(IkePayload payload) {
    return payload.layout().octets() == 0;
  }

  /** RFC 7383 section 2.5: payloads in the clear go with the first fragment only. */
  private static void fragments(List<IkePayload> payloads, ProblemLog log) {
    for (int i = 1; i < payloads.size(); i++) {
      if (payloads.get(i) instanceof EncryptedFragment piece && piece.number() > 1) {
        log.add(
            ORDER,
            piece.slice().span(),
            IkePayload.TYPE_FILTER_NAME,
            "Payloads in the clear go with the first fragment only (RFC 7383 2.5.3).");
      }
    }
  }

  private static void once(
      Set<Integer> types, String clause, List<IkePayload> payloads, ProblemLog log) {
    if (payloads.size() < 2) {
      return;
    }
    Set<Integer> seen = new TreeSet<>();
    for (IkePayload payload : payloads) {
      if (types.contains(payload.type()) && !undissected(payload) && !seen.add(payload.type())) {
        log.add(
            DUPLICATE,
            payload.slice().span(),
            IkePayload.TYPE_FILTER_NAME,
            payload.title() + " stands in the message already (" + clause + ").");
      }
    }
  }

  /** RFC 7296 section 3.2: every implementation knows these payloads, so the bit is zero. */
  private static void critical(List<IkePayload> payloads, ProblemLog log) {
    Flag flag = GenericHeader.CRITICAL;
    for (IkePayload payload : payloads) {
      boolean ofTheBase = payload.type() >= FIRST_V2 && payload.type() <= LAST_BASE_PAYLOAD;
      if (ofTheBase
          && flag.in(payload.slice())
          && !undissected(payload)
          && flag.get(payload.slice())) {
        log.add(
            VALUE,
            flag.span(payload.slice()),
            flag.filterName(),
            "The critical bit must be clear in payloads of RFC 7296 (3.2).");
      }
    }
  }

  /** RFC 7296 section 3.4: the group of the KE payload is one that the SA payload offers. */
  private static void groupOfProposal(List<IkePayload> payloads, ProblemLog log) {
    if (!has(payloads, KeyExchange.class)) {
      return;
    }
    List<Integer> groups =
        payloads.stream()
            .filter(SecurityAssociation.class::isInstance)
            .flatMap(sa -> ((SecurityAssociation) sa).proposals().stream())
            .flatMap(proposal -> proposal.transforms().stream())
            .filter(transform -> transform.type() == ProposalRules.KEY_EXCHANGE)
            .map(Transform::id)
            .toList();
    for (IkePayload payload : payloads) {
      if (payload instanceof KeyExchange exchange
          && !groups.isEmpty()
          && !groups.contains(exchange.group())) {
        log.add(
            VALUE,
            KeyExchange.GROUP.span(exchange.slice()),
            KeyExchange.GROUP.filterName(),
            "No proposal of this message offers group " + exchange.group() + " (RFC 7296 3.4).");
      }
    }
  }

  // ---- IKEv1 ---------------------------------------------------------------------------------

  private static void version1(Slice header, List<IkePayload> payloads, ProblemLog log) {
    int exchange = IkeHeader.EXCHANGE_TYPE.getInt(header);
    if (IkeHeader.INITIATOR_SPI.get(header) == 0) {
      value(
          header,
          IkeHeader.INITIATOR_SPI,
          "The initiator's cookie must not be zero (RFC 2408 2.5.3).",
          log);
    }
    boolean phase1 = exchange >= BASE && exchange <= IkeMessage.AGGRESSIVE_MODE;
    long id = IkeHeader.MESSAGE_ID.get(header);
    if (phase1 && id != 0) {
      value(header, IkeHeader.MESSAGE_ID, "The message ID of phase 1 is 0 (RFC 2408 3.1).", log);
    }
    boolean phase2 =
        switch (exchange) {
          case QUICK_MODE, NEW_GROUP_MODE, TRANSACTION -> true;
          default -> false;
        };
    if (phase2 && id == 0) {
      value(
          header,
          IkeHeader.MESSAGE_ID,
          "The message ID of phase 2 must not be 0 (RFC 2408 3.1).",
          log);
    }
    boolean fragment = has(payloads, MessageFragment.class);
    if (phase2 && !fragment && !IkeHeader.ENCRYPTION.get(header)) {
      value(
          header,
          IkeHeader.ENCRYPTION,
          "Messages of phase 2 must be encrypted (RFC 2409 5.5).",
          log);
    }
    if (exchange >= FIRST_V2 + 1 && exchange < 240) {
      value(
          header,
          IkeHeader.EXCHANGE_TYPE,
          "Exchange type " + exchange + " is none of IKEv1 (RFC 2408 3.1).",
          log);
    }
    if (phase1) {
      once(ONCE_V1, "RFC 2409 5", payloads, log);
      firstOfPhase1(payloads, log);
    }
  }

  private static void firstOfPhase1(List<IkePayload> payloads, ProblemLog log) {
    for (int i = 1; i < payloads.size(); i++) {
      boolean afterHash = payloads.get(i - 1).type() == HASH;
      if (payloads.get(i) instanceof SecurityAssociation && !afterHash) {
        log.add(
            ORDER,
            payloads.get(i).slice().span(),
            IkePayload.TYPE_FILTER_NAME,
            "The SA payload must be the first one (RFC 2409 5).");
      }
    }
  }
}
