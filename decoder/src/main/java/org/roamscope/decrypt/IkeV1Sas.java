package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.HashFunction;
import org.roamscope.crypto.IkePlaintext;
import org.roamscope.crypto.IkeV1Cipher;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.Opened;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.KeyExchange;
import org.roamscope.ike.SecurityAssociation;
import org.roamscope.ike.Transform;
import org.roamscope.keys.IkeV1Keys;
import org.roamscope.keys.KeyRing;

/**
 * The IKEv1 SAs whose keys are known. Their first messages, in the clear, tell the algorithms and
 * both public values, without which nothing can be opened (RFC 2409 appendix B).
 */
final class IkeV1Sas {
  private static final int MOST_SAS = 1024;
  private static final int MOST_KEYS = 16;
  private static final int ENCRYPTION = 1;
  private static final int HASH = 2;
  private static final int KEY_LENGTH = 14;

  /** The first message, in which the responder's cookie is still zero. */
  private record Start(IpAddress source, @Nullable Slice publicValue) {}

  private static final class Sa {
    @Nullable Slice initiatorPublic;
    @Nullable Slice responderPublic;
    @Nullable Transform chosen;
    @Nullable List<IkeV1Cipher> ciphers;
    @Nullable IkeV1Cipher fitting;
  }

  private KeyRing ring;
  private final BoundedMap<Long, Start> starts = new BoundedMap<>(MOST_SAS);
  private final BoundedMap<IkeSpis, Sa> sas = new BoundedMap<>(MOST_SAS);

  IkeV1Sas(KeyRing ring) {
    this.ring = ring;
  }

  /** More keys. */
  void add(KeyRing more) {
    ring = ring.and(more);
    if (!more.ikeV1().isEmpty()) {
      sas.unconfirmedValues().forEach(sa -> sa.ciphers = null);
    }
  }

  /** Main Mode and Aggressive Mode, as far as they are in the clear. */
  void initial(IkeMessage message, IpAddress source) {
    long cookie = message.initiatorSpi();
    if (ring.ikeV1(cookie).isEmpty()) {
      return;
    }
    Slice publicValue = publicValue(message.parts());
    if (message.responderSpi() == 0) {
      starts.put(cookie, new Start(source, publicValue));
      return;
    }
    Sa sa = sas.getOrAdd(new IkeSpis(cookie, message.responderSpi()), Sa::new);
    Start start = starts.get(cookie);
    if (start != null && start.publicValue != null && sa.initiatorPublic == null) {
      sa.initiatorPublic = start.publicValue;
    }
    if (publicValue != null) {
      take(sa, publicValue, start, source);
    }
    for (IkePayload part : message.parts()) {
      if (part instanceof SecurityAssociation answer && sa.chosen == null) {
        sa.chosen =
            answer.proposals().stream()
                .flatMap(proposal -> proposal.transforms().stream())
                .findFirst()
                .orElse(null);
      }
    }
  }

  private static @Nullable Slice publicValue(List<IkePayload> payloads) {
    for (IkePayload part : payloads) {
      if (part instanceof KeyExchange exchange && !exchange.data().truncated()) {
        return Slice.of(exchange.data().bytes());
      }
    }
    return null;
  }

  /** By the sender; where the start was not seen, the first value is the initiator's. */
  private static void take(Sa sa, Slice value, @Nullable Start start, IpAddress source) {
    boolean initiator =
        start == null
            ? sa.initiatorPublic == null || sa.initiatorPublic.contentEquals(value)
            : start.publicValue == null && start.source.equals(source);
    if (initiator && sa.initiatorPublic == null) {
      sa.initiatorPublic = value;
    } else if (!initiator && sa.responderPublic == null) {
      sa.responderPublic = value;
    }
  }

  /** Opens an encrypted message, or says in {@code attempts} why not. */
  Optional<Success<IkePlaintext>> open(IkeMessage message, Slice body, Attempts attempts) {
    IkeSpis spis = new IkeSpis(message.initiatorSpi(), message.responderSpi());
    Sa sa = sas.get(spis);
    if (sa == null) {
      return Optional.empty();
    }
    List<IkeV1Cipher> ciphers = ciphers(sa, spis, attempts);
    for (IkeV1Cipher cipher : sa.fitting == null ? ciphers : List.of(sa.fitting)) {
      Opened<IkePlaintext> opened = cipher.open(message.messageId(), body);
      if (opened instanceof Success<IkePlaintext> success) {
        sa.fitting = cipher;
        sas.confirm(spis);
        return Optional.of(success);
      }
      attempts.add(opened);
    }
    return Optional.empty();
  }

  private List<IkeV1Cipher> ciphers(Sa sa, IkeSpis spis, Attempts attempts) {
    if (sa.ciphers != null) {
      return sa.ciphers;
    }
    Transform chosen = sa.chosen;
    if (chosen == null || sa.initiatorPublic == null || sa.responderPublic == null) {
      return List.of();
    }
    Optional<Encryption.Sized> encryption =
        Negotiated.number(chosen, ENCRYPTION)
            .flatMap(algorithm ->
                Encryption.ofIkeV1(algorithm, Negotiated.number(chosen, KEY_LENGTH).orElse(0)));
    Optional<HashFunction> hash = Negotiated.number(chosen, HASH).flatMap(HashFunction::ofIkeV1);
    if (encryption.isEmpty() || hash.isEmpty()) {
      attempts.add(Outcome.UNSUPPORTED);
      return List.of();
    }
    List<KeyMaterial> known = new ArrayList<>();
    List<IkeV1Cipher> made = new ArrayList<>();
    for (IkeV1Keys keys : ring.ikeV1(spis.initiator())) {
      Long responder = keys.responderCookie();
      KeyMaterial key = keys.key();
      boolean fits = responder == null || responder == spis.responder();
      if (fits && !known.contains(key) && made.size() < MOST_KEYS) {
        known.add(key);
        made.add(
            new IkeV1Cipher(
                encryption.get().encryption(),
                hash.get(),
                key,
                sa.initiatorPublic,
                sa.responderPublic));
      }
    }
    sa.ciphers = made;
    return made;
  }
}
