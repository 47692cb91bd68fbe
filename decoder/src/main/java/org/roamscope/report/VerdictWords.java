package org.roamscope.report;

import org.roamscope.audit.Cause;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.track.IkeExchange;

/**
 * A verdict for people.
 *
 * @param rank order in summaries, the worst first
 * @param answer did the keys move with the phone?
 * @param style how the verdict looks
 * @param words what it says, a clause that can follow a colon
 */
record VerdictWords(int rank, Answer answer, Lines.Style style, String words) {
  /** Did the keys move with the phone? */
  enum Answer {
    /** They did not. */
    NO("no"),
    /** They did. */
    YES("yes"),
    /** The capture does not tell. */
    OPEN("not to be told");

    private final String text;

    Answer(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  static VerdictWords of(Verdict verdict) {
    return switch (verdict) {
      case STALE_HOME_AGENT_ENDPOINT ->
          no(0, Lines.Style.BAD, "K agreed, but the home agent still sends IKE to the old address");
      case STALE_UE_ENDPOINT ->
          no(1, Lines.Style.BAD, "K agreed, but the UE still sends IKE from the old address");
      case K_UNSOLICITED ->
          open(2, Lines.Style.BAD, "the home agent set K though the UE had not asked");
      case NEEDLESS_RERUN ->
          no(3, Lines.Style.BAD, "K agreed, and yet IKE was run again without need");
      case SA_KEPT_WITHOUT_K ->
          new VerdictWords(
              4,
              Answer.YES,
              Lines.Style.BAD,
              "the old IKE SA is used after the move, though K was not agreed");
      case RERUN_AVOIDABLE ->
          no(5, Lines.Style.DOUBTFUL, "IKE was run again; asking for K would have saved it");
      case NOT_BOUND -> open(6, Lines.Style.DOUBTFUL, "the binding was refused or never answered");
      case NO_BINDING_UPDATE ->
          open(7, Lines.Style.DOUBTFUL, "IKE moved, no Binding Update for the move was seen");
      case INCONCLUSIVE ->
          open(8, Lines.Style.DOUBTFUL, "the capture does not hold what the answer needs");
      case RERUN_JUSTIFIED ->
          no(9, Lines.Style.NOTABLE, "IKE was run again for a cause that the capture shows");
      case K_REFUSED -> no(10, Lines.Style.NOTABLE, "K refused; no IKE re-run seen yet");
      case K_NOT_ASKED -> no(11, Lines.Style.NOTABLE, "K not asked for; no IKE re-run seen yet");
      case NO_IKE -> open(12, Lines.Style.NOTABLE, "this UE has no IKE SA in the capture");
      case K_AGREED ->
          open(13, Lines.Style.GOOD, "K agreed; no IKE since, so nothing proves it yet");
      case MOVED_BY_MOBIKE ->
          new VerdictWords(14, Answer.YES, Lines.Style.GOOD, "MOBIKE moved the IKE SA");
      case K_HONOURED ->
          new VerdictWords(
              15, Answer.YES, Lines.Style.GOOD, "K agreed, and the same IKE SA goes on");
    };
  }

  private static VerdictWords no(int rank, Lines.Style style, String words) {
    return new VerdictWords(rank, Answer.NO, style, words);
  }

  private static VerdictWords open(int rank, Lines.Style style, String words) {
    return new VerdictWords(rank, Answer.OPEN, style, words);
  }

  /**
   * Did the keys move in this case? A justified re-run may come after the IKE SA had moved along:
   * the home agent answered on it at the new place, and it ended for a cause of its own.
   */
  Answer answer(Handover handover) {
    boolean moved =
        handover.verdict() == Verdict.RERUN_JUSTIFIED
            && handover.cause() != Cause.K_REFUSED
            && handover.movement().ike().ueFromNew().stream().anyMatch(IkeExchange::answered);
    return moved ? Answer.YES : answer;
  }

  /** True when nobody has to look at it. */
  boolean fine() {
    return style == Lines.Style.GOOD;
  }

  /** The verdict's name in its style. */
  static String name(Verdict verdict) {
    return Lines.styled(of(verdict).style(), verdict.name());
  }

  /** The severity's name in its style. */
  static String name(Severity severity) {
    return counted(severity, 1);
  }

  /** The severity's name in its style, plural where there are several. */
  static String counted(Severity severity, long count) {
    return Lines.styled(style(severity), severity.json() + (count == 1 ? "" : "s"));
  }

  /** How a severity looks. */
  static Lines.Style style(Severity severity) {
    return switch (severity) {
      case ERROR -> Lines.Style.BAD;
      case WARNING -> Lines.Style.DOUBTFUL;
      case NOTE, CHAT -> Lines.Style.NOTABLE;
    };
  }
}
