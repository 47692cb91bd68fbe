package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Gap;
import org.roamscope.audit.Handover;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.IkeSpis;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/** Whose the encrypted packets are, and which handovers wait for their keys. */
final class KeyCoverage {
  /**
   * An SA with encrypted packets.
   *
   * @param row what became of them
   * @param ue whose they are, or null when that cannot be told
   * @param waiting handovers that stay INCONCLUSIVE without its keys
   */
  record Entry(Coverage.Row row, @Nullable Ue ue, List<Handover> waiting) {}

  private final Correlation correlation;
  private final Map<Long, Ue> bySpi = new HashMap<>();
  private final Map<IpAddress, Ue> byAddress = new HashMap<>();
  private final Set<IpAddress> shared = new HashSet<>();
  private final Map<IkeSpis, IkeSa> ikeSas = new HashMap<>();
  private final Map<Long, List<Handover>> waitingForSpi = new HashMap<>();
  private final Map<IkeSa, List<Handover>> waitingForIke = new LinkedHashMap<>();

  private KeyCoverage(Report report, List<Coverage.Row> rows) {
    correlation = report.audit().correlation();
    // There may be far more mobile nodes than addresses that anybody asks about.
    Set<IpAddress> asked = new HashSet<>();
    rows.forEach(row -> asked.addAll(ends(row.subject())));
    correlation
        .ikeSas()
        .forEach(sa -> ikeSas.putIfAbsent(new IkeSpis(sa.initiatorSpi(), sa.responderSpi()), sa));
    if (!asked.isEmpty()) {
      indexAddresses(asked);
    }
    for (Handover handover : report.audit().handovers()) {
      handover.missing().forEach(gap -> wait(handover, gap));
    }
  }

  private void indexAddresses(Set<IpAddress> asked) {
    for (Correlation.History history : correlation.histories()) {
      Ue ue = history.ue();
      own(ue, ue.homeAddress(), asked);
      for (Registration registration : ue.registrations()) {
        registration.addresses().forEach(address -> own(ue, address, asked));
        registration.closedSpis().forEach(spi -> bySpi.putIfAbsent(spi, ue));
      }
    }
  }

  private static List<IpAddress> ends(Coverage.Subject subject) {
    return switch (subject) {
      case Coverage.Ike _ -> List.of();
      case Coverage.Esp esp -> List.of(esp.source(), esp.destination());
      case Coverage.Ah ah -> List.of(ah.source(), ah.destination());
    };
  }

  private void own(Ue ue, IpAddress address, Set<IpAddress> asked) {
    Ue other = asked.contains(address) ? byAddress.putIfAbsent(address, ue) : null;
    if (other != null && !other.equals(ue)) {
      shared.add(address);
    }
  }

  private void wait(Handover handover, Gap gap) {
    switch (gap) {
      case Gap.EspKeys esp ->
          waitingForSpi.computeIfAbsent(esp.spi(), any -> new ArrayList<>()).add(handover);
      case Gap.IkeKeys ike ->
          waitingForIke.computeIfAbsent(ike.sa(), any -> new ArrayList<>()).add(handover);
      case Gap.Packets packets -> {
        // No key opens what was not captured.
      }
    }
  }

  /** Every row; those that handovers wait for first, then the closed ones. */
  static List<Entry> of(Report report) {
    List<Coverage.Row> rows = report.coverage().rows();
    KeyCoverage all = new KeyCoverage(report, rows);
    return rows.stream()
        .map(all::entry)
        .sorted(
            Comparator.<Entry>comparingInt(entry -> entry.waiting().isEmpty() ? 1 : 0)
                .thenComparingInt(entry -> entry.row().closed() > 0 ? 0 : 1))
        .toList();
  }

  private Entry entry(Coverage.Row row) {
    return switch (row.subject()) {
      case Coverage.Ike ike -> ike(row, ike);
      case Coverage.Esp esp -> ipsec(row, esp.number(), esp.source(), esp.destination());
      case Coverage.Ah ah -> ipsec(row, ah.number(), ah.source(), ah.destination());
    };
  }

  private Entry ike(Coverage.Row row, Coverage.Ike ike) {
    IkeSa sa = ikeSas.get(new IkeSpis(ike.initiator(), ike.responder()));
    return sa == null
        ? new Entry(row, null, List.of())
        : new Entry(row, correlation.owner(sa), waitingForIke.getOrDefault(sa, List.of()));
  }

  private Entry ipsec(Coverage.Row row, long spi, IpAddress source, IpAddress destination) {
    IkeSa parent = row.parent() == null ? null : ikeSas.get(row.parent());
    Ue ue = parent == null ? null : correlation.owner(parent);
    if (ue == null) {
      ue =
          Stream.of(source, destination)
              .filter(address -> byAddress.containsKey(address) && !shared.contains(address))
              .map(byAddress::get)
              .findFirst()
              .orElse(bySpi.get(spi));
    }
    List<Handover> waiting = waitingForSpi.getOrDefault(spi, List.of());
    Ue owner = ue;
    return new Entry(
        row,
        owner,
        waiting.stream()
            .filter(handover -> owner == null || owner.equals(handover.movement().ue()))
            .toList());
  }
}
