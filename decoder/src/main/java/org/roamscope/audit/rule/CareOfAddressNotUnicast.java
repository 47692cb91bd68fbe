package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.IpAddress;

/** Multicast, unspecified, loopback or link-local (RFC 6275 section 6.1.7). */
public final class CareOfAddressNotUnicast extends UpdateRule {
  /** The rule. */
  public CareOfAddressNotUnicast() {
    super(
        new RuleInfo(
            "BND024",
            "care-of-address-not-unicast",
            Severity.ERROR,
            "The care-of address is no address that can be routed to one node.",
            List.of(rfc(6275, "6.1.7"))),
        "mip6.bu");
  }

  @Override
  @Nullable String message(Case sent) {
    IpAddress careOf = sent.update().careOfAddress();
    boolean unicast = !careOf.unspecified() && !careOf.multicast() && !local(careOf);
    return unicast || sent.update().lifetimeSeconds() == 0
        ? null
        : "UE "
            + sent.update().homeAddress()
            + " registered care-of address "
            + careOf
            + ", which is no unicast address that can be routed.";
  }

  /** Loopback and link-local addresses. */
  private static boolean local(IpAddress address) {
    if (address.v4()) {
      int first = (int) (address.low() >>> 24 & 0xff);
      int second = (int) (address.low() >>> 16 & 0xff);
      return first == 127 || first == 169 && second == 254;
    }
    return address.high() == 0 && address.low() == 1 || address.high() >>> 54 == 0xfe80L >>> 6;
  }
}
