package org.roamscope.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.roamscope.audit.rule.BaNotOverUdp;
import org.roamscope.audit.rule.BaWithoutHomeAddress;
import org.roamscope.audit.rule.BindingExpired;
import org.roamscope.audit.rule.BindingRefused;
import org.roamscope.audit.rule.DeregistrationRefused;
import org.roamscope.audit.rule.IkeDeletedAtHome;
import org.roamscope.audit.rule.IkeRerunAvoidable;
import org.roamscope.audit.rule.IkeRerunWithoutBindingUpdate;
import org.roamscope.audit.rule.Ipv4AddressAckMissing;
import org.roamscope.audit.rule.KRefused;
import org.roamscope.audit.rule.KToCorrespondentNode;
import org.roamscope.audit.rule.KUnsolicited;
import org.roamscope.audit.rule.KWithManualKeying;
import org.roamscope.audit.rule.NatDenied;
import org.roamscope.audit.rule.NatDetectionAbsentWithoutNat;
import org.roamscope.audit.rule.NatDetectionFClear;
import org.roamscope.audit.rule.NatDetectionMissing;
import org.roamscope.audit.rule.NatDetectionWithoutNat;
import org.roamscope.audit.rule.NeedlessIkeRerun;
import org.roamscope.audit.rule.SaKeptWithoutK;
import org.roamscope.audit.rule.StaleHomeAgentEndpoint;
import org.roamscope.audit.rule.StaleUeEndpoint;
import org.roamscope.audit.rule.UnprotectedBindingUpdate;

/** Every rule, in the order of the ids. */
public final class RuleCatalog {
  private static final List<Rule> RULES =
      List.of(
          new NeedlessIkeRerun(),
          new IkeRerunAvoidable(),
          new KRefused(),
          new KUnsolicited(),
          new SaKeptWithoutK(),
          new StaleHomeAgentEndpoint(),
          new StaleUeEndpoint(),
          new KWithManualKeying(),
          new KToCorrespondentNode(),
          new IkeRerunWithoutBindingUpdate(),
          new IkeDeletedAtHome(),
          new NatDetectionMissing(),
          new NatDetectionFClear(),
          new NatDetectionWithoutNat(),
          new Ipv4AddressAckMissing(),
          new BaNotOverUdp(),
          new BaWithoutHomeAddress(),
          new NatDetectionAbsentWithoutNat(),
          new NatDenied(),
          new UnprotectedBindingUpdate(),
          new DeregistrationRefused(),
          new BindingRefused(),
          new BindingExpired());

  private RuleCatalog() {}

  /** All rules. */
  public static List<Rule> all() {
    return RULES;
  }

  /** The rule with an id or name, in any case. */
  public static Optional<RuleInfo> find(String idOrName) {
    String wanted = idOrName.toLowerCase(Locale.ROOT);
    return RULES.stream()
        .map(Rule::info)
        .filter(
            info -> info.id().toLowerCase(Locale.ROOT).equals(wanted) || info.name().equals(wanted))
        .findFirst();
  }
}
