package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** Prefix length 0 or above 32 (RFC 5555 section 3.1.1: MUST be considered an error). */
public final class Ipv4HomePrefixInvalid extends UpdateRule {
  /** The rule. */
  public Ipv4HomePrefixInvalid() {
    super(
        new RuleInfo(
            "DSM014",
            "ipv4-home-prefix-invalid",
            Severity.ERROR,
            "The prefix length in an IPv4 Home Address option is 0 or greater than 32.",
            List.of(rfc(5555, "3.1.1"))),
        "mip6.ipv4ha.preflen");
  }

  @Override
  @Nullable String message(Case sent) {
    Integer length = sent.update().options().ipv4HomePrefixLength();
    return length != null && (length == 0 || length > 32)
        ? "UE "
            + sent.update().homeAddress()
            + " sent an IPv4 Home Address option with prefix length "
            + length
            + "; a single address has 32."
        : null;
  }
}
