package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.LinkType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample is one point; the other is made of it: later, on another clock, without a packet. */
class MergeCommandTest {
  private static final Path SAMPLE =
      Path.of(
          System.getProperty("roamscope.root", ".."),
          "samples/captures/needless-rerun-after.pcapng");

  private static final long MILLI = 1_000_000;
  private static final long DELAY = 5 * MILLI;
  private static final long OFFSET = 3_700 * MILLI;
  private static final double DRIFT = 200e-6;

  /** The liveness check of the UE; odd frames go to the home agent. */
  private static final int LOST = 7;

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

  private Path otherPoint() throws IOException {
    Path other = folder.resolve("ha.pcap");
    try (CaptureReader reader = CaptureReader.open(SAMPLE);
        CaptureWriter writer =
            CaptureWriter.pcapNanos(Files.newOutputStream(other), LinkType.ETHERNET)) {
      long first = Long.MIN_VALUE;
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        first = first == Long.MIN_VALUE ? frame.timeNanos() : first;
        long way = frame.number() % 2 == 1 ? DELAY : -DELAY;
        long drifted = Math.round(DRIFT * (frame.timeNanos() - first));
        if (frame.number() != LOST) {
          writer.write(
              new Frame(
                  frame.number(),
                  frame.timeNanos() + way + OFFSET + drifted,
                  frame.linkType(),
                  0,
                  frame.originalLength(),
                  frame.data(),
                  frame.options()));
        }
      }
    }
    return other;
  }

  @Test
  void clocksLossAndVerdictOfBothPoints() throws IOException {
    assertThat(run("merge", "--format", "json", SAMPLE.toString(), otherPoint().toString()))
        .isZero();
    JsonNode merged = new JsonMapper().readTree(out.toString());
    assertThat(merged.path("matched").asInt()).isEqualTo(13);
    assertThat(merged.path("alone").size()).isOne();
    JsonNode lost = merged.path("alone").path(0);
    assertThat(lost.path("reason").asString()).isEqualTo("lost");
    assertThat(lost.path("frame").asInt()).isEqualTo(LOST);
    JsonNode clock = merged.path("clocks").path(0);
    assertThat(merged.path("clocks").size()).isOne();
    assertThat(clock.path("basis").asString()).isEqualTo("both");
    assertThat(clock.path("offset_ms").asDouble()).isCloseTo(3700, within(1.0));
    assertThat(clock.path("drift_ppm").asDouble()).isCloseTo(200, within(100.0));
    assertThat(merged.path("delay_to_home_agent").path("p50_ms").asDouble())
        .isCloseTo(5, within(1.0));
    JsonNode audit = merged.path("audit");
    assertThat(audit.path("summary").path("verdicts").path("NEEDLESS_RERUN").asInt()).isOne();
    assertThat(audit.path("ues").size()).isOne();
    assertThat(audit.path("ike_sas").size()).isEqualTo(2);
  }

  @Test
  void jsonIsWhatTheSchemaSays() throws IOException {
    Path file =
        Path.of(System.getProperty("roamscope.root", ".."), "docs/reference/points.schema.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new JsonMapper().readTree(Files.readString(file)));
    assertThat(run("merge", "--format", "json", SAMPLE.toString(), otherPoint().toString()))
        .isZero();
    assertThat(schema.validate(new JsonMapper().readTree(out.toString()))).isEmpty();
    Path empty = folder.resolve("empty.pcap");
    CaptureWriter.pcapNanos(Files.newOutputStream(empty), LinkType.ETHERNET).close();
    assertThat(run("merge", "--format", "json", SAMPLE.toString(), empty.toString())).isZero();
    assertThat(schema.validate(new JsonMapper().readTree(out.toString()))).isEmpty();
  }

  @Test
  void theTextSaysWhatWasLostAndFits() throws IOException {
    assertThat(run("merge", SAMPLE.toString(), otherPoint().toString())).isZero();
    assertThat(out.toString())
        .contains("13 messages at both, 1 lost between them")
        .contains("LOST BETWEEN THE POINTS\n  1:7 ")
        .contains("NEEDLESS_RERUN")
        .doesNotContain("NOT CAPTURED BY");
    assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void refusesWhatItCannotReadTwiceOrWouldOverwrite() throws IOException {
    String other = otherPoint().toString();
    assertThat(run("merge", SAMPLE.toString(), "-")).isEqualTo(2);
    assertThat(err.toString()).contains("standard input cannot be read twice");
    assertThat(run("merge", SAMPLE.toString(), other, "-o", other, "--force")).isEqualTo(2);
    assertThat(err.toString()).contains("is an input");
    assertThat(run("merge", SAMPLE.toString(), folder.resolve("gone.pcap").toString()))
        .isEqualTo(3);
    assertThat(err.toString()).contains("does not exist");
  }
}
