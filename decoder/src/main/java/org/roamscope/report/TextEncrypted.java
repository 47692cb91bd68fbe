package org.roamscope.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.Missing;
import org.roamscope.decrypt.Outcome;

/** Which encrypted packets could be read, and what to fetch for the others. */
final class TextEncrypted {
  /** Closed SAs told one by one; JSON has them all. */
  private static final int MOST_ROWS = 12;

  private final ReportIndex index;
  private final Lines lines;

  TextEncrypted(ReportIndex index, Lines lines) {
    this.index = index;
    this.lines = lines;
  }

  void write() {
    List<KeyCoverage.Entry> entries = KeyCoverage.of(index.report());
    if (entries.isEmpty()) {
      return;
    }
    lines.section("ENCRYPTED");
    lines.add(2, sum(index.report().coverage(), entries));
    Map<String, List<KeyCoverage.Entry>> sas = new LinkedHashMap<>();
    for (KeyCoverage.Entry entry : entries) {
      Coverage.Subject subject = entry.row().subject();
      if (entry.row().closed() > 0) {
        sas.computeIfAbsent(subject.protocol() + " " + subject.spi(), any -> new ArrayList<>())
            .add(entry);
      }
    }
    List<List<KeyCoverage.Entry>> closed = List.copyOf(sas.values());
    closed.stream().limit(MOST_ROWS).forEach(this::sa);
    if (closed.size() > MOST_ROWS) {
      lines.add(
          2,
          "And "
              + Frames.count(closed.size() - MOST_ROWS, "more", "more")
              + " that stayed closed; --format"
              + Lines.GLUE
              + "json lists them all.");
    }
  }

  /** For example {@code Of 12 packets of 3 SAs 8 opened, 4 without a key.} */
  static String sum(Coverage coverage, List<KeyCoverage.Entry> entries) {
    long sas =
        entries.stream()
            .map(entry -> entry.row().subject())
            .map(subject -> subject.protocol() + " " + subject.spi())
            .distinct()
            .count();
    long packets = 0;
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      long count = coverage.packets(outcome);
      packets += count;
      if (count > 0) {
        parts.add(outcome.words() + Lines.GLUE + count);
      }
    }
    return Frames.count(packets, "packet", "packets")
        + " of "
        + Frames.count(sas, "SA", "SAs")
        + (coverage.evictions() == 0 ? "" : " and more")
        + ": "
        + String.join(", ", parts)
        + ".";
  }

  /** For example {@code no key 4, wrong key 1}. */
  static String outcomes(Map<Outcome, Long> packets) {
    List<String> parts = new ArrayList<>();
    packets.forEach((outcome, count) -> parts.add(outcome.words() + Lines.GLUE + count));
    return String.join(", ", parts);
  }

  /** The same SPI with all its addresses: the SA of a UE that moves is one SA. */
  private void sa(List<KeyCoverage.Entry> entries) {
    KeyCoverage.Entry first = entries.getFirst();
    Coverage.Subject subject = first.row().subject();
    Map<Outcome, Long> packets = new EnumMap<>(Outcome.class);
    entries.forEach(entry ->
        entry
            .row()
            .packets()
            .forEach((outcome, count) -> packets.merge(outcome, count, Long::sum)));
    lines.hang("  ", subject.protocol() + Lines.GLUE + subject.spi() + "  " + outcomes(packets));
    List<String> addresses =
        entries.stream()
            .map(entry -> entry.row().subject().addresses().replace("> ", ">" + Lines.GLUE))
            .filter(ends -> !ends.isEmpty())
            .toList();
    if (!addresses.isEmpty()) {
      lines.add(6, String.join(", ", addresses));
    }
    String waiting = waiting(first);
    if (!waiting.isEmpty()) {
      lines.add(6, waiting);
    }
    for (Outcome outcome : packets.keySet()) {
      Missing.what(subject, outcome, first.row().parent())
          .ifPresent(what -> lines.hang("      To fetch: ", what + "."));
    }
  }

  private String waiting(KeyCoverage.Entry entry) {
    String ue = entry.ue() == null ? "" : "UE" + Lines.GLUE + index.id(entry.ue());
    if (entry.waiting().isEmpty()) {
      return ue.isEmpty() ? "" : ue + ".";
    }
    int count = entry.waiting().size();
    return (ue.isEmpty() ? "" : ue + ": ")
        + Frames.count(count, "handover waits", "handovers wait")
        + " for its keys ("
        + index.frames().list(entry.waiting().stream().map(h -> h.movement().begin()).toList())
        + ").";
  }
}
