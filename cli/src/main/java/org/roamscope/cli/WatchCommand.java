package org.roamscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    description = {
      "Judge handovers while packets come, from interfaces, a file or a pipe.",
      "Prints a line for each verdict and finding; --board shows them on the whole screen instead."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the input ended, or the board was quit",
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

  @Mixin private EvidenceOptions evidence = new EvidenceOptions();

  @Mixin private BoardOptions board = new BoardOptions();

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
    board.check(spec, form == Form.text);
    evidence.check(spec);
    WindowMemory.warning(window, Heap.most()).ifPresent(warning -> KeyOptions.say(spec, warning));
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    try (WatchRun run = new WatchRun(spec)) {
      Input input = new Input(run, ring.get(), chosen);
      return file == null ? live(input) : file(file, input);
    } catch (LiveException e) {
      KeyOptions.say(spec, PlainText.of(String.valueOf(e.getMessage())));
      return ExitCode.INPUT;
    }
  }

  /** What every kind of input is watched with. */
  private record Input(WatchRun run, KeyRing ring, Profile profile) {}

  private int file(String name, Input input) {
    WatchRun run = input.run();
    Interruption interruption = Interruption.install(run::stop);
    String shown = Inputs.standard(name) ? Inputs.STANDARD_INPUT : name;
    try (InputStream in =
        Inputs.standard(name)
            ? new CancellableInput(System.in, run::waits)
            : follow
                ? new GrowingFile(Path.of(name), run::waits)
                : Files.newInputStream(Path.of(name))) {
      return watch(expansion.of(new Analysis.Source.Stream(in, shown)), input);
    } catch (IOException e) {
      KeyOptions.say(spec, PlainText.of(name + " cannot be read: " + e.getMessage()));
      return ExitCode.INPUT;
    } finally {
      interruption.done();
    }
  }

  private int live(Input input) throws LiveException {
    WatchRun run = input.run();
    try (CaptureProcess process = taps.start(spec, line -> run.say(PlainText.of(line)))) {
      run.onStop(process::stop);
      Interruption interruption = Interruption.install(run::stop);
      try {
        InputStream in = new CancellableInput(process.input(), run::waits);
        int code = watch(new Analysis.Source.Stream(in, taps.names()), input);
        if (code == ExitCode.CLEAN && !run.stopped()) {
          KeyOptions.say(spec, "the capture ended by itself, exit code " + process.end());
          return ExitCode.INPUT;
        }
        return code;
      } finally {
        interruption.done();
      }
    }
  }

  private int watch(Analysis.Source source, Input input) {
    WatchRun run = input.run();
    run.begin(listeners(source.name(), input));
    EventWindow events = new EventWindow(window);
    Report report =
        Analysis.watch(
            source,
            input.ring(),
            input.profile(),
            Version.number(),
            events,
            run.looks(),
            run::cancelled);
    int told = run.end(report);
    AuditRun.sayProblems(spec, report);
    if (events.forgotten() > 0) {
      KeyOptions.say(
          spec,
          "what UEs and IKE SAs rested on was given up "
              + events.forgotten()
              + " times; a larger --window keeps more");
    }
    if (told != ExitCode.CLEAN) {
      return told;
    }
    boolean partial = run.quit() ? report.damaged() : report.partial();
    return partial ? ExitCode.INPUT : ExitCode.CLEAN;
  }

  /** The board comes last: at the end it waits for the user. */
  private List<WatchLooks.Listener> listeners(String source, Input input) {
    WatchRun run = input.run();
    List<WatchLooks.Listener> listeners = new ArrayList<>();
    if (evidence.wanted()) {
      listeners.add(new WatchEvidence(evidence, run, input.ring(), input.profile()));
    }
    listeners.add(
        board.wanted()
            ? board.open(spec, source, run)
            : new WatchLines(spec, form == Form.jsonl, run::stop));
    return listeners;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
