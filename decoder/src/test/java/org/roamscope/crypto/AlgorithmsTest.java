package org.roamscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.crypto.Encryption.Sized;

class AlgorithmsTest {
  @ParameterizedTest
  @CsvSource({
    "2, 0, DES_CBC, 8",
    "3, 0, TRIPLE_DES_CBC, 24",
    "3, 192, TRIPLE_DES_CBC, 24",
    "7, 0, BLOWFISH_CBC, 16",
    "12, 192, AES_CBC, 24",
    "20, 256, AES_GCM_16, 32",
    "23, 256, CAMELLIA_CBC, 32",
    "24, 192, CAMELLIA_CTR, 24",
    "28, 0, CHACHA20_POLY1305, 32",
  })
  void ofTransforms(int id, int bits, Encryption encryption, int octets) {
    assertThat(Encryption.ofTransform(id, bits)).contains(new Sized(encryption, octets));
  }

  @Test
  void transformsThatCannotBe() {
    assertThat(Encryption.ofTransform(12, 0)).isEmpty();
    assertThat(Encryption.ofTransform(12, 129)).isEmpty();
    assertThat(Encryption.ofTransform(12, 512)).isEmpty();
    assertThat(Encryption.ofTransform(4, 0)).isEmpty();
    assertThat(Encryption.ofTransform(-1, 128)).isEmpty();
    assertThat(Integrity.ofTransform(12)).contains(Integrity.HMAC_SHA2_256_128);
    assertThat(Integrity.ofTransform(-1)).isEmpty();
    assertThat(PseudoRandom.ofTransform(5)).contains(PseudoRandom.HMAC_SHA2_256);
    assertThat(PseudoRandom.ofTransform(3)).isEmpty();
    assertThat(Encryption.ofIkeV1(7, 256)).contains(new Sized(Encryption.AES_CBC, 32));
    assertThat(HashFunction.ofIkeV1(2)).contains(HashFunction.SHA1);
  }

  @ParameterizedTest
  @CsvSource({
    "NULL, 0 octets",
    "DES_CBC, 8 octets",
    "CAST5_CBC, 5 to 16 octets",
    "AES_CBC, '16, 24 or 32 octets'",
    "AES_GCM_16, '20, 28 or 36 octets'",
  })
  void lengthsInWords(Encryption encryption, String lengths) {
    assertThat(encryption.lengths()).isEqualTo(lengths);
  }
}
