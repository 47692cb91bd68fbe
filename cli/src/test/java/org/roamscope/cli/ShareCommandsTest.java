package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;

/** anonymize, slice and annotate: what they write, what they keep back, what they refuse. */
class ShareCommandsTest {
  private static final String SAMPLE = CommandRun.sample("needless-rerun-after");
  private static final String SECRET = "passphrase-that-stays-here";

  @TempDir private Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static List<Frame> frames(Path file) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
      }
      assertThat(reader.damaged()).isFalse();
    }
    return frames;
  }

  /** The sample with comments, names and keys in the places that pcapng has for them. */
  private Path told() throws IOException {
    Path file = folder.resolve("told.pcapng");
    byte[] keys = "ikev2_decryption_table".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer secrets =
        ByteBuffer.allocate(8 + keys.length + 2)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0x454b_4b45)
            .putInt(keys.length)
            .put(keys);
    byte[] name = "eth-of-alice".getBytes(StandardCharsets.UTF_8);
    try (CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(file))) {
      out.section(
          List.of(
              BlockOption.comment("site Alpha"),
              new BlockOption(4, "dumper".getBytes(StandardCharsets.UTF_8))));
      out.describe(
          new CaptureInterface(0, 0, 1, 0, "eth-of-alice", List.of(new BlockOption(2, name))));
      out.write(new RawBlock(RawBlock.SECRETS, 0, ByteOrder.LITTLE_ENDIAN, secrets.array()));
      for (Frame frame : frames(Path.of(SAMPLE))) {
        out.write(
            new Frame(
                frame.number(),
                frame.timeNanos(),
                frame.linkType(),
                0,
                frame.originalLength(),
                frame.data(),
                List.of(BlockOption.comment("seen by Alice"), new BlockOption(2, new byte[4]))));
      }
    }
    return file;
  }

  private static String raw(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  @Test
  void anonymizeKeepsNothingThatIsSaidOfTheCapture() throws IOException {
    Path in = told();
    assertThat(raw(in)).contains("Alice", "site Alpha", "eth-of-alice", "ikev2_decryption_table");
    CommandRun run = CommandRun.of("anonymize", in.toString(), "-o", path("out.pcapng"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("replaced names in 14 frames, verified");
    assertThat(run.out()).isEmpty();
    Path out = folder.resolve("out.pcapng");
    assertThat(raw(out)).doesNotContain("Alice", "Alpha", "alice", "dumper", "ikev2_decryption");
    List<Frame> before = frames(in);
    List<Frame> after = frames(out);
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).timeNanos()).isEqualTo(before.get(i).timeNanos());
      assertThat(after.get(i).originalLength()).isEqualTo(before.get(i).originalLength());
      assertThat(after.get(i).data()).hasSameSizeAs(before.get(i).data());
      assertThat(after.get(i).options()).extracting(BlockOption::code).containsExactly(2);
    }
  }

  /** A copy that can be given away has none of the names that the capture has for its addresses. */
  @Test
  void anonymizeDropsTheNamesOfAddressesAndAnnotateKeepsThem() throws IOException {
    Path in = folder.resolve("named.pcapng");
    byte[] host = "pgw-of-alice\0".getBytes(StandardCharsets.UTF_8);
    ByteBuffer names =
        ByteBuffer.allocate(28)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) 1)
            .putShort((short) (4 + host.length))
            .put(new byte[] {(byte) 192, 0, 2, 1})
            .put(host);
    try (CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(in))) {
      out.write(new RawBlock(RawBlock.NAMES, 0, ByteOrder.LITTLE_ENDIAN, names.array()));
      for (Frame frame : frames(Path.of(SAMPLE))) {
        out.write(frame);
      }
    }
    assertThat(raw(in)).contains("pgw-of-alice");
    assertThat(CommandRun.of("anonymize", in.toString(), "-o", path("anonymous.pcapng")).code())
        .isZero();
    assertThat(raw(folder.resolve("anonymous.pcapng"))).doesNotContain("pgw", "alice");
    assertThat(CommandRun.of("annotate", in.toString(), "-o", path("annotated.pcapng")).code())
        .isZero();
    assertThat(raw(folder.resolve("annotated.pcapng"))).contains("pgw-of-alice");
  }

  @Test
  void theMappingIsForItsOwnerAndOnlyOnRequest() throws IOException {
    Files.writeString(folder.resolve("key"), SECRET + "\n");
    CommandRun run =
        CommandRun.of(
            "anonymize",
            SAMPLE,
            "-o",
            path("one.pcapng"),
            "--key-file",
            path("key"),
            "--mapping",
            path("map.csv"));
    assertThat(run.code()).as(run.err()).isZero();
    Path map = folder.resolve("map.csv");
    assertThat(Files.readString(map))
        .startsWith("kind,original,pseudonym\r\n")
        .contains("address,2001:db8:100::a1,");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(map)))
        .isEqualTo("rw-------");
    assertThat(run.err() + raw(map)).doesNotContain(SECRET);
    CommandRun again =
        CommandRun.of(
            "anonymize",
            SAMPLE,
            "-o",
            path("two.pcapng"),
            "--key-file",
            path("key"),
            "--no-verify");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err()).contains("not verified");
    assertThat(folder.resolve("two.pcapng")).hasSameBinaryContentAs(folder.resolve("one.pcapng"));
    CommandRun other = CommandRun.of("anonymize", SAMPLE, "-o", path("three.pcapng"));
    assertThat(other.code()).as(other.err()).isZero();
    assertThat(raw(folder.resolve("three.pcapng"))).isNotEqualTo(raw(folder.resolve("one.pcapng")));
    assertThat(folder.toFile().list()).contains("map.csv").hasSize(5);
  }

  @Test
  void wrongUseIsTwoAndWritesNothing() throws IOException {
    Files.write(folder.resolve("short"), new byte[] {1, 2, (byte) 0xff});
    Files.writeString(folder.resolve("few"), "abc\n");
    Files.writeString(folder.resolve("there.pcapng"), "kept");
    String out = path("out.pcapng");
    assertThat(CommandRun.of("anonymize", "-", "-o", out))
        .matches(run -> run.code() == 2 && run.err().contains("cannot be read twice"));
    assertThat(CommandRun.of("anonymize", SAMPLE, "-o", out, "--key-file", path("short")))
        .matches(run -> run.code() == 2 && run.err().contains("a key has 32"));
    assertThat(CommandRun.of("anonymize", SAMPLE, "-o", out, "--key-file", path("few")))
        .matches(run -> run.code() == 2 && run.err().contains("at least 12 characters"));
    assertThat(CommandRun.of("anonymize", SAMPLE, "-o", out, "--key-file", path("none")).code())
        .isEqualTo(2);
    for (String command : List.of("anonymize", "annotate")) {
      assertThat(CommandRun.of(command, SAMPLE, "-o", path("there.pcapng")))
          .matches(run -> run.code() == 2 && run.err().contains("--force"));
      assertThat(CommandRun.of(command, SAMPLE, "-o", SAMPLE, "--force"))
          .matches(run -> run.code() == 2 && run.err().contains("is an input and stays as it is"));
    }
    assertThat(CommandRun.of("slice", SAMPLE, "-o", out))
        .matches(run -> run.code() == 2 && run.err().contains("say what to keep"));
    assertThat(CommandRun.of("slice", SAMPLE, "-o", out, "--ue", "2001:db8::9"))
        .matches(run -> run.code() == 2 && run.err().contains("no UE '2001:db8::9'"));
    assertThat(CommandRun.of("slice", SAMPLE, "-o", out, "--from", "noon"))
        .matches(run -> run.code() == 2 && run.err().contains("--from wants seconds"));
    assertThat(Path.of(out)).doesNotExist();
    assertThat(folder.resolve("there.pcapng")).hasContent("kept");
  }

  @Test
  void whatIsNoCaptureIsThree() throws IOException {
    Files.writeString(folder.resolve("text"), "no capture at all, but text");
    for (String command : List.of("anonymize", "annotate")) {
      CommandRun run = CommandRun.of(command, path("text"), "-o", path("out.pcapng"));
      assertThat(run.code()).as(run.err()).isEqualTo(3);
      assertThat(run.err()).contains("not a capture");
    }
    CommandRun run =
        CommandRun.of("slice", path("text"), "-o", path("out.pcapng"), "--finding", "K001");
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    assertThat(folder.resolve("out.pcapng")).doesNotExist();
  }

  @Test
  void sliceTakesAFindingAndKeepsComments() throws IOException {
    Path in = told();
    Path out = folder.resolve("part.pcapng");
    CommandRun run =
        CommandRun.of(
            "slice", in.toString(), "-o", out.toString(), "--finding", "K001", "--context", "0");
    assertThat(run.code()).as(run.err()).isZero();
    List<Frame> part = frames(out);
    assertThat(part).isNotEmpty().allMatch(one -> one.options().size() == 2);
    assertThat(part.size()).isLessThan(frames(in).size());
    assertThat(raw(out)).contains("site Alpha", "eth-of-alice").doesNotContain("ikev2_decryption");
    assertThat(CommandRun.of("audit", out.toString(), "--fail-on", "never").out())
        .contains("NEEDLESS_RERUN", "K001");
  }

  @Test
  void sliceByTimeAndOfSeveralCaptures() throws IOException {
    Path out = folder.resolve("part.pcapng");
    CommandRun run =
        CommandRun.of(
            "slice",
            SAMPLE,
            "-o",
            out.toString(),
            "--from",
            "2026-01-01T00:00:00Z",
            "--to",
            "0.05");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(frames(out)).isNotEmpty();
    CommandRun two =
        CommandRun.of(
            "slice",
            SAMPLE,
            CommandRun.sample("no-ike"),
            "-o",
            out.toString(),
            "--force",
            "--finding",
            "K001");
    assertThat(two.code()).as(two.err()).isZero();
    assertThat(frames(out))
        .isSortedAccordingTo((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
  }

  @Test
  void sliceOfNothingIsOne() {
    CommandRun run = CommandRun.of("slice", SAMPLE, "-o", path("out.pcapng"), "--finding", "F99");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("nothing in these captures is what was asked for");
    assertThat(folder.resolve("out.pcapng")).doesNotExist();
  }

  @Test
  void annotateKeepsWhatIsThereAndSecretsOnRequest() throws IOException {
    Path in = told();
    Path out = folder.resolve("annotated.pcapng");
    CommandRun run = CommandRun.of("annotate", in.toString(), "-o", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(raw(out))
        .contains("seen by Alice", "site Alpha", "dumper", "eth-of-alice", "NEEDLESS_RERUN", "K001")
        .doesNotContain("ikev2_decryption");
    assertThat(frames(out))
        .extracting(frame -> frame.data().length)
        .isEqualTo(frames(in).stream().map(frame -> frame.data().length).toList());
    run =
        CommandRun.of("annotate", in.toString(), "-o", out.toString(), "--force", "--keep-secrets");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(raw(out)).contains("ikev2_decryption");
  }

  @Test
  void decodeWritesSectionsAndTheirComments() throws IOException {
    Path in = told();
    Path two = folder.resolve("two.pcapng");
    try (var out = Files.newOutputStream(two)) {
      out.write(Files.readAllBytes(in));
      out.write(Files.readAllBytes(in));
    }
    Path copy = folder.resolve("copy.pcapng");
    CommandRun run = CommandRun.of("decode", two.toString(), "-w", copy.toString(), "-q");
    assertThat(run.code()).as(run.err()).isZero();
    try (CaptureReader reader = CaptureReader.open(copy)) {
      int frames = 0;
      while (reader.next() != null) {
        frames++;
      }
      assertThat(frames).isEqualTo(2 * frames(in).size());
      assertThat(reader.sectionOptions())
          .hasSize(2)
          .allMatch(options -> options.getFirst().text().equals("site Alpha"));
      assertThat(reader.interfaces())
          .extracting(CaptureInterface::name)
          .containsOnly("eth-of-alice")
          .hasSize(2);
      assertThat(reader.otherBlocks()).hasSize(2);
    }
  }

  @Test
  void toolsOfWiresharkReadWhatIsWritten() throws Exception {
    Path in = told();
    assertThat(CommandRun.of("anonymize", in.toString(), "-o", path("a.pcapng")).code()).isZero();
    assertThat(CommandRun.of("annotate", in.toString(), "-o", path("b.pcapng")).code()).isZero();
    assertThat(
            CommandRun.of("slice", in.toString(), "-o", path("c.pcapng"), "--handover", "1").code())
        .isZero();
    for (String file : List.of("a.pcapng", "b.pcapng", "c.pcapng")) {
      assertThat(exitCode("capinfos", path(file))).isZero();
      assertThat(exitCode("editcap", path(file), path("x-" + file))).isZero();
      assertThat(exitCode("tshark", "-r", path(file))).isZero();
      assertThat(frames(folder.resolve("x-" + file))).hasSameSizeAs(frames(folder.resolve(file)));
    }
  }

  private static int exitCode(String... command) throws Exception {
    boolean installed = false;
    for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      installed |= Files.isExecutable(Path.of(place, command[0]));
    }
    assumeTrue(installed, command[0] + " is not installed");
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
