package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/**
 * A point of a timeline.
 *
 * @param at the frame that shows it
 * @param tone how bad it is
 * @param label short
 * @param detail in words
 */
public record TimelineMark(At at, Tone tone, String label, String detail) {
  /** When. */
  public long nanos() {
    return at.timeNanos();
  }

  /**
   * A binding granted.
   *
   * @param from the acknowledgement that grants it
   * @param untilNanos when it is replaced or runs out
   * @param lifetimeNanos lifetime granted
   */
  public record Grant(At from, long untilNanos, long lifetimeNanos) {
    /** When. */
    public long fromNanos() {
      return from.timeNanos();
    }
  }

  /** Lifetimes granted, in time order. */
  static List<Grant> grants(List<Registration> registrations) {
    List<Grant> grants = new ArrayList<>();
    for (Registration registration : registrations) {
      Event.BindingAcknowledgement answer = registration.answer();
      if (answer == null || !answer.accepted()) {
        continue;
      }
      long now = answer.timeNanos();
      if (!grants.isEmpty() && grants.getLast().untilNanos() > now) {
        Grant last = grants.removeLast();
        grants.add(new Grant(last.from(), now, last.lifetimeNanos()));
      }
      long lifetime = registration.deregistration() ? 0 : answer.lifetimeSeconds() * At.SECOND;
      if (lifetime > 0) {
        grants.add(new Grant(answer.at(), now + lifetime, lifetime));
      }
    }
    return List.copyOf(grants);
  }

  /** K asked for and granted, as {@code 1/1}; a question mark for what nothing shows. */
  static List<TimelineMark> keyManagement(List<Registration> registrations) {
    List<TimelineMark> marks = new ArrayList<>();
    for (Registration registration : registrations) {
      Boolean asked = registration.keyManagementRequested();
      Boolean granted = registration.keyManagementGranted();
      boolean agreed = Boolean.TRUE.equals(asked) && Boolean.TRUE.equals(granted);
      boolean unasked = Boolean.FALSE.equals(asked) && Boolean.TRUE.equals(granted);
      marks.add(
          new TimelineMark(
              registration.begun(),
              agreed ? Tone.GOOD : unasked ? Tone.BAD : Tone.NOTABLE,
              bit(asked) + "/" + bit(granted),
              "K asked " + bit(asked) + ", granted " + bit(granted)));
    }
    return List.copyOf(marks);
  }

  private static String bit(@Nullable Boolean bit) {
    return bit == null ? "?" : bit ? "1" : "0";
  }

  /** Handovers with their verdicts. */
  static List<TimelineMark> handovers(List<Handover> handovers) {
    List<TimelineMark> marks = new ArrayList<>();
    for (Handover handover : handovers) {
      marks.add(
          new TimelineMark(
              handover.movement().begin(),
              Tone.of(VerdictWords.of(handover.verdict()).style()),
              "H" + (marks.size() + 1) + " " + handover.verdict(),
              handover.explanation()));
    }
    return List.copyOf(marks);
  }

  /** Findings by their rule ids. */
  static List<TimelineMark> findings(List<Finding> findings) {
    return findings.stream()
        .map(finding ->
            new TimelineMark(
                finding.primary().at(),
                Tone.of(VerdictWords.style(finding.severity())),
                finding.rule().id(),
                finding.severity().json() + " " + finding.rule().name()))
        .toList();
  }
}
