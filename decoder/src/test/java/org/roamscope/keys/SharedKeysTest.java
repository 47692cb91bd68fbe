package org.roamscope.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roamscope.Lab;

/**
 * Key files of others, where the folder is there: beside the checkout or where ROAMSCOPE_SHARED
 * says.
 */
class SharedKeysTest {
  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> paths = Files.walk(Lab.shared(folder))) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void labTablesAndJsonSayTheSame() throws IOException {
    int folders = 0;
    for (Path json : files("lab/keys")) {
      if (!json.endsWith("keys.json")) {
        continue;
      }
      folders++;
      KeyRing own = KeyFiles.read(json);
      KeyRing tables = KeyFiles.readWireshark(Objects.requireNonNull(json.getParent()));
      assertThat(own.problems()).isEmpty();
      assertThat(tables.problems()).isEmpty();
      assertThat(own.ikeV2()).hasSameSizeAs(tables.ikeV2());
      assertThat(own.ikeV1()).hasSameSizeAs(tables.ikeV1());
      assertThat(own.esp()).hasSameSizeAs(tables.esp());
      for (IkeV2Keys keys : tables.ikeV2()) {
        assertThat(own.ikeV2(keys.spiI(), keys.spiR()))
            .anyMatch(same -> same.ei().equals(keys.ei()) && same.ar().equals(keys.ar()));
      }
      for (IpsecKeys keys : tables.esp()) {
        assertThat(own.esp(keys.spi().value()))
            .anyMatch(same ->
                same.keys().encryptionKey().equals(keys.keys().encryptionKey())
                    && same.keys().integrityKey().equals(keys.keys().integrityKey()));
      }
    }
    assertThat(folders).isPositive();
  }

  @Test
  void tablesOfOthers() throws IOException {
    int rows = 0;
    for (Path file : files("captures/keys")) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith("esp_sa") || name.endsWith("_decryption_table")) {
        KeyRing ring = KeyFiles.read(file);
        assertThat(ring.problems()).as(name).isEmpty();
        rows += ring.esp().size() + ring.ikeV1().size() + ring.ikeV2().size();
      }
    }
    // 9 and 3 IKEv2, 3 IKEv1; ESP: 2, 24, 2, 3, 2 and 6.
    assertThat(rows).isEqualTo(54);
  }
}
