package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Severity;
import org.roamscope.field.Clause;
import org.roamscope.field.PlainText;
import org.roamscope.track.At;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/**
 * A UE as a watch shows it: facts that do not change any more, whatever packets come. Texts are
 * safe for a terminal.
 *
 * @param name its name in reports
 * @param identities its identities, separated by blanks; empty when none is known
 * @param careOfAddress where it is; empty when nothing tells
 * @param tone how bad its state is
 * @param state the worst that is said of it: a verdict, or the severity and rule of a finding
 * @param sinceNanos when that was; {@link Long#MIN_VALUE} when nothing is said of it
 * @param keyManagement K asked for and granted in its last handover, as {@code 1/0}; ? for what was
 *     not seen, empty without a handover
 * @param worst the handover with the worst verdict, of several the latest; null without a handover
 * @param last its last handover; null without one
 * @param handovers how many
 * @param findings its findings, the worst first; of many only the first
 * @param allFindings how many there are
 */
public record WatchedUe(
    String name,
    String identities,
    String careOfAddress,
    Tone tone,
    String state,
    long sinceNanos,
    String keyManagement,
    @Nullable Handover worst,
    @Nullable Handover last,
    int handovers,
    List<Finding> findings,
    int allFindings) {
  /** Findings kept of a UE: more do not fit on a screen. */
  private static final int MOST_FINDINGS = 20;

  private static final Comparator<Handover> WORST =
      Comparator.<Handover>comparingInt(one -> VerdictWords.of(one.verdict()).rank())
          .thenComparing(one -> one.movement().begin(), Comparator.reverseOrder());

  private static final Comparator<Finding> WORST_FINDING =
      Comparator.comparing(Finding::severity)
          .thenComparing(one -> one.primary().at(), Comparator.reverseOrder());

  static WatchedUe of(String name, Person person) {
    List<Handover> handovers = person.handovers();
    Handover worst = handovers.stream().min(WORST).orElse(null);
    Handover last = handovers.isEmpty() ? null : handovers.getLast();
    List<Finding> findings =
        person.findings().stream().sorted(WORST_FINDING).limit(MOST_FINDINGS).toList();
    Ue ue = person.history().ue();
    List<Registration> registrations = ue.registrations();
    String at = registrations.isEmpty() ? "" : registrations.getLast().careOfAddress().toString();
    State state = State.of(worst, findings);
    return new WatchedUe(
        name,
        PlainText.of(String.join(" ", ue.identities())),
        at,
        state.tone(),
        state.words(),
        state.sinceNanos(),
        last == null ? "" : keyManagement(last),
        worst,
        last,
        handovers.size(),
        findings,
        person.findings().size());
  }

  /** The worst that is said. */
  private record State(Tone tone, String words, long sinceNanos) {
    /** A verdict goes before a finding that is no worse: it says what the finding is about. */
    static State of(@Nullable Handover worst, List<Finding> findings) {
      Tone tone = worst == null ? Tone.NOTABLE : Tone.of(VerdictWords.of(worst.verdict()).style());
      Finding finding = findings.isEmpty() ? null : findings.getFirst();
      if (finding != null && finding.severity().atLeast(Severity.WARNING)) {
        Tone found = Tone.of(VerdictWords.style(finding.severity()));
        if (worst == null || found.compareTo(tone) < 0) {
          String words = finding.severity().json() + " " + finding.rule().id();
          return new State(found, words, finding.primary().at().timeNanos());
        }
      }
      return worst == null
          ? new State(Tone.NOTABLE, "no handover", Long.MIN_VALUE)
          : new State(tone, worst.verdict().name(), worst.movement().begin().timeNanos());
    }
  }

  /** True when the text is part of its name, its address or an identity; case does not matter. */
  public boolean matches(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return name.toLowerCase(Locale.ROOT).contains(wanted)
        || careOfAddress.contains(wanted)
        || identities.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static String keyManagement(Handover handover) {
    return bit(handover.keyManagementRequested()) + "/" + bit(handover.keyManagementGranted());
  }

  private static String bit(@Nullable Boolean bit) {
    return bit == null ? "?" : bit ? "1" : "0";
  }

  /** All there is to say, paragraph by paragraph: the last handover, the worst, the findings. */
  public List<String> details() {
    List<String> lines = new ArrayList<>();
    lines.add("UE " + name + (careOfAddress.isEmpty() ? "" : ", at " + careOfAddress));
    if (!identities.isEmpty()) {
      lines.add("Known as " + identities);
    }
    if (last != null) {
      lines.addAll(said("Last handover", last));
    }
    if (worst != null && !worst.equals(last)) {
      lines.addAll(said("Worst handover", worst));
    }
    for (Finding finding : findings) {
      lines.add("");
      lines.addAll(said(finding));
    }
    if (allFindings > findings.size()) {
      lines.add("");
      lines.add(allFindings - findings.size() + " more findings");
    }
    return lines;
  }

  private static List<String> said(String which, Handover handover) {
    String from = String.valueOf(handover.movement().fromAddress());
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        which
            + " at "
            + Times.utc(handover.movement().begin().timeNanos())
            + ": "
            + (handover.movement().fromAddress() == null ? "an unseen place" : from)
            + " to "
            + handover.movement().to());
    lines.add(handover.verdict() + ", confidence " + handover.confidence().json());
    lines.add(PlainText.of(handover.explanation()));
    lines.add(
        proof(
            new Frames(false, 0).list(handover.evidence()), VerdictClauses.of(handover.verdict())));
    return lines;
  }

  private static List<String> said(Finding finding) {
    List<At> frames = new ArrayList<>(List.of(finding.primary().at()));
    finding.related().stream().map(Evidence::at).forEach(frames::add);
    return List.of(
        finding.severity().json()
            + " "
            + finding.rule().id()
            + " "
            + finding.rule().name()
            + " at "
            + Times.utc(finding.primary().at().timeNanos()),
        PlainText.of(finding.message()),
        proof(new Frames(false, 0).list(frames), finding.rule().clauses()));
  }

  private static String proof(String frames, List<Clause> clauses) {
    String text = Lines.plain(frames);
    return Character.toUpperCase(text.charAt(0))
        + text.substring(1)
        + (clauses.isEmpty() ? "" : "; " + String.join(", ", texts(clauses)));
  }

  private static List<String> texts(List<Clause> clauses) {
    return clauses.stream().map(Clause::toString).toList();
  }
}
