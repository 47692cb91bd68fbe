package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
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
  private static final String SAMPLE = CommandRun.sample("needless-rerun-after");

  private static final long MILLI = 1_000_000;
  private static final long DELAY = 5 * MILLI;
  private static final long OFFSET = 3_700 * MILLI;
  private static final double DRIFT = 200e-6;

  /** The liveness check of the UE; odd frames go to the home agent. */
  private static final int LOST = 7;

  @TempDir private Path folder;

  private Path otherPoint(long offset) throws IOException {
    Path other = folder.resolve("ha.pcap");
    try (CaptureReader reader = CaptureReader.open(Path.of(SAMPLE));
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
                  frame.timeNanos() + way + offset + drifted,
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
  void aClockBehindIsSaidWithoutASignAmidTheDigits() throws IOException {
    CommandRun run = CommandRun.of("merge", SAMPLE, otherPoint(-OFFSET).toString());
    assertThat(run.out())
        .containsPattern("Clock 2 is clock 1 minus (3699|3700)\\.\\d{3} ms, within");
  }

  @Test
  void clocksLossAndVerdictOfBothPoints() throws IOException {
    CommandRun run =
        CommandRun.of("merge", "--format", "json", SAMPLE, otherPoint(OFFSET).toString());
    assertThat(run.code()).isZero();
    JsonNode merged = new JsonMapper().readTree(run.out());
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
    CommandRun both =
        CommandRun.of("merge", "--format", "json", SAMPLE, otherPoint(OFFSET).toString());
    assertThat(both.code()).isZero();
    assertThat(schema.validate(new JsonMapper().readTree(both.out()))).isEmpty();
    Path empty = folder.resolve("empty.pcap");
    CaptureWriter.pcapNanos(Files.newOutputStream(empty), LinkType.ETHERNET).close();
    CommandRun one = CommandRun.of("merge", "--format", "json", SAMPLE, empty.toString());
    assertThat(one.code()).isZero();
    assertThat(schema.validate(new JsonMapper().readTree(one.out()))).isEmpty();
  }

  @Test
  void theTextSaysWhatWasLostAndFits() throws IOException {
    CommandRun run = CommandRun.of("merge", SAMPLE, otherPoint(OFFSET).toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("13 messages at both, 1 lost between them")
        .contains("LOST BETWEEN THE POINTS\n  1:7 ")
        .contains("NEEDLESS_RERUN")
        .doesNotContain("NOT CAPTURED BY");
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void refusesWhatItCannotReadTwiceOrWouldOverwrite() throws IOException {
    String other = otherPoint(OFFSET).toString();
    CommandRun piped = CommandRun.of("merge", SAMPLE, "-");
    assertThat(piped.code()).isEqualTo(2);
    assertThat(piped.err()).contains("standard input cannot be read twice");
    CommandRun over = CommandRun.of("merge", SAMPLE, other, "-o", other, "--force");
    assertThat(over.code()).isEqualTo(2);
    assertThat(over.err()).contains("is an input");
    CommandRun gone = CommandRun.of("merge", SAMPLE, folder.resolve("gone.pcap").toString());
    assertThat(gone.code()).isEqualTo(3);
    assertThat(gone.err()).contains("does not exist");
  }
}
