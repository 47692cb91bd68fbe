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
import org.roamscope.crypto.PseudoRandom;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.KeyExchange;
import org.roamscope.ike.SecurityAssociation;
import org.roamscope.ike.Transform;
import org.roamscope.keys.IkeV1Keys;
import org.roamscope.keys.KeyOrigin;
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
  private static final int PSEUDO_RANDOM = 13;
  private static final int KEY_LENGTH = 14;

  /** The first message, in which the responder's cookie is still zero. */
  private record Start(IpAddress source, @Nullable Slice publicValue) {}

  /**
   * A key that may be the one.
   *
   * @param key the encryption key
   * @param cipher the cipher with it
   * @param encryption how messages are encrypted
   * @param origin where it stands
   */
  private record Candidate(
      KeyMaterial key, IkeV1Cipher cipher, Encryption encryption, KeyOrigin origin) {}

  /**
   * What keys of IPsec SAs come from.
   *
   * @param d SKEYID_d
   * @param origin where it stands
   */
  record Deriving(KeyMaterial d, KeyOrigin origin) {}

  private static final class Sa {
    @Nullable Slice initiatorPublic;
    @Nullable Slice responderPublic;
    @Nullable Transform chosen;
    @Nullable List<Candidate> candidates;
    @Nullable Candidate fitting;
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
      sas.unconfirmedValues().forEach(sa -> sa.candidates = null);
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
    List<Candidate> candidates = candidates(sa, spis, attempts);
    for (Candidate one : sa.fitting == null ? candidates : List.of(sa.fitting)) {
      Opened<IkePlaintext> opened = one.cipher().open(message.messageId(), body);
      if (opened instanceof Success<IkePlaintext> success) {
        sa.fitting = one;
        attempts.fits(KeySource.told(one.origin()), one.encryption());
        sas.confirm(spis);
        return Optional.of(success);
      }
      attempts.add(opened);
    }
    return Optional.empty();
  }

  /** SKEYID_d of the key that opened something, when a file holds it. */
  Optional<Deriving> d(IkeSpis spis) {
    Sa sa = sas.get(spis);
    if (sa == null || sa.fitting == null) {
      return Optional.empty();
    }
    for (IkeV1Keys keys : ring.ikeV1(spis.initiator())) {
      IkeV1Keys.Derivation derivation = keys.derivation();
      if (derivation != null
          && derivation.d() != null
          && fits(keys, spis)
          && sa.fitting.key().equals(keys.key())) {
        return Optional.of(new Deriving(derivation.d(), keys.origin()));
      }
    }
    return Optional.empty();
  }

  /**
   * The function that keys are made with: HMAC of the hash, unless another one was negotiated (RFC
   * 2409 section 4), of which none is known here.
   */
  Optional<PseudoRandom> prf(IkeSpis spis) {
    Sa sa = sas.get(spis);
    Transform chosen = sa == null ? null : sa.chosen;
    return chosen == null || Negotiated.number(chosen, PSEUDO_RANDOM).isPresent()
        ? Optional.empty()
        : hash(chosen).map(HashFunction::prf);
  }

  private static Optional<HashFunction> hash(Transform chosen) {
    return Negotiated.number(chosen, HASH).flatMap(HashFunction::ofIkeV1);
  }

  private static boolean fits(IkeV1Keys keys, IkeSpis spis) {
    Long responder = keys.responderCookie();
    return responder == null || responder == spis.responder();
  }

  private List<Candidate> candidates(Sa sa, IkeSpis spis, Attempts attempts) {
    if (sa.candidates != null) {
      return sa.candidates;
    }
    Transform chosen = sa.chosen;
    if (chosen == null || sa.initiatorPublic == null || sa.responderPublic == null) {
      return List.of();
    }
    Optional<Encryption.Sized> encryption =
        Negotiated.number(chosen, ENCRYPTION)
            .flatMap(algorithm ->
                Encryption.ofIkeV1(algorithm, Negotiated.number(chosen, KEY_LENGTH).orElse(0)));
    Optional<HashFunction> hash = hash(chosen);
    if (encryption.isEmpty() || hash.isEmpty()) {
      attempts.add(Outcome.UNSUPPORTED);
      return List.of();
    }
    List<KeyMaterial> known = new ArrayList<>();
    List<Candidate> made = new ArrayList<>();
    for (IkeV1Keys keys : ring.ikeV1(spis.initiator())) {
      KeyMaterial key = keys.key();
      if (fits(keys, spis) && !known.contains(key) && made.size() < MOST_KEYS) {
        known.add(key);
        made.add(
            new Candidate(
                key,
                new IkeV1Cipher(
                    encryption.get().encryption(),
                    hash.get(),
                    key,
                    sa.initiatorPublic,
                    sa.responderPublic),
                encryption.get().encryption(),
                keys.origin()));
      }
    }
    sa.candidates = made;
    return made;
  }
}
