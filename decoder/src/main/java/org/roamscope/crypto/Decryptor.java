package org.roamscope.crypto;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.AEADBadTagException;

/**
 * An encryption algorithm with its key, ready to decrypt packet after packet without making its key
 * schedule anew. Keeps state while it works: not for two threads.
 */
@FunctionalInterface
interface Decryptor {
  /**
   * Decrypts.
   *
   * @param envelope its ciphertext is a multiple of the algorithm's block
   * @param associated what an AEAD authenticates and does not encrypt; others pass it over
   * @return the plaintext, with padding
   * @throws AEADBadTagException when the checksum of an AEAD is another
   * @throws GeneralSecurityException when the platform refuses
   */
  byte[] decrypt(Envelope envelope, byte[] associated) throws GeneralSecurityException;

  /**
   * Makes one.
   *
   * @param key of a length that the algorithm {@linkplain Encryption#accepts(int) accepts}
   * @throws GeneralSecurityException when the platform refuses, or no cipher here does the
   *     algorithm
   */
  static Decryptor of(Encryption encryption, KeyMaterial key) throws GeneralSecurityException {
    int keyOctets = key.length() - encryption.saltOctets();
    byte[] cipherKey = key.part(0, keyOctets).octets();
    byte[] salt = key.part(keyOctets, encryption.saltOctets()).octets();
    return switch (encryption) {
      case NULL -> (envelope, associated) -> envelope.ciphertext().bytes();
      case DES_CBC -> PlatformCiphers.chained("DES", cipherKey);
      case TRIPLE_DES_CBC -> PlatformCiphers.chained("DESede", cipherKey);
      case BLOWFISH_CBC -> PlatformCiphers.chained("Blowfish", cipherKey);
      case AES_CBC -> PlatformCiphers.cbc(cipherKey);
      case CAST5_CBC -> BouncyCiphers.cast5(cipherKey);
      case CAMELLIA_CBC -> BouncyCiphers.camellia(cipherKey);
      case TWOFISH_CBC -> BouncyCiphers.twofish(cipherKey);
      case AES_CTR -> PlatformCiphers.ctr(cipherKey, salt);
      case AES_CCM_8, AES_CCM_12, AES_CCM_16 -> new Ccm(cipherKey, salt);
      case AES_GCM_8 -> BouncyCiphers.gcm(cipherKey, salt);
      case AES_GCM_12, AES_GCM_16 -> PlatformCiphers.gcm(cipherKey, salt);
      case NULL_AES_GMAC -> PlatformCiphers.gmac(cipherKey, salt);
      case CHACHA20_POLY1305 -> PlatformCiphers.chacha20(cipherKey, salt);
      case CAMELLIA_CTR -> throw new NoSuchAlgorithmException(encryption.name());
    };
  }
}
