package org.roamscope.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Fingerprints;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Rule;
import org.roamscope.audit.RuleCatalog;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;

/**
 * The report as JUnit XML, for servers that show test results. Three suites: {@code captures} (an
 * error for one that is damaged), {@code handovers} (a failure where a finding of the handover
 * fails, skipped when inconclusive), {@code rules} (a case for each rule and UE with a finding, one
 * for each rule without).
 */
public final class JunitReport {
  private final ReportIndex index;
  private final @Nullable Severity failFrom;
  private final StringBuilder out = new StringBuilder();

  /** A test case: what went wrong, if anything, and what else there is to say. */
  private record Case(
      String className, String name, double seconds, @Nullable Trouble trouble, String output) {}

  /** A child element of a test case. */
  private record Trouble(Kind kind, String message, String text) {}

  private enum Kind {
    FAILURE("failure"),
    ERROR("error"),
    SKIPPED("skipped");

    private final String element;

    Kind(String element) {
      this.element = element;
    }
  }

  private JunitReport(Report report, @Nullable Severity failFrom) {
    index = new ReportIndex(report);
    this.failFrom = failFrom;
  }

  /**
   * The document, LF line ends, a final line end.
   *
   * @param failFrom findings as bad as this or worse are failures; null for none
   */
  public static String text(Report report, @Nullable Severity failFrom) {
    JunitReport junit = new JunitReport(report, failFrom);
    junit.write();
    return junit.out.toString();
  }

  private void write() {
    Map<String, List<Case>> suites = new LinkedHashMap<>();
    suites.put("captures", captures());
    suites.put("handovers", handovers());
    suites.put("rules", rules());
    List<Case> all = suites.values().stream().flatMap(List::stream).toList();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"roamscope\"");
    counts(all);
    out.append(">\n");
    suites.forEach(this::suite);
    out.append("</testsuites>\n");
  }

  private void counts(List<Case> cases) {
    out.append(" tests=\"").append(cases.size()).append('"');
    out.append(" failures=\"").append(count(cases, Kind.FAILURE)).append('"');
    out.append(" errors=\"").append(count(cases, Kind.ERROR)).append('"');
  }

  private static long count(List<Case> cases, Kind kind) {
    return cases.stream()
        .filter(test -> test.trouble() != null && test.trouble().kind() == kind)
        .count();
  }

  private void suite(String name, List<Case> cases) {
    out.append("  <testsuite name=\"roamscope.").append(name).append('"');
    counts(cases);
    out.append(" skipped=\"").append(count(cases, Kind.SKIPPED)).append('"');
    long first = index.correlation().observation().firstNanos();
    out.append(" timestamp=\"").append(Times.utc(first), 0, 19).append("\">\n");
    cases.forEach(this::add);
    out.append("  </testsuite>\n");
  }

  private void add(Case test) {
    out.append("    <testcase classname=\"").append(XmlText.of(test.className()));
    out.append("\" name=\"").append(XmlText.of(test.name())).append("\" time=\"");
    out.append(String.format(Locale.ROOT, "%.3f", test.seconds())).append("\">\n");
    Trouble trouble = test.trouble();
    if (trouble != null) {
      out.append("      <").append(trouble.kind().element);
      out.append(" message=\"").append(XmlText.of(trouble.message())).append('"');
      if (trouble.kind() != Kind.SKIPPED) {
        out.append(" type=\"").append(trouble.kind().element).append('"');
      }
      out.append('>').append(lines(trouble.text()));
      out.append("</").append(trouble.kind().element).append(">\n");
    }
    if (!test.output().isEmpty()) {
      out.append("      <system-out>").append(lines(test.output())).append("</system-out>\n");
    }
    out.append("    </testcase>\n");
  }

  /** The line ends between our own lines stay. */
  private static String lines(String text) {
    return String.join("\n", text.lines().map(XmlText::of).toList());
  }

  private List<Case> captures() {
    List<Case> cases = new ArrayList<>();
    int number = 0;
    for (CaptureSummary capture : index.report().captures()) {
      number++;
      List<String> damage =
          capture.problems().stream()
              .filter(CaptureProblem::damage)
              .map(problem -> one(problem.message()))
              .toList();
      cases.add(
          new Case(
              "roamscope.captures",
              number + " " + capture.file(),
              (capture.lastNanos() - capture.firstNanos()) / 1e9,
              damage.isEmpty()
                  ? null
                  : new Trouble(Kind.ERROR, damage.getFirst(), String.join("\n", damage)),
              capture.packets() + " packets, " + capture.signallingPackets() + " of signalling"));
    }
    List<String> limits = index.report().limits();
    if (!limits.isEmpty()) {
      cases.add(
          new Case(
              "roamscope.captures",
              "limits",
              0,
              new Trouble(Kind.ERROR, limits.getFirst(), String.join("\n", limits)),
              ""));
    }
    return cases;
  }

  private List<Case> handovers() {
    Fingerprints fingerprints = new Fingerprints(index.report().audit().handovers());
    Map<Handover, List<Finding>> failing = new HashMap<>();
    for (Finding finding : index.report().audit().findings()) {
      if (fails(finding)) {
        fingerprints
            .handover(finding)
            .ifPresent(handover ->
                failing.computeIfAbsent(handover, any -> new ArrayList<>()).add(finding));
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    List<Case> cases = new ArrayList<>();
    for (Handover handover : index.report().audit().handovers()) {
      String ue = index.id(handover.movement().ue());
      int number = numbers.merge(ue, 1, Integer::sum);
      IpAddress from = handover.movement().fromAddress();
      List<Finding> findings = failing.getOrDefault(handover, List.of());
      Trouble trouble = findings.isEmpty() ? null : failure(findings);
      if (trouble == null && handover.verdict() == Verdict.INCONCLUSIVE) {
        trouble = new Trouble(Kind.SKIPPED, one(handover.explanation()), handover.reason());
      }
      cases.add(
          new Case(
              "roamscope.handovers." + ue,
              number + " " + (from == null ? "?" : from) + " to " + handover.movement().to(),
              0,
              trouble,
              handover.verdict()
                  + ": "
                  + one(handover.explanation())
                  + "\n"
                  + file(handover.movement().begin().capture())
                  + ", "
                  + Lines.plain(index.frames().list(handover.evidence()))));
    }
    return cases;
  }

  private List<Case> rules() {
    Map<String, Map<String, List<Finding>>> found = new HashMap<>();
    for (Finding finding : index.report().audit().findings()) {
      found
          .computeIfAbsent(finding.rule().id(), any -> new LinkedHashMap<>())
          .computeIfAbsent(
              finding.ue() == null ? "" : finding.ue().toString(), any -> new ArrayList<>())
          .add(finding);
    }
    List<Case> cases = new ArrayList<>();
    for (Rule rule : RuleCatalog.all()) {
      RuleInfo info = rule.info();
      Map<String, List<Finding>> ues = found.getOrDefault(info.id(), Map.of());
      String className = "roamscope.rules." + info.id() + "_" + info.name();
      if (ues.isEmpty()) {
        cases.add(new Case(className, info.id(), 0, null, ""));
      }
      ues.forEach((ue, findings) -> {
        List<Finding> failing = findings.stream().filter(this::fails).toList();
        List<Finding> others = findings.stream().filter(finding -> !fails(finding)).toList();
        cases.add(
            new Case(
                className,
                ue.isEmpty() ? info.id() : info.id() + " " + ue,
                0,
                failing.isEmpty() ? null : failure(failing),
                String.join("\n", others.stream().map(this::told).toList())));
      });
    }
    return cases;
  }

  private boolean fails(Finding finding) {
    return failFrom != null && finding.severity().atLeast(failFrom);
  }

  private Trouble failure(List<Finding> findings) {
    return new Trouble(
        Kind.FAILURE,
        one(findings.getFirst().message()),
        String.join("\n", findings.stream().map(this::told).toList()));
  }

  private String told(Finding finding) {
    return finding.severity().json()
        + " "
        + finding.rule().id()
        + ": "
        + one(finding.message())
        + " ("
        + file(finding.primary().at().capture())
        + ", "
        + Lines.plain(index.frames().list(FindingGroups.frames(finding)))
        + ")";
  }

  private String file(int capture) {
    return one(index.report().captures().get(capture).file());
  }

  /** One line: what breaks lines is written out. */
  private static String one(String text) {
    return PlainText.of(text);
  }
}
