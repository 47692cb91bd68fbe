package org.roamscope.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.report.Report;
import org.roamscope.track.Registration;

/**
 * What a page says the audit must say in one profile, without the capture's keys or with them.
 *
 * @param profile whose text decides
 * @param given what the audit gets beside the capture
 * @param lines handovers and findings in order
 * @param silent rules that the scenario is a counter-example of
 */
record Expectation(Profile profile, Given given, List<Line> lines, Set<String> silent) {
  /** What the audit gets beside the capture. */
  enum Given {
    /** The keys in the folder that goes with it. */
    KEYS,
    /** Nothing. */
    NOTHING
  }

  private static final Set<String> OPTIONAL = Set.of("reason", "confidence");

  /**
   * A handover or a finding.
   *
   * @param head what must be the same
   * @param details what must be the same when it is written down
   */
  record Line(String head, Map<String, String> details) {
    boolean fits(Line actual) {
      return head.equals(actual.head)
          && details.entrySet().stream()
              .allMatch(entry -> entry.getValue().equals(actual.details.get(entry.getKey())));
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(head);
      details.forEach((key, value) -> text.append(' ').append(key).append(' ').append(value));
      return text.toString();
    }
  }

  /** The expectations of a page, the default profile first. */
  static List<Expectation> of(Page page) {
    List<Expectation> all = new ArrayList<>();
    Profile profile = Profile.TS24303;
    Given given = Given.NOTHING;
    List<Line> lines = new ArrayList<>();
    Set<String> silent = new TreeSet<>();
    boolean none = false;
    for (Page.Line line : page.expect()) {
      Words words = new Words(page.file(), line);
      switch (words.take("a word")) {
        case "profile" -> {
          all.add(expectation(page, line, profile, given, lines, silent, none));
          String id = words.take("a profile");
          profile =
              Set.of(Profile.values()).stream()
                  .filter(known -> known.id().equals(id))
                  .findFirst()
                  .orElseThrow(() -> words.error("no such profile: " + id));
          lines = new ArrayList<>();
          silent = new TreeSet<>();
          none = false;
        }
        case "keys" -> {
          all.add(expectation(page, line, profile, given, lines, silent, none));
          given = Given.KEYS;
          lines = new ArrayList<>();
          silent = new TreeSet<>();
          none = false;
        }
        case "silent" -> {
          while (words.more()) {
            silent.add(words.take("a rule"));
          }
        }
        case "none" -> none = true;
        case "handover" -> lines.add(handover(words));
        case "finding" -> lines.add(finding(words));
        default -> throw words.error("unknown word: " + line.words().getFirst());
      }
      words.end();
    }
    Page.Line end = new Page.Line(0, List.of("end"));
    all.add(expectation(page, end, profile, given, lines, silent, none));
    return all;
  }

  private static Expectation expectation(
      Page page,
      Page.Line line,
      Profile profile,
      Given given,
      List<Line> lines,
      Set<String> silent,
      boolean none) {
    if (none != lines.isEmpty()) {
      throw new Words(page.file(), line).error("`none` is said when nothing else is, only then");
    }
    return new Expectation(profile, given, List.copyOf(lines), Set.copyOf(silent));
  }

  private static Line handover(Words words) {
    String from = words.take("an address");
    String arrow = words.take("->");
    String to = words.take("an address");
    if (!arrow.equals("->")) {
      throw words.error("-> is missing");
    }
    Verdict verdict = words.read("a verdict", Verdict::valueOf);
    String cause = words.taken("cause") ? words.take("a cause") : "-";
    Map<String, String> details = new LinkedHashMap<>();
    optional(words, "reason", details);
    if (!words.taken("ike")) {
      throw words.error("`ike` is missing");
    }
    String ike = words.take("what became of IKE");
    String updates = words.taken("bu") ? words.take("a frame or -") : "?";
    String answers = words.taken("ba") ? words.take("a frame or -") : "?";
    optional(words, "confidence", details);
    boolean needsReason = verdict == Verdict.INCONCLUSIVE || verdict == Verdict.NOT_BOUND;
    if (needsReason && !details.containsKey("reason")) {
      throw words.error(verdict + " needs its reason");
    }
    return new Line(handover(from, to, verdict, cause, ike, updates, answers), details);
  }

  private static String handover(
      String from,
      String to,
      Verdict verdict,
      String cause,
      String ike,
      String updates,
      String answers) {
    return "handover %s -> %s %s%s ike %s bu %s ba %s"
        .formatted(
            from, to, verdict, cause.equals("-") ? "" : " cause " + cause, ike, updates, answers);
  }

  private static void optional(Words words, String word, Map<String, String> details) {
    if (OPTIONAL.contains(word) && words.taken(word)) {
      details.put(word, words.take(word));
    }
  }

  private static Line finding(Words words) {
    String rule = words.take("a rule");
    String severity =
        words.read("a severity", text -> Severity.valueOf(text.toUpperCase(Locale.ROOT))).json();
    String frame = words.taken("frame") ? words.take("a frame") : "?";
    String with = words.taken("with") ? words.take("frames") : "-";
    Map<String, String> details = new LinkedHashMap<>();
    optional(words, "confidence", details);
    return new Line(finding(rule, severity, frame, with), details);
  }

  private static String finding(String rule, String severity, String frame, String with) {
    return "finding %s %s frame %s%s"
        .formatted(rule, severity, frame, with.equals("-") ? "" : " with " + with);
  }

  /** What the audit says, in the same form. */
  static List<Line> actual(Report report) {
    List<Line> lines = new ArrayList<>();
    for (Handover handover : report.audit().handovers()) {
      Registration from = handover.movement().from();
      Registration to = handover.movement().registration();
      Map<String, String> details = new LinkedHashMap<>();
      details.put("reason", handover.reason());
      details.put("confidence", handover.confidence().json());
      lines.add(
          new Line(
              handover(
                  from == null ? "unknown" : from.careOfAddress().toString(),
                  handover.movement().to().toString(),
                  handover.verdict(),
                  handover.cause() == null ? "-" : handover.cause().json(),
                  handover.ike().json(),
                  frame(to == null ? null : to.updateFrame()),
                  frame(to == null ? null : to.answerFrame())),
              details));
    }
    for (Finding finding : report.audit().findings()) {
      if (finding.severity() == Severity.CHAT) {
        continue;
      }
      String with =
          String.join(
              ",",
              finding.related().stream()
                  .map(evidence -> Integer.toString(evidence.at().frame()))
                  .toList());
      lines.add(
          new Line(
              finding(
                  finding.rule().id(),
                  finding.severity().json(),
                  frame(finding.primary().at().frame()),
                  with.isEmpty() ? "-" : with),
              Map.of("confidence", finding.confidence().json())));
    }
    return lines;
  }

  private static String frame(@Nullable Integer frame) {
    return frame == null ? "-" : frame.toString();
  }

  /** True when exactly what is expected is said, in the same order. */
  boolean fits(List<Line> actual) {
    if (lines.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).fits(actual.get(i))) {
        return false;
      }
    }
    return true;
  }
}
