package org.roamscope.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Opened.Evidence;
import org.roamscope.crypto.Opened.Malformed;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Unsupported;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.crypto.Opened.WrongKey;

/**
 * Opens the encrypted messages of one ISAKMP SA (IKEv1), RFC 2409 section 5 and appendix B. Nothing
 * carries an initialization vector there: it comes from what went before.
 *
 * <ul>
 *   <li>Phase 1 (message id 0) begins with the hash of both public values.
 *   <li>Another exchange begins with the hash of the last ciphertext block of phase 1 and the
 *       message id.
 *   <li>Every further message of an exchange takes the last ciphertext block before it.
 * </ul>
 *
 * <p>A capture may hold messages twice, in another order, or not at all. So all blocks that an
 * exchange has shown are kept, and the one with which the payloads add up is taken, newest first; a
 * message that was opened before gets the block that opened it. A message after a lost one has no
 * block that fits: its first block cannot be read, which shows as {@link Evidence#PAYLOADS}.
 *
 * <p>There is no checksum either: the verdict is always {@link Verdict#NOT_CHECKED}. Give it the
 * messages of both ends in the order of the capture. Not for two threads.
 */
public final class IkeV1Cipher {
  /** Exchanges that are remembered. */
  private static final int EXCHANGES = 256;

  /** Blocks that are remembered of one exchange. */
  private static final int BLOCKS = 32;

  private final Encryption encryption;
  private final HashFunction hash;
  private final @Nullable Decryptor decryptor;
  private final String unsupported;
  private final Exchange phase1 = new Exchange();
  private final BoundedMap<Long, Exchange> exchanges = new BoundedMap<>(EXCHANGES);

  /** Initialization vectors that may come next, and those that opened something. */
  private static final class Exchange {
    final List<byte[]> blocks = new ArrayList<>();
    final BoundedMap<Long, byte[]> opened = new BoundedMap<>(BLOCKS);

    void add(byte[] block) {
      if (blocks.stream().noneMatch(known -> Arrays.equals(known, block))) {
        blocks.add(block);
        if (blocks.size() > BLOCKS) {
          blocks.remove(1); // the first begins phase 1 and is never too old
        }
      }
    }
  }

  /**
   * An opener of the messages of one SA.
   *
   * @param encryption one of the CBC algorithms
   * @param hash the negotiated hash
   * @param key the encryption key itself, as {@link IkeV1Derivation#encryptionKey} makes it of
   *     SKEYID_e and Wireshark's table holds it
   * @param initiatorPublic g^xi, the body of the initiator's Key Exchange payload
   * @param responderPublic g^xr
   */
  public IkeV1Cipher(
      Encryption encryption,
      HashFunction hash,
      KeyMaterial key,
      Slice initiatorPublic,
      Slice responderPublic) {
    this.encryption = encryption;
    this.hash = hash;
    Decryptor made = null;
    String reason = "";
    if (encryption.blockOctets() == 1) {
      reason = encryption.shortName() + " in IKEv1";
    } else if (!encryption.accepts(key.length())) {
      reason = encryption.shortName() + " with a key of " + key.length() + " octets";
    } else {
      try {
        made = Decryptor.of(encryption, key);
      } catch (GeneralSecurityException e) {
        reason = encryption.shortName();
      }
    }
    this.decryptor = made;
    this.unsupported = reason;
    phase1.add(vector(initiatorPublic, responderPublic));
  }

  /**
   * Opens a message.
   *
   * @param messageId of the ISAKMP header, unsigned; 0 in phase 1
   * @param body all behind the ISAKMP header, up to the length it states
   */
  public Opened<IkePlaintext> open(long messageId, Slice body) {
    Decryptor cipher = decryptor;
    int block = encryption.blockOctets();
    if (cipher == null) {
      return new Unsupported<>(unsupported);
    }
    if (body.truncated()) {
      return new Malformed<>("The capture holds only the beginning of the message.");
    }
    if (body.length() == 0 || body.length() % block != 0) {
      return new Malformed<>(
          "A ciphertext of " + body.length() + " octets, which is no multiple of " + block + ".");
    }
    Exchange exchange = messageId == 0 ? phase1 : exchanges.getOrAdd(messageId, Exchange::new);
    Slice last = body.from(body.length() - block);
    try {
      for (byte[] iv : candidates(messageId, exchange, body.digest())) {
        IkePlaintext inside = inside(cipher, iv, body);
        if (inside != null) {
          exchange.opened.put(body.digest(), iv);
          exchange.add(last.bytes());
          return new Success<>(inside, Verdict.NOT_CHECKED);
        }
      }
    } catch (GeneralSecurityException e) {
      return new Unsupported<>(encryption.shortName());
    }
    // Whatever this was, the next message of the exchange follows its last block.
    exchange.add(last.bytes());
    return new WrongKey<>(Evidence.PAYLOADS);
  }

  /** Likely initialization vectors, the likeliest first. */
  private List<byte[]> candidates(long messageId, Exchange exchange, long digest) {
    List<byte[]> candidates = new ArrayList<>();
    byte[] before = exchange.opened.get(digest);
    if (before != null) {
      candidates.add(before);
    }
    candidates.addAll(exchange.blocks.reversed());
    if (messageId != 0) {
      byte[] id = ByteBuffer.allocate(4).putInt((int) messageId).array();
      for (byte[] block : phase1.blocks.reversed()) {
        candidates.add(vector(Slice.of(block), Slice.of(id)));
      }
    }
    return candidates;
  }

  private byte[] vector(Slice first, Slice second) {
    return Arrays.copyOf(hash.of(first, second), encryption.blockOctets());
  }

  private @Nullable IkePlaintext inside(Decryptor cipher, byte[] iv, Slice body)
      throws GeneralSecurityException {
    int block = encryption.blockOctets();
    ByteBuffer whole = ByteBuffer.allocate(iv.length + body.length());
    Slice message = Slice.of(whole.put(iv).put(body.bytes()).array());
    // The first header tells most wrong vectors apart.
    Envelope first = new Envelope(message.part(0, iv.length + (long) block), iv.length, 0);
    Slice header = Slice.of(cipher.decrypt(first, new byte[0]));
    if (header.u8(1) != 0 || header.u16(2) > body.length()) {
      return null;
    }
    Slice text = Slice.of(cipher.decrypt(new Envelope(message, iv.length, 0), new byte[0]));
    int length = PayloadChain.length(text);
    return length < 0
        ? null
        : new IkePlaintext(new Envelope(body, 0, 0), text, text.part(0, length), text.from(length));
  }
}
