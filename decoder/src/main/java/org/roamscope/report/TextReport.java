package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.bytes.Hex;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.field.Clause;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;
import org.roamscope.mobility.MobilityCodePoints;
import org.roamscope.track.At;
import org.roamscope.track.BindingTracker;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/**
 * The report for a terminal: the answer first, then the findings, then every UE's story, then the
 * IKE SAs, then what the captures are and what could not be read. Same report and same terminal,
 * same text.
 */
public final class TextReport {
  /** From this many UEs on, those with nothing to report take one line. */
  private static final int MANY_UES = 4;

  /** From this many UEs on, those without trouble get one line a handover. */
  private static final int CROWD = 9;

  /** Below this width entries are stacked instead of set in columns. */
  private static final int NARROW = 72;

  /**
   * What the terminal can show.
   *
   * @param columns width to wrap at
   * @param colour true for ANSI colours
   */
  public record Terminal(int columns, boolean colour) {}

  private final Report report;
  private final Correlation correlation;
  private final Frames frames;
  private final Lines lines;
  private final Map<Ue, String> ids = new HashMap<>();

  private TextReport(Report report, Terminal terminal) {
    this.report = report;
    correlation = report.audit().correlation();
    frames = new Frames(report.captures().size() > 1, correlation.observation().firstNanos());
    lines = new Lines(terminal.columns(), terminal.colour());
    Map<IpAddress, Integer> homes = new HashMap<>();
    for (Correlation.History history : correlation.histories()) {
      homes.merge(history.ue().homeAddress(), 1, Integer::sum);
    }
    for (Correlation.History history : correlation.histories()) {
      Ue ue = history.ue();
      boolean shared = homes.getOrDefault(ue.homeAddress(), 1) > 1;
      ids.put(ue, shared ? ue.homeAddress() + "@" + ue.homeAgent() : ue.homeAddress().toString());
    }
  }

  /** The report as text, LF line ends, a final line end. */
  public static String text(Report report, Terminal terminal) {
    TextReport text = new TextReport(report, terminal);
    text.document();
    return text.lines.toString();
  }

  private void document() {
    banner();
    answer();
    findings();
    ues();
    ikeSas();
    captures();
    unread();
  }

  // ---- the answer ----------------------------------------------------------------------------

  private void banner() {
    boolean silent =
        !report.partial() && report.captures().stream().allMatch(one -> one.problems().isEmpty());
    if (silent) {
      return;
    }
    String lead = Lines.styled(Lines.Style.BAD, "INCOMPLETE") + " ";
    String wrongKeys = Lines.styled(Lines.Style.BAD, "WRONG KEYS") + " ";
    if (!report.complete()) {
      lines.hang(lead, "The run was interrupted: this report covers what was read until then.");
    }
    int number = 0;
    for (CaptureSummary capture : report.captures()) {
      number++;
      String which = frames.several() ? Lines.glued("capture " + number) + ": " : "";
      capture
          .problems()
          .forEach(problem ->
              lines.hang(
                  problem.damage() ? lead : wrongKeys, which + PlainText.of(problem.message())));
    }
    report.limits().forEach(limit -> lines.hang(lead, "Limit reached: " + PlainText.of(limit)));
    lines.blank();
  }

  private void answer() {
    List<Handover> handovers = report.audit().handovers();
    Map<Severity, Long> findings = Summary.findings(report.audit());
    lines.add(0, headline(handovers));
    lines.add(
        0,
        Frames.count(correlation.histories().size(), "UE", "UEs")
            + ", "
            + Frames.count(handovers.size(), "handover", "handovers")
            + ", "
            + Frames.count(correlation.ikeSas().size(), "IKE SA", "IKE SAs")
            + "; "
            + findingCounts(findings)
            + ".");
    if (handovers.size() > 1) {
      verdicts();
    }
    lookFirst();
  }

  private void verdicts() {
    Map<Verdict, Long> verdicts = Summary.verdicts(report.audit());
    int widest = verdicts.keySet().stream().mapToInt(v -> v.name().length()).max().orElse(0);
    verdicts.keySet().stream()
        .sorted(Comparator.comparingInt(verdict -> VerdictWords.of(verdict).rank()))
        .forEach(verdict -> {
          String count = Lines.right(Long.toString(verdicts.getOrDefault(verdict, 0L)), 5);
          String name = VerdictWords.name(verdict);
          String words = VerdictWords.of(verdict).words() + reasons(verdict);
          if (lines.columns() < NARROW) {
            lines.hang(count + "  ", name + " " + words);
          } else {
            lines.hang(count + "  " + Lines.left(name, widest) + "  ", words);
          }
        });
  }

  /** Why, where one verdict has several reasons. */
  private String reasons(Verdict verdict) {
    if (verdict != Verdict.RERUN_JUSTIFIED && verdict != Verdict.INCONCLUSIVE) {
      return "";
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Handover handover : report.audit().handovers()) {
      if (handover.verdict() == verdict) {
        counts.merge(handover.reason(), 1, Integer::sum);
      }
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((reason, count) -> parts.add(reason + Lines.GLUE + count));
    return ": " + String.join(", ", parts);
  }

  private String headline(List<Handover> handovers) {
    if (report.captures().stream().allMatch(capture -> capture.packets() == 0)) {
      return Lines.styled(Lines.Style.HEADING, "Nothing to judge:") + " not one packet was read.";
    }
    if (handovers.isEmpty()) {
      return Lines.styled(Lines.Style.HEADING, "No handover in what was captured:")
          + " whether the keys move with the phone cannot be seen here.";
    }
    String question = "Did the keys move with the phone? ";
    if (handovers.size() == 1) {
      Handover only = handovers.getFirst();
      VerdictWords words = VerdictWords.of(only.verdict());
      String answer =
          switch (words.answer()) {
            case NO -> "No, ";
            case YES -> "Yes, ";
            case OPEN -> "Not to be told, ";
          };
      String why =
          switch (only.verdict()) {
            case INCONCLUSIVE, RERUN_JUSTIFIED, NOT_BOUND -> PlainText.of(only.explanation());
            default -> words.words() + ".";
          };
      return Lines.styled(Lines.Style.HEADING, question + answer)
          + VerdictWords.name(only.verdict())
          + ": "
          + why;
    }
    Map<VerdictWords.Answer, Long> counts = new EnumMap<>(VerdictWords.Answer.class);
    for (Handover handover : handovers) {
      counts.merge(VerdictWords.of(handover.verdict()).answer(), 1L, Long::sum);
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((answer, count) -> parts.add(answer.text() + " " + count));
    return Lines.styled(Lines.Style.HEADING, question)
        + "Of "
        + Frames.count(handovers.size(), "handover", "handovers")
        + ": "
        + String.join(", ", parts)
        + ".";
  }

  private static String findingCounts(Map<Severity, Long> findings) {
    List<String> counts = new ArrayList<>();
    findings.forEach((severity, count) -> {
      if (count > 0) {
        counts.add(count + String.valueOf(Lines.GLUE) + VerdictWords.counted(severity, count));
      }
    });
    return counts.isEmpty() ? "no findings" : String.join(", ", counts);
  }

  /** The worst rules in a line each, so that the first screen says where to look. */
  private void lookFirst() {
    Map<String, List<Finding>> rules = byRule();
    int told = 0;
    for (List<Finding> findings : rules.values()) {
      Finding worst = findings.getFirst();
      if (told == 3 || told > 0 && !worst.severity().atLeast(Severity.WARNING)) {
        break;
      }
      told++;
      String more =
          findings.size() == 1
              ? ""
              : " and " + Frames.count(findings.size() - 1L, "more", "more") + " of this rule";
      lines.hang(
          told == 1 ? "Look first at  " : "               ",
          VerdictWords.name(worst.severity())
              + Lines.GLUE
              + worst.rule().id()
              + " "
              + worst.rule().name()
              + ", "
              + frames.list(atOf(worst))
              + more);
    }
  }

  // ---- findings ------------------------------------------------------------------------------

  /** Findings by rule (and severity, where a profile changes it), the worst first. */
  private Map<String, List<Finding>> byRule() {
    Map<String, List<Finding>> groups = new LinkedHashMap<>();
    report.audit().findings().stream()
        .sorted(
            Comparator.comparing(Finding::severity).thenComparing(finding -> finding.rule().id()))
        .forEach(finding ->
            groups
                .computeIfAbsent(finding.severity() + finding.rule().id(), any -> new ArrayList<>())
                .add(finding));
    return groups;
  }

  private static List<At> atOf(Finding finding) {
    List<At> frames = new ArrayList<>();
    frames.add(finding.primary().at());
    finding.related().stream().map(Evidence::at).forEach(frames::add);
    return frames;
  }

  private void findings() {
    Map<String, List<Finding>> groups = byRule();
    if (groups.isEmpty()) {
      return;
    }
    lines.section("FINDINGS");
    boolean next = false;
    for (List<Finding> findings : groups.values()) {
      if (next) {
        lines.blank();
      }
      next = true;
      RuleInfo rule = findings.getFirst().rule();
      lines.hang(
          "  ",
          VerdictWords.name(findings.getFirst().severity())
              + "  "
              + Lines.glued(rule.id() + " " + rule.name())
              + (findings.size() == 1 ? "" : ", " + findings.size() + Lines.GLUE + "times"));
      Map<String, List<Finding>> alike = new LinkedHashMap<>();
      findings.forEach(finding ->
          alike
              .computeIfAbsent(withoutAddresses(finding.message()), any -> new ArrayList<>())
              .add(finding));
      String lead = findings.size() == 1 ? "    " : "    - ";
      alike.values().forEach(same -> told(lead, same));
      lines.hang(
          "    ",
          "See "
              + String.join(
                  ", ", rule.clauses().stream().map(Clause::toString).map(Lines::glued).toList())
              + ".");
    }
  }

  /** Findings that say the same of several UEs: the first in full, the others by frames. */
  private void told(String lead, List<Finding> same) {
    boolean first = true;
    for (Finding finding : same) {
      IpAddress ue = finding.ue();
      if (!first && same.size() > 2 && ue != null) {
        lines.hang(
            lead, "The same for UE " + ue + ": " + frames.list(atOf(finding)) + sureness(finding));
      } else {
        lines.hang(
            lead,
            PlainText.of(finding.message())
                + " ("
                + frames.list(atOf(finding))
                + sureness(finding)
                + ")");
      }
      first = false;
    }
  }

  private static String sureness(Finding finding) {
    return finding.confidence() == Confidence.HIGH
        ? ""
        : "; confidence" + Lines.GLUE + finding.confidence().json();
  }

  private static String withoutAddresses(String message) {
    return message.replaceAll("[0-9a-f]*(?::[0-9a-f]*){2,7}|\\d+(?:\\.\\d+){3}", "*");
  }

  // ---- UEs -----------------------------------------------------------------------------------

  private record Person(
      Correlation.History history, List<Handover> handovers, List<Finding> findings) {
    boolean trouble() {
      return !findings.isEmpty()
          || handovers.stream().anyMatch(h -> !VerdictWords.of(h.verdict()).fine());
    }

    Severity severity() {
      return findings.stream()
          .map(Finding::severity)
          .min(Comparator.naturalOrder())
          .orElse(Severity.CHAT);
    }

    int verdict() {
      return handovers.stream()
          .mapToInt(handover -> VerdictWords.of(handover.verdict()).rank())
          .min()
          .orElse(Verdict.values().length);
    }
  }

  private List<Person> people() {
    Map<Ue, List<Handover>> handovers = new HashMap<>();
    for (Handover handover : report.audit().handovers()) {
      handovers.computeIfAbsent(handover.movement().ue(), any -> new ArrayList<>()).add(handover);
    }
    Map<IpAddress, List<Finding>> findings = new HashMap<>();
    for (Finding finding : report.audit().findings()) {
      IpAddress ue = finding.ue();
      if (ue != null) {
        findings.computeIfAbsent(ue, any -> new ArrayList<>()).add(finding);
      }
    }
    return correlation.histories().stream()
        .map(history ->
            new Person(
                history,
                handovers.getOrDefault(history.ue(), List.of()),
                findings.getOrDefault(history.ue().homeAddress(), List.of())))
        .sorted(Comparator.comparing(Person::severity).thenComparingInt(Person::verdict))
        .toList();
  }

  private void ues() {
    List<Person> people = people();
    if (people.isEmpty()) {
      return;
    }
    lines.section(people.size() == 1 ? "THE STORY" : "THE STORY OF EACH UE, TROUBLE FIRST");
    lines.add(
        2,
        "Seconds from the first frame, which is at "
            + Times.utc(correlation.observation().firstNanos())
            + (frames.several() ? "; " + Lines.glued("frames are capture:frame.") : "."));
    List<Person> quiet = new ArrayList<>();
    for (Person person : people) {
      boolean nothing = person.handovers().isEmpty() && person.findings().isEmpty();
      if (nothing && people.size() >= MANY_UES) {
        quiet.add(person);
      } else {
        lines.blank();
        header(person);
        if (!person.trouble() && people.size() >= CROWD) {
          person.handovers().forEach(this::handoverLine);
        } else {
          story(person);
        }
      }
    }
    if (!quiet.isEmpty()) {
      lines.blank();
      lines.add(
          2,
          Frames.count(quiet.size(), "UE", "UEs") + " without a handover and without a finding:");
      quiet.forEach(this::quietLine);
    }
  }

  private String id(Ue ue) {
    return ids.getOrDefault(ue, ue.homeAddress().toString());
  }

  private void header(Person person) {
    Ue ue = person.history().ue();
    List<String> parts = new ArrayList<>();
    parts.add(Lines.glued("home agent " + ue.homeAgent()));
    IpAddress ipv4 = ipv4Home(ue.registrations());
    if (ipv4 != null) {
      parts.add(Lines.glued("IPv4 home address " + ipv4));
    }
    if (!ue.identities().isEmpty()) {
      parts.add(
          "known as "
              + PlainText.of(String.join(", ", ue.identities().stream().sorted().toList())));
    }
    if (person.history().lateStart()) {
      parts.add("registered before the capture starts");
    }
    if (ue.forgotten() > 0) {
      parts.add(
          Frames.count(ue.forgotten(), "older registration", "older registrations") + " not kept");
    }
    lines.hang(
        "  ",
        Lines.styled(Lines.Style.HEADING, "UE" + Lines.GLUE + id(ue))
            + "  "
            + String.join(", ", parts));
  }

  private static @Nullable IpAddress ipv4Home(List<Registration> registrations) {
    for (int i = registrations.size() - 1; i >= 0; i--) {
      Event.BindingAcknowledgement answer = registrations.get(i).answer();
      Event.Ipv4Granted granted = answer == null || !answer.accepted() ? null : answer.ipv4();
      if (granted != null && granted.status() < 128 && !granted.address().unspecified()) {
        return granted.address();
      }
    }
    return null;
  }

  private void quietLine(Person person) {
    Ue ue = person.history().ue();
    List<Registration> registrations = ue.registrations();
    String end =
        registrations.isEmpty()
            ? ""
            : ", at "
                + registrations.getLast().careOfAddress()
                + ", "
                + Frames.count(registrations.size(), "registration", "registrations")
                + ", "
                + Frames.count(person.history().ikeSas().size(), "IKE SA", "IKE SAs");
    lines.hang("    ", id(ue) + end);
  }

  private void handoverLine(Handover handover) {
    Registration from = handover.movement().from();
    entry(
        new Story.Entry(
            handover.movement().begin().timeNanos(),
            handover.movement().begin(),
            "HANDOVER",
            List.of(
                (from == null ? "" : from.careOfAddress() + " ")
                    + "-> "
                    + handover.movement().to()
                    + " "
                    + VerdictWords.name(handover.verdict())),
            false));
  }

  private void story(Person person) {
    Story.of(correlation, person.history(), person.handovers(), person.findings(), frames)
        .forEach(this::entry);
  }

  private void entry(Story.Entry entry) {
    At at = entry.at();
    String time = frames.seconds(entry.timeNanos());
    String frame = at == null ? "" : frames.number(at);
    if (lines.columns() < NARROW) {
      lines.hang(
          "  ", time + (at == null ? "" : "  frame" + Lines.GLUE + frame) + "  " + entry.label());
      entry.lines().forEach(line -> lines.hang("    ", line));
      return;
    }
    long span = correlation.observation().lastNanos() - frames.firstNanos();
    int timeWidth = frames.seconds(frames.firstNanos() + Math.max(0, span)).length();
    String lead =
        "  "
            + Lines.right(time, Math.max(8, timeWidth))
            + " "
            + Lines.right(frame, frames.several() ? 8 : 6)
            + "  "
            + Lines.left(entry.label(), 9)
            + " ";
    String blanks = " ".repeat(Lines.width(lead));
    boolean first = true;
    for (String line : entry.lines()) {
      lines.hang(first ? lead : blanks, line);
      first = false;
    }
  }

  // ---- IKE SAs -------------------------------------------------------------------------------

  private void ikeSas() {
    List<IkeSa> sas = correlation.ikeSas();
    if (sas.isEmpty()) {
      return;
    }
    lines.section("IKE SAs");
    boolean narrow = lines.columns() < NARROW;
    if (!narrow) {
      lines.add(
          2,
          Lines.glued(
              row("initiator SPI", "responder SPI", "", "state", "msgs", "rpt") + "  frames"));
    }
    for (IkeSa sa : sas) {
      String range = frames.number(sa.first()) + " - " + frames.number(sa.last());
      String version = "v" + sa.version();
      String spiI = Hex.spi64(sa.initiatorSpi());
      String spiR = Hex.spi64(sa.responderSpi());
      if (narrow) {
        lines.hang(
            "  ",
            spiI
                + " / "
                + spiR
                + " "
                + version
                + ", "
                + sa.state().json()
                + ", "
                + Frames.count(sa.messages(), "message", "messages")
                + ", "
                + Frames.count(sa.retransmissions(), "repeated", "repeated")
                + ", "
                + Lines.glued("frames " + range));
      } else {
        lines.add(
            2,
            Lines.glued(
                row(
                        spiI,
                        spiR,
                        version,
                        sa.state().json(),
                        Integer.toString(sa.messages()),
                        Integer.toString(sa.retransmissions()))
                    + "  "
                    + range));
      }
      lines.hang("      ", ends(sa));
    }
    if (sas.stream().anyMatch(sa -> sa.retransmissions() > 0)) {
      lines.add(2, "rpt: messages that repeat earlier bytes");
    }
  }

  private static String row(
      String spiI, String spiR, String version, String state, String messages, String repeated) {
    return Lines.left(spiI, 16)
        + " "
        + Lines.left(spiR, 16)
        + " "
        + Lines.left(version, 2)
        + " "
        + Lines.left(state, 11)
        + Lines.right(messages, 5)
        + Lines.right(repeated, 4);
  }

  private String ends(IkeSa sa) {
    boolean ueInitiated = correlation.ueInitiated(sa);
    Ue owner = correlation.owner(sa);
    StringBuilder text =
        new StringBuilder(owner == null ? "no UE known for it: " : "UE " + id(owner) + " at ");
    String last = "";
    int told = 0;
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      String now = Story.ueEnd(ends, ueInitiated);
      if (now.equals(last)) {
        continue;
      }
      if (told == 8) {
        text.append(" -> ...");
        break;
      }
      text.append(told == 0 ? "" : " -> ").append(now);
      told++;
      last = now;
    }
    IkeSa successor = sa.successor();
    if (successor != null) {
      text.append(", replaced by ").append(Hex.spi64(successor.initiatorSpi()));
    }
    return text.toString();
  }

  // ---- captures ------------------------------------------------------------------------------

  private void captures() {
    lines.section(report.captures().size() == 1 ? "CAPTURE" : "CAPTURES");
    int number = 0;
    for (CaptureSummary capture : report.captures()) {
      number++;
      String lead = frames.several() ? "  " + number + "  " : "  ";
      lines.hang(lead, PlainText.of(capture.file()));
      List<String> facts = new ArrayList<>();
      if (!capture.format().equals("none")) {
        facts.add(capture.format());
      }
      if (!capture.linkTypes().isEmpty()) {
        facts.add(String.join(" and ", capture.linkTypes()));
      }
      facts.add(
          capture.packets() == 0
              ? Lines.glued("no packet read")
              : Frames.count(capture.packets(), "packet", "packets"));
      if (capture.packets() > 0) {
        facts.add(capture.signallingPackets() + Lines.glued(" of them signalling"));
      }
      if (capture.copies() > 0) {
        facts.add(Frames.count(capture.copies(), "duplicate", "duplicates"));
      }
      if (capture.truncatedPackets() > 0) {
        facts.add(Frames.count(capture.truncatedPackets(), "packet", "packets") + " cut short");
      }
      long problems = capture.problems().stream().filter(CaptureProblem::damage).count();
      facts.add(problems == 0 ? "nothing damaged" : Frames.count(problems, "problem", "problems"));
      lines.add(Lines.width(lead), String.join(", ", facts));
      if (capture.packets() > 0) {
        long span = capture.lastNanos() - capture.firstNanos();
        lines.add(
            Lines.width(lead),
            Times.utc(capture.firstNanos())
                + " + "
                + new Frames(false, 0).seconds(span)
                + Lines.GLUE
                + "s");
      }
    }
    lines.add(
        2,
        "Judged by profile "
            + report.audit().profile().id()
            + "; Roamscope "
            + PlainText.of(report.version())
            + ".");
  }

  // ---- what could not be read ----------------------------------------------------------------

  private void unread() {
    TreeSet<Long> spis = new TreeSet<>(correlation.tracker().closedSpis());
    long sealed =
        correlation.ikeSas().stream().filter(sa -> sa.encrypted() && !sa.decrypted()).count();
    List<Handover> open =
        report.audit().handovers().stream()
            .filter(handover -> handover.verdict() == Verdict.INCONCLUSIVE)
            .toList();
    List<String> others = notJudged();
    if (spis.isEmpty() && sealed == 0 && open.isEmpty() && others.isEmpty()) {
      return;
    }
    lines.section(others.isEmpty() ? "NOT READ" : "NOT READ, NOT JUDGED");
    if (!spis.isEmpty()) {
      List<String> some =
          spis.stream().limit(8).map(spi -> String.format(Locale.ROOT, "0x%08x", spi)).toList();
      lines.hang(
          "  ",
          Frames.count(spis.size(), "ESP SPI", "ESP SPIs")
              + " that may carry signalling: "
              + String.join(", ", some)
              + (spis.size() > some.size() ? " and more" : "")
              + ". Without the keys the K bits inside cannot be seen.");
    }
    if (sealed > 0) {
      lines.hang(
          "  ",
          "The payloads of "
              + Frames.count(sealed, "IKE SA", "IKE SAs")
              + ": DELETE, liveness checks and MOBIKE look alike without the keys.");
    }
    if (!others.isEmpty()) {
      lines.hang("  ", "Seen and not judged: " + String.join(", ", others) + ".");
    }
    Map<String, List<Handover>> reasons = new LinkedHashMap<>();
    open.forEach(handover ->
        reasons.computeIfAbsent(handover.reason(), any -> new ArrayList<>()).add(handover));
    reasons.forEach((reason, handovers) ->
        lines.hang(
            "  ",
            Frames.count(handovers.size(), "handover stays", "handovers stay")
                + " "
                + VerdictWords.name(Verdict.INCONCLUSIVE)
                + " ("
                + reason
                + "; "
                + frames.list(handovers.stream().map(h -> h.movement().begin()).toList())
                + "). "
                + remedy(reason)));
  }

  /** Mobility signalling that gives no verdict. */
  private List<String> notJudged() {
    List<String> others = new ArrayList<>();
    BindingTracker bindings = correlation.tracker().bindings();
    if (bindings.proxies() > 0) {
      others.add(Frames.count(bindings.proxies(), "proxy registration", "proxy registrations"));
    }
    if (!bindings.strays().isEmpty()) {
      others.add(
          Frames.count(
              bindings.strays().size(),
              "acknowledgement without its Binding Update",
              "acknowledgements without their Binding Update"));
    }
    if (!bindings.toCorrespondents().isEmpty()) {
      others.add(
          Frames.count(
              bindings.toCorrespondents().size(),
              "Binding Update without H",
              "Binding Updates without H"));
    }
    Map<Integer, Integer> types = new TreeMap<>();
    for (Event.OtherMobility other : correlation.tracker().others()) {
      types.merge(other.type(), 1, Integer::sum);
    }
    types.forEach((type, count) ->
        others.add(Lines.glued(count + " " + MobilityCodePoints.MESSAGE_TYPES.name(type))));
    return others;
  }

  private static String remedy(String reason) {
    return switch (reason) {
      case "encrypted_no_key" ->
          "To settle it, fetch the keys from the UE or the home agent, as Wireshark keeps them:"
              + " ikev2_decryption_table, ikev1_decryption_table, esp_sa.";
      case "capture_starts_late" -> "To settle it, start the capture before the UE attaches.";
      case "capture_ends_early" -> "To settle it, let the capture run on for some seconds.";
      case "packets_lost" ->
          "To settle it, capture both directions, without loss, at the home agent.";
      default -> "";
    };
  }
}
