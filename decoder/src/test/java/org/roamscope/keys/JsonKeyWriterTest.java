package org.roamscope.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** Keys that were written as JSON are read as what they were. */
class JsonKeyWriterTest {
  private static KeyRing read(String text, String name) {
    KeyRing ring = KeyFiles.read(new StringReader(text), name);
    assertThat(ring.problems()).isEmpty();
    return ring;
  }

  private static String json(KeyRing ring) throws IOException {
    StringBuilder out = new StringBuilder();
    assertThat(JsonKeyWriter.write(ring, out)).isEmpty();
    return out.toString();
  }

  @Test
  void everythingThatJsonHoldsGoesRoundTrip() throws IOException {
    String given =
        """
        {
          "ikev2": [
            {"spi_i": "0000000000000001", "spi_r": "0000000000000002", \
        "enc_ws": "AES-CBC-128 [RFC3602]", "integ_ws": "HMAC_SHA1_96 [RFC2404]", \
        "algs": "PRF_HMAC_SHA2_256", "SK_d": "%1$s", "SK_pi": "%1$s", "SK_pr": "%1$s", \
        "SK_ei": "%2$s", "SK_er": "%2$s", "SK_ai": "%3$s", "SK_ar": "%3$s"}],
          "ikev1": [
            {"icookie": "0000000000000003", "rcookie": "0000000000000004", "key": "%2$s", \
        "SKEYID_d": "%3$s"}],
          "esp": [
            {"family": "IPv6", "src": "2001:db8::1", "dst": "*", "spi": "0x00001001", \
        "enc_ws": "AES-CBC [RFC3602]", "auth_ws": "HMAC-SHA-1-96 [RFC2404]", \
        "enc_key": "%2$s", "auth_key": "%3$s"}]
        }
        """
            .formatted("0d".repeat(32), "0e".repeat(16), "0a".repeat(20));
    KeyRing ring = read(given, "keys.json");
    assertThat(ring.ikeV2()).hasSize(1);
    assertThat(ring.ikeV1()).hasSize(1);
    assertThat(ring.esp()).hasSize(1);
    assertThat(json(ring)).isEqualTo(given);
    assertThat(json(read(json(ring), "again.json"))).isEqualTo(given);
  }

  @Test
  void whatItCannotSayIsNamed() throws IOException {
    String row =
        "\"IPv6\",\"*\",\"*\",\"SPI\",\"AES-CBC [RFC3602]\",\"0x"
            + "0e".repeat(16)
            + "\",\"NULL\",\"\"";
    KeyRing ring =
        read(
            row.replace("SPI", "0x0000100*")
                + "\n"
                + row.replace("SPI", "0x00001001")
                + ",\"64-bit\",\"0\"\n"
                + row.replace("SPI", "*")
                + "\n",
            "esp_sa");
    assertThat(ring.esp()).hasSize(3);
    StringBuilder out = new StringBuilder();
    assertThat(JsonKeyWriter.write(ring, out)).extracting(KeyWarning::line).containsExactly(1, 2);
    assertThat(read(out.toString(), "keys.json").esp())
        .singleElement()
        .satisfies(keys -> assertThat(keys.spi()).isEqualTo(SpiPattern.ANY));
  }

  @Test
  void noKeysAreAnEmptyDocument() throws IOException {
    assertThat(read(json(KeyRing.EMPTY), "keys.json").isEmpty()).isTrue();
  }

  /** Keys of every kind of file. */
  @Test
  void everyKindGoesRoundTrip() throws IOException {
    KeyRing all = KeyRing.EMPTY;
    for (String sample : Samples.ALL) {
      all = all.and(Samples.read(sample));
    }
    StringBuilder out = new StringBuilder();
    int left = JsonKeyWriter.write(all, out).size();
    KeyRing back = read(out.toString(), "keys.json");
    assertThat(back.esp()).hasSize(all.esp().size() - left);
    assertThat(back.ikeV1()).hasSameSizeAs(all.ikeV1());
    assertThat(back.ikeV2()).hasSameSizeAs(all.ikeV2());
    for (int i = 0; i < back.ikeV2().size(); i++) {
      IkeV2Keys was = all.ikeV2().get(i);
      IkeV2Keys is = back.ikeV2().get(i);
      assertThat(is.ei()).isEqualTo(was.ei());
      assertThat(is.encryption()).isEqualTo(was.encryption());
      assertThat(is.integrity()).isEqualTo(was.integrity());
      if (was.derivation() != null) {
        assertThat(is.derivation()).isEqualTo(was.derivation());
      }
    }
  }
}
