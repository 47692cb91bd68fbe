package org.roamscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.crypto.Octets.counting;
import static org.roamscope.crypto.Octets.hex;
import static org.roamscope.crypto.Octets.key;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Opened.Evidence;
import org.roamscope.crypto.Opened.Malformed;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Unsupported;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.crypto.Opened.WrongKey;

/** RFC 2409 appendix B: whose last block begins what. */
class IkeV1CipherTest {
  private static final byte[] KEY = hex("5983185f99df04f0743d51069fce9bdd");
  private static final byte[] PUBLIC_I = counting(1, 64);
  private static final byte[] PUBLIC_R = counting(101, 64);
  private static final long QUICK = 0xa90b2fbbL;

  /** Identification then hash, and zeros up to a block: messages 5 and 6 of Main Mode. */
  private static final byte[] ID = hex("0800000c 01110000 c000020a 00000008 01020304".repeat(1));

  private static final byte[] HASH =
      hex("00000018 a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4 0000000000000000");

  private IkeV1Cipher cipher = made();

  private static IkeV1Cipher made() {
    return new IkeV1Cipher(
        Encryption.AES_CBC,
        HashFunction.SHA1,
        KeyMaterial.copyOf(KEY),
        Slice.of(PUBLIC_I),
        Slice.of(PUBLIC_R));
  }

  @BeforeEach
  void make() {
    cipher = made();
  }

  private static byte[] encrypt(byte[] iv, byte[] text) {
    try {
      Cipher cbc = Cipher.getInstance("AES/CBC/NoPadding");
      cbc.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(iv));
      return cbc.doFinal(Arrays.copyOf(text, (text.length + 15) / 16 * 16));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hash(byte[] first, byte[] second) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(first);
      return Arrays.copyOf(sha1.digest(second), 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] last(byte[] message) {
    return Arrays.copyOfRange(message, message.length - 16, message.length);
  }

  private static byte[] message5() {
    return encrypt(hash(PUBLIC_I, PUBLIC_R), ID);
  }

  private static byte[] message6() {
    return encrypt(last(message5()), ID);
  }

  private static byte[] quick1() {
    return encrypt(hash(last(message6()), hex("a90b2fbb")), HASH);
  }

  private static byte[] quick2() {
    return encrypt(last(quick1()), HASH);
  }

  private static byte[] quick3() {
    return encrypt(last(quick2()), HASH);
  }

  private void opens(long messageId, byte[] message, byte[] text) {
    assertThat(cipher.open(messageId, Slice.of(message)))
        .isInstanceOfSatisfying(
            Success.class,
            success -> {
              assertThat(success.verdict()).isEqualTo(Verdict.NOT_CHECKED);
              IkePlaintext inside = (IkePlaintext) success.content();
              assertThat(Hex.plain(inside.plaintext().bytes())).startsWith(Hex.plain(text));
            });
  }

  @Test
  void followsTheChain() {
    opens(0, message5(), ID);
    opens(0, message6(), ID);
    opens(QUICK, quick1(), HASH);
    opens(QUICK, quick2(), HASH);
    opens(QUICK, quick3(), HASH);
  }

  @Test
  void tellsPayloadsFromPadding() {
    opens(0, message5(), ID);
    assertThat(cipher.open(0, Slice.of(message6())))
        .isInstanceOfSatisfying(
            Success.class,
            success -> {
              IkePlaintext inside = (IkePlaintext) success.content();
              assertThat(inside.payloads().length()).isEqualTo(20);
              assertThat(inside.padding().length()).isEqualTo(12);
            });
  }

  @Test
  void exchangesDoNotMix() {
    opens(0, message5(), ID);
    opens(0, message6(), ID);
    byte[] other = encrypt(hash(last(message6()), hex("df31f555")), HASH);
    opens(QUICK, quick1(), HASH);
    opens(0xdf31f555L, other, HASH);
    opens(QUICK, quick2(), HASH);
  }

  @Test
  void messagesTwiceAndInAnotherOrder() {
    opens(0, message5(), ID);
    opens(0, message5(), ID);
    opens(0, message6(), ID);
    opens(0, message5(), ID);
    opens(QUICK, quick1(), HASH);
    opens(QUICK, quick2(), HASH);
    opens(QUICK, quick1(), HASH);
    opens(QUICK, quick3(), HASH);
    opens(QUICK, quick2(), HASH);
  }

  /** Each message holds the block that the next one takes, even when it cannot be read itself. */
  @Test
  void goesOnAfterALostMessage() {
    opens(0, message5(), ID);
    opens(0, message6(), ID);
    assertThat(cipher.open(QUICK, Slice.of(quick2()))).isEqualTo(new WrongKey<>(Evidence.PAYLOADS));
    opens(QUICK, quick3(), HASH);
  }

  /** An Informational exchange before the end of phase 1 builds on what was last then. */
  @Test
  void exchangeInTheMiddleOfPhase1() {
    opens(0, message5(), ID);
    opens(0, message6(), ID);
    opens(0x11223344L, encrypt(hash(last(message5()), hex("11223344")), HASH), HASH);
  }

  /** Aggressive Mode may end in the clear: then the first vector is the last of phase 1. */
  @Test
  void phase1WithoutEncryption() {
    byte[] iv = hash(hash(PUBLIC_I, PUBLIC_R), hex("a90b2fbb"));
    opens(QUICK, encrypt(iv, HASH), HASH);
  }

  @Test
  void wrongKeysAndOddLengths() {
    IkeV1Cipher wrong =
        new IkeV1Cipher(
            Encryption.AES_CBC,
            HashFunction.SHA1,
            KeyMaterial.copyOf(new byte[16]),
            Slice.of(PUBLIC_I),
            Slice.of(PUBLIC_R));
    assertThat(wrong.open(0, Slice.of(message5()))).isEqualTo(new WrongKey<>(Evidence.PAYLOADS));
    assertThat(cipher.open(0, Slice.of(counting(0, 17))))
        .isEqualTo(new Malformed<>("A ciphertext of 17 octets, which is no multiple of 16."));
    assertThat(cipher.open(0, Slice.of(new byte[0]))).isInstanceOf(Malformed.class);
    assertThat(cipher.open(0, Slice.of(message5(), 48))).isInstanceOf(Malformed.class);
    IkeV1Cipher stream =
        new IkeV1Cipher(
            Encryption.AES_GCM_16,
            HashFunction.MD5,
            key("00"),
            Slice.of(PUBLIC_I),
            Slice.of(PUBLIC_R));
    assertThat(stream.open(0, Slice.of(message5())))
        .isEqualTo(new Unsupported<>("AES-GCM-16 in IKEv1"));
  }
}
