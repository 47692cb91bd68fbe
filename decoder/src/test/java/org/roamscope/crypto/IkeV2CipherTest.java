package org.roamscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.crypto.Octets.hex;
import static org.roamscope.crypto.Octets.key;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Opened.Evidence;
import org.roamscope.crypto.Opened.Malformed;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Unsupported;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.crypto.Opened.WrongKey;

class IkeV2CipherTest {
  /** RFC 7634 appendix B: an INFORMATIONAL response with a SET_WINDOW_SIZE notification. */
  private static final byte[] RFC_7634_B =
      hex(
          """
          c0c1c2c3c4c5c6c7 d0d1d2d3d4d5d6d7 2e202500 00000009 00000045
          29000029 1011121314151617
          610394701f8d017f7c12924889 6b71bfe25236efd7cdc67066906315b2
          """);

  private static final int BODY = 32;

  private static IkeV2Cipher chacha20() {
    return new IkeV2Cipher(
        Encryption.CHACHA20_POLY1305,
        key("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f a0a1a2a3"),
        Integrity.NONE,
        KeyMaterial.none());
  }

  /** IKE header and SK header of a message with this body; the checksum is behind it. */
  private static byte[] message(String body, Integrity integrity, byte[] key) {
    byte[] inner = hex(body);
    int length = BODY + inner.length + integrity.icvOctets();
    byte[] clear =
        hex(
            "0000000000000001 0000000000000002 2e202508 00000001"
                + String.format("%08x", length)
                + "2900"
                + String.format("%04x", length - 28)
                + body);
    byte[] whole = Arrays.copyOf(clear, length);
    if (integrity.checks()) {
      byte[] code = MacFunction.of(integrity, key).of(clear);
      System.arraycopy(code, 0, whole, clear.length, integrity.icvOctets());
    }
    return whole;
  }

  private static IkeV2Cipher clear(Integrity integrity, byte[] key) {
    return new IkeV2Cipher(Encryption.NULL, KeyMaterial.none(), integrity, KeyMaterial.copyOf(key));
  }

  @Test
  void opensTheVectorOfItsRfc() {
    assertThat(chacha20().open(Slice.of(RFC_7634_B), BODY))
        .isInstanceOfSatisfying(
            Success.class,
            success -> {
              assertThat(success.verdict()).isEqualTo(Verdict.GOOD);
              IkePlaintext inside = (IkePlaintext) success.content();
              assertThat(Hex.plain(inside.payloads().bytes()))
                  .isEqualTo("0000000c000040010000000a");
              assertThat(inside.padding().length()).isZero();
              assertThat(inside.envelope().iv().offset()).isEqualTo(BODY);
              assertThat(inside.envelope().icv().length()).isEqualTo(16);
            });
  }

  @Test
  void authenticatesHeadersToo() {
    for (int bit = 0; bit < RFC_7634_B.length * 8; bit++) {
      byte[] changed = RFC_7634_B.clone();
      changed[bit >>> 3] ^= (byte) (1 << (bit & 7));
      assertThat(chacha20().open(Slice.of(changed), BODY))
          .isEqualTo(new WrongKey<>(Evidence.CHECKSUM));
    }
  }

  @Test
  void separateChecksumCoversAllInFrontOfIt() {
    byte[] key = new byte[32];
    Integrity integrity = Integrity.HMAC_SHA2_256_128;
    byte[] message = message("0000000800004000 00", integrity, key);
    assertThat(clear(integrity, key).open(Slice.of(message), BODY))
        .isInstanceOfSatisfying(
            Success.class,
            success -> {
              assertThat(success.verdict()).isEqualTo(Verdict.GOOD);
              assertThat(((IkePlaintext) success.content()).payloads().offset()).isEqualTo(BODY);
            });
    for (int bit = 0; bit < message.length * 8; bit++) {
      byte[] changed = message.clone();
      changed[bit >>> 3] ^= (byte) (1 << (bit & 7));
      assertThat(clear(integrity, key).open(Slice.of(changed), BODY))
          .isEqualTo(new WrongKey<>(Evidence.CHECKSUM));
    }
  }

  /** As a response to a liveness check: nothing inside but padding and its length. */
  @Test
  void opensAnEmptyPayload() {
    byte[] key = new byte[16];
    byte[] message = message("aabbcc 03", Integrity.HMAC_MD5_96, key);
    assertThat(clear(Integrity.HMAC_MD5_96, key).open(Slice.of(message), BODY))
        .isInstanceOfSatisfying(
            Success.class,
            success -> {
              IkePlaintext inside = (IkePlaintext) success.content();
              assertThat(inside.payloads().length()).isZero();
              assertThat(Hex.plain(inside.padding().bytes())).isEqualTo("aabbcc");
            });
  }

  @Test
  void withoutAChecksumThePayloadsAreTheCheck() {
    byte[] none = new byte[0];
    IkeV2Cipher cipher = clear(Integrity.NONE, none);
    assertThat(cipher.open(Slice.of(message("0000000800004000 00", Integrity.NONE, none)), BODY))
        .isInstanceOfSatisfying(
            Success.class, success -> assertThat(success.verdict()).isEqualTo(Verdict.NOT_CHECKED));
    byte[] odd = message("0000000900004000 00", Integrity.NONE, none);
    assertThat(cipher.open(Slice.of(odd), BODY)).isEqualTo(new WrongKey<>(Evidence.PAYLOADS));
    assertThat(cipher.openFragment(Slice.of(odd), BODY)).isInstanceOf(Success.class);
    byte[] padded = message("0000000800004000 09", Integrity.NONE, none);
    assertThat(cipher.open(Slice.of(padded), BODY)).isEqualTo(new WrongKey<>(Evidence.PADDING));
  }

  @Test
  void saysWhatCannotBe() {
    byte[] key = new byte[20];
    byte[] message = message("0000000800004000 09", Integrity.HMAC_SHA1_96, key);
    assertThat(clear(Integrity.HMAC_SHA1_96, key).open(Slice.of(message), BODY))
        .isEqualTo(new Malformed<>("Pad Length is 9, and 8 octets are before it."));
    assertThat(chacha20().open(Slice.of(RFC_7634_B, 100), BODY)).isInstanceOf(Malformed.class);
    assertThat(chacha20().open(Slice.of(RFC_7634_B), 60)).isInstanceOf(Malformed.class);
    assertThat(chacha20().open(Slice.of(RFC_7634_B), 70)).isInstanceOf(Malformed.class);
    assertThat(chacha20().open(Slice.of(RFC_7634_B), -1)).isInstanceOf(Malformed.class);
    IkeV2Cipher odd =
        new IkeV2Cipher(Encryption.AES_GCM_16, key("00"), Integrity.NONE, KeyMaterial.none());
    assertThat(odd.open(Slice.of(RFC_7634_B), BODY))
        .isEqualTo(new Unsupported<>("AES-GCM-16 with a key of 1 octets"));
  }
}
