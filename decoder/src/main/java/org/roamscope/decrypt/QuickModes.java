package org.roamscope.decrypt;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.IkeV1Derivation;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.PseudoRandom;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.KeyExchange;
import org.roamscope.ike.Proposal;
import org.roamscope.ike.SecurityAssociation;
import org.roamscope.ike.Transform;

/**
 * Derives the keys of IPsec SAs from SKEYID_d and a Quick Mode that was opened, RFC 2409 section
 * 5.5. With perfect forward secrecy, that is with a Key Exchange payload, the secret g^xy of the
 * Quick Mode goes into them, which no key file tells: nothing is derived then. Nor is it where the
 * file holds the encryption key alone, as Wireshark's table does; the SPIs are learnt all the same.
 */
final class QuickModes {
  /** The exchange type. */
  static final int QUICK_MODE = 32;

  private static final int MOST_EXCHANGES = 1024;
  private static final int MOST_ASSOCIATIONS = 16;

  /** Message IDs are unique within one ISAKMP SA only. */
  private record Key(IkeSpis spis, long messageId) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = spis.compareTo(other.spis);
      return order == 0 ? Long.compare(messageId, other.messageId) : order;
    }
  }

  /**
   * The first message.
   *
   * @param nonce Ni
   * @param offers of each SA payload its proposals
   * @param exchanged true with a key exchange
   */
  private record Start(Slice nonce, List<ChildRequests.Request> offers, boolean exchanged) {}

  private final IkeV1Sas ikeSas;
  private final ChildSpis spis;
  private final DerivedSas derived;
  private final BoundedMap<Key, Start> starts = new BoundedMap<>(MOST_EXCHANGES);

  QuickModes(IkeV1Sas ikeSas, ChildSpis spis, DerivedSas derived) {
    this.ikeSas = ikeSas;
    this.spis = spis;
    this.derived = derived;
  }

  /** Takes the payloads of a Quick Mode message. The third one has no SA payload. */
  void accept(IkeMessage message, List<IkePayload> payloads) {
    IkeSpis parent = new IkeSpis(message.initiatorSpi(), message.responderSpi());
    List<SecurityAssociation> associations = new ArrayList<>();
    for (IkePayload payload : payloads) {
      if (payload instanceof SecurityAssociation association
          && associations.size() < MOST_ASSOCIATIONS) {
        associations.add(association);
        spis.learn(parent, association);
      }
    }
    Slice found = IkeV2Sas.nonce(payloads);
    if (associations.isEmpty() || found == null || found.truncated()) {
      return;
    }
    Slice nonce = Slice.of(found.bytes());
    boolean exchanged = payloads.stream().anyMatch(KeyExchange.class::isInstance);
    Key key = new Key(parent, message.messageId());
    Start start = starts.get(key);
    // A message sent again has the nonce it had; addresses tell nothing, for both ends may move.
    if (start == null || start.nonce.contentEquals(nonce)) {
      List<ChildRequests.Request> offers =
          associations.stream().map(one -> ChildRequests.request(one, nonce)).toList();
      starts.put(key, new Start(nonce, offers, exchanged));
    } else if (!start.exchanged && !exchanged) {
      answered(parent, start, nonce, associations);
    }
  }

  /** One Quick Mode may make several SAs: answers stand in the order of the offers. */
  private void answered(
      IkeSpis parent, Start start, Slice nonce, List<SecurityAssociation> associations) {
    Optional<IkeV1Sas.Deriving> d = ikeSas.d(parent);
    Optional<PseudoRandom> prf = ikeSas.prf(parent);
    if (d.isEmpty() || prf.isEmpty()) {
      return;
    }
    Slice nonces =
        Slice.of(
            ByteBuffer.allocate(start.nonce.length() + nonce.length())
                .put(start.nonce.bytes())
                .put(nonce.bytes())
                .array());
    int count = Math.min(associations.size(), start.offers.size());
    for (int i = 0; i < count; i++) {
      for (Proposal chosen : associations.get(i).proposals()) {
        ChildRequests.Offer taken = start.offers.get(i).taken(chosen);
        DerivedSas.Suite suite = suite(chosen);
        if (taken != null && suite != null) {
          // Who receives chooses the SPI, and each direction is made of its own.
          derive(prf.get(), d.get(), suite, taken.spi(), nonces);
          derive(prf.get(), d.get(), suite, chosen.spi(), nonces);
        }
      }
    }
  }

  private static DerivedSas.@Nullable Suite suite(Proposal chosen) {
    if (chosen.transforms().isEmpty()) {
      return null;
    }
    Transform transform = chosen.transforms().getFirst();
    Optional<Encryption.Sized> encryption = IpsecDoi.encryption(chosen, transform);
    Optional<Integrity> integrity = IpsecDoi.integrity(transform);
    if (encryption.isEmpty() || integrity.isEmpty()) {
      return null;
    }
    DerivedSas.Suite suite =
        new DerivedSas.Suite(
            chosen.protocol(),
            encryption.get(),
            integrity.get(),
            IpsecDoi.sequenceNumbers(transform));
    return suite.usable() ? suite : null;
  }

  private void derive(
      PseudoRandom prf, IkeV1Sas.Deriving from, DerivedSas.Suite suite, Slice spi, Slice nonces) {
    if (!DerivedSas.spi(spi)) {
      return;
    }
    int encryption = suite.encryptionOctets();
    int integrity = suite.integrityOctets();
    IkeV1Derivation.ipsecSa(
            prf,
            from.d(),
            KeyMaterial.none(),
            suite.protocol(),
            spi.u32(0),
            nonces,
            encryption + integrity)
        .ifPresent(material ->
            derived.add(
                suite,
                spi.u32(0),
                new DerivedSas.Keys(
                    material.part(0, encryption),
                    material.part(encryption, integrity),
                    from.origin())));
  }
}
