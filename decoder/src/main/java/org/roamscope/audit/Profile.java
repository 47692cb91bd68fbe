package org.roamscope.audit;

import java.util.Set;
import org.roamscope.field.Clause;

/** Whose text decides where specifications disagree, and what is not asked for at all. */
public enum Profile {
  /** The change request to 3GPP TS 24.303 v0.2.1: NAT Detection only behind a NAT, F says NAT. */
  TS24303("ts24303"),
  /** RFC 5555: NAT Detection in every answer over UDP, F forces UDP, refresh time says NAT. */
  RFC5555("rfc5555"),
  /** Mobile IPv6 of RFC 6275 alone: rules that rest on DSMIPv6 only are silent. */
  RFC6275("rfc6275"),
  /**
   * Mobile IPv6 of RFC 3775, the edition before: likewise, and what RFC 6275 changed is not asked
   * for. The home address as care-of address removes a binding whatever the lifetime (RFC 3775
   * section 9.5.1), and IKEv1 is what keys are made with (RFC 3776).
   */
  RFC3775("rfc3775");

  /** Documents of DSMIPv6. */
  private static final Set<String> DSMIPV6 =
      Set.of("RFC 5555", "RFC 5845", Clause.ts24303("").document());

  /** Rules whose requirement came with RFC 6275 or IKEv2. */
  private static final Set<String> NOT_IN_RFC3775 = Set.of("BND025", "IKE007");

  private final String id;

  Profile(String id) {
    this.id = id;
  }

  /** Spelling on the command line and in reports. */
  public String id() {
    return id;
  }

  /** True when the profile asks for what the rule checks. */
  public boolean covers(RuleInfo rule) {
    return switch (this) {
      case TS24303, RFC5555 -> true;
      case RFC6275 -> mobileIpv6(rule);
      case RFC3775 -> mobileIpv6(rule) && !NOT_IN_RFC3775.contains(rule.id());
    };
  }

  /** It is about keys and movement, or some clause of it is not of DSMIPv6. */
  private static boolean mobileIpv6(RuleInfo rule) {
    return rule.family().equals("K")
        || rule.clauses().stream().anyMatch(clause -> !DSMIPV6.contains(clause.document()));
  }
}
