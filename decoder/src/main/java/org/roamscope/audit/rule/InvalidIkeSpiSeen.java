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
import org.roamscope.bytes.Hex;
import org.roamscope.track.IkeTracker;

/** An unprotected INVALID_IKE_SPI. */
public final class InvalidIkeSpiSeen extends PatternRule {
  /** The rule. */
  public InvalidIkeSpiSeen() {
    super(
        new RuleInfo(
            "IKE005",
            "invalid-ike-spi",
            Severity.NOTE,
            "A peer says that it does not know an IKE SA.",
            List.of(rfc(7296, "2.21.4"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (IkeTracker.InvalidSpi report : context.correlation().tracker().ike().invalidSpis()) {
      findings.accept(
          finding(
              Confidence.MEDIUM,
              null,
              new Evidence(report.at(), "isakmp.notify.msgtype", "INVALID_IKE_SPI"),
              List.of(),
              report.sender()
                  + " told "
                  + report.receiver()
                  + " that it does not know IKE SA "
                  + Hex.spi64(report.initiatorSpi())
                  + "/"
                  + Hex.spi64(report.responderSpi())
                  + ".",
              "sender",
              report.sender()));
    }
  }
}
