package org.roamscope.cli.board;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.report.WatchedUes;

/**
 * What there is to show at one moment.
 *
 * @param source interface or file; safe for a terminal
 * @param upSeconds since the watch began
 * @param latestNanos time of the latest packet; {@link Long#MIN_VALUE} before the first
 * @param packets read so far
 * @param packetsPerSecond of late
 * @param drops what the capturing machine lost
 * @param usedMebibytes of the heap
 * @param mostMebibytes what the heap may grow to
 * @param ues the UEs
 * @param mostUes UEs kept at most
 * @param verdicts how many of each were told since the start
 * @param findings the same of findings by severity
 * @param perMinute handovers in each of the last minutes, the latest last
 * @param message what was said last; empty when nothing was
 * @param alarm what makes everything else less sure; empty when all is well
 * @param ended true when nothing comes any more
 */
record Figures(
    String source,
    long upSeconds,
    long latestNanos,
    long packets,
    long packetsPerSecond,
    Drops drops,
    long usedMebibytes,
    long mostMebibytes,
    WatchedUes ues,
    int mostUes,
    Map<Verdict, Long> verdicts,
    Map<Severity, Long> findings,
    List<Integer> perMinute,
    String message,
    String alarm,
    boolean ended) {
  /** Copies what may change. */
  Figures {
    verdicts = verdicts.isEmpty() ? Map.of() : new EnumMap<>(verdicts);
    findings = findings.isEmpty() ? Map.of() : new EnumMap<>(findings);
    perMinute = List.copyOf(perMinute);
  }

  /**
   * Packets lost before they could be read.
   *
   * @param told false when nothing has said yet whether there were any
   * @param byKernel for lack of space in the kernel's buffer
   * @param byInterface by an interface or its driver
   */
  record Drops(boolean told, long byKernel, long byInterface) {
    static final Drops UNKNOWN = new Drops(false, 0, 0);

    long all() {
      return byKernel + byInterface;
    }
  }

  long handovers() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }
}
