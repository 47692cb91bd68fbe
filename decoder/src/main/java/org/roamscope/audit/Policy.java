package org.roamscope.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * Which findings count, and how much. It never changes a verdict.
 *
 * @param select ids of the rules that count; empty for all
 * @param ignore ids of rules that do not count
 * @param strictness how hard findings are weighed
 * @param severities severity by rule id, where it is not that of the rule
 * @param baseline findings that were there before
 * @param suppressions findings that somebody gave a reason for
 */
public record Policy(
    Set<String> select,
    Set<String> ignore,
    Strictness strictness,
    Map<String, Severity> severities,
    Set<Fingerprint> baseline,
    List<Suppression> suppressions) {
  /** Every finding counts as it is. */
  public static final Policy NONE =
      new Policy(Set.of(), Set.of(), Strictness.REGULAR, Map.of(), Set.of(), List.of());

  /**
   * Findings of rules, of one UE or of any.
   *
   * @param rules ids of the rules
   * @param ue home address, or null for any UE and for findings about none
   * @param reason why they do not count
   */
  public record Suppression(Set<String> rules, @Nullable IpAddress ue, String reason) {
    private boolean covers(Finding finding) {
      return rules.contains(finding.rule().id()) && (ue == null || ue.equals(finding.ue()));
    }
  }

  /** The audit with the findings that count; the others are in {@link Audit#suppressed()}. */
  public Audit apply(Audit audit) {
    // Without a baseline none is looked for.
    Fingerprints fingerprints =
        new Fingerprints(baseline.isEmpty() ? List.of() : audit.handovers());
    List<Finding> findings = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>(audit.suppressed());
    for (Finding found : audit.findings()) {
      Finding finding = weighed(found);
      suppressed(finding, fingerprints)
          .ifPresentOrElse(suppressed::add, () -> findings.add(finding));
    }
    return new Audit(
        audit.profile(),
        audit.correlation(),
        audit.handovers(),
        List.copyOf(findings),
        List.copyOf(suppressed),
        strictness);
  }

  private Finding weighed(Finding finding) {
    Severity own = severities.get(finding.rule().id());
    Severity severity = own == null ? strictness.weigh(finding) : own;
    return severity == finding.severity()
        ? finding
        : new Finding(
            finding.rule(),
            severity,
            finding.confidence(),
            finding.ue(),
            finding.primary(),
            finding.related(),
            finding.message(),
            finding.arguments());
  }

  private Optional<Suppressed> suppressed(Finding finding, Fingerprints fingerprints) {
    String rule = finding.rule().id();
    if (!select.isEmpty() && !select.contains(rule)) {
      return Optional.of(new Suppressed(finding, Suppressed.By.SELECT, ""));
    }
    if (ignore.contains(rule)) {
      return Optional.of(new Suppressed(finding, Suppressed.By.IGNORE, ""));
    }
    for (Suppression suppression : suppressions) {
      if (suppression.covers(finding)) {
        return Optional.of(
            new Suppressed(finding, Suppressed.By.CONFIGURATION, suppression.reason()));
      }
    }
    return baseline.contains(fingerprints.of(finding))
        ? Optional.of(new Suppressed(finding, Suppressed.By.BASELINE, ""))
        : Optional.empty();
  }
}
