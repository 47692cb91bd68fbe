package org.roamscope.decrypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.Lab;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameNotes;
import org.roamscope.decrypt.Coverage.Row;
import org.roamscope.decrypt.Coverage.Subject;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;

/**
 * Captures of other people's daemons with their keys, where the folder is there: beside the
 * checkout or where ROAMSCOPE_SHARED says. 3DES, AES-CBC, AES-CTR, AES-CCM, AES-GCM; manual keys
 * written as text, one SPI for many addresses, DES, Blowfish, Twofish and none.
 */
class OthersDecryptionTest {
  private static Path captures() {
    return Lab.shared("captures");
  }

  private static Coverage decode(Path capture, KeyRing keys) throws IOException {
    try (CaptureReader reader = CaptureReader.open(capture)) {
      FrameDecoder decoder =
          new FrameDecoder(reader, FrameNotes.NONE::of, DecodeAs.NONE, Set.of(), keys);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        decoder.decode(frame);
      }
      return decoder.coverage();
    }
  }

  private static long opened(Coverage coverage, Class<? extends Subject> kind) {
    return coverage.rows().stream()
        .filter(row -> kind.isInstance(row.subject()))
        .mapToLong(row -> row.packets(Outcome.OPENED))
        .sum();
  }

  @ParameterizedTest
  @CsvSource({
    "wireshark-test/ikev2-decrypt-3des-sha1_160.pcap, wireshark-test, 2, 0",
    "wireshark-test/ikev2-decrypt-aes128ccm12.pcap, wireshark-test, 2, 0",
    "wireshark-test/ikev2-decrypt-aes256cbc.pcapng, wireshark-test, 2, 0",
    "wireshark-test/ikev2-decrypt-aes256gcm16.pcap, wireshark-test, 2, 0",
    "wireshark-test/esp-bug-12671.pcapng.gz, wireshark-test, 0, 2",
    "wireshark-wiki/ipsec_ikev2_esp_aes_gcm_aes_ctr_aes_cbc"
        + "__ipsec_ikev2_esp_aes-gcm_aes-ctr_aes-cbc__capture.pcapng,"
        + " wireshark-wiki.ipsec_ikev2_esp_aes_gcm_aes_ctr_aes_cbc, 6, 6",
    "wireshark-wiki/ipsec_esp__ipsec_esp_capture_1__capture.pcap,"
        + " wireshark-wiki.ipsec_esp_capture_1, 0, 240",
    "wireshark-wiki/ipsec_esp__ipsec_esp_capture_3__capture.pcap,"
        + " wireshark-wiki.ipsec_esp_capture_3, 0, 18",
  })
  void everythingWithAKeyOpens(String capture, String keys, long ike, long esp) throws IOException {
    Path folder = captures();
    KeyRing ring = KeyRing.EMPTY;
    for (String table : List.of("ikev2_decryption_table", "esp_sa")) {
      Path file = folder.resolve("keys").resolve(keys + "." + table);
      ring = Files.exists(file) ? ring.and(KeyFiles.read(file)) : ring;
    }
    Coverage coverage = decode(folder.resolve(capture), ring);
    assertThat(opened(coverage, Coverage.Ike.class))
        .as(coverage.table())
        .isGreaterThanOrEqualTo(ike);
    assertThat(opened(coverage, Coverage.Esp.class))
        .as(coverage.table())
        .isGreaterThanOrEqualTo(esp);
    assertThat(coverage.rows())
        .as(coverage.table())
        .allSatisfy((Row row) -> assertThat(row.packets(Outcome.WRONG_KEY)).isZero());
  }
}
