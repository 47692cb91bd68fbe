package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.CaptureQuality;

/** A frame is earlier than one before it in the same file, by more than queues explain. */
public final class TimeGoesBack extends PatternRule {
  /** The rule. */
  public TimeGoesBack() {
    super(
        new RuleInfo(
            "CAP005",
            "time-goes-back",
            Severity.NOTE,
            "Time goes back within a capture.",
            List.of(rfc(6275, "11.8"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    CaptureQuality quality = context.correlation().observation().quality();
    Set<Integer> said = new HashSet<>();
    for (CaptureQuality.StepBack step : quality.steps()) {
      said.add(step.first().capture());
      findings.accept(asItIs(step));
    }
    for (CaptureQuality.SetBack set : quality.setBacks()) {
      if (set.mended()) {
        findings.accept(mended(set));
      } else if (said.add(set.first().capture())) {
        findings.accept(asItIs(new CaptureQuality.StepBack(set.first(), set.backNanos(), 1)));
      }
    }
  }

  private Finding asItIs(CaptureQuality.StepBack step) {
    return finding(
        Confidence.HIGH,
        null,
        new Evidence(step.first(), "frame.time", "the first frame that is too early"),
        List.of(),
        "Times of the capture go back by up to "
            + step.mostNanos() / 1_000_000
            + " ms; latencies and the order of request and answer may be wrong.",
        "most_ms",
        step.mostNanos() / 1_000_000,
        "frames",
        step.frames());
  }

  private Finding mended(CaptureQuality.SetBack set) {
    return finding(
        Confidence.HIGH,
        null,
        new Evidence(set.first(), "frame.time", "the first frame with the new time"),
        List.of(),
        "The clock of the capture was set back by "
            + set.backNanos() / 1_000_000
            + " ms: by its times answers would come before what they answer. The times told here go"
            + " on from the frame before.",
        "back_ms",
        set.backNanos() / 1_000_000);
  }
}
