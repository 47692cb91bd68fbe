package org.roamscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.crypto.Encryption.Sized;

class AlgorithmNamesTest {
  @ParameterizedTest
  @CsvSource({
    "3DES [RFC2451], TRIPLE_DES_CBC, 24",
    "AES-CBC-128 [RFC3602], AES_CBC, 16",
    "AES-CBC-256 [RFC3602], AES_CBC, 32",
    "AES-CTR-192 [RFC5930], AES_CTR, 24",
    "AES-CCM-128 with 12 octet ICV [RFC5282], AES_CCM_12, 16",
    "AES-GCM-256 with 8 octet ICV [RFC5282], AES_GCM_8, 32",
    "aes-gcm-256 with 16 octet icv, AES_GCM_16, 32",
    "NULL [RFC2410], NULL, 0",
  })
  void ofTheIkeTable(String name, Encryption encryption, int keyOctets) {
    assertThat(Encryption.ofIkeName(name)).contains(new Sized(encryption, keyOctets));
  }

  @ParameterizedTest
  @CsvSource({
    "NULL, NULL",
    "TripleDES-CBC [RFC2451], TRIPLE_DES_CBC",
    "AES-CBC [RFC3602], AES_CBC",
    "AES-CTR [RFC3686], AES_CTR",
    "DES-CBC [RFC2405], DES_CBC",
    "CAST5-CBC [RFC2144], CAST5_CBC",
    "BLOWFISH-CBC [RFC2451], BLOWFISH_CBC",
    "AES-GCM [RFC4106], AES_GCM_16",
    "AES-GCM with 8 octet ICV [RFC4106], AES_GCM_8",
    "AES-GCM with 16 octet ICV [RFC4106], AES_GCM_16",
  })
  void ofTheEspTable(String name, Encryption encryption) {
    assertThat(Encryption.ofEspName(name)).contains(encryption);
  }

  @ParameterizedTest
  @CsvSource({
    "HMAC_MD5_96 [RFC2403], HMAC-MD5-96 [RFC2403], HMAC_MD5_96",
    "HMAC_SHA1_96 [RFC2404], HMAC-SHA-1-96 [RFC2404], HMAC_SHA1_96",
    "HMAC_SHA2_256_96 [draft-ietf-ipsec-ciph-sha-256-00],"
        + " HMAC-SHA-256-96 [draft-ietf-ipsec-ciph-sha-256-00], HMAC_SHA2_256_96",
    "HMAC_SHA2_512_256 [RFC4868], HMAC-SHA-512-256 [RFC4868], HMAC_SHA2_512_256",
    "ANY 96-bits of Authentication [No Checking],"
        + " ANY 96 bit authentication [no checking], ANY_96",
    "NONE [RFC4306], NULL, NONE",
  })
  void ofIntegrity(String ike, String esp, Integrity integrity) {
    assertThat(Integrity.ofIkeName(ike)).contains(integrity);
    assertThat(Integrity.ofEspName(esp)).contains(integrity);
    assertThat(integrity.ikeName()).isEqualTo(ike);
    assertThat(integrity.espName()).isEqualTo(esp);
  }

  @Test
  void everyNameLeadsBack() {
    for (Encryption encryption : Encryption.values()) {
      assertThat(Encryption.ofEspName(encryption.espName())).contains(encryption);
      for (int octets = 0; octets < 80; octets++) {
        encryption
            .withMaterial(octets)
            .ifPresent(sized -> assertThat(Encryption.ofIkeName(sized.ikeName())).contains(sized));
      }
    }
    assertThat(Arrays.stream(Integrity.values()).map(Integrity::espName)).doesNotHaveDuplicates();
    assertThat(Encryption.ofIkeName("TWOFISH")).isEmpty();
    assertThat(Encryption.ofEspName("")).isEmpty();
    assertThat(Integrity.ofEspName("ANY 97 bit")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, DES_CBC, 8",
    "3, 0, TRIPLE_DES_CBC, 24",
    "3, 192, TRIPLE_DES_CBC, 24",
    "7, 0, BLOWFISH_CBC, 16",
    "12, 192, AES_CBC, 24",
    "20, 256, AES_GCM_16, 32",
    "23, 256, CAMELLIA_CBC, 32",
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
    assertThat(Integrity.ofTransform(12)).contains(Integrity.HMAC_SHA2_256_128);
    assertThat(Integrity.ofTransform(-1)).isEmpty();
    assertThat(PseudoRandom.ofTransform(5)).contains(PseudoRandom.HMAC_SHA2_256);
    assertThat(PseudoRandom.ofTransform(3)).isEmpty();
    assertThat(Encryption.ofIkeV1(7, 256)).contains(new Sized(Encryption.AES_CBC, 32));
    assertThat(HashFunction.ofIkeV1(2)).contains(HashFunction.SHA1);
  }
}
