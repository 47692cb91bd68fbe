package org.roamscope.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/**
 * The Binding Cache entry of a UE once a frame has passed (RFC 6275 section 9.1).
 *
 * @param at the frame
 * @param status where the binding stands
 * @param entry the registration that made the entry; null when none did so far
 * @param update the update that was granted, null when it cannot be read
 * @param answer the acknowledgement that granted it, null when it cannot be read
 * @param waiting the last Binding Update, when no acknowledgement of it was seen; else null
 * @param refusal the last acknowledgement, when it refuses; else null
 */
public record BindingState(
    At at,
    Status status,
    @Nullable Registration entry,
    Event.@Nullable BindingUpdate update,
    Event.@Nullable BindingAcknowledgement answer,
    Event.@Nullable BindingUpdate waiting,
    Event.@Nullable BindingAcknowledgement refusal) {
  /** Where a binding stands. */
  public enum Status {
    /** No registration was granted so far; there may be one from before the capture. */
    UNKNOWN("not seen yet"),
    /** It stands. */
    BOUND("bound"),
    /** The signalling is closed; one seems to stand. */
    SEEMINGLY("seemingly bound, the signalling is encrypted"),
    /** Its lifetime ran out. */
    EXPIRED("expired"),
    /** The UE took it back. */
    DEREGISTERED("deregistered");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  /** The entry at a frame, of registrations in the order of their first packet. */
  static BindingState of(List<Registration> registrations, At at) {
    Registration entry = null;
    Event.BindingUpdate waiting = null;
    Event.BindingAcknowledgement refusal = null;
    for (Registration next : registrations) {
      if (!UeState.reached(next.begun(), at)) {
        continue;
      }
      Event.BindingAcknowledgement last = lastAnswer(next, at, false);
      boolean granted = granted(next, at);
      entry = granted ? next : entry;
      waiting = granted || last != null ? null : lastUpdate(next, at);
      refusal = granted ? null : last;
    }
    Event.BindingAcknowledgement answer = entry == null ? null : lastAnswer(entry, at, true);
    Event.BindingUpdate update = entry == null || answer == null ? null : asked(entry, answer);
    return new BindingState(at, status(entry, answer, at), entry, update, answer, waiting, refusal);
  }

  private static Status status(
      @Nullable Registration entry, Event.@Nullable BindingAcknowledgement answer, At at) {
    if (entry == null) {
      return Status.UNKNOWN;
    }
    if (answer == null) {
      return Status.SEEMINGLY;
    }
    if (entry.deregistration() || answer.lifetimeSeconds() == 0) {
      return Status.DEREGISTERED;
    }
    return answer.expiresNanos() <= at.timeNanos() ? Status.EXPIRED : Status.BOUND;
  }

  private static boolean granted(Registration registration, At at) {
    At accepted = registration.acceptedAt();
    return accepted == null ? registration.opaque() : UeState.reached(accepted, at);
  }

  private static Event.@Nullable BindingAcknowledgement lastAnswer(
      Registration registration, At at, boolean accepting) {
    Event.BindingAcknowledgement last = null;
    for (Event.BindingAcknowledgement answer : registration.answers()) {
      if (UeState.reached(answer.at(), at) && (answer.accepted() || !accepting)) {
        last = answer;
      }
    }
    return last;
  }

  private static Event.@Nullable BindingUpdate lastUpdate(Registration registration, At at) {
    Event.BindingUpdate last = null;
    for (Event.BindingUpdate update : registration.updates()) {
      last = UeState.reached(update.at(), at) ? update : last;
    }
    return last;
  }

  private static Event.@Nullable BindingUpdate asked(
      Registration registration, Event.BindingAcknowledgement answer) {
    Event.BindingUpdate found = null;
    for (Event.BindingUpdate update : registration.updates()) {
      found = update.sequence() == answer.sequence() ? update : found;
    }
    return found;
  }

  /** True when a binding stands. */
  public boolean bound() {
    return status == Status.BOUND || status == Status.SEEMINGLY;
  }

  /**
   * Nanoseconds of lifetime that are left; empty when nothing stands, it never ends or is not
   * known.
   */
  public OptionalLong leftNanos() {
    return status != Status.BOUND || answer == null || answer.endless()
        ? OptionalLong.empty()
        : OptionalLong.of(answer.expiresNanos() - at.timeNanos());
  }

  /** Lifetime left and granted, for example {@code 297.5 s of 300 s}; empty when not known. */
  public String lifetime() {
    if (answer == null) {
      return "";
    }
    if (answer.endless()) {
      return "without end";
    }
    String granted = answer.lifetimeSeconds() + " s";
    OptionalLong left = leftNanos();
    return left.isEmpty()
        ? "none left of " + granted
        : String.format(Locale.ROOT, "%.1f s of %s", left.getAsLong() / 1e9, granted);
  }

  /** Flags of the update, for example {@code A H K}; empty when it cannot be read. */
  public String flags() {
    if (update == null) {
      return "";
    }
    Event.UpdateFlags set = update.flags();
    StringJoiner text = new StringJoiner(" ");
    flag(text, set.acknowledge(), "A");
    flag(text, set.homeRegistration(), "H");
    flag(text, set.keyManagement(), "K");
    flag(text, set.proxy(), "P");
    flag(text, set.forceUdp(), "F");
    return text.toString();
  }

  private static void flag(StringJoiner text, boolean set, String name) {
    if (set) {
      text.add(name);
    }
  }

  /** True when both sides agreed that K moves the IKE SA (RFC 6275 section 6.1.7). */
  public boolean keyManagement() {
    return answer != null
        && update != null
        && answer.keyManagement()
        && update.flags().keyManagement();
  }
}
