package org.roamscope.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.keys.Samples.KEY16;
import static org.roamscope.keys.Samples.KEY20;
import static org.roamscope.keys.Samples.KEY32;
import static org.roamscope.keys.Samples.OTHER16;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.field.IpAddress;

/** Wireshark's three tables and the secrets block. */
class TablesTest {
  private static final String ROW =
      "0adebe9fc370bfc2,a4652a6530ddfcfe,"
          + KEY16
          + ","
          + OTHER16
          + ",\"AES-CBC-128 [RFC3602]\","
          + KEY20
          + ","
          + KEY20
          + ",\"HMAC_SHA1_96 [RFC2404]\"";

  static KeyMaterial secret(String hex) {
    return KeyMaterial.copyOf(HexFormat.of().parseHex(hex));
  }

  @Test
  void ikeV2() {
    KeyRing ring = Samples.read(Samples.IKEV2);
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.ikeV2()).hasSize(2);
    IkeV2Keys first = ring.ikeV2(0x0adebe9fc370bfc2L, 0xa4652a6530ddfcfeL).getFirst();
    assertThat(first.encryption()).isEqualTo(Encryption.AES_CBC);
    assertThat(first.ei()).isEqualTo(secret(KEY16));
    assertThat(first.er()).isEqualTo(secret(OTHER16));
    assertThat(first.integrity()).isEqualTo(Integrity.HMAC_SHA1_96);
    assertThat(first.origin()).hasToString("sample:2");
    IkeV2Keys quoted = ring.ikeV2().get(1);
    assertThat(quoted.encryption()).isEqualTo(Encryption.AES_CCM_12);
    assertThat(quoted.ei()).isEqualTo(secret(KEY16 + "0a1b2c"));
    assertThat(quoted.integrity()).isEqualTo(Integrity.NONE);
    assertThat(ring.ikeV2(1, 2)).isEmpty();
  }

  @Test
  void whatWiresharkTakesAndMore() {
    for (String row :
        List.of(
            ROW,
            ROW + "\r",
            ROW.replace(",", " , "),
            ROW + ",\"extra\"",
            ROW.replace("AES-CBC", "aes-cbc"),
            ROW.replace(KEY16, KEY16.toUpperCase(Locale.ROOT)),
            ROW.replace("\"", ""),
            "0x" + ROW,
            "\u00ef\u00bb\u00bf" + ROW)) {
      KeyRing ring = Samples.read(row);
      assertThat(ring.problems()).isEmpty();
      assertThat(ring.ikeV2()).hasSize(1);
      assertThat(ring.ikeV2().getFirst().ei()).isEqualTo(secret(KEY16));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0adebe9fc370bfc2|0adebe9fc370bfc|1|SPIi: 16 hexadecimal digits needed, found 15",
        "0adebe9fc370bfc2|0adebe9fc370bfcz|1|SPIi: 16 hexadecimal digits needed, character 16 of 16"
            + " is none",
        "AES-CBC-128|AES-CBC-129|101|no encryption algorithm has this name",
        "AES-CBC-128|AES-CBC-256|35|SK_ei: 16 octets; AES_CBC needs 32 octets",
        "HMAC_SHA1_96|HMAC_SHA2_256_128|125|SK_ai: 20 octets; HMAC_SHA2_256_128 needs 32 octets",
        "HMAC_SHA1_96|HMAC|207|no integrity algorithm has this name",
        "[RFC2404]\"|[RFC2404]\"x|231|a quote does not end, or something follows it",
        "[RFC2404]\"|[RFC2404]|207|a quote does not end, or something follows it"
      })
  void aWrongLineSaysWhere(String from, String to, int column, String text) {
    KeyRing ring =
        Samples.read(
            "# comment\n\n" + ROW.replace(from, to) + "\n" + ROW, "ikev2_decryption_table");
    assertThat(ring.problems()).contains(new KeyProblem("ikev2_decryption_table", 3, column, text));
    assertThat(ring.ikeV2()).hasSize(1);
  }

  @Test
  void aShortRow() {
    KeyRing ring = Samples.read(ROW.substring(0, 80), "my ikev2_decryption_table");
    assertThat(ring.problems()).hasSize(1);
    assertThat(ring.problems().getFirst().toString())
        .isEqualTo(
            "my ikev2_decryption_table:1:81: 4 fields instead of 8:"
                + " SPIi,SPIr,SK_ei,SK_er,encryption,SK_ai,SK_ar,integrity");
  }

  @Test
  void anAeadStandsAlone() {
    String row =
        "0adebe9fc370bfc2,a4652a6530ddfcfe,"
            + KEY20
            + ","
            + KEY20
            + ",\"AES-GCM-128 with 16 octet ICV [RFC5282]\",,,\"HMAC_SHA1_96 [RFC2404]\"";
    assertThat(Samples.read(row).problems()).isNotEmpty();
    assertThat(Samples.read(row.replace("HMAC_SHA1_96", "NONE")).ikeV2()).hasSize(1);
    assertThat(
            Samples.read(
                    row.replace("HMAC_SHA1_96 [RFC2404]", "ANY 96-bits of Authentication")
                        .replace("AES-GCM-128 with 16 octet ICV", "AES-CTR-128"))
                .ikeV2())
        .hasSize(1);
  }

  @Test
  void ikeV1() {
    KeyRing ring = Samples.read(Samples.IKEV1);
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.ikeV1()).hasSize(2);
    assertThat(ring.ikeV1(0xab3e0f1f8bc3be8eL).getFirst().key()).isEqualTo(secret(KEY32));
    assertThat(Samples.read("fafaeb49382a763c,\n", "ikev1_decryption_table").problems())
        .containsExactly(new KeyProblem("ikev1_decryption_table", 1, 18, "key: no octets"));
  }

  @Test
  void esp() {
    KeyRing ring = Samples.read(Samples.ESP);
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.warnings()).isEmpty();
    IpsecKeys text =
        ring.esp(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), 10).getFirst();
    assertThat(text.keys().encryptionKey()).isEqualTo(secret(Samples.hex("Kq7vX2mB9tLw4zRd")));
    assertThat(text.keys().integrityKey().length()).isEqualTo(20);
    IpsecKeys gcm =
        ring.esp(IpAddress.parse("198.51.100.1"), IpAddress.parse("192.0.2.9"), 0xc257fe64L)
            .getFirst();
    assertThat(gcm.keys().encryption()).isEqualTo(Encryption.AES_GCM_16);
    assertThat(gcm.keys().encryptionKey()).isEqualTo(secret(KEY16 + "01020304"));
    assertThat(ring.esp(IpAddress.parse("198.51.100.1"), IpAddress.parse("192.0.3.9"), 0xc257fe64L))
        .isEmpty();
    assertThat(ring.esp(0xc257fe64L)).containsExactly(gcm);
    IpsecKeys extended = ring.esp(0xcb6cac60L).getFirst();
    assertThat(extended.sequenceNumbers()).isEqualTo(SequenceNumbers.EXTENDED);
    assertThat(extended.highSequence()).isEqualTo(2);
    assertThat(text.sequenceNumbers()).isEqualTo(SequenceNumbers.UNSTATED);
  }

  @Test
  void gcmWithoutItsLength() {
    String row = "\"IPv4\",\"*\",\"*\",\"*\",\"AES-GCM [RFC4106]\",\"0x" + KEY20 + "\",\"%s\",\"\"";
    KeyRing untold = Samples.read(row.formatted("NULL"));
    assertThat(untold.esp().getFirst().keys().encryption()).isEqualTo(Encryption.AES_GCM_16);
    assertThat(untold.warnings()).hasSize(1);
    KeyRing told = Samples.read(row.formatted("ANY 96 bit authentication [no checking]"));
    assertThat(told.esp().getFirst().keys().encryption()).isEqualTo(Encryption.AES_GCM_12);
    assertThat(told.esp().getFirst().keys().integrity()).isEqualTo(Integrity.NONE);
    assertThat(told.warnings()).isEmpty();
    assertThat(Samples.read(row.formatted("HMAC-MD5-96 [RFC2403]")).esp()).isEmpty();
  }

  @Test
  void whatSaveKeysWrites() {
    KeyRing ring =
        Samples.read(
            "\"IPv4\",\"192.0.2.1\",\"192.0.2.2\",\"0xc1a9656b\",\"TripleDes-CBC [RFC2451]\",\"0x"
                + KEY16
                + "0011223344556677\",\"HMAC-MD5-96 [RFC2403]\",\"0x"
                + OTHER16
                + "\"\n\"IPv4\",\"192.0.2.2\",\"192.0.2.1\",\"0xac0faf03\",\"NULL\",\"0x\","
                + "\"HMAC-SHA-1-96 [RFC2404]\",\"0x"
                + KEY20
                + "\"\n");
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.esp().getFirst().keys().encryption()).isEqualTo(Encryption.TRIPLE_DES_CBC);
    assertThat(ring.esp().get(1).keys().encryptionKey()).isEqualTo(KeyMaterial.none());
  }

  @Test
  void wrongEspLines() {
    String row =
        "\"IPv4\",\"*\",\"*\",\"*\",\"AES-CBC [RFC3602]\",\"0x" + KEY16 + "\",\"NULL\",\"\"";
    assertThat(Samples.read(row).esp()).hasSize(1);
    assertThat(problem(row.replaceFirst("\"\\*\"", "\"2001:db8::1\"")))
        .isEqualTo("esp_sa:1:8: source: not an address of the protocol");
    assertThat(problem(row.replace("\"*\",\"AES", "\"0x*\",\"AES")))
        .isEqualTo("esp_sa:1:16: SPI: a number of 32 bits, * or 0x and eight digits or * needed");
    assertThat(problem(row.replace("IPv4", "IPX")))
        .isEqualTo("esp_sa:1:1: protocol: IPv4, IPv6 or Any needed");
    assertThat(problem(row.replace("0x" + KEY16, "short")))
        .isEqualTo("esp_sa:1:40: encryption key: 5 octets; AES_CBC needs 16, 24 or 32 octets");
    assertThat(problem(row.replace("0x" + KEY16, "0xzz")))
        .isEqualTo(
            "esp_sa:1:40: encryption key: hexadecimal digits needed after 0x, character 1 of 2 is"
                + " none");
    assertThat(problem(row + ",\"16-bit\",\"0\"")).contains("32-bit or 64-bit needed");
    assertThat(problem(row + ",\"64-bit\",\"*\"")).contains("32 bits needed");
  }

  private static String problem(String row) {
    KeyRing ring = Samples.read(row, "esp_sa");
    assertThat(ring.esp()).isEmpty();
    assertThat(ring.problems()).hasSize(1);
    return ring.problems().getFirst().toString();
  }

  @Test
  void secretsBlock() {
    byte[] body = Samples.SECRETS.getBytes(StandardCharsets.US_ASCII);
    KeyRing ring = KeyFiles.fromSecretsBlock(0x45535053, body);
    assertThat(ring.problems()).isEmpty();
    IpsecKeys keys = ring.esp(0x1234abcdL).getFirst();
    assertThat(keys.family()).isEqualTo(AddressFamily.ANY);
    assertThat(keys.keys().encryptionKey()).isEqualTo(secret(KEY16));
    assertThat(keys.keys().integrityKey()).isEqualTo(secret(KEY20));
    assertThat(keys.sequenceNumbers()).isEqualTo(SequenceNumbers.PLAIN);
    assertThat(KeyFiles.fromSecretsBlock(0x544c534b, body).isEmpty()).isTrue();
  }
}
