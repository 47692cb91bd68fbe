package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.LinkType;

/** The exit codes are a contract. */
class AuditCommandTest {
  /**
   * BU K=0 H=0 K=1 to a correspondent node would be K009; this is a plain BU with K=1, no answer.
   */
  private static final String UPDATE =
      "6000000000383c4020010db800010000000000000000000120010db8000200000000000000000002870201020000c910"
          + "20010db800aa000000000000000000013b03050060fd0007d00000640100031020010db8000100000000000000000001";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path clean = Path.of("");

  @BeforeEach
  void capture() throws IOException {
    clean = folder.resolve("clean.pcap");
    write(clean, UPDATE);
  }

  private static void write(Path path, String... packets) throws IOException {
    try (OutputStream file = Files.newOutputStream(path);
        CaptureWriter writer = CaptureWriter.pcapNanos(file, LinkType.RAW)) {
      int number = 0;
      for (String packet : packets) {
        byte[] octets = HexFormat.of().parseHex(packet);
        writer.write(
            new Frame(
                ++number,
                1_700_000_000_000_000_000L + number,
                LinkType.RAW,
                0,
                octets.length,
                octets,
                List.of()));
      }
    }
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void cleanIsZero() {
    assertThat(run("audit", clean.toString())).isZero();
    assertThat(out.toString()).isNotBlank();
    assertThat(err.toString()).isEmpty();
  }

  /** K=1 with H=0 (K009, an error); the checksum is adjusted for the cleared H. */
  @Test
  void errorsAreOneUnlessToldOtherwise() throws IOException {
    Path capture = folder.resolve("k009.pcap");
    write(capture, UPDATE.replace("60fd0007d000", "a0fd00079000"));
    assertThat(run("audit", "--format", "json", capture.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("\"K009\"");
    assertThat(run("audit", "--fail-on", "never", capture.toString())).isZero();
  }

  @Test
  void usageIsTwo() {
    assertThat(run("audit")).isEqualTo(2);
    assertThat(run("audit", "--profile", "nonsense", clean.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("unknown profile 'nonsense'");
    assertThat(run("audit", "-", "-")).isEqualTo(2);
  }

  @Test
  void badInputIsThreeAndSaysWhyInOneLine() throws IOException {
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "not packets at all");
    assertThat(run("audit", text.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("is not a capture").hasLineCount(1);

    Path empty = Files.createFile(folder.resolve("empty.pcap"));
    assertThat(run("audit", empty.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("is empty").hasLineCount(1);

    Path without = Files.createDirectory(folder.resolve("without"));
    assertThat(run("audit", without.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("no capture in ").contains("is a directory");

    assertThat(run("audit", folder.resolve("none.pcap").toString())).isEqualTo(3);
    assertThat(err.toString()).contains("does not exist").hasLineCount(1);
  }

  /** What could be read is reported, the others are analyzed all the same. */
  @Test
  void aCutFileIsReportedAsFarAsItGoes() throws IOException {
    Path cut = folder.resolve("cut.pcap");
    write(cut, UPDATE, UPDATE);
    byte[] octets = Files.readAllBytes(cut);
    Files.write(cut, java.util.Arrays.copyOf(octets, octets.length - 10));
    assertThat(run("audit", "--format", "json", cut.toString(), clean.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("ends inside record 2").contains("offset").hasLineCount(1);
    assertThat(out.toString())
        .contains("\"complete\" : false")
        .contains("2001:db8:aa::1")
        .contains("clean.pcap");
  }

  /** The first of two packets lies within what may be expanded, the second does not. */
  @Test
  void compressedDataExpandsNoFurtherThanAllowed() throws IOException {
    Path plain = folder.resolve("two.pcap");
    write(plain, UPDATE, UPDATE);
    byte[] octets = Files.readAllBytes(plain);
    Path packed = folder.resolve("two.pcap.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(octets);
    }
    String most = Integer.toString(octets.length - 1);
    for (String command : List.of("audit", "handovers", "decode", "ladder")) {
      assertThat(run(command, "--max-expanded", most, packed.toString())).isEqualTo(3);
      assertThat(err.toString())
          .contains("ends inside record 2")
          .contains("expands to more than the " + most + " bytes allowed");
    }
    assertThat(run("watch", "--max-expanded", most, "-r", packed.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("expands to more than the " + most + " bytes allowed");
    assertThat(run("audit", "--max-expanded", most, "--format", "json", packed.toString()))
        .isEqualTo(3);
    assertThat(out.toString()).contains("\"packets\" : 1");
    assertThat(run("decode", "--max-expanded", "1K", packed.toString())).isZero();
    for (String size : List.of("0", "-1", "", "K", "1X", "9999999999G")) {
      assertThat(run("audit", "--max-expanded", size, packed.toString())).isEqualTo(2);
      assertThat(err.toString()).contains("'" + size + "' is no size");
    }
  }

  @Test
  void outputIsWholeOrNotAtAll() throws IOException {
    Path report = folder.resolve("report.json");
    assertThat(run("audit", "--format", "json", "-o", report.toString(), clean.toString()))
        .isZero();
    String first = Files.readString(report, StandardCharsets.UTF_8);
    assertThat(first).startsWith("{").endsWith("}\n");
    assertThat(run("audit", "-o", report.toString(), clean.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--force");
    assertThat(Files.readString(report)).isEqualTo(first);
    assertThat(run("audit", "--force", "-o", report.toString(), clean.toString())).isZero();
    assertThat(run("audit", "-o", folder.resolve("no/such/place").toString(), clean.toString()))
        .isEqualTo(4);
    assertThat(err.toString()).contains("could not be written");
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("clean.pcap", "report.json");
    }
  }
}
