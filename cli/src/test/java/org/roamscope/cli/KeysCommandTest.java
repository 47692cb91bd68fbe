package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;
import org.roamscope.keys.KeyFiles;
import picocli.CommandLine;

/** Keys on the command line: exit codes, places in key files, and no octet of a key anywhere. */
class KeysCommandTest {
  private static final Path SAMPLE =
      Path.of("../decoder/src/test/resources/org/roamscope/decrypt/esp");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private KeyLeaks leaks = new KeyLeaks(List.of());
  private String capture = "";
  private String keys = "";

  @BeforeEach
  void copy() throws IOException {
    capture = SAMPLE.resolve("capture.pcap").toString();
    Path own = folder.resolve("keys");
    Files.createDirectory(own);
    for (String name : List.of("keys.json", "esp_sa", "ikev2_decryption_table")) {
      Path file = own.resolve(name);
      Files.copy(SAMPLE.resolve(name), file);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    keys = own.toString();
    leaks = new KeyLeaks(KeyFileKinds.keysIn(SAMPLE.resolve("keys.json")));
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    leaks.noneIn("the output", out.toString());
    leaks.noneIn("the errors", err.toString());
    return code;
  }

  @Test
  void checkShowsWhatOpens() {
    assertThat(run("keys", "check", capture, "--keys", keys)).isZero();
    assertThat(out.toString()).contains("protocol", "0xce7fc870", "123ae01c1cccdcc9", "all");
    assertThat(err.toString()).isEmpty();
    assertThat(run("keys", "check", capture)).isEqualTo(1);
    assertThat(out.toString()).contains("no key");
    assertThat(run("keys", "check", folder.resolve("none").toString(), "--keys", keys))
        .isEqualTo(3);
  }

  @Test
  void decodeAndAuditTakeKeys() {
    assertThat(
            run(
                "decode",
                capture,
                "--keys",
                keys,
                "-Y",
                "esp and mip6.bu.k_flag == 1",
                "-T",
                "fields",
                "-e",
                "mip6.bu.seqnr"))
        .isZero();
    assertThat(out.toString()).isEqualTo("101\n102\n");
    assertThat(run("decode", capture, "-Y", "esp and mipv6")).isZero();
    assertThat(out.toString()).isEmpty();
    for (String form : List.of("text", "json", "pdml", "ek")) {
      assertThat(run("decode", capture, "--keys", keys, "-T", form)).isZero();
    }
    assertThat(run("audit", "--keys", keys, "--fail-on", "never", capture)).isZero();
    assertThat(run("audit", "--keys", keys, "--fail-on", "never", "--format", "json", capture))
        .isZero();
  }

  @Test
  void aWrongKeyFileIsAUsageErrorWithItsPlace() throws IOException {
    Path bad = folder.resolve("bad");
    Files.writeString(
        bad, "\"IPv6\",\"*\",\"*\",\"spi\",\"AES-CBC [RFC3602]\",\"0x00\",\"NULL\",\"\"\n");
    for (String command : List.of("audit", "decode")) {
      assertThat(run(command, capture, "--keys", bad.toString())).isEqualTo(2);
      assertThat(err.toString()).contains("roamscope: " + bad + ":1:");
      assertThat(out.toString()).isEmpty();
    }
    assertThat(run("keys", "check", capture, "--keys", folder.resolve("no").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("does not exist");
  }

  /** A wrong row in a key file is a wrong command; inside a capture it is a warning. */
  @Test
  void wrongRowsInsideACaptureAreSaid() throws IOException {
    byte[] rows =
        (Files.readString(SAMPLE.resolve("esp_sa"))
                + Files.readString(SAMPLE.resolve("esp_sa"))
                    .replace("[RFC3602]\",\"0x", "[RFC3602]\",\"0xg"))
            .getBytes(StandardCharsets.US_ASCII);
    byte[] secrets =
        ByteBuffer.allocate(8 + rows.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(KeyFiles.ESP_SECRETS)
            .putInt(rows.length)
            .put(rows)
            .array();
    Path file = folder.resolve("secrets.pcapng");
    try (CaptureReader reader = CaptureReader.open(Path.of(capture));
        CaptureWriter writer = CaptureWriter.pcapng(Files.newOutputStream(file))) {
      writer.write(new RawBlock(RawBlock.SECRETS, 0, ByteOrder.LITTLE_ENDIAN, secrets));
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        writer.write(frame);
      }
    }
    String said =
        "roamscope: the block of decryption secrets at offset 28 is wrong in line 5, column 49: ";
    String table = Path.of(keys).resolve("ikev2_decryption_table").toString();
    assertThat(run("keys", "check", file.toString(), "--keys", table)).isZero();
    assertThat(err.toString()).contains(said);
    assertThat(run("decode", file.toString(), "-Y", "esp and mip6.bu.k_flag == 1")).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(err.toString()).contains(said);
    assertThat(run("audit", "--fail-on", "never", file.toString())).isZero();
    assertThat(err.toString()).contains(said);
    assertThat(out.toString()).contains("WRONG KEYS").doesNotContain("INCOMPLETE");
    assertThat(run("audit", "--fail-on", "never", "--format", "json", file.toString())).isZero();
    assertThat(out.toString()).contains("is wrong in line 5");
  }

  @Test
  void whoElseCanReadTheKeysIsSaid() throws IOException {
    Path table = Path.of(keys).resolve("esp_sa");
    Files.setPosixFilePermissions(table, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(run("keys", "check", capture, "--keys", table.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("others can read the keys");
  }

  @Test
  void convertWritesTablesForTheirOwner() throws IOException {
    Path target = folder.resolve("wireshark");
    String[] arguments = {
      "keys", "convert", "--to", "wireshark", "--keys", keys, "-o", target.toString()
    };
    assertThat(run(arguments)).isZero();
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("esp_sa"))))
        .isEqualTo("rw-------");
    assertThat(run("keys", "check", capture, "--keys", target.toString())).isZero();
    assertThat(run(arguments)).isEqualTo(4);
    assertThat(run("keys", "convert", "--to", "wireshark", "-o", "x")).isEqualTo(2);
    assertThat(run("keys")).isEqualTo(2);
  }

  /** Whatever form keys are converted to, they open as much as before. */
  @Test
  void everyFormGoesRoundTrip() throws IOException {
    for (String form : List.of("wireshark", "json")) {
      for (String kind : List.of("keys.json", "esp_sa", "ikev2_decryption_table")) {
        String from = Path.of(keys).resolve(kind).toString();
        String target = folder.resolve(form + kind).toString();
        assertThat(run("keys", "convert", "--to", form, "--keys", from, "-o", target)).isZero();
        int before = run("keys", "check", capture, "--keys", from);
        String opened = out.toString().replaceAll("(?m)  \\S+:\\d+$|  key$", "");
        assertThat(run("keys", "check", capture, "--keys", target)).isEqualTo(before);
        assertThat(out.toString().replaceAll("(?m)  \\S+:\\d+$|  key$", "").replace(" ", ""))
            .isEqualTo(opened.replace(" ", ""));
      }
    }
    Path json = folder.resolve("jsonkeys.json").resolve("keys.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(json)))
        .isEqualTo("rw-------");
  }

  @Test
  void checkNamesPlacesOfKeysAndWhatToFetch() {
    assertThat(run("keys", "check", capture, "--keys", keys + "/esp_sa")).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("0xce7fc870 .*/esp_sa:\\d+\n")
        .contains("To open the rest, fetch\n  IKEv2 SA 123ae01c1cccdcc9 a52861c0ef3d4eab: its SK");
    assertThat(run("keys", "check", capture, "--keys", keys, "--format", "json")).isZero();
    assertThat(out.toString())
        .contains("\"schema\": \"roamscope.keys/1\"", "\"complete\": true", "\"line\": ")
        .doesNotContain("no_key");
    assertThat(run("keys", "check", "-", "-")).isEqualTo(2);
  }

  @Test
  void checkReadsStandardInput() throws IOException {
    InputStream before = System.in;
    try (InputStream in = Files.newInputStream(Path.of(capture))) {
      System.setIn(in);
      assertThat(run("keys", "check", "-", "--keys", keys)).isZero();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void decryptWritesACopyForItsOwner() throws IOException {
    String copy = folder.resolve("copy.pcapng").toString();
    assertThat(run("keys", "decrypt", capture, "--keys", keys, "-o", copy)).isZero();
    assertThat(err.toString()).contains("holds plaintext", "decrypted 8 frames, copied 8 as they");
    assertThat(out.toString()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(copy))))
        .isEqualTo("rw-------");
    assertThat(run("decode", copy, "-Y", "mip6.bu.k_flag == 1 and not esp")).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(run("keys", "decrypt", capture, "--keys", keys, "-o", copy)).isEqualTo(2);
    assertThat(err.toString()).contains("--force");
    assertThat(run("keys", "decrypt", capture, "-o", copy, "--force")).isEqualTo(1);
    assertThat(err.toString()).contains("decrypted 0 frames", "no key 8");
    assertThat(err.toString()).doesNotContain("plaintext");
  }

  /** Nothing is ever written over the capture, nor where nothing could be read. */
  @Test
  void decryptLeavesWhatItShould() throws IOException {
    Path own = folder.resolve("own.pcap");
    Files.copy(Path.of(capture), own);
    Path other = folder.resolve("other.pcap");
    Files.createLink(other, own);
    for (String to : List.of(own.toString(), other.toString())) {
      assertThat(run("keys", "decrypt", own.toString(), "-o", to, "--force")).isEqualTo(2);
      assertThat(err.toString()).contains("is an input and stays as it is");
    }
    assertThat(own).hasSameBinaryContentAs(Path.of(capture));
    Path none = folder.resolve("none.pcapng");
    assertThat(run("keys", "decrypt", folder.resolve("no").toString(), "-o", none.toString()))
        .isEqualTo(3);
    assertThat(none).doesNotExist();
  }

  /** Keys that the capture holds open it, and do not go into the copy. */
  @Test
  void secretsAreNotCopied() throws IOException {
    byte[] rows = Files.readAllBytes(SAMPLE.resolve("esp_sa"));
    byte[] secrets =
        ByteBuffer.allocate(8 + rows.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(KeyFiles.ESP_SECRETS)
            .putInt(rows.length)
            .put(rows)
            .array();
    Path file = folder.resolve("with.pcapng");
    try (CaptureReader reader = CaptureReader.open(Path.of(capture));
        CaptureWriter writer = CaptureWriter.pcapng(Files.newOutputStream(file))) {
      writer.write(new RawBlock(RawBlock.SECRETS, 0, ByteOrder.LITTLE_ENDIAN, secrets));
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        writer.write(frame);
      }
    }
    Path copy = folder.resolve("without.pcapng");
    assertThat(run("keys", "decrypt", file.toString(), "-o", copy.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("decrypted 4 frames");
    assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).doesNotContain("HMAC-SHA");
    try (CaptureReader reader = CaptureReader.open(copy)) {
      while (reader.next() != null) {}
      assertThat(reader.otherBlocks()).isEmpty();
    }
  }

  /** The folder that Wireshark itself would look into. */
  @Test
  void theKeysOfWiresharkAreFound() {
    KeyOptions options = new KeyOptions();
    CommandLine line = new CommandLine(new Main());
    CommandLine.populateCommand(options, "--wireshark-keys");
    var ring = options.read(line.getCommandSpec(), Map.of("WIRESHARK_CONFIG_DIR", keys), folder);
    assertThat(ring.orElseThrow().esp()).isNotEmpty();
  }
}
