package org.roamscope.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Integrity;

/** Every spelling of an algorithm that key files have. */
class AlgorithmNamesTest {
  @ParameterizedTest
  @CsvSource({
    "3DES [RFC2451], TRIPLE_DES_CBC, 0",
    "TripleDES-CBC [RFC2451], TRIPLE_DES_CBC, 0",
    "TripleDes-CBC [RFC2451], TRIPLE_DES_CBC, 0",
    "3DES_CBC, TRIPLE_DES_CBC, 0",
    "cbc(des3_ede), TRIPLE_DES_CBC, 0",
    "oakley_3des_cbc_192, TRIPLE_DES_CBC, 0",
    "AES-CBC-128 [RFC3602], AES_CBC, 128",
    "AES-CBC-192 [RFC3602], AES_CBC, 192",
    "AES-CBC-256 [RFC3602], AES_CBC, 256",
    "AES-CBC [RFC3602], AES_CBC, 0",
    "AES_CBC_128, AES_CBC, 128",
    "AES_CBC-128, AES_CBC, 128",
    "cbc(aes), AES_CBC, 0",
    "aes_256, AES_CBC, 256",
    "NULL [RFC2410], NULL, 0",
    "NULL, NULL, 0",
    "ecb(cipher_null), NULL, 0",
    "AES-CTR-128 [RFC5930], AES_CTR, 128",
    "AES-CTR-256 [RFC5930], AES_CTR, 256",
    "AES-CTR [RFC3686], AES_CTR, 0",
    "rfc3686(ctr(aes)), AES_CTR, 0",
    "AES-GCM-128 with 8 octet ICV [RFC5282], AES_GCM_8, 128",
    "AES-GCM-192 with 12 octet ICV [RFC5282], AES_GCM_12, 192",
    "AES-GCM-256 with 16 octet ICV [RFC5282], AES_GCM_16, 256",
    "AES-GCM with 8 octet ICV [RFC4106], AES_GCM_8, 0",
    "AES-GCM with 12 octet ICV [RFC4106], AES_GCM_12, 0",
    "AES-GCM with 16 octet ICV [RFC4106], AES_GCM_16, 0",
    "AES_GCM_16_128, AES_GCM_16, 128",
    "AES_GCM_16, AES_GCM_16, 0",
    "aes_gcm_c_256, AES_GCM_16, 256",
    "aes256gcm16, AES_GCM_16, 256",
    "aes128gcm128, AES_GCM_16, 128",
    "AES-CCM-128 with 8 octet ICV [RFC5282], AES_CCM_8, 128",
    "AES-CCM-192 with 12 octet ICV [RFC5282], AES_CCM_12, 192",
    "AES-CCM-256 with 16 octet ICV [RFC5282], AES_CCM_16, 256",
    "DES-CBC [RFC2405], DES_CBC, 0",
    "CAST5-CBC [RFC2144], CAST5_CBC, 0",
    "BLOWFISH-CBC [RFC2451], BLOWFISH_CBC, 0",
    "TWOFISH-CBC, TWOFISH_CBC, 0",
    "CHACHA20_POLY1305, CHACHA20_POLY1305, 0",
    "'rfc7539esp(chacha20,poly1305)', CHACHA20_POLY1305, 0",
    "CAMELLIA_CBC_256, CAMELLIA_CBC, 256",
    "NULL_AES_GMAC_128, NULL_AES_GMAC, 128"
  })
  void encryption(String spelling, Encryption name, int bits) {
    EncryptionNames.Named expected = new EncryptionNames.Named(name, bits);
    assertThat(EncryptionNames.parse(spelling)).isEqualTo(expected);
    assertThat(EncryptionNames.parse(spelling.toLowerCase(Locale.ROOT))).isEqualTo(expected);
    assertThat(EncryptionNames.parse(spelling.toUpperCase(Locale.ROOT))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "HMAC_MD5_96 [RFC2403], HMAC_MD5_96",
    "HMAC-MD5-96 [RFC2403], HMAC_MD5_96",
    "HMAC_SHA1_96 [RFC2404], HMAC_SHA1_96",
    "HMAC-SHA-1-96 [RFC2404], HMAC_SHA1_96",
    "HMAC_MD5_128 [RFC4595], HMAC_MD5_128",
    "HMAC_SHA1_160 [RFC4595], HMAC_SHA1_160",
    "HMAC_SHA2_256_96 [draft-ietf-ipsec-ciph-sha-256-00], HMAC_SHA2_256_96",
    "HMAC-SHA-256-96 [draft-ietf-ipsec-ciph-sha-256-00], HMAC_SHA2_256_96",
    "HMAC_SHA2_256_128 [RFC4868], HMAC_SHA2_256_128",
    "HMAC-SHA-256-128 [RFC4868], HMAC_SHA2_256_128",
    "HMAC_SHA2_384_192 [RFC4868], HMAC_SHA2_384_192",
    "HMAC-SHA-384-192 [RFC4868], HMAC_SHA2_384_192",
    "HMAC_SHA2_512_256 [RFC4868], HMAC_SHA2_512_256",
    "HMAC-SHA-512-256 [RFC4868], HMAC_SHA2_512_256",
    "MAC-RIPEMD-160-96 [RFC2857], HMAC_RIPEMD_160_96",
    "NONE [RFC4306], NONE",
    "NULL, NONE",
    "n/a, NONE",
    "ANY 64-bits of Authentication [No Checking], ANY_64",
    "ANY 96-bits of Authentication [No Checking], ANY_96",
    "ANY 128-bits of Authentication [No Checking], ANY_128",
    "ANY 160-bits of Authentication [No Checking], ANY_160",
    "ANY 192-bits of Authentication [No Checking], ANY_192",
    "ANY 256-bits of Authentication [No Checking], ANY_256",
    "ANY 64 bit authentication [no checking], ANY_64",
    "ANY 256 bit authentication [no checking], ANY_256",
    "AUTH_HMAC_SHA2_256_128, HMAC_SHA2_256_128",
    "AES_XCBC_96, AES_XCBC_96",
    "AES_CMAC_96, AES_CMAC_96",
    "sha1_96, HMAC_SHA1_96"
  })
  void integrity(String spelling, Integrity name) {
    assertThat(IntegrityNames.parse(spelling)).isEqualTo(name);
    assertThat(IntegrityNames.parse(spelling.toLowerCase(Locale.ROOT))).isEqualTo(name);
  }

  @Test
  void whatIsNoNameIsNull() {
    for (String text : new String[] {"", "[RFC3602]", "AES-CBC-512", "aes-gcm", Samples.KEY16}) {
      assertThat(EncryptionNames.parse(text)).as(text).isNull();
    }
    assertThat(IntegrityNames.parse("")).isNull();
    assertThat(IntegrityNames.parse("ANY 100 bit authentication")).isNull();
    assertThat(PseudoRandomNames.parse("PRF_NOTHING")).isNull();
  }

  @Test
  void ownNamesComeBack() {
    for (Encryption encryption : Encryption.values()) {
      assertThat(EncryptionNames.parse(EncryptionNames.ofEsp(encryption)))
          .isEqualTo(new EncryptionNames.Named(encryption, 0));
      for (int octets = 0; octets < 80; octets++) {
        if (encryption.accepts(octets)) {
          EncryptionNames.Named named =
              Objects.requireNonNull(
                  EncryptionNames.parse(EncryptionNames.ofIke(encryption, octets)));
          assertThat(named.encryption()).isEqualTo(encryption);
          assertThat(named.accepts(octets)).isTrue();
        }
      }
    }
    for (Integrity integrity : Integrity.values()) {
      assertThat(IntegrityNames.parse(IntegrityNames.ofIke(integrity))).isEqualTo(integrity);
      assertThat(IntegrityNames.parse(IntegrityNames.ofEsp(integrity))).isEqualTo(integrity);
    }
  }

  @Test
  void theKernelStatesTheChecksumApart() {
    assertThat(Objects.requireNonNull(EncryptionNames.parse("rfc4106(gcm(aes))", 12)).encryption())
        .isEqualTo(Encryption.AES_GCM_12);
    assertThat(Objects.requireNonNull(EncryptionNames.parse("rfc4309(ccm(aes))", 8)).encryption())
        .isEqualTo(Encryption.AES_CCM_8);
    assertThat(EncryptionNames.parse("rfc4106(gcm(aes))", 7)).isNull();
    assertThat(IntegrityNames.ofKernel("hmac(sha256)", 128)).isEqualTo(Integrity.HMAC_SHA2_256_128);
    // Linux, net/xfrm/xfrm_algo.c: 96 bits when auth comes without auth-trunc.
    assertThat(IntegrityNames.ofKernel("hmac(sha256)", 0)).isEqualTo(Integrity.HMAC_SHA2_256_96);
    assertThat(IntegrityNames.ofKernel("hmac(sha1)", 0)).isEqualTo(Integrity.HMAC_SHA1_96);
    assertThat(IntegrityNames.ofKernel("hmac(sha1)", 95)).isNull();
  }
}
