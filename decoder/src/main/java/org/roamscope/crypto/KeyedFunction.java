package org.roamscope.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Octets that only the holder of a key can tell from random ones, and always the same for the same
 * input: HMAC-SHA-256 (RFC 2104), with a counter where more are wanted. Not for two threads.
 */
public final class KeyedFunction {
  /** Octets of a key. */
  public static final int KEY_OCTETS = 32;

  private static final int BLOCK = 32;
  private static final int ROUNDS = 600_000;
  private static final byte[] SALT = "org.roamscope.share/1".getBytes(StandardCharsets.US_ASCII);

  private final MacFunction mac;

  /** The function of a key. */
  public KeyedFunction(KeyMaterial key) {
    if (key.length() != KEY_OCTETS) {
      throw new IllegalArgumentException("a key of " + key.length() + " octets");
    }
    mac = MacFunction.hmac("HmacSHA256", key.octets());
  }

  /**
   * A key from words that people can remember: PBKDF2 (RFC 8018 section 5.2) with {@value #ROUNDS}
   * rounds. The salt is fixed, for the same words must give the same key on every machine.
   */
  public static KeyMaterial keyOf(char[] passphrase) {
    PBEKeySpec words = new PBEKeySpec(passphrase, SALT, ROUNDS, KEY_OCTETS * 8);
    try {
      byte[] octets =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(words).getEncoded();
      KeyMaterial key = KeyMaterial.copyOf(octets);
      Arrays.fill(octets, (byte) 0);
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every platform has PBKDF2", e);
    } finally {
      words.clearPassword();
    }
  }

  /**
   * Octets for an input.
   *
   * @param purpose what they are for: another purpose gives others for the same input
   * @param input any octets
   * @param count how many
   */
  public byte[] octets(String purpose, byte[] input, int count) {
    byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[count];
    byte[] head = ByteBuffer.allocate(4 + name.length).putInt(name.length).put(name).array();
    for (int at = 0; at < count; at += BLOCK) {
      byte[] block = mac.of(head, ByteBuffer.allocate(4).putInt(at / BLOCK).array(), input);
      System.arraycopy(block, 0, out, at, Math.min(BLOCK, count - at));
    }
    return out;
  }

  /** The first 64 bits for an input. */
  public long number(String purpose, byte[] input) {
    return ByteBuffer.wrap(octets(purpose, input, Long.BYTES)).getLong();
  }
}
