package org.roamscope.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.roamscope.audit.Distribution;
import org.roamscope.compare.TwoPoints.Alone;
import org.roamscope.compare.TwoPoints.Match;
import org.roamscope.compare.TwoPoints.NatFlow;
import org.roamscope.compare.TwoPoints.Reason;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Event;
import org.roamscope.track.Event.Direction;
import org.roamscope.track.Path;

/**
 * Finds the same message at two capture points. Messages are put together by what no NAT rewrites;
 * those of one key are told apart by their order within the delay that the others show.
 */
public final class PointMatcher {
  private static final Comparator<Sighting> BY_TIME =
      Comparator.<Sighting>comparingLong(sighting -> sighting.at().timeNanos())
          .thenComparingInt(sighting -> sighting.at().frame());
  private static final Comparator<Match> BY_FIRST = Comparator.comparing(Match::first, BY_TIME);
  private static final long SHORTEST_WINDOW = 100_000_000;
  private static final long LONGEST_WINDOW = 2_000_000_000;

  /**
   * When a point captured.
   *
   * @param firstNanos its first packet
   * @param lastNanos its last packet
   */
  public record Span(long firstNanos, long lastNanos) {
    boolean holds(long timeNanos) {
      return firstNanos <= timeNanos && timeNanos <= lastNanos;
    }
  }

  /** Messages of one key at each point, by time. */
  private record Group(List<Sighting> first, List<Sighting> second) {
    Group() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private final Map<MessageKey, Group> groups = new LinkedHashMap<>();
  private final Set<Object> subjectsOfFirst = new HashSet<>();
  private final List<Sighting> unmatched = new ArrayList<>();

  private PointMatcher(List<Event> first, List<Event> second) {
    Directions directions = Directions.of(first, second);
    for (Event event : first) {
      Sighting sighting = sighting(event, directions);
      subjectsOfFirst.add(sighting.key().subject());
      group(sighting).first().add(sighting);
    }
    for (Event event : second) {
      Sighting sighting = sighting(event, directions);
      group(sighting).second().add(sighting);
    }
    for (Group group : groups.values()) {
      group.first().sort(BY_TIME);
      group.second().sort(BY_TIME);
    }
  }

  private Group group(Sighting sighting) {
    return groups.computeIfAbsent(sighting.key(), key -> new Group());
  }

  private static Sighting sighting(Event event, Directions directions) {
    MessageKey key = MessageKey.of(event);
    return new Sighting(event.at(), key.name(), directions.of(event), Sighting.path(event), key);
  }

  /**
   * Compares two points.
   *
   * @param first events of the point nearer to the UEs
   * @param firstSpan when it captured, by its own clock
   * @param second events of the point nearer to the home agent
   * @param secondSpan when it captured, by its own clock
   */
  public static TwoPoints match(
      List<Event> first, Span firstSpan, List<Event> second, Span secondSpan) {
    PointMatcher matcher = new PointMatcher(first, second);
    List<Match> sure = matcher.inOrder();
    if (sure.isEmpty()) {
      matcher.groups.values().forEach(matcher::leave);
      return matcher.result(sure, Optional.empty(), firstSpan, secondSpan);
    }
    Clock rough = clock(sure);
    List<Match> matched = matcher.aligned(rough, window(sure, rough));
    Clock clock = matched.isEmpty() ? rough : clock(matched);
    return matcher.result(matched, Optional.of(clock), firstSpan, secondSpan);
  }

  /** Keys that are as often at one point as at the other. */
  private List<Match> inOrder() {
    List<Match> found = new ArrayList<>();
    for (Group group : groups.values()) {
      if (group.first().size() == group.second().size()) {
        for (int i = 0; i < group.first().size(); i++) {
          found.add(new Match(group.first().get(i), group.second().get(i)));
        }
      }
    }
    found.sort(BY_FIRST);
    return found;
  }

  /** All without a known direction still say something: as if they went to the home agent. */
  private static Clock clock(List<Match> matched) {
    List<ClockFit.Bound> bounds =
        matched.stream().map(Match::bound).flatMap(Optional::stream).toList();
    return Clock.of(bounds.isEmpty() ? matched.stream().map(PointMatcher::guess).toList() : bounds);
  }

  private static ClockFit.Bound guess(Match match) {
    long first = match.first().at().timeNanos();
    return new ClockFit.Bound(first, match.second().at().timeNanos() - first, true);
  }

  private static long window(List<Match> sure, Clock clock) {
    long[] apart =
        sure.stream().mapToLong(match -> Math.abs(apart(match, clock))).sorted().toArray();
    long usual = apart[(apart.length - 1) * 9 / 10];
    return Math.clamp(4 * usual, SHORTEST_WINDOW, LONGEST_WINDOW);
  }

  private static long apart(Match match, Clock clock) {
    return match.second().at().timeNanos() - clock.corrected(match.first().at().timeNanos());
  }

  private List<Match> aligned(Clock clock, long window) {
    List<Match> found = new ArrayList<>();
    groups.values().forEach(group -> align(group, clock, window, found));
    found.sort(BY_FIRST);
    return found;
  }

  private void align(Group group, Clock clock, long window, List<Match> found) {
    int i = 0;
    int j = 0;
    while (i < group.first().size() && j < group.second().size()) {
      Match match = new Match(group.first().get(i), group.second().get(j));
      long apart = apart(match, clock);
      if (Math.abs(apart) <= window) {
        found.add(match);
        i++;
        j++;
      } else if (apart < 0) {
        unmatched.add(match.second());
        j++;
      } else {
        unmatched.add(match.first());
        i++;
      }
    }
    unmatched.addAll(group.first().subList(i, group.first().size()));
    unmatched.addAll(group.second().subList(j, group.second().size()));
  }

  private void leave(Group group) {
    unmatched.addAll(group.first());
    unmatched.addAll(group.second());
  }

  // ---- what follows from it ------------------------------------------------------------------

  private TwoPoints result(
      List<Match> matched, Optional<Clock> clock, Span firstSpan, Span secondSpan) {
    List<Alone> alone =
        unmatched.stream()
            .sorted(Comparator.comparingLong(sighting -> secondTime(sighting, clock)))
            .map(sighting -> new Alone(sighting, reason(sighting, clock, firstSpan, secondSpan)))
            .toList();
    return new TwoPoints(matched, alone, clock, delays(matched, clock), nat(matched));
  }

  private static boolean atFirst(Sighting sighting) {
    return sighting.at().capture() == 0;
  }

  private static long secondTime(Sighting sighting, Optional<Clock> clock) {
    long time = sighting.at().timeNanos();
    return atFirst(sighting) ? clock.map(known -> known.corrected(time)).orElse(time) : time;
  }

  private Reason reason(Sighting sighting, Optional<Clock> clock, Span firstSpan, Span secondSpan) {
    if (clock.isEmpty()) {
      return Reason.NOT_COVERED;
    }
    long time = secondTime(sighting, clock);
    Span first =
        new Span(
            clock.get().corrected(firstSpan.firstNanos()),
            clock.get().corrected(firstSpan.lastNanos()));
    boolean covered =
        atFirst(sighting)
            ? secondSpan.holds(time)
            : first.holds(time) && subjectsOfFirst.contains(sighting.key().subject());
    if (!covered) {
      return Reason.NOT_COVERED;
    }
    Direction lostWay = atFirst(sighting) ? Direction.TO_HOME_AGENT : Direction.TO_MOBILE_NODE;
    return sighting.direction() == lostWay ? Reason.LOST : Reason.NOT_CAPTURED;
  }

  private static TwoPoints.Delays delays(List<Match> matched, Optional<Clock> clock) {
    return new TwoPoints.Delays(
        delay(matched, clock, Direction.TO_HOME_AGENT, 1),
        delay(matched, clock, Direction.TO_MOBILE_NODE, -1));
  }

  private static Distribution delay(
      List<Match> matched, Optional<Clock> clock, Direction way, int sign) {
    return Distribution.of(
        clock.stream()
            .flatMap(known ->
                matched.stream()
                    .filter(match -> match.first().direction() == way)
                    .map(match -> sign * apart(match, known)))
            .mapToLong(Long::longValue));
  }

  private record EndPoints(IpAddress inside, int insidePort, IpAddress outside, int outsidePort) {
    boolean rewritten() {
      return !inside.equals(outside) || insidePort != outsidePort;
    }

    static Stream<EndPoints> of(Match match) {
      return match.first().path().stream()
          .flatMap(inside ->
              match.second().path().stream()
                  .flatMap(outside -> of(match.first().direction(), inside, outside)));
    }

    private static Stream<EndPoints> of(Direction way, Path inside, Path outside) {
      return switch (way) {
        case TO_HOME_AGENT ->
            Stream.of(
                new EndPoints(
                    inside.source(), inside.sourcePort(), outside.source(), outside.sourcePort()));
        case TO_MOBILE_NODE ->
            Stream.of(
                new EndPoints(
                    inside.destination(),
                    inside.destinationPort(),
                    outside.destination(),
                    outside.destinationPort()));
        case UNKNOWN -> Stream.empty();
      };
    }
  }

  private static List<NatFlow> nat(List<Match> matched) {
    Map<EndPoints, List<Match>> flows = new LinkedHashMap<>();
    for (Match match : matched) {
      EndPoints.of(match)
          .filter(EndPoints::rewritten)
          .forEach(ends -> flows.computeIfAbsent(ends, key -> new ArrayList<>()).add(match));
    }
    return flows.entrySet().stream()
        .map(flow ->
            new NatFlow(
                flow.getKey().inside(),
                flow.getKey().insidePort(),
                flow.getKey().outside(),
                flow.getKey().outsidePort(),
                flow.getValue()))
        .toList();
  }
}
