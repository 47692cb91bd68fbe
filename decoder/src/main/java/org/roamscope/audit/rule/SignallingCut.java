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

/** The snapshot length was shorter than a signalling frame. */
public final class SignallingCut extends PatternRule {
  /** The rule. */
  public SignallingCut() {
    super(
        new RuleInfo(
            "CAP004",
            "signalling-cut",
            Severity.NOTE,
            "The capture left out octets of signalling messages.",
            List.of(rfc(6275, "9.2"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (CaptureQuality.Cut cut : context.correlation().observation().quality().cuts()) {
      findings.accept(
          finding(
              Confidence.HIGH,
              null,
              new Evidence(cut.first(), "frame.cap_len", "the first of them"),
              List.of(),
              cut.frames()
                  + " frames with signalling are longer on the wire than in the capture;"
                  + " options and checksums in what is missing were not looked at.",
              "frames",
              cut.frames()));
    }
  }
}
