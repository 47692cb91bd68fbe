package org.roamscope.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two codes made of AES in CBC mode: AES-XCBC-MAC (RFC 3566) and AES-CMAC (RFC 4493). They
 * differ in how the three keys come from one. The code is the last block of the CBC encryption with
 * an initialization vector of zeros, where the last block of the message was first combined with
 * the second key when it is full, else padded with one bit and combined with the third.
 */
final class AesMac implements MacFunction {
  /** Octets of a block and of the key. */
  static final int BLOCK = 16;

  private final Cipher cbc;
  private final byte[] fullKey;
  private final byte[] paddedKey;

  private AesMac(byte[] key, byte[] fullKey, byte[] paddedKey) {
    this.cbc = cbc(key);
    this.fullKey = fullKey;
    this.paddedKey = paddedKey;
  }

  /** AES-XCBC-MAC, RFC 3566 section 4: three keys by encrypting 01.., 02.. and 03... */
  static AesMac xcbc(byte[] key) {
    return new AesMac(constant(key, 1), constant(key, 2), constant(key, 3));
  }

  /** AES-CMAC, RFC 4493 section 2.3: the two last keys by doubling an encrypted zero block. */
  static AesMac cmac(byte[] key) {
    byte[] once = doubled(constant(key, 0));
    return new AesMac(key, once, doubled(once));
  }

  /**
   * AES in CBC mode with an initialization vector of zeros, to encrypt one message after another.
   */
  static Cipher cbc(byte[] key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK]));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every platform has AES with " + key.length + " octets", e);
    }
  }

  /** The last block of the CBC encryption of whole blocks. */
  static byte[] lastBlock(Cipher cbc, byte[] blocks) {
    try {
      byte[] out = cbc.doFinal(blocks);
      return Arrays.copyOfRange(out, out.length - BLOCK, out.length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("whole blocks always encrypt", e);
    }
  }

  private static byte[] constant(byte[] key, int octet) {
    byte[] block = new byte[BLOCK];
    Arrays.fill(block, (byte) octet);
    return lastBlock(cbc(key), block);
  }

  /** Twice the block in GF(2^128), RFC 4493 section 2.3. */
  private static byte[] doubled(byte[] block) {
    byte[] twice = new byte[BLOCK];
    int carry = 0;
    for (int i = BLOCK - 1; i >= 0; i--) {
      int octet = (block[i] & 0xff) << 1 | carry;
      twice[i] = (byte) octet;
      carry = octet >>> 8;
    }
    if (carry != 0) {
      twice[BLOCK - 1] ^= (byte) 0x87;
    }
    return twice;
  }

  @Override
  public byte[] of(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    boolean full = length > 0 && length % BLOCK == 0;
    byte[] message = new byte[full ? length : (length / BLOCK + 1) * BLOCK];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, message, at, part.length);
      at += part.length;
    }
    if (!full) {
      message[length] = (byte) 0x80;
    }
    byte[] last = full ? fullKey : paddedKey;
    for (int i = 0; i < BLOCK; i++) {
      message[message.length - BLOCK + i] ^= last[i];
    }
    return lastBlock(cbc, message);
  }
}
