package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Cause;
import org.roamscope.audit.Figures;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.RulePages;
import org.roamscope.audit.RunCost;
import org.roamscope.field.Clause;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;

/**
 * All there is to say of a handover: the verdict, why, what shows it, where it stands, what to do.
 *
 * @param handover which
 * @param number its number among those of the UE, from 1
 * @param places from where to where
 * @param tone how bad it is
 * @param words what the verdict says, a clause without a full stop
 * @param figures names and values, in the order in which they are shown
 * @param costs the same, of what the handover cost the user and what K would have saved
 * @param cause code and words, empty without a cause
 * @param missing what would settle it, empty when nothing is missing
 * @param clauses of the verdict and of the findings
 * @param findings whose primary frame is of this handover, the worst first
 * @param meaning of the verdict, Markdown
 * @param remedies what to do, Markdown, one each
 */
public record HandoverCard(
    Handover handover,
    int number,
    String places,
    Tone tone,
    String words,
    List<Fact> figures,
    List<Fact> costs,
    String cause,
    String missing,
    List<Clause> clauses,
    List<Finding> findings,
    String meaning,
    List<String> remedies) {
  /** A value and what it is. */
  public record Fact(String name, String value) {}

  /** The card of the handover with that index. */
  static HandoverCard of(ReportIndex index, Person person, int at) {
    Handover handover = person.handovers().get(at);
    VerdictWords words = VerdictWords.of(handover.verdict());
    List<Finding> findings = findings(person, handover);
    Map<String, String> terms = RulePages.terms();
    Cause cause = handover.cause();
    return new HandoverCard(
        handover,
        at + 1,
        places(handover),
        Tone.of(words.style()),
        words.words(),
        figures(index, handover),
        costs(index, handover),
        cause == null ? "" : cause.json() + ", " + cause(terms.getOrDefault(cause.json(), "")),
        Lines.plain(GapText.of(handover.missing())),
        clauses(handover, findings),
        findings,
        terms.getOrDefault(handover.verdict().name(), ""),
        remedies(handover, findings));
  }

  private static String places(Handover handover) {
    String from = String.valueOf(handover.movement().fromAddress());
    return (handover.movement().fromAddress() == null ? "an unseen place" : from)
        + " \u2192 "
        + handover.movement().to();
  }

  private static String cause(String term) {
    return term.replace('\n', ' ').replaceFirst("^Cause of RERUN_JUSTIFIED: ", "");
  }

  private static List<Fact> figures(ReportIndex index, Handover handover) {
    List<Fact> facts = new ArrayList<>();
    Registration registration = handover.movement().registration();
    At begin = handover.movement().begin();
    facts.add(new Fact("When", index.frames().seconds(begin.timeNanos()) + " s"));
    facts.add(new Fact("Frame", index.frames().number(begin)));
    facts.add(
        new Fact(
            "K asked / granted",
            bit(handover.keyManagementRequested()) + " / " + bit(handover.keyManagementGranted())));
    facts.add(new Fact("IKE SA", handover.ike().json()));
    Event.BindingUpdate update = registration == null ? null : registration.update();
    Event.BindingAcknowledgement answer = registration == null ? null : registration.answer();
    if (update != null && answer != null) {
      facts.add(new Fact("BU to BA", millis(answer.at().since(update.at()))));
    }
    IkeSa rerun = handover.movement().ike().rerun();
    if (rerun != null) {
      long nanos = rerun.setUpNanos();
      facts.add(new Fact("IKE re-run took", nanos < 0 ? "not seen to finish" : millis(nanos)));
    }
    facts.add(new Fact("Confidence", handover.confidence().json()));
    return List.copyOf(facts);
  }

  private static List<Fact> costs(ReportIndex index, Handover handover) {
    List<Fact> facts = new ArrayList<>();
    Figures.interruption(index.correlation(), handover)
        .ifPresent(nanos -> facts.add(new Fact("User without packets", millis(nanos))));
    IkeSa saved = Figures.savedByK(handover);
    RunCost cost = saved == null ? RunCost.NONE : RunCost.of(saved);
    if (cost.runs() > 0) {
      facts.add(new Fact("K would have saved", Lines.plain(TextFigures.cost(cost))));
    }
    return List.copyOf(facts);
  }

  private static String millis(long nanos) {
    return Lines.plain(Frames.millis(nanos));
  }

  private static String bit(@Nullable Boolean bit) {
    return bit == null ? "not seen" : bit ? "1" : "0";
  }

  private static List<Clause> clauses(Handover handover, List<Finding> findings) {
    Set<Clause> clauses = new LinkedHashSet<>(VerdictClauses.of(handover.verdict()));
    findings.forEach(finding -> clauses.addAll(finding.rule().clauses()));
    return List.copyOf(clauses);
  }

  /** Findings whose primary frame is of this registration or shows the verdict. */
  static List<Finding> findings(Person person, Handover handover) {
    Set<At> frames = new HashSet<>(handover.evidence());
    frames.add(handover.movement().begin());
    Registration registration = handover.movement().registration();
    if (registration != null) {
      registration.updates().forEach(update -> frames.add(update.at()));
      registration.answers().forEach(answer -> frames.add(answer.at()));
    }
    return person.findings().stream()
        .filter(finding -> frames.contains(finding.primary().at()))
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  private static List<String> remedies(Handover handover, List<Finding> findings) {
    List<String> remedies = new ArrayList<>();
    remedies.add(Unread.remedy(handover.reason()));
    for (RuleInfo rule : findings.stream().map(Finding::rule).distinct().toList()) {
      remedies.add(
          RulePages.rule(rule.id())
              .map(page -> HtmlMarkdown.section(page, "What to do"))
              .map(text -> text.isEmpty() ? "" : "**" + rule.id() + "**: " + text)
              .orElse(""));
    }
    return remedies.stream().filter(text -> !text.isEmpty()).toList();
  }
}
