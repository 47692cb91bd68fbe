package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Cause;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.RulePages;
import org.roamscope.field.Clause;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;

/** A handover as a card: the verdict, why, what shows it, where it stands, what to do. */
final class HtmlHandover {
  private final ReportIndex index;
  private final HtmlAnchors anchors;
  private final Html html;
  private final Map<String, String> terms = RulePages.terms();

  HtmlHandover(ReportIndex index, HtmlAnchors anchors, Html html) {
    this.index = index;
    this.anchors = anchors;
    this.html = html;
  }

  void add(Person person, int number) {
    Handover handover = person.handovers().get(number);
    VerdictWords words = VerdictWords.of(handover.verdict());
    List<Finding> findings = findings(person, handover);
    html.open("article", "card " + Html.tone(words.style()), anchors.handover(person, number + 1));
    html.open("div", "head");
    html.leaf("h3", "", "Handover " + (number + 1) + ": " + places(handover));
    html.chip(words.style(), handover.verdict().name());
    html.close();
    html.leaf("p", "why", handover.explanation());
    html.open("dl", "figures");
    figures(handover);
    html.close().open("dl", "rows");
    reasons(handover, findings);
    html.close();
    advice(handover, findings);
    html.close();
  }

  private static String places(Handover handover) {
    String from = String.valueOf(handover.movement().fromAddress());
    return (handover.movement().fromAddress() == null ? "an unseen place" : from)
        + " \u2192 "
        + handover.movement().to();
  }

  private void figures(Handover handover) {
    Registration registration = handover.movement().registration();
    At begin = handover.movement().begin();
    html.fact("When", index.frames().seconds(begin.timeNanos()) + " s");
    html.fact("Frame", index.frames().number(begin));
    html.fact(
        "K asked / granted",
        bit(handover.keyManagementRequested()) + " / " + bit(handover.keyManagementGranted()));
    html.fact("IKE SA", handover.ike().json());
    Event.BindingUpdate update = registration == null ? null : registration.update();
    Event.BindingAcknowledgement answer = registration == null ? null : registration.answer();
    if (update != null && answer != null) {
      html.fact("BU to BA", Lines.plain(Frames.millis(answer.at().since(update.at()))));
    }
    IkeSa rerun = handover.movement().ike().rerun();
    if (rerun != null) {
      long nanos = rerun.setUpNanos();
      html.fact(
          "IKE re-run took", nanos < 0 ? "not seen to finish" : Lines.plain(Frames.millis(nanos)));
    }
    html.fact("Confidence", handover.confidence().json());
  }

  private void reasons(Handover handover, List<Finding> findings) {
    Cause cause = handover.cause();
    html.fact("Cause", cause == null ? "" : cause.json() + ", " + term(cause.json()));
    html.fact("Evidence", Lines.plain(index.frames().list(handover.evidence())));
    if (!handover.missing().isEmpty()) {
      html.fact("Missing", Lines.plain(GapText.of(handover.missing())));
    }
    html.fact("Clause", clauses(handover, findings));
    html.fact("Reason", handover.reason());
    if (!findings.isEmpty()) {
      html.open("div", "").leaf("dt", "", "Findings").open("dd", "");
      for (Finding finding : findings) {
        html.chip(VerdictWords.style(finding.severity()), finding.severity().json()).text(" ");
        anchors.link(html, finding, "");
        html.text(" ");
      }
      html.close().close();
    }
  }

  private String term(String name) {
    return terms
        .getOrDefault(name, "")
        .replace('\n', ' ')
        .replaceFirst("^Cause of RERUN_JUSTIFIED: ", "");
  }

  private static String bit(@Nullable Boolean bit) {
    return bit == null ? "not seen" : bit ? "1" : "0";
  }

  private static String clauses(Handover handover, List<Finding> findings) {
    Set<Clause> clauses = new LinkedHashSet<>(VerdictClauses.of(handover.verdict()));
    findings.forEach(finding -> clauses.addAll(finding.rule().clauses()));
    return clauses.stream().map(Clause::toString).collect(Collectors.joining(", "));
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

  private void advice(Handover handover, List<Finding> findings) {
    html.open("details", "").leaf("summary", "", "What it means, what to do");
    HtmlMarkdown.add(html, terms.getOrDefault(handover.verdict().name(), ""));
    List<String> remedies = new ArrayList<>();
    remedies.add(Unread.remedy(handover.reason()));
    for (RuleInfo rule : findings.stream().map(Finding::rule).distinct().toList()) {
      remedies.add(
          RulePages.rule(rule.id())
              .map(page -> HtmlMarkdown.section(page, "What to do"))
              .map(text -> text.isEmpty() ? "" : "**" + rule.id() + "**: " + text)
              .orElse(""));
    }
    remedies.stream().filter(text -> !text.isEmpty()).forEach(text -> HtmlMarkdown.add(html, text));
    html.open("p", "").text("More: ");
    html.link(HtmlAnchors.page(handover.verdict().name()), handover.verdict().name());
    for (Finding finding : findings) {
      html.text(", ").link(HtmlAnchors.page(finding.rule().id()), finding.rule().id());
    }
    html.text(".").close().close();
  }
}
