package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.CaptureQuality;

/** A frame is more than a second earlier than one before it in the same file. */
public final class TimeGoesBack extends PatternRule {
  /** The rule. */
  public TimeGoesBack() {
    super(
        new RuleInfo(
            "CAP005",
            "time-goes-back",
            Severity.NOTE,
            "Time goes back by more than a second within a capture.",
            List.of(rfc(6275, "11.8"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (CaptureQuality.StepBack step : context.correlation().observation().quality().steps()) {
      findings.accept(
          finding(
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
              step.frames()));
    }
  }
}
