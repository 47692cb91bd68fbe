package org.roamscope.decrypt;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.ChildSaKeys;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyDerivation;
import org.roamscope.crypto.KeyDerivation.Nonces;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.PseudoRandom;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.KeyExchange;
import org.roamscope.ike.Proposal;
import org.roamscope.ike.SecurityAssociation;

/**
 * Derives the keys of child SAs from SK_d, RFC 7296 section 2.17. Where the exchange had a key
 * exchange of its own the secret g^ir goes into them, which no key file tells: nothing is derived
 * then, and for the same reason never a new IKE SA (section 2.18), of which only the negotiated
 * pseudo-random function is taken.
 */
final class ChildSas {
  private static final int IKE = 1;
  private static final int AH = 2;
  private static final int IKE_SPI = 8;

  private final IkeV2Sas ikeSas;
  private final ChildSpis spis;
  private final DerivedSas derived;

  ChildSas(IkeV2Sas ikeSas, ChildSpis spis, DerivedSas derived) {
    this.ikeSas = ikeSas;
    this.spis = spis;
    this.derived = derived;
  }

  /** Takes the payloads of an IKE_AUTH or CREATE_CHILD_SA message. */
  void accept(IkeV2Sas.Sa sa, IkeMessage message, List<IkePayload> payloads) {
    SecurityAssociation association = ChildRequests.association(payloads);
    if (association == null) {
      return;
    }
    spis.learn(new IkeSpis(message.initiatorSpi(), message.responderSpi()), association);
    Slice nonce = IkeV2Sas.nonce(payloads);
    if (message.request()) {
      sa.requests.put(message, association, nonce);
      return;
    }
    ChildRequests.Request request = sa.requests.answered(message);
    if (request == null || association.proposals().isEmpty()) {
      return;
    }
    Proposal chosen = association.proposals().getFirst();
    ChildRequests.Offer taken = request.taken(chosen);
    if (taken == null) {
      return;
    }
    if (chosen.protocol() == IKE) {
      rekeyed(taken.spi(), chosen);
    } else {
      boolean exchanged = payloads.stream().anyMatch(KeyExchange.class::isInstance);
      Nonces nonces = nonces(sa, message, request, nonce);
      if (!exchanged && nonces != null) {
        derive(sa, nonces, taken.spi(), chosen);
      }
    }
  }

  private static @Nullable Nonces nonces(
      IkeV2Sas.Sa sa, IkeMessage message, ChildRequests.Request request, @Nullable Slice nonce) {
    if (message.exchangeType() == IkeMessage.IKE_AUTH) {
      return sa.nonces;
    }
    Slice ofRequest = request.nonce();
    return ofRequest == null || nonce == null
        ? null
        : new Nonces(ofRequest, Slice.of(nonce.bytes()));
  }

  private void rekeyed(Slice initiator, Proposal chosen) {
    Slice responder = chosen.spi();
    if (initiator.length() == IKE_SPI && responder.length() == IKE_SPI) {
      IkeV2Sas.Sa made = ikeSas.find(new IkeSpis(initiator.u64(0), responder.u64(0)));
      if (made != null) {
        made.negotiated = Negotiated.pseudoRandom(chosen).orElse(null);
      }
    }
  }

  private void derive(IkeV2Sas.Sa sa, Nonces nonces, Slice initiator, Proposal chosen) {
    Slice responder = chosen.spi();
    Optional<Encryption.Sized> encryption =
        chosen.protocol() == AH
            ? Optional.of(new Encryption.Sized(Encryption.NULL, 0))
            : Negotiated.encryption(chosen);
    Optional<Integrity> integrity = Negotiated.integrity(chosen);
    if (encryption.isEmpty()
        || integrity.isEmpty()
        || !DerivedSas.spi(initiator)
        || !DerivedSas.spi(responder)) {
      return;
    }
    DerivedSas.Suite child =
        new DerivedSas.Suite(
            chosen.protocol(),
            encryption.get(),
            integrity.get(),
            Negotiated.sequenceNumbers(chosen));
    if (!child.usable()) {
      return;
    }
    // No message proves SK_d: the packets of the child SA tell which of several is right.
    for (IkeV2Candidate.Deriving from : sa.deriving()) {
      Optional<PseudoRandom> prf = sa.prf(from);
      if (prf.isEmpty()) {
        continue;
      }
      KeyDerivation.Suite suite =
          new KeyDerivation.Suite(prf.get(), encryption.get(), integrity.get());
      ChildSaKeys keys = KeyDerivation.childSa(suite, from.d(), KeyMaterial.none(), nonces);
      // Who receives chooses the SPI: the initiator sends to the responder's.
      derived.add(
          child, responder.u32(0), new DerivedSas.Keys(keys.ei(), keys.ai(), from.origin()));
      derived.add(
          child, initiator.u32(0), new DerivedSas.Keys(keys.er(), keys.ar(), from.origin()));
    }
  }
}
