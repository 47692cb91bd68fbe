package org.roamscope.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.crypto.KeyMaterial;

/** Files, folders, kinds, limits, permissions and the way back. */
class KeyFilesTest {
  @TempDir Path folder;

  private Path put(String name, String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    if (posix()) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
    return file;
  }

  private boolean posix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  @Test
  void theContentDecides() {
    for (String sample : Samples.ALL) {
      assertThat(Samples.read(sample, "esp_sa").isEmpty()).isFalse();
      assertThat(Samples.read(sample, "ikev1_decryption_table").problems()).isEmpty();
    }
    assertThat(Samples.read("hello, world\n", "notes.txt").problems())
        .containsExactly(new KeyProblem("notes.txt", 1, 0, "not a key file of any known kind"));
    assertThat(Samples.read("", "x").problems()).isEmpty();
    assertThat(Samples.read("# nothing yet\n", "esp_sa").problems()).isEmpty();
  }

  @Test
  void aReader() {
    KeyRing ring = KeyFiles.read(new StringReader(Samples.IKEV2), "typed");
    assertThat(ring.ikeV2()).hasSize(2);
    assertThat(ring.ikeV2().getFirst().origin()).isEqualTo(new KeyOrigin("typed", 2));
  }

  @Test
  void aFolder() throws IOException {
    put("ikev2_decryption_table", Samples.IKEV2, "rw-------");
    put("esp_sa", Samples.ESP, "rw-------");
    put("charon.log", Samples.STRONGSWAN, "rw-------");
    put("preferences", "esp.enable_encryption_decode: TRUE\n", "rw-r--r--");
    put("settings.json", "{\"a\": [1]}\n", "rw-r--r--");
    put("capture.pcap", "\u0000\u0001", "rw-r--r--");
    Files.createDirectory(folder.resolve("below"));
    put("below/esp_sa", Samples.ESP, "rw-------");
    KeyRing ring = KeyFiles.read(folder);
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.warnings()).isEmpty();
    assertThat(ring.ikeV2()).hasSize(3);
    assertThat(ring.esp()).hasSize(5);
    assertThat(KeyFiles.readWireshark(folder).ikeV2()).hasSize(2);
  }

  @Test
  void othersCanRead() throws IOException {
    Assumptions.assumeTrue(posix());
    for (String mode : new String[] {"rw-r-----", "rw----r--", "rw-r--r--"}) {
      Path file = put("esp_sa", Samples.ESP, mode);
      assertThat(KeyFiles.read(file).warnings())
          .containsExactly(
              new KeyWarning(
                  file.toString(),
                  0,
                  0,
                  "others can read the keys in this file: " + mode + "; it should be rw-------"));
    }
    assertThat(KeyFiles.read(put("esp_sa", Samples.ESP, "rw-------")).warnings()).isEmpty();
  }

  @Test
  void whatCannotBeRead() {
    assertThat(KeyFiles.read(folder.resolve("none")).problems().getFirst().text())
        .isEqualTo("does not exist");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException(Samples.KEY16);
          }

          @Override
          public int read(byte[] into, int from, int count) throws IOException {
            throw new IOException(Samples.KEY16);
          }
        };
    assertThat(KeyFiles.read(broken, "x").problems())
        .containsExactly(new KeyProblem("x", 0, 0, "cannot be read"));
  }

  @Test
  void limits() {
    String longest = "# " + "x".repeat(64 << 10) + "\n";
    KeyRing ring = Samples.read(longest + Samples.IKEV2, "ikev2_decryption_table");
    assertThat(ring.problems())
        .containsExactly(
            new KeyProblem("ikev2_decryption_table", 1, 0, "a line of more than 64 KiB"));
    assertThat(ring.ikeV2()).hasSize(2);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] into, int from, int count) {
            Arrays.fill(into, from, from + count, (byte) 'a');
            return count;
          }
        };
    assertThat(KeyFiles.read(endless, "endless").problems())
        .containsExactly(new KeyProblem("endless", 0, 0, "larger than 64 MiB"));
    String wrong = "0adebe9fc370bfc2,1,2,3,4,5,6,7\n".repeat(10_000);
    assertThat(Samples.read(wrong, "ikev2_decryption_table").problems()).hasSize(201);
  }

  @Test
  void wiresharkProfile() throws IOException {
    Path config = folder.resolve(".config").resolve("wireshark");
    assertThat(KeyFiles.wiresharkProfile(Map.of(), folder)).isEqualTo(config);
    Files.createDirectory(folder.resolve(".wireshark"));
    assertThat(KeyFiles.wiresharkProfile(Map.of(), folder)).isEqualTo(folder.resolve(".wireshark"));
    Files.createDirectories(config);
    assertThat(KeyFiles.wiresharkProfile(Map.of(), folder)).isEqualTo(config);
    Path other = folder.resolve("other");
    assertThat(KeyFiles.wiresharkProfile(Map.of("XDG_CONFIG_HOME", other.toString()), folder))
        .isEqualTo(folder.resolve(".wireshark"));
    assertThat(
            KeyFiles.wiresharkProfile(
                Map.of("XDG_CONFIG_HOME", "y", "WIRESHARK_CONFIG_DIR", other.toString()), folder))
        .isEqualTo(other);
    assertThat(KeyFiles.wiresharkProfile(Map.of("APPDATA", other.toString()), folder))
        .isEqualTo(other.resolve("Wireshark"));
  }

  @Test
  void thereAndBack() throws IOException {
    KeyRing all = KeyRing.EMPTY;
    for (String sample : Samples.ALL) {
      all = all.and(Samples.read(sample));
    }
    Path out = folder.resolve("out");
    // No table has a row for the AH SA.
    assertThat(KeyWriter.write(all, out)).hasSize(1);
    KeyRing back = KeyFiles.read(out);
    assertThat(back.problems()).isEmpty();
    assertThat(back.warnings()).isEmpty();
    assertThat(back.ikeV2()).hasSameSizeAs(all.ikeV2());
    assertThat(back.ikeV1()).hasSameSizeAs(all.ikeV1());
    for (int i = 0; i < back.ikeV2().size(); i++) {
      assertThat(back.ikeV2().get(i).ei()).isEqualTo(all.ikeV2().get(i).ei());
      assertThat(back.ikeV2().get(i).encryption()).isEqualTo(all.ikeV2().get(i).encryption());
      assertThat(back.ikeV2().get(i).ar()).isEqualTo(all.ikeV2().get(i).ar());
    }
    for (IpsecKeys keys : back.esp()) {
      assertThat(all.esp())
          .anyMatch(was ->
              was.keys().encryptionKey().equals(keys.keys().encryptionKey())
                  && was.keys().integrityKey().equals(keys.keys().integrityKey())
                  && was.spi().equals(keys.spi())
                  && was.keys().encryption() == keys.keys().encryption());
    }
    KeyRing again = all;
    assertThatThrownBy(() -> KeyWriter.write(again, out))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void wipe() {
    KeyRing ring = Samples.read(Samples.IKEV2);
    KeyMaterial ei = ring.ikeV2().getFirst().ei();
    ring.wipe();
    assertThat(ei.octets()).containsOnly(0).hasSize(16);
  }
}
