package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.decrypt.Coverage;
import org.roamscope.field.IpAddress;
import org.roamscope.report.TimelineLane.Span;
import org.roamscope.track.At;
import org.roamscope.track.ChildSa;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Ue;

/**
 * AH and ESP of a UE for its timeline: child SAs where the exchanges that made them could be read,
 * else nothing but the SPIs of packets, from the first to the last of them.
 */
final class TimelineIpsec {
  private static final int AH = 2;

  private final ReportIndex index;
  private final Ue ue;
  private final List<ChildSa> children;
  private final List<Coverage.Row> rows;

  TimelineIpsec(ReportIndex index, Correlation.History history) {
    this.index = index;
    ue = history.ue();
    children = ChildSa.of(history.ikeSas(), index.correlation()::ueInitiated);
    rows = index.ipsec(ue);
  }

  /** Lanes of the child SAs of an IKE SA; those that stand at the same time are in several. */
  List<TimelineLane> children(IkeSa sa, String letter) {
    return packed(
        "child SAs",
        children.stream()
            .filter(child -> child.ikeSa().equals(sa))
            .map(child -> span(child, letter))
            .toList());
  }

  private Span span(ChildSa child, String letter) {
    String protocol = child.protocol() == AH ? "AH" : "ESP";
    At ended = child.ended();
    String end = child.end().words();
    return new Span(
        protocol + " " + spi(child.toUe()) + " / " + spi(child.toHomeAgent()),
        "child SA of SA "
            + letter
            + ", SPI to the UE "
            + spi(child.toUe())
            + ", to the home agent "
            + spi(child.toHomeAgent())
            + ", "
            + (ended == null ? end : end + " in frame " + index.frames().number(ended))
            + ", "
            + Lines.plain(Frames.count(packets(child), "packet", "packets"))
            + " seen",
        child.begun(),
        ended == null ? Long.MAX_VALUE : ended.timeNanos(),
        ended == null ? "" : end);
  }

  private static String spi(@Nullable Long spi) {
    return spi == null ? "?" : Hex.spi32(spi);
  }

  private long packets(ChildSa child) {
    return rows.stream().filter(row -> names(child, row)).mapToLong(Coverage.Row::all).sum();
  }

  private static boolean names(ChildSa child, Coverage.Row row) {
    Long spi = number(row.subject());
    boolean sameProtocol = (child.protocol() == AH) == (row.subject() instanceof Coverage.Ah);
    return sameProtocol && (spi.equals(child.toUe()) || spi.equals(child.toHomeAgent()));
  }

  private static Long number(Coverage.Subject subject) {
    return switch (subject) {
      case Coverage.Esp esp -> esp.number();
      case Coverage.Ah ah -> ah.number();
      case Coverage.Ike ike ->
          throw new IllegalArgumentException("an IKE SA has no such SPI: " + ike);
    };
  }

  /** Lanes of SPIs that no exchange that could be read names. */
  List<TimelineLane> others() {
    Set<Coverage.Row> known = new HashSet<>();
    for (ChildSa child : children) {
      rows.stream().filter(row -> names(child, row)).forEach(known::add);
    }
    return packed(
        "SPIs seen",
        rows.stream()
            .filter(row -> !known.contains(row))
            .sorted(Comparator.comparingLong(row -> row.seen().firstNanos()))
            .map(this::span)
            .toList());
  }

  private Span span(Coverage.Row row) {
    Coverage.Subject subject = row.subject();
    Coverage.Seen seen = row.seen();
    boolean up = destination(subject).equals(ue.homeAgent());
    return new Span(
        subject.protocol() + (up ? " to HA " : " to UE ") + subject.spi(),
        subject.addresses()
            + ", "
            + Lines.plain(Frames.count(row.all(), "packet", "packets"))
            + ", the last at "
            + index.frames().seconds(seen.lastNanos())
            + " s; which IKE SA made it is not shown",
        new At(seen.capture(), seen.frame(), seen.firstNanos()),
        seen.lastNanos());
  }

  private static IpAddress destination(Coverage.Subject subject) {
    return switch (subject) {
      case Coverage.Esp esp -> esp.destination();
      case Coverage.Ah ah -> ah.destination();
      case Coverage.Ike ike -> throw new IllegalArgumentException("an IKE SA has two ends: " + ike);
    };
  }

  /** Each span into the first lane in which it touches no other; the first lane has the name. */
  private static List<TimelineLane> packed(String name, List<Span> spans) {
    List<List<Span>> lanes = new ArrayList<>();
    for (Span span : spans) {
      List<Span> free =
          lanes.stream()
              .filter(lane -> lane.getLast().untilNanos() < span.fromNanos())
              .findFirst()
              .orElse(null);
      if (free == null) {
        free = new ArrayList<>();
        lanes.add(free);
      }
      free.add(span);
    }
    List<TimelineLane> named = new ArrayList<>();
    for (List<Span> lane : lanes) {
      named.add(new TimelineLane(named.isEmpty() ? name : "", List.copyOf(lane)));
    }
    return List.copyOf(named);
  }
}
