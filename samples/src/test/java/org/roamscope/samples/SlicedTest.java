package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.Analysis;
import org.roamscope.Slicing;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import org.roamscope.share.SlicePlan;
import org.roamscope.share.SliceRequest;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Ue;

/** The part of a sample that is taken for something says of it what the sample says. */
class SlicedTest {
  private static final long CONTEXT = 1_000_000_000L;

  @TempDir private Path folder;

  /** Frames of the narrowest part that says everything, of how many. */
  private record Taken(long frames, long of) {}

  private static SliceRequest request(
      Optional<String> finding, Optional<Ue> ue, OptionalInt handover) {
    return new SliceRequest(
        finding, ue, handover, OptionalLong.empty(), OptionalLong.empty(), CONTEXT);
  }

  private Taken slice(Slicing slicing, Report whole, SliceRequest request) throws IOException {
    SlicePlan plan = SlicePlan.of(whole.audit(), request);
    assertThat(plan.isEmpty()).isFalse();
    Path part = folder.resolve("part.pcapng");
    List<String> missing = List.of();
    for (SlicePlan.Width width : SlicePlan.Width.values()) {
      long frames;
      try (CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(part))) {
        frames =
            slicing.copy(
                whole,
                plan,
                width,
                (capture, frame, reader) -> {
                  reader.interfaces().forEach(out::describe);
                  out.write(frame);
                });
      }
      missing = slicing.missing(plan, new Analysis.Source.File(part, "part"));
      if (missing.isEmpty()) {
        return new Taken(frames, whole.captures().getFirst().packets());
      }
    }
    assertThat(missing).isEmpty();
    throw new AssertionError("no part was tried");
  }

  private static Slicing slicing(Path capture) {
    return new Slicing(
        List.of(new Analysis.Source.File(capture, "sample")),
        KeyRing.EMPTY,
        Profile.TS24303,
        () -> false);
  }

  private void everything(Path capture) throws IOException {
    Slicing slicing = slicing(capture);
    Report whole = slicing.audit();
    for (Correlation.History history : whole.audit().correlation().histories()) {
      Optional<Ue> ue = Optional.of(history.ue());
      slice(slicing, whole, request(Optional.empty(), ue, OptionalInt.empty()));
      for (int i = 1; i <= history.movements().size(); i++) {
        slice(slicing, whole, request(Optional.empty(), ue, OptionalInt.of(i)));
      }
    }
    List<Finding> findings = whole.audit().findings();
    for (int i = 0; i < findings.size(); i++) {
      slice(
          slicing,
          whole,
          request(Optional.of("F" + (i + 1)), Optional.empty(), OptionalInt.empty()));
    }
  }

  @TestFactory
  Stream<DynamicTest> thePartSaysWhatTheWholeSays() throws IOException {
    return Samples.all().stream()
        .map(sample -> dynamicTest(sample.page().name(), () -> everything(sample.capture())));
  }

  @Test
  void anEarlyHandoverNeedsNothingLater() throws IOException {
    Path capture = Samples.folder().resolve("captures/ping-pong.pcapng");
    Slicing slicing = slicing(capture);
    Report whole = slicing.audit();
    Optional<Ue> ue =
        whole.audit().correlation().histories().stream().map(Correlation.History::ue).findFirst();
    Taken taken = slice(slicing, whole, request(Optional.empty(), ue, OptionalInt.of(1)));
    assertThat(taken.frames()).isPositive().isLessThan(taken.of());
  }

  /** Frames have the times of their file, evidence those of a clock that goes on. */
  @Test
  void evidenceIsFoundWhereAClockWasSetBack() throws IOException {
    Samples.Sample sample = Samples.named("time-goes-back");
    Report whole = slicing(sample.capture()).audit();
    SlicePlan plan =
        SlicePlan.of(whole.audit(), request(Optional.empty(), Optional.empty(), OptionalInt.of(1)));
    List<At> there =
        sample.frames().stream()
            .map(frame -> new At(0, frame.number(), frame.timeNanos()))
            .toList();
    assertThat(plan.gone(there.stream())).isEmpty();
    assertThat(plan.gone(there.stream().skip(there.size() - 1))).isNotEmpty();
  }

  @Test
  void whatIsNotThereIsAnEmptyPlan() {
    List<SlicePlan> plans = new ArrayList<>();
    Report whole = slicing(Samples.folder().resolve("captures/k-honoured.pcapng")).audit();
    for (String name : List.of("F99", "NO_RULE")) {
      plans.add(
          SlicePlan.of(
              whole.audit(), request(Optional.of(name), Optional.empty(), OptionalInt.empty())));
    }
    assertThat(plans).allMatch(SlicePlan::isEmpty);
  }
}
