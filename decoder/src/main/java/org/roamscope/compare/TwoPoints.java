package org.roamscope.compare;

import java.util.List;
import java.util.Optional;
import org.roamscope.audit.Distribution;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Event.Direction;

/**
 * What two capture points of one path saw: the first nearer to the UEs, the second nearer to the
 * home agent.
 *
 * @param matched messages at both, in the order of the first
 * @param alone messages at one only, in the order of the second's clock
 * @param clock the second's clock against the first's, empty when no message is at both
 * @param delays one-way delays by that clock
 * @param nat what a NAT between the points rewrites, flow by flow
 */
public record TwoPoints(
    List<Match> matched,
    List<Alone> alone,
    Optional<Clock> clock,
    Delays delays,
    List<NatFlow> nat) {
  /** An own copy. */
  public TwoPoints {
    matched = List.copyOf(matched);
    alone = List.copyOf(alone);
    nat = List.copyOf(nat);
  }

  /** One message at both points. */
  public record Match(Sighting first, Sighting second) {
    Optional<ClockFit.Bound> bound() {
      return first.direction() == Direction.UNKNOWN
          ? Optional.empty()
          : Optional.of(
              new ClockFit.Bound(
                  first.at().timeNanos(),
                  second.at().timeNanos() - first.at().timeNanos(),
                  first.direction() == Direction.TO_HOME_AGENT));
    }
  }

  /** Why a message is at one point only. */
  public enum Reason {
    /** It left towards the other point and did not get there. */
    LOST,
    /** It came from the other point, which did not capture it. */
    NOT_CAPTURED,
    /** The other point did not capture then, or captures nothing of this UE. */
    NOT_COVERED
  }

  /** A message at one point only. */
  public record Alone(Sighting sighting, Reason reason) {}

  /**
   * One-way delays.
   *
   * @param toHomeAgent from the first point to the second
   * @param toUe from the second to the first
   */
  public record Delays(Distribution toHomeAgent, Distribution toUe) {}

  /**
   * An end point of a UE as it is before and after a NAT.
   *
   * @param inside address at the first point
   * @param insidePort UDP port there, 0 without UDP
   * @param outside address at the second point
   * @param outsidePort UDP port there, 0 without UDP
   * @param matched the messages that show it
   */
  public record NatFlow(
      IpAddress inside, int insidePort, IpAddress outside, int outsidePort, List<Match> matched) {
    /** An own copy. */
    public NatFlow {
      matched = List.copyOf(matched);
    }
  }
}
