package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Access;

/** BU over UDP/IPv4, BA not. */
public final class BaNotOverUdp extends TransactionRule {
  /** The rule. */
  public BaNotOverUdp() {
    super(
        new RuleInfo(
            "DSM005",
            "ba-not-over-udp",
            Severity.ERROR,
            "The Binding Update came over UDP and IPv4, the acknowledgement went another way.",
            List.of(ts24303("5.2.3"), rfc(5555, "4.2"))),
        "mip6.ba");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean another =
        pair.update().access() == Access.UDP_IPV4 && pair.answer().access() != Access.UDP_IPV4;
    return another
        ? "The Binding Update of UE "
            + pair.update().homeAddress()
            + " came over UDP and IPv4; its acknowledgement did not go the same way, a NAT will not"
            + " let it through."
        : null;
  }
}
