package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** Option 30 without option 29 (RFC 5555 section 4.2: only included if). */
public final class Ipv4AddressAckUnasked extends TransactionRule {
  /** The rule. */
  public Ipv4AddressAckUnasked() {
    super(
        new RuleInfo(
            "DSM015",
            "ipv4-address-ack-unasked",
            Severity.WARNING,
            "The acknowledgement has an IPv4 Address Acknowledgement option and no IPv4 home"
                + " address was asked for.",
            List.of(rfc(5555, "4.2"))),
        "mip6.ba");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean unasked =
        pair.answer().ipv4() != null
            && pair.update().ipv4().homeAddress() == null
            && !pair.update().options().has(OptionTypes.BINDING_IDENTIFIER);
    return unasked
        ? "The home agent gave UE "
            + pair.update().homeAddress()
            + " an IPv4 Address Acknowledgement option although it asked for no IPv4 home address."
        : null;
  }
}
