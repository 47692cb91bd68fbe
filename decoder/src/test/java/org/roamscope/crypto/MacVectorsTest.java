package org.roamscope.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.crypto.Octets.counting;
import static org.roamscope.crypto.Octets.hex;
import static org.roamscope.crypto.Octets.repeated;
import static org.roamscope.crypto.Octets.text;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.bytes.Hex;

/** Every integrity algorithm and every pseudo-random function against a published vector. */
class MacVectorsTest {
  private static final byte[] HI_THERE = "Hi There".getBytes(US_ASCII);
  private static final byte[] QUESTION = "what do ya want for nothing?".getBytes(US_ASCII);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // RFC 2202 section 2 case 1, RFC 2403, RFC 4595
    "HMAC_MD5_96, 9294727a3638bb1c13f48ef8",
    "HMAC_MD5_128, 9294727a3638bb1c13f48ef8158bfc9d",
    // RFC 2202 section 3 case 1
    "HMAC_SHA1_96, b617318655057264e28bc0b6",
    "HMAC_SHA1_160, b617318655057264e28bc0b6fb378c8ef146be00",
    // RFC 4868 section 2.7.2, AUTH256-1, AUTH384-1, AUTH512-1
    "HMAC_SHA2_256_96, 198a607eb44bfbc69903a0f1",
    "HMAC_SHA2_256_128, 198a607eb44bfbc69903a0f1cf2bbdc5",
    "HMAC_SHA2_384_192, b6a8d5636f5c6a7224f9977dcf7ee6c7fb6d0c48cbdee973",
    "HMAC_SHA2_512_256, 637edc6e01dce7e6742a99451aae82df23da3e92439e590e43e761b33e910fb8",
    // RFC 2286 section 2 case 1
    "HMAC_RIPEMD_160_96, 24cb4bd67d20fc1a5d2ed773",
  })
  void hmacOfHiThere(Integrity integrity, String expected) {
    byte[] code = MacFunction.of(integrity, repeated(0x0b, integrity.keyOctets())).of(HI_THERE);
    assertThat(Hex.plain(Arrays.copyOf(code, integrity.icvOctets()))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // RFC 2202 case 2, RFC 4231 section 4.3
    "HMAC_MD5, 750c783e6ab0b503eaa86e310a5db738",
    "HMAC_SHA1, effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
    "HMAC_SHA2_256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "HMAC_SHA2_384, af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47"
        + "e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
    "HMAC_SHA2_512, 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
        + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
  })
  void hmacWithAShortKey(PseudoRandom prf, String expected) {
    KeyMaterial key = KeyMaterial.copyOf("Jefe".getBytes(US_ASCII));
    assertThat(text(prf.of(key, QUESTION))).isEqualTo(expected);
    assertThat(hex(expected)).hasSize(prf.octets());
  }

  /** RFC 3566 section 4.6, cases 1 to 4 and 6. */
  @ParameterizedTest
  @CsvSource({
    "0, 75f0251d528ac01c4573dfd584d79f29",
    "3, 5b376580ae2f19afe7219ceef172756f",
    "16, d2a246fa349b68a79998a4394ff7a263",
    "20, 47f51b4564966215b8985c63055ed308",
    "32, f54f0ec8d2b9f3d36807734bd5283fd4",
  })
  void xcbc(int octets, String expected) {
    byte[] code = MacFunction.of(Integrity.AES_XCBC_96, counting(0, 16)).of(counting(0, octets));
    assertThat(Hex.plain(code)).isEqualTo(expected);
  }

  /** RFC 4493 section 4, examples 1 to 4. */
  @ParameterizedTest
  @CsvSource({
    "0, bb1d6929e95937287fa37d129b756746",
    "16, 070a16b46b4d4144f79bdd9dd04a287c",
    "40, dfa66747de9ae63030ca32611497c827",
    "64, 51f0bebf7e3b9d92fc49741779363cfe",
  })
  void cmac(int octets, String expected) {
    byte[] message =
        hex(
            """
            6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51
            30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710
            """);
    MacFunction mac =
        MacFunction.of(Integrity.AES_CMAC_96, hex("2b7e151628aed2a6abf7158809cf4f3c"));
    assertThat(Hex.plain(mac.of(Arrays.copyOf(message, octets)))).isEqualTo(expected);
  }

  /** RFC 4434 section 2.1: keys of 16, 10 and 18 octets. */
  @Test
  void xcbcAsPseudoRandomFunction() {
    assertThat(text(PseudoRandom.AES_XCBC_128.of(countingKey(16), counting(0, 20))))
        .isEqualTo("47f51b4564966215b8985c63055ed308");
    assertThat(text(PseudoRandom.AES_XCBC_128.of(countingKey(10), counting(0, 20))))
        .isEqualTo("0fa087af7d866e7653434e602fdde835");
    assertThat(text(PseudoRandom.AES_XCBC_128.of(longKey(), counting(0, 20))))
        .isEqualTo("8cd3c93ae598a9803006ffb67c40e9e4");
  }

  /** RFC 4615 section 4: keys of 18, 16 and 10 octets. */
  @Test
  void cmacAsPseudoRandomFunction() {
    assertThat(text(PseudoRandom.AES_CMAC_128.of(longKey(), counting(0, 20))))
        .isEqualTo("84a348a4a45d235babfffc0d2b4da09a");
    assertThat(text(PseudoRandom.AES_CMAC_128.of(countingKey(16), counting(0, 20))))
        .isEqualTo("980ae87b5f4c9c5214f5b6a8455e4c2d");
    assertThat(text(PseudoRandom.AES_CMAC_128.of(countingKey(10), counting(0, 20))))
        .isEqualTo("290d9e112edb09ee141fcf64c0b72f3d");
  }

  @Test
  void partsAreOneMessageAndTheFunctionCanBeUsedAgain() {
    for (PseudoRandom prf : PseudoRandom.values()) {
      MacFunction keyed = prf.keyed(countingKey(16));
      byte[] whole = keyed.of(counting(0, 40));
      assertThat(keyed.of(counting(0, 7), new byte[0], counting(7, 33))).isEqualTo(whole);
    }
  }

  /** RFC 2104 fills a short key with zeros. */
  @Test
  void hmacTakesAnEmptyKey() {
    for (Integrity integrity : Integrity.values()) {
      if (integrity.checks() && integrity.accepts(0)) {
        assertThat(MacFunction.of(integrity, new byte[0]).of(HI_THERE))
            .isEqualTo(MacFunction.of(integrity, new byte[3]).of(HI_THERE));
      }
    }
  }

  private static KeyMaterial countingKey(int octets) {
    return KeyMaterial.copyOf(counting(0, octets));
  }

  private static KeyMaterial longKey() {
    return KeyMaterial.copyOf(hex("000102030405060708090a0b0c0d0e0f edcb"));
  }
}
