package org.roamscope.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Distribution;
import org.roamscope.audit.Fingerprint;
import org.roamscope.audit.Verdict;
import org.roamscope.compare.AuditFacts.Figure;
import org.roamscope.compare.AuditFacts.FindingFacts;
import org.roamscope.compare.AuditFacts.HandoverFacts;
import org.roamscope.compare.AuditFacts.Kind;
import org.roamscope.compare.AuditFacts.UeFacts;

/**
 * What is different between two audits. UEs are matched by home address; the handovers of a UE by
 * kind, the first of a kind with the first, the second with the second; findings by fingerprint.
 *
 * @param before the earlier audit
 * @param after the later audit
 * @param appeared UEs that only the later has
 * @param gone UEs that only the earlier has
 * @param verdicts how often each verdict was given, those that neither gave left out
 * @param changes handovers of UEs in both whose verdict is another, or that only one audit has
 * @param unchanged handovers with the same verdict in both
 * @param figures how long things took
 * @param newFindings those of the later that the earlier has not
 * @param fixedFindings those of the earlier that the later has not
 * @param lastingFindings how many are in both
 */
public record AuditDiff(
    AuditFacts before,
    AuditFacts after,
    List<String> appeared,
    List<String> gone,
    List<VerdictCount> verdicts,
    List<Change> changes,
    int unchanged,
    List<FigureChange> figures,
    List<FindingFacts> newFindings,
    List<FindingFacts> fixedFindings,
    int lastingFindings) {

  /** How often a verdict was given. */
  public record VerdictCount(Verdict verdict, long before, long after) {}

  /**
   * A handover that is not as it was.
   *
   * @param ue home address
   * @param kind what it left and reached
   * @param number which of its kind, from 1
   * @param before null when only the later audit has it
   * @param after null when only the earlier audit has it
   */
  public record Change(
      String ue,
      Kind kind,
      int number,
      @Nullable HandoverFacts before,
      @Nullable HandoverFacts after) {}

  /** How long something took then and now. */
  public record FigureChange(Figure figure, Distribution before, Distribution after) {}

  /** Compares two audits. */
  public static AuditDiff of(AuditFacts before, AuditFacts after) {
    Map<String, UeFacts> old = byId(before);
    Map<String, UeFacts> now = byId(after);
    List<Change> all = new ArrayList<>();
    now.forEach((id, ue) -> {
      UeFacts earlier = old.get(id);
      if (earlier != null) {
        all.addAll(handovers(id, earlier.handovers(), ue.handovers()));
      }
    });
    List<Change> changes = all.stream().filter(AuditDiff::changed).toList();
    List<FindingFacts> fresh = without(after.findings(), before.findings().keySet());
    return new AuditDiff(
        before,
        after,
        missing(now, old.keySet()),
        missing(old, now.keySet()),
        verdicts(before, after),
        changes,
        all.size() - changes.size(),
        Stream.of(Figure.values()).map(figure -> figure(figure, before, after)).toList(),
        fresh,
        without(before.findings(), after.findings().keySet()),
        after.findings().size() - fresh.size());
  }

  private static Map<String, UeFacts> byId(AuditFacts facts) {
    Map<String, UeFacts> ues = new LinkedHashMap<>();
    facts.ues().forEach(ue -> ues.put(ue.id(), ue));
    return ues;
  }

  private static List<String> missing(Map<String, UeFacts> of, Set<String> there) {
    return of.keySet().stream().filter(id -> !there.contains(id)).toList();
  }

  private static List<FindingFacts> without(
      Map<Fingerprint, FindingFacts> findings, Set<Fingerprint> known) {
    return findings.entrySet().stream()
        .filter(entry -> !known.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static FigureChange figure(Figure figure, AuditFacts before, AuditFacts after) {
    Distribution none = new Distribution(0, 0, 0, 0);
    return new FigureChange(
        figure,
        before.figures().getOrDefault(figure, none),
        after.figures().getOrDefault(figure, none));
  }

  private static List<VerdictCount> verdicts(AuditFacts before, AuditFacts after) {
    Map<Verdict, Long> old = count(before);
    Map<Verdict, Long> now = count(after);
    return Stream.of(Verdict.values())
        .filter(verdict -> old.containsKey(verdict) || now.containsKey(verdict))
        .map(verdict ->
            new VerdictCount(verdict, old.getOrDefault(verdict, 0L), now.getOrDefault(verdict, 0L)))
        .toList();
  }

  private static Map<Verdict, Long> count(AuditFacts facts) {
    return facts.ues().stream()
        .flatMap(ue -> ue.handovers().stream())
        .collect(
            Collectors.groupingBy(
                HandoverFacts::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
  }

  /** The handovers of a UE in pairs, in the order of the later audit, then those it has not. */
  private static List<Change> handovers(
      String ue, List<HandoverFacts> before, List<HandoverFacts> after) {
    Map<Kind, List<HandoverFacts>> old =
        before.stream().collect(Collectors.groupingBy(HandoverFacts::kind));
    Map<Kind, Integer> met = new HashMap<>();
    List<Change> pairs = new ArrayList<>();
    for (HandoverFacts now : after) {
      int number = met.merge(now.kind(), 1, Integer::sum);
      List<HandoverFacts> then = old.getOrDefault(now.kind(), List.of());
      HandoverFacts earlier = number <= then.size() ? then.get(number - 1) : null;
      pairs.add(new Change(ue, now.kind(), number, earlier, now));
    }
    Map<Kind, Integer> seen = new HashMap<>();
    for (HandoverFacts then : before) {
      int number = seen.merge(then.kind(), 1, Integer::sum);
      if (number > met.getOrDefault(then.kind(), 0)) {
        pairs.add(new Change(ue, then.kind(), number, then, null));
      }
    }
    return pairs;
  }

  private static boolean changed(Change change) {
    HandoverFacts before = change.before();
    HandoverFacts after = change.after();
    return before == null || after == null || before.verdict() != after.verdict();
  }
}
