package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Access;
import org.roamscope.track.Event;

/** Destination of the answer and source of the update differ (RFC 6275 section 9.5.4: MUST). */
public final class AcknowledgementToOtherAddress extends TransactionRule {
  /** The rule. */
  public AcknowledgementToOtherAddress() {
    super(
        new RuleInfo(
            "BND026",
            "ba-to-other-address",
            Severity.ERROR,
            "The acknowledgement went to another IPv6 address than the one the update came from.",
            List.of(rfc(6275, "9.5.4"))),
        "mip6.ba");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean elsewhere =
        pair.update().access() == Access.IPV6
            && pair.answer().access() == Access.IPV6
            && !from(pair.update(), pair.answer().path().destination())
            && pair.registration().updates().stream()
                .noneMatch(sent -> from(sent, pair.answer().path().destination()));
    return elsewhere
        ? "The home agent answered UE "
            + pair.update().homeAddress()
            + " at "
            + pair.answer().path().destination()
            + "; the Binding Update came from "
            + pair.update().path().source()
            + "."
        : null;
  }

  private static boolean from(Event.BindingUpdate sent, IpAddress address) {
    return sent.path().source().equals(address) || sent.careOfAddress().equals(address);
  }
}
