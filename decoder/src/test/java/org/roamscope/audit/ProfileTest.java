package org.roamscope.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Observation;

class ProfileTest {
  private static List<String> silent(Profile profile) {
    return RuleCatalog.all().stream()
        .map(Rule::info)
        .filter(rule -> !profile.covers(rule))
        .map(RuleInfo::id)
        .sorted()
        .toList();
  }

  @Test
  void dsmipv6AsksForEverything() {
    assertThat(silent(Profile.TS24303)).isEmpty();
    assertThat(silent(Profile.RFC5555)).isEmpty();
  }

  /** The routing header and ESP are asked for by Mobile IPv6 itself, NAT detection is not. */
  @Test
  void mobileIpv6AloneKnowsNoNat() {
    assertThat(silent(Profile.RFC6275))
        .contains("DSM001", "DSM002", "DSM004", "DSM005", "DSM007")
        .doesNotContain("DSM006", "DSM009", "BND025")
        .noneMatch(id -> id.startsWith("K"));
  }

  @Test
  void theFormerEditionAsksForLess() {
    assertThat(silent(Profile.RFC3775))
        .containsAll(silent(Profile.RFC6275))
        .contains("BND025", "IKE007");
  }

  private static Finding finding(Severity severity, Confidence confidence) {
    return new Finding(
        RuleCatalog.find("K001").orElseThrow(),
        severity,
        confidence,
        null,
        new Evidence(new At(0, 1, 0), "", ""),
        List.of(),
        "message",
        Map.of());
  }

  @Test
  void strictMakesErrorsOfWarnings() {
    assertThat(Strictness.STRICT.weigh(finding(Severity.WARNING, Confidence.LOW)))
        .isEqualTo(Severity.ERROR);
    assertThat(Strictness.STRICT.weigh(finding(Severity.NOTE, Confidence.HIGH)))
        .isEqualTo(Severity.NOTE);
  }

  @Test
  void forensicMakesNotesOfWhatIsNotProven() {
    assertThat(Strictness.FORENSIC.weigh(finding(Severity.ERROR, Confidence.MEDIUM)))
        .isEqualTo(Severity.NOTE);
    assertThat(Strictness.FORENSIC.weigh(finding(Severity.ERROR, Confidence.HIGH)))
        .isEqualTo(Severity.ERROR);
    assertThat(Strictness.FORENSIC.weigh(finding(Severity.CHAT, Confidence.LOW)))
        .isEqualTo(Severity.CHAT);
  }

  /** A severity that was given to a rule goes before strictness. */
  @Test
  void anOwnSeverityGoesFirst() {
    Policy policy =
        new Policy(
            Set.of(),
            Set.of(),
            Strictness.STRICT,
            Map.of("K001", Severity.NOTE),
            Set.of(),
            List.of());
    Signalling signalling = new Signalling();
    Audit audit =
        new Audit(
            Profile.TS24303,
            Correlation.of(signalling.tracker(), new Observation(0, 1, true)),
            List.of(),
            List.of(finding(Severity.WARNING, Confidence.HIGH)),
            List.of(),
            Strictness.REGULAR);
    assertThat(policy.apply(audit).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.NOTE);
  }
}
