package org.roamscope.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Ciphers of the Java platform. AES keeps its key schedule when it is given the same key again. */
final class PlatformCiphers {
  private PlatformCiphers() {}

  static Decryptor cbc(byte[] key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    SecretKey secret = new SecretKeySpec(key, "AES");
    return (envelope, associated) -> {
      cipher.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(envelope.iv().bytes()));
      return cipher.doFinal(envelope.ciphertext().bytes());
    };
  }

  /**
   * CBC of single blocks. In their own CBC mode DES and Blowfish make their key schedule anew with
   * every initialization vector, which for Blowfish takes longer than a packet.
   */
  static Decryptor chained(String algorithm, byte[] key) throws GeneralSecurityException {
    Cipher blocks = Cipher.getInstance(algorithm + "/ECB/NoPadding");
    blocks.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, algorithm));
    return (envelope, associated) -> {
      byte[] text = blocks.doFinal(envelope.ciphertext().bytes());
      // The initialization vector is a block long: what lies a block before is at the same index.
      byte[] before = envelope.body().bytes(0, text.length);
      for (int i = 0; i < text.length; i++) {
        text[i] ^= before[i];
      }
      return text;
    };
  }

  /** RFC 3686 section 4: the counter block is nonce, initialization vector and 1. */
  static Decryptor ctr(byte[] key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    SecretKey secret = new SecretKeySpec(key, "AES");
    return (envelope, associated) -> {
      byte[] counter =
          ByteBuffer.allocate(16).put(nonce).put(envelope.iv().bytes()).putInt(1).array();
      cipher.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(counter));
      return cipher.doFinal(envelope.ciphertext().bytes());
    };
  }

  /** RFC 4106 section 4: the nonce is salt and initialization vector. */
  static Decryptor gcm(byte[] key, byte[] salt) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKey secret = new SecretKeySpec(key, "AES");
    return (envelope, associated) -> {
      cipher.init(
          Cipher.DECRYPT_MODE,
          secret,
          new GCMParameterSpec(envelope.icvOctets() * 8, nonce(salt, envelope)));
      cipher.updateAAD(associated);
      return cipher.doFinal(envelope.sealed());
    };
  }

  /** RFC 4543 section 3: all that is on the wire is associated data, nothing is encrypted. */
  static Decryptor gmac(byte[] key, byte[] salt) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKey secret = new SecretKeySpec(key, "AES");
    return (envelope, associated) -> {
      cipher.init(
          Cipher.DECRYPT_MODE,
          secret,
          new GCMParameterSpec(envelope.icvOctets() * 8, nonce(salt, envelope)));
      byte[] plaintext = envelope.ciphertext().bytes();
      cipher.updateAAD(associated);
      cipher.updateAAD(envelope.iv().bytes());
      cipher.updateAAD(plaintext);
      cipher.doFinal(envelope.icv().bytes());
      return plaintext;
    };
  }

  /** RFC 7634 section 2: the nonce is salt and initialization vector. */
  static Decryptor chacha20(byte[] key, byte[] salt) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    SecretKey secret = new SecretKeySpec(key, "ChaCha20");
    return (envelope, associated) -> {
      cipher.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(nonce(salt, envelope)));
      cipher.updateAAD(associated);
      return cipher.doFinal(envelope.sealed());
    };
  }

  /** Salt and initialization vector. */
  static byte[] nonce(byte[] salt, Envelope envelope) {
    byte[] iv = envelope.iv().bytes();
    return ByteBuffer.allocate(salt.length + iv.length).put(salt).put(iv).array();
  }
}
