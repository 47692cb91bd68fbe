package org.roamscope.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-CCM (RFC 3610) as ESP and IKE use it (RFC 4309, RFC 5282), on the platform's counter and CBC
 * modes: the nonce is a salt of 3 octets and the initialization vector of 8, which leaves 4 octets
 * for length and counter.
 */
final class Ccm implements Decryptor {
  private static final int BLOCK = AesMac.BLOCK;
  private static final int SHORT_ASSOCIATED = 0xff00;

  private final Cipher counter;
  private final Cipher cbc;
  private final SecretKey key;
  private final byte[] salt;

  Ccm(byte[] key, byte[] salt) throws GeneralSecurityException {
    this.counter = Cipher.getInstance("AES/CTR/NoPadding");
    this.cbc = AesMac.cbc(key);
    this.key = new SecretKeySpec(key, "AES");
    this.salt = salt;
  }

  @Override
  public byte[] decrypt(Envelope envelope, byte[] associated) throws GeneralSecurityException {
    byte[] nonce = PlatformCiphers.nonce(salt, envelope);
    byte[] ciphertext = envelope.ciphertext().bytes();
    byte[] first = block(lengthFlag(nonce), nonce, 0);
    counter.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(first));
    // Counter 0 covers the checksum, the text begins with counter 1 (RFC 3610 section 2.3).
    byte[] out =
        counter.doFinal(
            ByteBuffer.allocate(BLOCK + ciphertext.length).position(BLOCK).put(ciphertext).array());
    byte[] plaintext = Arrays.copyOfRange(out, BLOCK, out.length);
    int octets = envelope.icvOctets();
    byte[] code = AesMac.lastBlock(cbc, message(nonce, associated, plaintext, octets));
    byte[] expected = new byte[octets];
    for (int i = 0; i < octets; i++) {
      expected[i] = (byte) (code[i] ^ out[i]);
    }
    if (!MessageDigest.isEqual(expected, envelope.icv().bytes())) {
      throw new AEADBadTagException();
    }
    return plaintext;
  }

  /** RFC 3610 section 2.2: what the code is made of, padded to whole blocks. */
  private static byte[] message(byte[] nonce, byte[] associated, byte[] plaintext, int icv) {
    int prefix = associated.length == 0 ? 0 : associated.length < SHORT_ASSOCIATED ? 2 : 6;
    int associatedBlocks = padded(prefix + associated.length);
    ByteBuffer message = ByteBuffer.allocate(BLOCK + associatedBlocks + padded(plaintext.length));
    int flags = (prefix > 0 ? 0x40 : 0) | (icv - 2) / 2 << 3 | lengthFlag(nonce);
    message.put(block(flags, nonce, plaintext.length));
    if (prefix == 2) {
      message.putShort((short) associated.length);
    } else if (prefix == 6) {
      message.putShort((short) 0xfffe).putInt(associated.length);
    }
    message.put(associated).position(BLOCK + associatedBlocks).put(plaintext);
    return message.array();
  }

  /** Octets of length and counter less 1: what flags and nonce leave of a block. */
  private static int lengthFlag(byte[] nonce) {
    return BLOCK - 2 - nonce.length;
  }

  private static byte[] block(int flags, byte[] nonce, int number) {
    // A nonce of more than 11 octets covers upper octets of the number, which are zero then.
    ByteBuffer block = ByteBuffer.allocate(BLOCK).putInt(BLOCK - 4, number);
    return block.put((byte) flags).put(nonce).array();
  }

  private static int padded(int octets) {
    return (octets + BLOCK - 1) / BLOCK * BLOCK;
  }
}
