package org.roamscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.compare.Clock;
import org.roamscope.compare.TwoPoints;
import org.roamscope.compare.TwoPoints.Reason;
import org.roamscope.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Captures of a UE and of its home agent, recorded at once, laid over each other; {@link Lab}. */
class MergingTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long MILLISECOND = 1_000_000;

  private static Analysis.Source file(Path path) {
    return new Analysis.Source.File(path, path.getFileName().toString());
  }

  private static Merging.Result merge(JsonNode expected, LongUnaryOperator clockOfUe) {
    Path agent = Lab.folder().resolve(expected.get("capture").asString());
    Path ue = Lab.folder().resolve(expected.get("other_point").asString());
    return Merging.run(
        new Analysis.Source.Corrected(file(ue), clockOfUe, new BitSet()),
        file(agent),
        Lab.keys(agent),
        Profile.TS24303,
        "test",
        (name, bytes, frames) -> {},
        () -> false);
  }

  private interface Check {
    void of(JsonNode expected);
  }

  private static Stream<DynamicTest> pairs(Check check) throws IOException {
    return Lab.files("expected").stream()
        .map(JSON::readTree)
        .filter(expected -> expected.hasNonNull("other_point"))
        .map(expected ->
            DynamicTest.dynamicTest(expected.get("capture").asString(), () -> check.of(expected)));
  }

  private static JsonNode truth(JsonNode expected) {
    String name = Path.of(expected.get("capture").asString()).getFileName().toString();
    String truth = name.substring(0, name.indexOf('.')) + ".json";
    return JSON.readTree(Lab.folder().resolve("truth").resolve(truth).toFile());
  }

  /** The truth names the frames of every BU and BA at both points. */
  @TestFactory
  Stream<DynamicTest> everyTransactionIsMatchedAsTheTruthSays() throws IOException {
    return pairs(expected -> {
      JsonNode truth = truth(expected);
      TwoPoints points = merge(expected, LongUnaryOperator.identity()).points();
      List<String> found = new ArrayList<>();
      points
          .matched()
          .forEach(
              match -> found.add(match.first().at().frame() + " " + match.second().at().frame()));
      for (JsonNode transaction : truth.get("transactions")) {
        for (String message : List.of("bu", "ba")) {
          JsonNode ue = transaction.get(message + "_frames_ue");
          JsonNode agent = transaction.get(message + "_frames_ha");
          if (ue.size() == 1 && agent.size() == 1) {
            assertThat(found).contains(ue.get(0).asInt() + " " + agent.get(0).asInt());
          }
          if (ue.size() == 1 && agent.isEmpty()) {
            assertThat(points.alone())
                .anyMatch(alone ->
                    alone.sighting().at().capture() == 0
                        && alone.sighting().at().frame() == ue.get(0).asInt()
                        && alone.reason() == Reason.LOST);
          }
        }
      }
      assertThat(found).isNotEmpty();
    });
  }

  /**
   * The truth names the frames of every IKE SA at both points; no NAT changes an IKE message, so
   * its octets say which frame is which.
   */
  @TestFactory
  Stream<DynamicTest> everyIkeMessageIsMatchedAsItsOctetsSay() throws IOException {
    return pairs(expected -> {
      Path agent = Lab.folder().resolve(expected.get("capture").asString());
      Path ue = Lab.folder().resolve(expected.get("other_point").asString());
      List<byte[]> agents = frames(agent);
      List<byte[]> ues = frames(ue);
      TwoPoints points = merge(expected, LongUnaryOperator.identity()).points();
      Map<Integer, Integer> found =
          points.matched().stream()
              .collect(
                  Collectors.toMap(
                      match -> match.first().at().frame(), match -> match.second().at().frame()));
      Set<Integer> alone =
          points.alone().stream()
              .filter(one -> one.sighting().at().capture() == 0)
              .map(one -> one.sighting().at().frame())
              .collect(Collectors.toSet());
      int compared = 0;
      for (JsonNode sa : truth(expected).get("ike_sas")) {
        byte[] spi = HexFormat.of().parseHex(sa.get("spi_i").asString());
        Map<String, List<Integer>> atUe = messages(sa.get("frames_ue"), ues, spi);
        Map<String, List<Integer>> atAgent = messages(sa.get("frames_ha"), agents, spi);
        for (Map.Entry<String, List<Integer>> message : atUe.entrySet()) {
          List<Integer> here = message.getValue();
          List<Integer> there = atAgent.getOrDefault(message.getKey(), List.of());
          if (here.size() == there.size()) {
            assertThat(here.stream().map(found::get)).containsExactlyElementsOf(there);
          } else if (there.isEmpty()) {
            assertThat(alone).containsAll(here);
          } else {
            assertThat(here.stream().map(found::get).filter(Objects::nonNull))
                .containsExactlyElementsOf(there);
          }
          compared++;
        }
      }
      assertThat(compared).isPositive();
    });
  }

  private static List<byte[]> frames(Path file) {
    List<byte[]> frames = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame.data());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return frames;
  }

  /** Frames of a point by the octets of an IKE message; those of IP fragments without its start. */
  private static Map<String, List<Integer>> messages(
      JsonNode numbers, List<byte[]> frames, byte[] spi) {
    Map<String, List<Integer>> messages = new LinkedHashMap<>();
    String start = new String(spi, StandardCharsets.ISO_8859_1);
    for (JsonNode number : numbers) {
      byte[] frame = frames.get(number.asInt() - 1);
      String octets = new String(frame, StandardCharsets.ISO_8859_1);
      int at = octets.indexOf(start);
      if (at >= 0) {
        messages
            .computeIfAbsent(octets.substring(at), key -> new ArrayList<>())
            .add(number.asInt());
      }
    }
    return messages;
  }

  /** Both points of the lab are one machine: what a test adds is all that the clocks are apart. */
  @TestFactory
  Stream<DynamicTest> injectedOffsetAndDriftAreRecoveredWithinAMillisecond() throws IOException {
    return pairs(expected -> {
      for (double drift : new double[] {0, 0.0005, -0.0001}) {
        for (long offset : new long[] {3_700_000_000L, -3_600_000_000_000L}) {
          long start = 1_795_474_664_000_000_000L;
          LongUnaryOperator wrong = time -> time + offset + Math.round(drift * (time - start));
          TwoPoints right = merge(expected, LongUnaryOperator.identity()).points();
          TwoPoints points = merge(expected, wrong).points();
          assertThat(points.matched()).hasSameSizeAs(right.matched());
          Clock clock = points.clock().orElseThrow();
          assertThat(clock.stepped()).isFalse();
          for (int i = 0; i < points.matched().size(); i++) {
            long truth = right.matched().get(i).first().at().timeNanos();
            long corrected = clock.corrected(points.matched().get(i).first().at().timeNanos());
            assertThat(corrected - truth).isBetween(-MILLISECOND, MILLISECOND);
          }
        }
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> mergedAuditSaysWhatTheHomeAgentsSideSays() throws IOException {
    return pairs(expected -> {
      Path agent = Lab.folder().resolve(expected.get("capture").asString());
      Report alone =
          Analysis.run(
              List.of(file(agent)),
              Lab.keys(agent),
              Profile.TS24303,
              "test",
              (name, bytes, frames) -> {},
              () -> false);
      Report merged = merge(expected, time -> time + 5_000_000_000L).report();
      assertThat(verdicts(merged)).as(agent.toString()).isEqualTo(verdicts(alone));
    });
  }

  private static List<String> verdicts(Report report) {
    return report.audit().handovers().stream().map(handover -> handover.verdict().name()).toList();
  }
}
