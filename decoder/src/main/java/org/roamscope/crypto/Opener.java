package org.roamscope.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Opened.Evidence;
import org.roamscope.crypto.Opened.Malformed;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Unsupported;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.crypto.Opened.WrongKey;

/**
 * What ESP and the encrypted payloads of IKEv2 have in common: the checksum first, then decryption.
 * Not for two threads.
 */
final class Opener {
  /**
   * An envelope without its cover.
   *
   * @param envelope where its parts lie in the packet
   * @param plaintext with padding and trailer; of the packet itself when nothing is encrypted
   */
  record Plain(Envelope envelope, Slice plaintext) {}

  private final Encryption encryption;
  private final Integrity integrity;
  private final @Nullable Decryptor decryptor;
  private final @Nullable MacFunction code;
  private final String unsupported;

  Opener(Encryption encryption, KeyMaterial key, Integrity integrity, KeyMaterial integrityKey) {
    this.encryption = encryption;
    this.integrity = integrity;
    String reason = "";
    Decryptor made = null;
    if (!encryption.accepts(key.length())) {
      reason = encryption.shortName() + " with a key of " + key.length() + " octets";
    } else if (!integrity.accepts(integrityKey.length()) && !encryption.aead()) {
      reason = integrity.shortName() + " with a key of " + integrityKey.length() + " octets";
    } else {
      try {
        made = Decryptor.of(encryption, key);
      } catch (GeneralSecurityException e) {
        reason = encryption.shortName();
      }
    }
    this.decryptor = made;
    this.unsupported = reason;
    this.code =
        made != null && integrity.checks() && !encryption.aead()
            ? MacFunction.of(integrity, integrityKey.octets())
            : null;
  }

  /** Where the parts lie; empty when the body is too short for them. */
  Optional<Envelope> envelope(Slice body) {
    return Envelope.of(body, encryption, integrity);
  }

  /** Octets of the initialization vector and of the checksum. */
  int overhead() {
    return encryption.ivOctets() + Envelope.icvOctets(encryption, integrity);
  }

  /**
   * Checks and decrypts.
   *
   * @param packet all of it that the checksum covers, and the checksum at its end
   * @param ivAt where the initialization vector begins in it
   * @param associated what an AEAD authenticates in front of the initialization vector
   * @param implicit what a checksum covers behind the packet and is not sent
   */
  Opened<Plain> open(Slice packet, int ivAt, byte[] associated, byte[] implicit) {
    Decryptor cipher = decryptor;
    if (cipher == null) {
      return new Unsupported<>(unsupported);
    }
    if (packet.truncated()) {
      return new Malformed<>("The capture holds only the beginning of the packet.");
    }
    Envelope envelope = envelope(packet.from(ivAt)).orElse(null);
    if (envelope == null || !packet.holds(ivAt, 0)) {
      return new Malformed<>(
          "Too short: initialization vector and checksum alone have " + overhead() + " octets.");
    }
    if (code != null && !checks(code, packet, envelope, implicit)) {
      return new WrongKey<>(Evidence.CHECKSUM);
    }
    Slice ciphertext = envelope.ciphertext();
    if (ciphertext.length() % encryption.blockOctets() != 0) {
      return new Malformed<>(
          "A ciphertext of "
              + ciphertext.length()
              + " octets, which is not a multiple of "
              + encryption.blockOctets()
              + ".");
    }
    try {
      byte[] plaintext = cipher.decrypt(envelope, associated);
      Slice plain =
          encryption == Encryption.NULL || encryption == Encryption.NULL_AES_GMAC
              ? ciphertext
              : Slice.of(plaintext);
      Verdict verdict = code != null || encryption.aead() ? Verdict.GOOD : Verdict.NOT_CHECKED;
      return new Success<>(new Plain(envelope, plain), verdict);
    } catch (AEADBadTagException e) {
      return new WrongKey<>(Evidence.CHECKSUM);
    } catch (GeneralSecurityException e) {
      return new Unsupported<>(encryption.shortName());
    }
  }

  private static boolean checks(
      MacFunction code, Slice packet, Envelope envelope, byte[] implicit) {
    int octets = envelope.icvOctets();
    byte[] covered = packet.bytes(0, packet.length() - octets);
    byte[] made = Arrays.copyOf(code.of(covered, implicit), octets);
    return MessageDigest.isEqual(made, envelope.icv().bytes());
  }
}
