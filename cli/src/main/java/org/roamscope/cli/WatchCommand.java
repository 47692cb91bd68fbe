package org.roamscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.field.PlainText;
import org.roamscope.keys.KeyRing;
import org.roamscope.live.CaptureProcess;
import org.roamscope.live.LiveException;
import org.roamscope.report.Report;
import org.roamscope.track.EventWindow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code roamscope watch}: verdicts as they fall. */
@Command(
    name = "watch",
    description = "Judge handovers while packets come, from interfaces, a file or a pipe.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the input ended",
      "2:usage, or a key file is wrong",
      "3:the input cannot be read, is damaged or cut short, or the capture ended by itself",
      "4:output could not be written"
    })
final class WatchCommand implements Callable<Integer> {
  enum Form {
    text,
    jsonl
  }

  @Spec private CommandSpec spec;

  @Mixin private TapOptions taps = new TapOptions();

  @Option(
      names = {"-r", "--read-file"},
      paramLabel = "FILE",
      description = "Read a capture instead of interfaces; - is standard input.")
  private @Nullable String file;

  @Option(names = "--follow", description = "Wait for more at the end of the file, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--format",
      description = "Lines for people or for programs: ${COMPLETION-CANDIDATES}. Default: text.")
  private Form form = Form.text;

  @Option(
      names = "--window",
      paramLabel = "EVENTS",
      description =
          "Events to look back to; more take more memory. Of earlier ones only what later ones rest"
              + " on is kept. Default: 100000.")
  private int window = 100_000;

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  private final AtomicBoolean cancelled = new AtomicBoolean();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  WatchCommand() {}

  @Override
  public Integer call() {
    boolean live = !taps.taps(spec).isEmpty();
    if (live == (file != null)) {
      throw usage("name interfaces with -i, or a file with -r: one of them");
    }
    if (window < 1000) {
      throw usage("--window takes 1000 events or more, not " + window);
    }
    if (follow && (file == null || Inputs.standard(file))) {
      throw usage("--follow needs a file: -r FILE");
    }
    Profile chosen = profile.chosen(spec);
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    try {
      return file == null ? live(ring.get(), chosen) : file(file, ring.get(), chosen);
    } catch (LiveException e) {
      KeyOptions.say(spec, PlainText.of(String.valueOf(e.getMessage())));
      return ExitCode.INPUT;
    }
  }

  private int file(String name, KeyRing ring, Profile chosen) {
    Interruption interruption = Interruption.install(() -> cancelled.set(true));
    WatchLines lines = lines();
    try (InputStream in =
        Inputs.standard(name)
            ? new CancellableInput(System.in, () -> stopped(lines))
            : follow
                ? new GrowingFile(Path.of(name), () -> stopped(lines))
                : Files.newInputStream(Path.of(name))) {
      String shown = Inputs.standard(name) ? Inputs.STANDARD_INPUT : name;
      return watch(expansion.of(new Analysis.Source.Stream(in, shown)), lines, ring, chosen);
    } catch (IOException e) {
      KeyOptions.say(spec, PlainText.of(name + " cannot be read: " + e.getMessage()));
      return ExitCode.INPUT;
    } finally {
      interruption.done();
    }
  }

  /** Asked by inputs while they wait. */
  private boolean stopped(WatchLines lines) {
    lines.waiting();
    return cancelled.get();
  }

  private int live(KeyRing ring, Profile chosen) throws LiveException {
    AtomicBoolean asked = new AtomicBoolean();
    WatchLines lines = lines();
    try (CaptureProcess process =
        taps.start(spec, line -> KeyOptions.say(spec, PlainText.of(line)))) {
      Interruption interruption =
          Interruption.install(() -> {
            asked.set(true);
            process.stop();
          });
      try {
        InputStream in = new CancellableInput(process.input(), () -> stopped(lines));
        int code = watch(new Analysis.Source.Stream(in, taps.names()), lines, ring, chosen);
        if (code == ExitCode.CLEAN && !asked.get()) {
          KeyOptions.say(spec, "the capture ended by itself, exit code " + process.end());
          return ExitCode.INPUT;
        }
        return code;
      } finally {
        interruption.done();
      }
    }
  }

  private WatchLines lines() {
    return new WatchLines(spec, form == Form.jsonl, () -> cancelled.set(true));
  }

  private int watch(Analysis.Source source, WatchLines lines, KeyRing ring, Profile chosen) {
    EventWindow events = new EventWindow(window);
    Report report =
        Analysis.watch(source, ring, chosen, Version.number(), events, lines, cancelled::get);
    AuditRun.sayProblems(spec, report);
    int written = lines.end(report);
    if (written != ExitCode.CLEAN) {
      return written;
    }
    return report.partial() ? ExitCode.INPUT : ExitCode.CLEAN;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
