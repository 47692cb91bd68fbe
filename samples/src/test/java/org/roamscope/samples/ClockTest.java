package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.Analysis;
import org.roamscope.KeptStream;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Verdict;
import org.roamscope.capture.Frame;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import org.roamscope.track.EventWindow;

/** Clocks that are set back while a capture runs, and files that only look like it. */
class ClockTest {
  private static final long SECOND = 1_000_000_000L;

  /** The clock is set back before the frame of that index. */
  private static List<Frame> setBack(List<Frame> frames, int before, long nanos) {
    List<Frame> changed = new ArrayList<>();
    for (Frame frame : frames) {
      long time = frame.timeNanos() - (changed.size() >= before ? nanos : 0);
      changed.add(Samples.at(frame, changed.size() + 1, time));
    }
    return changed;
  }

  private static List<Verdict> verdicts(Report report) {
    return report.audit().handovers().stream().map(Handover::verdict).toList();
  }

  private static List<Finding> goesBack(Report report) {
    return report.audit().findings().stream()
        .filter(finding -> finding.rule().id().equals("CAP005"))
        .toList();
  }

  /**
   * Wherever a clock is set back, no verdict that the times alone would give is told as certain.
   */
  @TestFactory
  Stream<DynamicTest> noStepMakesAFalseVerdictCertain() throws IOException {
    return Stream.of(
            "k-honoured",
            "needless-rerun-after",
            "k-refused",
            "rerun-avoidable",
            "sa-kept-without-k")
        .map(name ->
            dynamicTest(
                name,
                () -> {
                  Samples.Sample sample = Samples.named(name);
                  List<Frame> frames = sample.frames();
                  List<Verdict> right = verdicts(Samples.audit(sample.capture(), Profile.TS24303));
                  for (int before = 1; before < frames.size(); before++) {
                    for (long back :
                        new long[] {SECOND / 2, 5 * SECOND, 15 * SECOND, 3600 * SECOND}) {
                      List<Frame> changed = setBack(frames, before, back);
                      long step =
                          frames.get(before - 1).timeNanos() - changed.get(before).timeNanos();
                      Report report = Samples.audit(ScenarioMain.capture(changed));
                      if (step > SECOND) {
                        assertThat(goesBack(report)).as("%d %d", before, back).hasSize(1);
                      }
                      if (step > 0 && !verdicts(report).equals(right)) {
                        assertThat(report.audit().handovers())
                            .as("%d %d", before, back)
                            .noneMatch(one ->
                                one.confidence() == Confidence.HIGH
                                    && !right.contains(one.verdict()));
                      }
                    }
                  }
                }));
  }

  private static Report audit(Analysis.Source source) {
    return Analysis.run(
        List.of(source),
        KeyRing.EMPTY,
        Profile.TS24303,
        "test",
        (name, bytes, frames) -> {},
        () -> false);
  }

  /** A long pipe cannot be read a second time: its times are believed, and less sure. */
  @Test
  void aPipeIsBelievedLessSurely() throws IOException {
    byte[] capture = ScenarioMain.capture(Samples.named("time-goes-back").frames());
    Report file = Samples.audit(capture);
    assertThat(verdicts(file)).containsExactly(Verdict.K_HONOURED);
    assertThat(file.audit().handovers().getFirst().confidence()).isEqualTo(Confidence.HIGH);
    assertThat(goesBack(file).getFirst().message()).startsWith("The clock of the capture was set");
    KeptStream kept = new KeptStream(() -> new ByteArrayInputStream(capture));
    assertThat(verdicts(audit(new Analysis.Source.Kept(kept, "short pipe"))))
        .isEqualTo(verdicts(file));
    Report pipe = audit(new Analysis.Source.Stream(new ByteArrayInputStream(capture), "long pipe"));
    assertThat(pipe.audit().handovers()).noneMatch(one -> one.confidence() == Confidence.HIGH);
    assertThat(goesBack(pipe).getFirst().message()).startsWith("Times of the capture go back");
  }

  /** What goes on while it is looked at comes in the order in which it is captured. */
  @Test
  void aWatchGoesOn() throws IOException {
    byte[] capture = ScenarioMain.capture(Samples.named("time-goes-back").frames());
    Report report =
        Analysis.watch(
            new Analysis.Source.Stream(new ByteArrayInputStream(capture), "watch"),
            KeyRing.EMPTY,
            Profile.TS24303,
            "test",
            new EventWindow(100),
            new Analysis.Watch() {
              @Override
              public boolean due() {
                return false;
              }

              @Override
              public void soFar(Report soFar, boolean shortened) {}
            },
            () -> false);
    assertThat(verdicts(report)).containsExactly(Verdict.K_HONOURED);
    assertThat(goesBack(report).getFirst().message())
        .startsWith("The clock of the capture was set");
  }

  /** Two files that were joined without sorting: the times are right. */
  @Test
  void joinedFilesAreInTheOrderOfTheirTimes() throws IOException {
    for (String name : List.of("k-honoured", "needless-rerun-after", "stale-home-agent-endpoint")) {
      Samples.Sample sample = Samples.named(name);
      List<Frame> joined = new ArrayList<>();
      for (int rest = 0; rest < 2; rest++) {
        for (Frame frame : sample.frames()) {
          if (frame.number() % 2 == rest) {
            joined.add(Samples.at(frame, joined.size() + 1, frame.timeNanos()));
          }
        }
      }
      Report right = Samples.audit(sample.capture(), Profile.TS24303);
      Report report = Samples.audit(ScenarioMain.capture(joined));
      assertThat(verdicts(report)).as(name).isEqualTo(verdicts(right));
      assertThat(report.audit().handovers().getFirst().confidence())
          .as(name)
          .isEqualTo(right.audit().handovers().getFirst().confidence());
      assertThat(goesBack(report).getFirst().message()).startsWith("Times of the capture go back");
    }
  }
}
