package org.roamscope.gui.viewmodel;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.roamscope.audit.Verdict;
import org.roamscope.field.PlainText;
import org.roamscope.report.CaptureSummary;
import org.roamscope.report.Report;

/** Sentences about the whole: title, counts, facts, the answer. */
final class StatusText {
  static final String NAME = "Roamscope";
  static final String EMPTY = "No capture open";

  private static final double NANOS = 1e9;

  private StatusText() {}

  static String title(List<Path> files) {
    String more = files.size() == 1 ? "" : " and " + (files.size() - 1) + " more";
    return PlainText.of(lastName(files.getFirst())) + more + " - " + NAME;
  }

  static String liveTitle(String names, boolean capturing) {
    return (capturing ? "Capturing from " : "Not saved, from ") + names + " - " + NAME;
  }

  private static String lastName(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  static String counts(int all, int shown, boolean filtered, int marked) {
    String packets = "Packets: " + all;
    String displayed =
        filtered
            ? String.format(
                Locale.ROOT, " · Displayed: %d (%.1f%%)", shown, shown * 100.0 / Math.max(1, all))
            : "";
    return packets + displayed + (marked == 0 ? "" : " · Marked: " + marked);
  }

  /** Format, link types and duration. */
  static String facts(Report report) {
    var formats = new LinkedHashSet<String>();
    var links = new LinkedHashSet<String>();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (CaptureSummary capture : report.captures()) {
      formats.add(capture.format());
      links.addAll(capture.linkTypes());
      if (capture.packets() > 0) {
        first = Math.min(first, capture.firstNanos());
        last = Math.max(last, capture.lastNanos());
      }
    }
    String files = report.captures().size() == 1 ? "" : report.captures().size() + " files · ";
    String duration =
        first <= last ? String.format(Locale.ROOT, " · %.3f s", (last - first) / NANOS) : "";
    return PlainText.of(
        files + String.join(", ", formats) + " · " + String.join(", ", links) + duration);
  }

  /** How many handovers ended how. */
  static String headline(Report report) {
    Map<Verdict, Integer> verdicts = new TreeMap<>();
    report
        .audit()
        .handovers()
        .forEach(handover -> verdicts.merge(handover.verdict(), 1, Integer::sum));
    int ues = report.audit().correlation().histories().size();
    int all = report.audit().handovers().size();
    String who = ues == 1 ? "1 UE" : ues + " UEs";
    if (all == 0) {
      return who + ", no handover";
    }
    String what = all == 1 ? "1 handover: " : all + " handovers: ";
    return who
        + ", "
        + what
        + verdicts.entrySet().stream()
            .sorted(Comparator.comparing(Map.Entry<Verdict, Integer>::getValue).reversed())
            .map(
                entry -> all == 1 ? entry.getKey().name() : entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
  }
}
