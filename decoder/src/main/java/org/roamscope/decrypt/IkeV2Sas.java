package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.IkePlaintext;
import org.roamscope.crypto.KeyDerivation.Nonces;
import org.roamscope.crypto.Opened;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.crypto.PseudoRandom;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.Nonce;
import org.roamscope.ike.SecurityAssociation;
import org.roamscope.keys.IkeV2Keys;
import org.roamscope.keys.KeyRing;

/** The IKEv2 SAs whose keys are known, and what their IKE_SA_INIT told in the clear. */
final class IkeV2Sas {
  /** SAs for which ciphers are kept, and initial requests that wait for an answer. */
  private static final int MOST_SAS = 4096;

  /** Keys for one SA. */
  private static final int MOST_KEYS = 256;

  /** An SA for which there are keys. */
  static final class Sa {
    final List<IkeV2Candidate> candidates = new ArrayList<>();
    final ChildRequests requests = new ChildRequests();
    @Nullable IkeV2Candidate proven;
    @Nullable Nonces nonces;
    @Nullable PseudoRandom negotiated;

    /** Every SK_d beside the keys that opened something. */
    List<IkeV2Candidate.Deriving> deriving() {
      return proven == null ? List.of() : proven.deriving();
    }

    /** The pseudo-random function: negotiated in the capture, or else told by a file. */
    Optional<PseudoRandom> prf(IkeV2Candidate.Deriving with) {
      Optional<PseudoRandom> seen =
          Optional.ofNullable(negotiated).or(() -> Optional.ofNullable(with.prf()));
      return seen.isPresent() || proven == null ? seen : proven.prf();
    }
  }

  private KeyRing ring;
  private final BoundedMap<IkeSpis, Sa> sas = new BoundedMap<>(MOST_SAS);
  private final BoundedMap<Long, Slice> initiatorNonces = new BoundedMap<>(MOST_SAS);

  IkeV2Sas(KeyRing ring) {
    this.ring = ring;
  }

  /** More keys. */
  void add(KeyRing more) {
    ring = ring.and(more);
    for (IkeV2Keys keys : more.ikeV2()) {
      Sa sa = sas.get(new IkeSpis(keys.spiI(), keys.spiR()));
      if (sa != null) {
        merge(sa, keys);
      }
    }
  }

  private static void merge(Sa sa, IkeV2Keys keys) {
    for (IkeV2Candidate candidate : sa.candidates) {
      if (candidate.merge(keys)) {
        return;
      }
    }
    if (sa.candidates.size() < MOST_KEYS) {
      sa.candidates.add(new IkeV2Candidate(keys));
    }
  }

  /** The SA, or null when there is no key for it. */
  @Nullable Sa find(IkeSpis spis) {
    Sa known = sas.get(spis);
    if (known != null) {
      return known;
    }
    List<IkeV2Keys> keys = ring.ikeV2(spis.initiator(), spis.responder());
    if (keys.isEmpty()) {
      return null;
    }
    Sa made = new Sa();
    keys.forEach(one -> merge(made, one));
    sas.put(spis, made);
    return made;
  }

  /** IKE_SA_INIT: nonces and the pseudo-random function, RFC 7296 section 1.2. */
  void initial(IkeMessage message) {
    if (ring.ikeV2().isEmpty()) {
      return;
    }
    Slice nonce = nonce(message.parts());
    if (nonce == null || nonce.truncated()) {
      return;
    }
    if (message.request()) {
      initiatorNonces.put(message.initiatorSpi(), Slice.of(nonce.bytes()));
      return;
    }
    Slice ofInitiator = initiatorNonces.get(message.initiatorSpi());
    Sa sa = find(new IkeSpis(message.initiatorSpi(), message.responderSpi()));
    if (sa == null || ofInitiator == null || sa.nonces != null) {
      return;
    }
    sa.nonces = new Nonces(ofInitiator, Slice.of(nonce.bytes()));
    for (IkePayload part : message.parts()) {
      if (part instanceof SecurityAssociation chosen && !chosen.proposals().isEmpty()) {
        sa.negotiated = Negotiated.pseudoRandom(chosen.proposals().getFirst()).orElse(null);
      }
    }
  }

  /** The octets of the Nonce payload, or null. */
  static @Nullable Slice nonce(List<IkePayload> payloads) {
    for (IkePayload part : payloads) {
      if (part instanceof Nonce nonce) {
        return nonce.data();
      }
    }
    return null;
  }

  /**
   * Opens an SK or SKF payload, or says in {@code attempts} why not. Without a checksum the keys
   * must be the only ones.
   */
  Optional<Success<IkePlaintext>> open(
      Sa sa, IkeMessage message, IkePayload sealed, Attempts attempts) {
    List<IkeV2Candidate> order = new ArrayList<>();
    if (sa.proven != null) {
      order.add(sa.proven);
    }
    sa.candidates.stream().filter(candidate -> candidate != sa.proven).forEach(order::add);
    for (IkeV2Candidate candidate : order) {
      Opened<IkePlaintext> opened = candidate.open(message, sealed);
      if (opened instanceof Success<IkePlaintext> success
          && (success.verdict() == Verdict.GOOD || order.size() == 1)) {
        sa.proven = candidate;
        attempts.fits(candidate.source(), candidate.encryption());
        sas.confirm(new IkeSpis(message.initiatorSpi(), message.responderSpi()));
        return Optional.of(success);
      }
      attempts.add(opened);
    }
    return Optional.empty();
  }
}
