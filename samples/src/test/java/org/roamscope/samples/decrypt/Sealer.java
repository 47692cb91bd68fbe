package org.roamscope.samples.decrypt;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Encrypts, each algorithm as its RFC has it. */
public final class Sealer {
  private static final int BLOCK = 16;
  private static final int FULL_TAG = 128;

  /** For what the platform lacks; loaded only where it is needed. */
  static final class Foreign {
    static final Provider CIPHERS = new BouncyCastleProvider();

    private Foreign() {}
  }

  private Sealer() {}

  /**
   * Encrypts.
   *
   * @param material key, and its salt behind it
   * @param iv as it goes on the wire
   * @param associated what an AEAD authenticates too
   * @param plaintext a multiple of the block
   * @return ciphertext, and the checksum of an AEAD
   */
  public static byte[] seal(
      SealSuite suite, byte[] material, byte[] iv, byte[] associated, byte[] plaintext) {
    byte[] key = Arrays.copyOf(material, suite.key());
    byte[] salt = Arrays.copyOfRange(material, suite.key(), material.length);
    byte[] nonce = join(salt, iv);
    try {
      return switch (suite.mode()) {
        case NULL -> plaintext;
        case CBC -> cbc(suite.cipher(), key, iv, plaintext);
        case CTR -> ctr(key, join(nonce, new byte[] {0, 0, 0, 1}), plaintext);
        case GCM -> cut(gcm(key, nonce, associated, plaintext), suite.icv());
        case CCM -> ccm(key, nonce, associated, plaintext, suite.icv());
        case CHACHA -> chacha(key, nonce, associated, plaintext);
        case GMAC -> join(plaintext, gcm(key, nonce, join(associated, iv, plaintext), new byte[0]));
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] cbc(String algorithm, byte[] key, byte[] iv, byte[] plaintext)
      throws GeneralSecurityException {
    String name = algorithm + "/CBC/NoPadding";
    boolean foreign = algorithm.equals("CAST5") || algorithm.equals("Camellia");
    Cipher cipher = foreign ? Cipher.getInstance(name, Foreign.CIPHERS) : Cipher.getInstance(name);
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, algorithm), new IvParameterSpec(iv));
    return cipher.doFinal(plaintext);
  }

  private static byte[] ctr(byte[] key, byte[] first, byte[] plaintext)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(first));
    return cipher.doFinal(plaintext);
  }

  private static byte[] gcm(byte[] key, byte[] nonce, byte[] associated, byte[] plaintext)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(FULL_TAG, nonce));
    cipher.updateAAD(associated);
    return cipher.doFinal(plaintext);
  }

  private static byte[] chacha(byte[] key, byte[] nonce, byte[] associated, byte[] plaintext)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
    cipher.updateAAD(associated);
    return cipher.doFinal(plaintext);
  }

  /** The checksum of GCM is cut at its end. */
  private static byte[] cut(byte[] sealed, int icv) {
    return Arrays.copyOf(sealed, sealed.length - FULL_TAG / 8 + icv);
  }

  /** RFC 3610, block by block, with 4 octets for the length. */
  private static byte[] ccm(byte[] key, byte[] nonce, byte[] associated, byte[] plaintext, int icv)
      throws GeneralSecurityException {
    Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    int flags = 0x40 | (icv - 2) / 2 << 3 | 3;
    byte[] mac = aes.doFinal(numbered(flags, nonce, plaintext.length));
    byte[] lead = ByteBuffer.allocate(2).putShort((short) associated.length).array();
    for (byte[] part : new byte[][] {join(lead, associated), plaintext}) {
      for (int at = 0; at < part.length; at += BLOCK) {
        mac = aes.doFinal(xor(mac, Arrays.copyOfRange(part, at, at + BLOCK)));
      }
    }
    byte[] out = plaintext.clone();
    for (int at = 0; at < out.length; at++) {
      if (at % BLOCK == 0) {
        byte[] stream = aes.doFinal(numbered(3, nonce, at / BLOCK + 1));
        for (int i = 0; i < BLOCK && at + i < out.length; i++) {
          out[at + i] ^= stream[i];
        }
      }
    }
    return join(out, Arrays.copyOf(xor(mac, aes.doFinal(numbered(3, nonce, 0))), icv));
  }

  private static byte[] numbered(int flags, byte[] nonce, int number) {
    return ByteBuffer.allocate(BLOCK).put((byte) flags).put(nonce).putInt(number).array();
  }

  private static byte[] xor(byte[] a, byte[] b) {
    byte[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] ^= b[i];
    }
    return out;
  }

  static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      out.put(part);
    }
    return out.array();
  }
}
