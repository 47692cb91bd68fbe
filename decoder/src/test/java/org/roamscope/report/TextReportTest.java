package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The text report. Golden files are rewritten with {@code mvn -pl decoder test
 * -Dtest=TextReportTest -Droamscope.rewrite=true}.
 */
class TextReportTest {
  private static final String HOME = "2001:db8:100::a1";
  private static final String A = "2001:db8:a::a1";
  private static final String B = "2001:db8:b::a1";
  private static final long SPI = 0x1111111111111111L;

  private static String text(Report report, int columns) {
    return TextReport.text(report, new TextReport.Terminal(columns, false));
  }

  private static Trace attached() {
    return new Trace().run(A, SPI).update(HOME, A, 1, 150, true).answer(HOME, A, 1, 0, 150, true);
  }

  private static Trace needless() {
    return attached()
        .update(HOME, B, 2, 150, true)
        .answer(HOME, B, 2, 0, 150, true)
        .run(B, SPI + 16);
  }

  @Test
  void needlessRerunAsAWhole() throws IOException {
    golden("needless.txt", text(needless().report(), 100));
  }

  @Test
  void keptSaRefreshesAndReturnAsAWhole() throws IOException {
    Trace trace =
        attached()
            .update(HOME, B, 2, 150, true)
            .update(HOME, B, 3, 150, true)
            .answer(HOME, B, 3, 0, 150, true)
            .use(B, SPI, 2);
    for (int sequence = 4; sequence < 8; sequence++) {
      trace.pause(300).update(HOME, B, sequence, 150, true).answer(HOME, B, sequence, 0, 150, true);
    }
    trace.pause(700).update(HOME, A, 8, 150, true).answer(HOME, A, 8, 130, 0, false);
    golden("kept.txt", text(trace.report(), 80));
  }

  @Test
  void theAnswerComesFirst() {
    assertThat(text(needless().report(), 100))
        .startsWith("Did the keys move with the phone? No, NEEDLESS_RERUN: ")
        .contains("1 UE, 1 handover, 2 IKE SAs; 1 warning.\n")
        .contains("Look first at  warning K001 needless-ike-rerun, frames 7, 8, 9\n");
  }

  @Test
  void nothingToSayIsSaid() {
    assertThat(text(new Trace().report(), 80))
        .startsWith("Nothing to judge: not one packet was read.\n")
        .contains("0 UEs, 0 handovers, 0 IKE SAs; no findings.");
  }

  @Test
  void withoutAMoveThereIsNoAnswer() {
    assertThat(text(attached().report(), 80))
        .startsWith("No handover in what was captured: ")
        .contains("\n1 UE, 0 handovers, 1 IKE SA; no findings.\n");
  }

  @Test
  void damagedInputIsSaidBeforeAnythingElse() {
    String text = text(Trace.report(needless().cutShort("cut.pcap")), 80);
    assertThat(text).startsWith("INCOMPLETE ").contains("Did the keys move with the phone?");
    assertThat(text.indexOf("INCOMPLETE")).isLessThan(text.indexOf("Did the keys"));
  }

  @Test
  void anInputThatIsNoCaptureLeavesAReport() {
    Report report =
        Trace.report(
            new org.roamscope.Analysis.Source.Stream(
                new java.io.ByteArrayInputStream(
                    "hello, world, no capture".getBytes(StandardCharsets.US_ASCII)),
                "letter.txt"));
    assertThat(text(report, 80)).startsWith("INCOMPLETE ").contains("letter.txt");
  }

  @Test
  void framesOfSeveralCapturesNameTheCapture() {
    String text =
        text(Trace.report(new Trace().source("empty.pcap"), needless().source("moved.pcap")), 100);
    assertThat(text)
        .contains("frames 2:7, 2:8, 2:9")
        .contains("frames are capture:frame")
        .contains("  1  empty.pcap\n")
        .contains("  2  moved.pcap\n");
  }

  @Test
  void manyUesComeWithTroubleFirstAndQuietOnesInALine() {
    Trace trace = new Trace();
    for (int i = 0; i < 12; i++) {
      String home = "2001:db8:100::" + Integer.toHexString(0x200 + i);
      String careOf = "2001:db8:a::" + Integer.toHexString(0x200 + i);
      trace.run(careOf, 0x5000 + 16L * i);
      trace.update(home, careOf, 1, 150, true).answer(home, careOf, 1, 0, 150, true);
    }
    String home = "2001:db8:100::20b";
    trace.update(home, B, 2, 150, true).answer(home, B, 2, 0, 150, true).run(B, SPI);
    String text = text(trace.report(), 100);
    assertThat(text).contains("11 UEs without a handover and without a finding:\n");
    assertThat(text.lines().filter(line -> line.startsWith("  UE "))).hasSize(1);
    assertThat(text.lines().filter(line -> line.startsWith("    2001:db8:100::"))).hasSize(11);
    assertThat(text.indexOf("  UE 2001:db8:100::20b"))
        .isLessThan(text.indexOf("    2001:db8:100::200"));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 100, 120})
  void linesKeepToTheWidthAndTokensStayWhole(int columns) {
    String text = text(needless().report(), columns);
    assertThat(text.lines().filter(line -> line.length() > columns)).isEmpty();
    assertThat(text).contains(HOME, A, B, "2023-11-14T22:13:20.000000000Z");
    assertThat(text.lines().filter(line -> line.endsWith(" "))).isEmpty();
  }

  @Test
  void hostileNamesCannotDriveTheTerminal() {
    String name = "a\u001b[2J\u202egnp.\u0007\u009b\u2028\u200b\ud800.pcap";
    String text = text(Trace.report(needless().source(name)), 120);
    assertThat(text)
        .contains("a\\u{1b}[2J\\u{202e}gnp.\\u{7}\\u{9b}\\u{2028}\\u{200b}\\u{d800}.pcap");
    assertThat(text.chars().filter(c -> c != '\n' && (c < ' ' || c > '~'))).isEmpty();
  }

  @Test
  void colourAddsNothingButColour() {
    Report report = needless().report();
    String coloured = TextReport.text(report, new TextReport.Terminal(100, true));
    assertThat(coloured).contains("\033[1;31mNEEDLESS_RERUN\033[0m", "\033[33mwarning\033[0m");
    assertThat(coloured.replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(text(report, 100));
  }

  @Test
  void sameCaptureSameText() {
    assertThat(text(needless().report(), 80)).isEqualTo(text(needless().report(), 80));
  }

  private static void golden(String name, String actual) throws IOException {
    if (Boolean.getBoolean("roamscope.rewrite")) {
      Path folder =
          Path.of(
              Objects.requireNonNull(System.getProperty("roamscope.root")),
              "decoder/src/test/resources/org/roamscope/report");
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), actual);
      return;
    }
    try (InputStream in = TextReportTest.class.getResourceAsStream(name)) {
      String expected =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(actual).isEqualTo(expected.replace("\r\n", "\n"));
    }
  }
}
