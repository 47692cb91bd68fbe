package org.roamscope.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.track.At;

/**
 * What a watch has told of handovers and findings, so that each report tells only what changed.
 * Something is told once it had time to settle; what a later packet makes of it is told as a
 * revision, and what it takes back as a withdrawal. At the end all has been told that the last
 * report says, and nothing else stands.
 */
public final class Told {
  /** An answer, a repetition and the IKE run after a move come within this time. */
  public static final long SETTLE_NANOS = 10 * At.SECOND;

  /** What became of something. */
  public enum Kind {
    /** Not told before. */
    NEW,
    /** Told otherwise before. */
    REVISED,
    /** Told before and no longer so. */
    WITHDRAWN;

    /** Spelling in JSON. */
    public String json() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One thing to tell. */
  public sealed interface Change {
    /** What became of it. */
    Kind kind();
  }

  /** A verdict. */
  public record OfHandover(Kind kind, Handover handover) implements Change {}

  /**
   * A finding.
   *
   * @param kind what became of it
   * @param finding the finding
   * @param number of its line, from 1
   */
  public record OfFinding(Kind kind, Finding finding, int number) implements Change {}

  /** What a thing is, in whatever report it stands. */
  private record Key(At at, String what, String ue) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.<Key>comparingLong(key -> key.at().timeNanos())
            .thenComparingInt(key -> key.at().capture())
            .thenComparingInt(key -> key.at().frame())
            .thenComparing(Key::what)
            .thenComparing(Key::ue);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** What was told last, and the handover or finding it is about. */
  private record Said(String text, @Nullable Handover handover, @Nullable Finding finding) {
    /** The same in other words is no news. */
    boolean differs(Said other) {
      return !text.equals(other.text);
    }
  }

  private final Map<Key, Said> told = new TreeMap<>();
  private final Map<Key, Said> unsettled = new TreeMap<>();
  private final Map<Key, Said> ignored = new TreeMap<>();
  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
  private int findings;

  /**
   * Takes the next report.
   *
   * @param report all there is so far
   * @param end true when no packet will come: everything is told
   * @return what to tell, in the order of its time
   */
  public List<Change> changes(Report report, boolean end) {
    long last = report.audit().correlation().observation().lastNanos();
    long settled = end ? Long.MAX_VALUE : last - SETTLE_NANOS;
    Map<Key, Said> now = all(report);
    List<Change> changes = new ArrayList<>();
    unsettled.clear();
    now.forEach((key, said) -> {
      Said before = told.get(key);
      boolean seam = ignored.containsKey(key);
      if (before == null && !seam && key.at().timeNanos() <= settled) {
        tell(key, said);
        changes.add(change(Kind.NEW, said));
      } else if (before != null && before.differs(said)) {
        tell(key, said);
        changes.add(change(Kind.REVISED, said));
      } else if (before == null && !seam) {
        unsettled.put(key, said);
      }
    });
    Iterator<Map.Entry<Key, Said>> all = told.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Key, Said> one = all.next();
      if (!now.containsKey(one.getKey())) {
        all.remove();
        count(one.getValue(), -1);
        changes.add(change(Kind.WITHDRAWN, one.getValue()));
      }
    }
    return changes;
  }

  /**
   * Takes a report after earlier events were given up: what is new in it is new for that reason,
   * and what is gone from it is past. Neither is told, now or later, but for what is past before it
   * had time to settle: that is told as it was.
   *
   * @param report all that is left
   * @return what to tell, in the order of its time
   */
  public List<Change> shortened(Report report) {
    Map<Key, Said> now = all(report);
    List<Change> changes = new ArrayList<>();
    unsettled.forEach((key, said) -> {
      if (!now.containsKey(key)) {
        count(said, 1);
        changes.add(change(Kind.NEW, said));
      }
    });
    unsettled.clear();
    long settled = report.audit().correlation().observation().lastNanos() - SETTLE_NANOS;
    told.keySet().retainAll(now.keySet());
    ignored.clear();
    now.forEach((key, said) -> {
      if (told.containsKey(key)) {
        tell(key, said);
      } else if (key.at().timeNanos() <= settled) {
        ignored.put(key, said);
      }
    });
    return changes;
  }

  /** Verdicts that were told and not withdrawn, the past ones too: how many of each. */
  public Map<Verdict, Long> verdicts() {
    return Collections.unmodifiableMap(verdicts);
  }

  /** How many verdicts these are. */
  public long handovers() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Findings that were told and not withdrawn, the past ones too: how many of each severity. */
  public Map<Severity, Long> severities() {
    return Collections.unmodifiableMap(severities);
  }

  private void tell(Key key, Said said) {
    Said before = told.put(key, said);
    if (before != null) {
      count(before, -1);
    }
    count(said, 1);
  }

  private void count(Said said, long by) {
    if (said.handover() != null) {
      verdicts.merge(said.handover().verdict(), by, Long::sum);
    }
    if (said.finding() != null) {
      severities.merge(said.finding().severity(), by, Long::sum);
    }
  }

  private static Map<Key, Said> all(Report report) {
    Map<Key, Said> all = new TreeMap<>();
    for (Handover handover : report.audit().handovers()) {
      String ue = handover.movement().ue().homeAddress().toString();
      String text =
          handover.verdict() + " " + handover.reason() + " " + handover.confidence().json();
      all.put(new Key(handover.movement().begin(), "", ue), new Said(text, handover, null));
    }
    for (Finding finding : report.audit().findings()) {
      String text = finding.severity().json() + " " + finding.confidence().json();
      all.put(
          new Key(
              finding.primary().at(),
              finding.rule().id() + " " + finding.message(),
              String.valueOf(finding.ue())),
          new Said(text, null, finding));
    }
    return all;
  }

  private Change change(Kind kind, Said said) {
    if (said.handover() != null) {
      return new OfHandover(kind, said.handover());
    }
    if (said.finding() == null) {
      throw new IllegalStateException("neither a handover nor a finding");
    }
    return new OfFinding(kind, said.finding(), ++findings);
  }
}
