package org.roamscope.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roamscope.track.Activity;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Path;
import org.roamscope.track.Registration;

/**
 * What handovers cost, in figures.
 *
 * @param binding Binding Update to the acknowledgement that answers it, of all registrations
 * @param ikeRun first IKE message to the last answer of authentication, of all IKE runs
 * @param interruption from the last packet of the user at the old place to the first at the new one
 * @param ikeRuns all IKE runs
 * @param saved those that K would have saved
 */
public record Figures(
    Distribution binding,
    Distribution ikeRun,
    Distribution interruption,
    RunCost ikeRuns,
    RunCost saved) {
  /** A user who was idle for longer around a move shows no interruption. */
  private static final long INTERRUPTION_WITHIN_NANOS = 30 * At.SECOND;

  /** The figures of an audit. */
  public static Figures of(Audit audit) {
    Correlation correlation = audit.correlation();
    return new Figures(
        Distribution.of(bindings(audit).parallel()),
        Distribution.of(ikeRuns(audit)),
        Distribution.of(interruptions(audit)),
        sum(correlation.ikeSas().stream()),
        sum(saved(audit.handovers())));
  }

  /** Every time from a Binding Update to the acknowledgement that answers it, nanoseconds. */
  public static LongStream bindings(Audit audit) {
    return audit.correlation().histories().stream()
        .flatMap(history -> history.ue().registrations().stream())
        .map(Registration::answeredAfterNanos)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong);
  }

  /** How long every IKE run took, nanoseconds. */
  public static LongStream ikeRuns(Audit audit) {
    return audit.correlation().ikeSas().stream()
        .mapToLong(IkeSa::setUpNanos)
        .filter(nanos -> nanos >= 0);
  }

  /** How long users had no packets at a handover, nanoseconds, where that can be seen. */
  public static LongStream interruptions(Audit audit) {
    return audit.handovers().stream()
        .map(handover -> interruption(audit.correlation(), handover))
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong);
  }

  private static RunCost sum(Stream<IkeSa> sas) {
    return sas.map(RunCost::of).reduce(RunCost.NONE, RunCost::and);
  }

  /** Each SA once: a second move may meet the same re-run. */
  private static Stream<IkeSa> saved(List<Handover> handovers) {
    Map<IkeSa, IkeSa> sas = new LinkedHashMap<>();
    for (Handover handover : handovers) {
      IkeSa rerun = savedByK(handover);
      if (rerun != null) {
        sas.put(rerun, rerun);
      }
    }
    return sas.keySet().stream();
  }

  /**
   * The IKE run that would not have been with K asked, granted and kept, or null: K needs no
   * message of its own (RFC 6275 section 6.1.7).
   */
  public static @Nullable IkeSa savedByK(Handover handover) {
    boolean saved =
        switch (handover.verdict()) {
          case NEEDLESS_RERUN, RERUN_AVOIDABLE -> true;
          case RERUN_JUSTIFIED -> handover.cause() == Cause.K_REFUSED;
          default -> false;
        };
    return saved ? handover.movement().ike().rerun() : null;
  }

  /** How long the user had no packets, in nanoseconds; empty when that cannot be seen. */
  public static OptionalLong interruption(Correlation correlation, Handover handover) {
    Registration from = handover.movement().from();
    Registration to = handover.movement().registration();
    if (from == null || to == null) {
      return OptionalLong.empty();
    }
    return correlation
        .tracker()
        .traffic()
        .interruption(
            place(from),
            place(to),
            handover.movement().begin().timeNanos(),
            INTERRUPTION_WITHIN_NANOS);
  }

  private static Activity.Place place(Registration registration) {
    Path path = Objects.requireNonNull(registration.path());
    return new Activity.Place(path.source(), path.sourcePort());
  }
}
