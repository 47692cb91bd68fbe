package org.roamscope.decode;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.roamscope.Analysis;
import org.roamscope.Decoding;
import org.roamscope.KeyCheck;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;
import org.roamscope.decrypt.Outcome;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyLeaks;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.JsonReport;
import org.roamscope.report.Report;
import org.roamscope.report.TextReport;

/** Keys inside a pcapng: what is wrong there is said, and harms nothing. */
class CaptureSecretsTest {
  private static final Path SAMPLE = Path.of("src/test/resources/org/roamscope/decrypt/esp");
  private static final String KEY = "9f3c71d2a85e4b06c7e81f5a2d9460b3";
  private static final String ROW =
      "Any,*,*,0x1234abcd,AES-CBC [RFC3602],0x%s,HMAC-SHA-1-96 [RFC2404],0x%s,32-bit,0\n";

  /** The sample's packets behind blocks of secrets, and one block behind them. */
  private static byte[] capture(ByteOrder order, byte[] behind, byte[]... before)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (CaptureReader reader = CaptureReader.open(SAMPLE.resolve("capture.pcap"));
        CaptureWriter writer = CaptureWriter.pcapng(file)) {
      for (byte[] body : before) {
        writer.write(new RawBlock(RawBlock.SECRETS, 0, order, body));
      }
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        writer.write(frame);
      }
      writer.write(new RawBlock(RawBlock.SECRETS, 0, order, behind));
    }
    return file.toByteArray();
  }

  private static byte[] secrets(int type, String text, int claimed) {
    byte[] data = text.getBytes(US_ASCII);
    return ByteBuffer.allocate(8 + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(type)
        .putInt(claimed)
        .put(data)
        .array();
  }

  private static byte[] esp(String text) {
    return secrets(KeyFiles.ESP_SECRETS, text, text.length());
  }

  private static Analysis.Source source(byte[] file) {
    return new Analysis.Source.Stream(new ByteArrayInputStream(file), "test");
  }

  private static List<String> messages(List<CaptureProblem> problems) {
    assertThat(problems).noneMatch(CaptureProblem::damage);
    return problems.stream().map(CaptureProblem::message).toList();
  }

  private static Decoding.Outcome decode(byte[] file) throws IOException {
    return Decoding.run(
        source(file),
        FrameNotes.NONE,
        DecodeAs.NONE,
        KeyRing.EMPTY,
        Set.of(),
        (frame, reader) -> Decoding.Receiver.Next.SHOWN,
        () -> false);
  }

  @Test
  void theRightRowsOpenAndTheWrongOnesAreSaidEverywhere() throws IOException {
    String rows = Files.readString(SAMPLE.resolve("esp_sa"));
    String wrong = ROW.formatted(KEY + "0", KEY) + ROW.formatted(KEY, KEY + "x");
    byte[] file =
        capture(
            ByteOrder.LITTLE_ENDIAN, esp(KEY + "\n"), esp(rows + wrong), esp("# nothing\n" + rows));
    int lines = (int) rows.lines().count();
    List<String> expected =
        List.of(
            "the block of decryption secrets at offset 28 is wrong in line "
                + (lines + 1)
                + ", column 38: encryption key: 17 octets; AES_CBC needs 16, 24 or 32 octets",
            "the block of decryption secrets at offset 28 is wrong in line "
                + (lines + 2)
                + ", column 97: authentication key: hexadecimal digits needed after 0x, character"
                + " 33 of 33 is none");

    KeyCheck.Result check = KeyCheck.run(List.of(source(file)), KeyRing.EMPTY, () -> false);
    assertThat(messages(check.problems())).hasSize(3).startsWith(expected.toArray(String[]::new));
    assertThat(messages(check.problems()).getLast())
        .matches(".* at offset \\d{4,} is wrong in line 1, column 33: 1 fields instead of 8: .*");
    assertThat(check.coverage().packets(Outcome.OPENED)).isPositive();

    assertThat(messages(decode(file).problems())).isEqualTo(messages(check.problems()));

    Report report =
        Analysis.run(
            List.of(source(file)),
            KeyRing.EMPTY,
            Profile.TS24303,
            "test",
            (name, bytes, frames) -> {},
            () -> false);
    assertThat(report.partial()).isFalse();
    assertThat(messages(report.captures().getFirst().problems()))
        .isEqualTo(messages(check.problems()));
    String json = JsonReport.text(report);
    assertThat(json).contains("\"kind\" : \"keys\"", "\"offset\" : 28");
    String text = TextReport.text(report, new TextReport.Terminal(200, false));
    assertThat(text).contains("WRONG KEYS").doesNotContain("INCOMPLETE");

    byte[] key = HexFormat.of().parseHex(KEY);
    new KeyLeaks(List.of(key)).noneIn("the reports", json + text + check.problems());
  }

  @Test
  void secretsOfOtherProtocolsAreNoneOfOurs() throws IOException {
    // TLS key log, SSH key log, WireGuard key log, ZigBee, OPC UA, and a type nobody knows.
    for (int type : new int[] {0x544c534b, 0x5353484b, 0x57474b4c, 0x5a4e574b, 0x55414b4c, 1}) {
      byte[] block = secrets(type, "CLIENT_RANDOM " + KEY + "\nAny,what,is,this\n", 1 << 30);
      byte[] file = capture(ByteOrder.LITTLE_ENDIAN, block, block);
      assertThat(decode(file).problems()).isEmpty();
    }
  }

  @Test
  void blocksThatAreCutAreSaid() throws IOException {
    byte[] file =
        capture(
            ByteOrder.LITTLE_ENDIAN,
            Arrays.copyOf(esp(""), 4),
            secrets(KeyFiles.ESP_SECRETS, "# 34", 400));
    assertThat(messages(decode(file).problems()))
        .hasSize(2)
        .anyMatch(one -> one.endsWith("offset 28 claims 400 bytes of keys, 4 are there"))
        .anyMatch(one -> one.endsWith("is too short to say what it holds"));
  }

  @Test
  void wrongRowsWithoutEndAreCounted() throws IOException {
    byte[][] blocks = new byte[40][];
    Arrays.fill(blocks, esp("x\n".repeat(1000)));
    List<CaptureProblem> problems =
        decode(capture(ByteOrder.LITTLE_ENDIAN, blocks[0], blocks)).problems();
    assertThat(problems).hasSize(201);
    assertThat(problems.getLast().message()).contains("and more, which are not listed");
    assertThat(problems.stream().map(CaptureProblem::offset).collect(Collectors.toSet()))
        .hasSize(1);
  }
}
