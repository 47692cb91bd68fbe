package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;

/** The command as people type it, over a sample of this project. */
class DecodeCommandTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("roamscope.root", ".."))
          .resolve("samples/captures/needless-rerun-after.pcapng");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private List<String> decode(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "decode";
    all[1] = SAMPLE.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    assertThat(run(all)).as(err.toString()).isZero();
    return out.toString().lines().toList();
  }

  @Test
  void listsPacketsWithBothAddressesOfThePhone() {
    assertThat(decode("-Y", "mip6.mhtype == 5"))
        .containsExactly(
            "    5 1.000000000 2001:db8:a::a1 → 2001:db8:100::1 MIPv6 110 Binding Update"
                + " HoA=2001:db8:100::a1 CoA=2001:db8:a::a1",
            "    9 10.000000000 2001:db8:b::a1 → 2001:db8:100::1 MIPv6 110 Binding Update"
                + " HoA=2001:db8:100::a1 CoA=2001:db8:b::a1 (moved)");
  }

  /** Fields of packets and of the correlation in one expression, in one table. */
  @Test
  void knowsWhatTheAuditFound() {
    assertThat(
            decode(
                "-Y",
                "mipv6 and roam.k_verdict == \"NEEDLESS_RERUN\"",
                "-T",
                "fields",
                "-e",
                "frame.number",
                "-e",
                "roam.ue",
                "-e",
                "roam.response_in",
                "-e",
                "roam.response_to",
                "-e",
                "roam.time",
                "-e",
                "roam.finding",
                "-E",
                "separator=;"))
        .containsExactly("9;2001:db8:100::a1;10;;;", "10;2001:db8:100::a1;;9;0.020000000;K001");
  }

  @Test
  void stopsAtTheCount() {
    assertThat(decode("-c", "3")).hasSize(3);
  }

  @Test
  void aMisspeltFieldIsShownWithTheRightOne() {
    assertThat(run("decode", SAMPLE.toString(), "-Y", "mip6.bu.k_flg == 1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("    mip6.bu.k_flg == 1\n    ^~~~~~~~~~~~~\n")
        .contains("mip6.bu.k_flag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-T fields",
        "-T fields -e no.such.field",
        "-e frame.number",
        "-t never",
        "--columns no,such",
        "-d tcp.port==1,isakmp",
        "-d udp.port==70000,isakmp",
        "-d udp.port==1,smtp",
        "-G nothing"
      })
  void usageIsTwo(String options) {
    List<String> all = new ArrayList<>(List.of("decode", SAMPLE.toString()));
    all.addAll(Arrays.asList(options.split(" ", -1)));
    assertThat(run(all.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).isNotBlank();
  }

  @Test
  void writesWhatMatches() throws IOException {
    Path copy = folder.resolve("copy.pcapng");
    assertThat(decode("-Y", "isakmp", "-w", copy.toString())).isEmpty();
    try (CaptureReader original = CaptureReader.open(SAMPLE);
        CaptureReader written = CaptureReader.open(copy)) {
      List<byte[]> all = new ArrayList<>();
      for (Frame frame = original.next(); frame != null; frame = original.next()) {
        all.add(frame.data());
      }
      int count = 0;
      for (Frame read = written.next(); read != null; read = written.next()) {
        Frame frame = read;
        assertThat(all).anyMatch(octets -> Arrays.equals(octets, frame.data()));
        count++;
      }
      assertThat(count).isEqualTo(10);
    }
    assertThat(run("decode", SAMPLE.toString(), "-w", copy.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--force");
    String own = copy.toString();
    assertThat(run("decode", own, "-w", own, "--force")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("is an input and stays as it is");
    try (var files = Files.list(folder)) {
      assertThat(files).as("no leftovers").containsExactly(copy);
    }
  }

  @Test
  void aCutFileIsShownAsFarAsItGoes() throws IOException {
    byte[] whole = Files.readAllBytes(SAMPLE);
    Path cut = folder.resolve("cut.pcapng");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 100));
    assertThat(run("decode", cut.toString())).isEqualTo(ExitCode.INPUT);
    assertThat(out.toString().lines().count()).isEqualTo(13);
    assertThat(err.toString()).contains("the file ends inside");
    assertThat(run("decode", folder.resolve("none").toString())).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void formsAreTsharks() {
    assertThat(decode("-T", "json", "-c", "1").getFirst()).isEqualTo("[");
    assertThat(decode("-T", "pdml", "-c", "1")).contains("</pdml>");
    assertThat(decode("-T", "psml", "-c", "1")).contains("<section>No.</section>");
    assertThat(decode("-T", "tabs", "-c", "1").getFirst()).contains("\t→\t");
    assertThat(decode("-x", "-c", "1").getFirst()).startsWith("0000  02 00 00 00 00 0b");
    assertThat(decode("-O", "mipv6", "-Y", "frame.number == 5"))
        .contains("        Key Management Mobility Capability (K): Set")
        .noneMatch(line -> line.startsWith("    Source Address"));
  }

  @Test
  void listsFields() {
    assertThat(run("fields", "mip6.bu.*")).isZero();
    assertThat(out.toString()).contains("mip6.bu.k_flag").doesNotContain("mip6.ba");
    assertThat(run("fields", "no.such.*")).isEqualTo(ExitCode.USAGE);
    assertThat(run("decode", "-G", "fields")).isZero();
    assertThat(out.toString())
        .contains("F\tKey Management Mobility Capability (K)\tmip6.bu.k_flag\tFT_BOOLEAN\tmipv6");
    assertThat(out.toString().getBytes(StandardCharsets.UTF_8).length).isGreaterThan(10_000);
  }
}
