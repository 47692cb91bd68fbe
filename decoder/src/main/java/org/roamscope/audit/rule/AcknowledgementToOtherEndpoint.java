package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Access;
import org.roamscope.track.Event;
import org.roamscope.track.Path;

/** Address or port that no update of the series came from (RFC 5555 sections 4.2 and 4.5: MUST). */
public final class AcknowledgementToOtherEndpoint extends TransactionRule {
  /** The rule. */
  public AcknowledgementToOtherEndpoint() {
    super(
        new RuleInfo(
            "DSM011",
            "ba-to-other-endpoint",
            Severity.ERROR,
            "The acknowledgement over UDP went to another address or port than the update came"
                + " from.",
            List.of(rfc(5555, "4.2"), rfc(5555, "4.5"))),
        "mip6.ba");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean elsewhere =
        pair.update().access() == Access.UDP_IPV4
            && pair.answer().access() == Access.UDP_IPV4
            && !from(pair.update(), pair.answer().path())
            && pair.registration().updates().stream()
                .noneMatch(sent -> from(sent, pair.answer().path()));
    return elsewhere
        ? "The home agent answered UE "
            + pair.update().homeAddress()
            + " at "
            + pair.answer().path().destination()
            + " port "
            + pair.answer().path().destinationPort()
            + "; its Binding Update came from "
            + pair.update().path().source()
            + " port "
            + pair.update().path().sourcePort()
            + "."
        : null;
  }

  private static boolean from(Event.BindingUpdate sent, Path back) {
    return sent.path().source().equals(back.destination())
        && sent.path().sourcePort() == back.destinationPort();
  }
}
