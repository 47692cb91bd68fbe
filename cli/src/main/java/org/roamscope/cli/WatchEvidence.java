package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.EvidenceSlice;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;
import org.roamscope.dissect.Dissection;
import org.roamscope.field.PlainText;
import org.roamscope.field.TimeText;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Frames;
import org.roamscope.report.Report;
import org.roamscope.report.Told;
import org.roamscope.share.Outline;
import org.roamscope.share.RecentFrames;
import org.roamscope.share.SlicePlan;
import org.roamscope.track.At;

/**
 * Writes a capture for each finding of a watch that is bad enough, when it is told. Cutting and
 * writing are done by a thread of its own, with the frames that were at hand then; what falls
 * meanwhile waits for the next look. Everything that is kept is bounded: frames by octets, files by
 * their number.
 */
final class WatchEvidence implements WatchLooks.Listener {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long CONTEXT_NANOS = 2 * At.SECOND;

  /** Files of one rule for one UE: a UE that fails all night leaves room for the others. */
  private static final int MOST_ALIKE = 3;

  /** A file that is to be written. */
  private record Job(Finding finding, SlicePlan plan, String comment, String name) {}

  private final EvidenceOptions options;
  private final WatchRun run;
  private final KeyRing keys;
  private final Profile profile;
  private final RecentFrames recent;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> alike = new HashMap<>();
  private final List<Job> waiting = new ArrayList<>();
  private @Nullable CaptureReader reader;
  private @Nullable FutureTask<Integer> writing;
  private boolean fullSaid;
  private long written;
  private int code = ExitCode.CLEAN;

  /**
   * Begins.
   *
   * @param keys what opens encrypted packets, to audit each file before it is put into its place
   */
  WatchEvidence(EvidenceOptions options, WatchRun run, KeyRing keys, Profile profile) {
    this.options = options;
    this.run = run;
    this.keys = keys;
    this.profile = profile;
    recent = new RecentFrames(options.memoryOctets());
  }

  @Override
  public void frame(Frame frame, Dissection dissection, CaptureReader from) {
    reader = from;
    recent.add(frame, Outline.of(from.part(), frame, dissection));
  }

  @Override
  public void told(Report report, List<Told.Change> changes, Told told) {
    Set<String> standing = new HashSet<>();
    for (Told.Change change : changes) {
      if (change instanceof Told.OfFinding of) {
        finding(of, report, standing);
      }
    }
    FutureTask<Integer> running = writing;
    if (running == null || running.isDone()) {
      awaitWriting();
      start();
    }
  }

  /**
   * Takes one change.
   *
   * @param standing findings that were told before it in this look; withdrawals come last
   */
  private void finding(Told.OfFinding change, Report report, Set<String> standing) {
    Finding finding = change.finding();
    String key = key(finding);
    String name = names.get(key);
    if (change.kind() == Told.Kind.WITHDRAWN) {
      if (name != null && !standing.contains(key)) {
        run.say("evidence " + name + ": the watch has withdrawn this finding; the file stays");
      }
      return;
    }
    standing.add(key);
    if (name == null && finding.severity().atLeast(options.severity())) {
      take(finding, key, report);
    }
  }

  /** In other words it is the same finding: its message may count what came since. */
  private static String key(Finding finding) {
    return finding.rule().id() + " " + number(finding.primary().at()) + " " + finding.ue();
  }

  private static String number(At at) {
    return new Frames(false, 0).number(at);
  }

  private void take(Finding finding, String key, Report report) {
    String kind = finding.rule().id() + " " + finding.ue();
    int before = alike.getOrDefault(kind, 0);
    if (names.size() >= options.files()) {
      full("--evidence-files " + options.files());
    } else if (before < MOST_ALIKE) {
      alike.put(kind, before + 1);
      if (before + 1 == MOST_ALIKE) {
        run.say("evidence: the third file of " + PlainText.of(kind) + " is the last of its kind");
      }
      String name = name(finding);
      names.put(key, name);
      SlicePlan plan = SlicePlan.of(report.audit(), finding, CONTEXT_NANOS);
      waiting.add(new Job(finding, plan, comment(finding, report), name));
    }
  }

  private void full(String limit) {
    if (!fullSaid) {
      fullSaid = true;
      run.say("evidence: " + limit + " is reached; findings from now on get no file");
    }
  }

  /** Time, rule and UE in letters that every file system takes. */
  private static String name(Finding finding) {
    String ue = finding.ue() == null ? "no-ue" : finding.ue().toString();
    return TIME.format(TimeText.instant(finding.primary().at().timeNanos()))
        + "-"
        + finding.rule().id()
        + "-"
        + ue.replaceAll("[^0-9A-Za-z.]", "-");
  }

  private static String comment(Finding finding, Report report) {
    return PlainText.of(
        "Roamscope watch of "
            + report.captures().getFirst().file()
            + ": "
            + finding.severity().json()
            + " "
            + finding.rule().id()
            + " "
            + finding.rule().name()
            + ", frame "
            + number(finding.primary().at())
            + " there. "
            + finding.message());
  }

  // ---- writing -------------------------------------------------------------------------------

  private void start() {
    CaptureReader from = reader;
    if (waiting.isEmpty() || from == null) {
      return;
    }
    List<Job> jobs = List.copyOf(waiting);
    waiting.clear();
    List<RawBlock> secrets =
        from.otherBlocks().stream()
            .filter(block -> options.keepsSecrets() && block.type() == RawBlock.SECRETS)
            .toList();
    EvidenceSlice.Source source =
        new EvidenceSlice.Source(recent.all(), from.interfaces(), secrets, keys, profile);
    FutureTask<Integer> task = new FutureTask<>(() -> write(source, jobs));
    writing = task;
    Thread.ofPlatform().daemon().name("roamscope-evidence").start(task);
  }

  private int write(EvidenceSlice.Source source, List<Job> jobs) {
    int worst = ExitCode.CLEAN;
    for (Job job : jobs) {
      try {
        write(source, job);
      } catch (IOException e) {
        run.say(
            PlainText.of("evidence " + job.name() + " could not be written: " + e.getMessage()));
        worst = ExitCode.OUTPUT;
      }
    }
    return worst;
  }

  private void write(EvidenceSlice.Source source, Job job) throws IOException {
    EvidenceSlice slice = EvidenceSlice.of(source, job.plan(), job.comment());
    if (written + slice.octets() > options.octets()) {
      run.say(
          "evidence "
              + job.name()
              + " is not written: it would be more than --evidence-size "
              + (options.octets() >> 20)
              + " MiB in all");
      return;
    }
    Path file = free(job.name());
    slice.write(file);
    written += Files.size(file);
    run.say(PlainText.of("evidence " + file + ", " + slice.frames() + " frames" + lacks(slice)));
  }

  /** What the file lacks, in words. */
  private static String lacks(EvidenceSlice slice) {
    String gone =
        slice.gone().isEmpty()
            ? ""
            : "; no longer at hand: frames "
                + slice.gone().stream()
                    .map(WatchEvidence::number)
                    .collect(Collectors.joining(", "));
    return slice.missing().isEmpty()
        ? gone
        : gone + "; an audit of it alone does not say all that the watch said";
  }

  /** A file that is not there yet. */
  private Path free(String name) {
    Path file = options.folder().resolve(name + ".pcapng");
    for (int i = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); i++) {
      file = options.folder().resolve(name + "-" + i + ".pcapng");
    }
    return file;
  }

  private void awaitWriting() {
    FutureTask<Integer> running = writing;
    if (running == null) {
      return;
    }
    writing = null;
    try {
      int ended = running.get();
      code = code == ExitCode.CLEAN ? ended : code;
    } catch (ExecutionException e) {
      throw new IllegalStateException("evidence could not be cut", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is still to be written. */
  @Override
  public int end(Report report) {
    awaitWriting();
    start();
    awaitWriting();
    return code;
  }
}
