package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.capture.WholeFile;
import org.roamscope.field.PlainText;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Glyphs;
import org.roamscope.report.Ladder;
import org.roamscope.report.LadderMermaid;
import org.roamscope.report.LadderSvg;
import org.roamscope.report.LadderText;
import org.roamscope.report.Report;
import org.roamscope.report.TextReport;
import org.roamscope.report.TimelineSvg;
import org.roamscope.track.Ue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope ladder}: what one UE and its home agent said to each other. */
@Command(
    name = "ladder",
    description = "Draw the signalling of one UE as a ladder, with its handovers and findings.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:drawn",
      "2:usage, no such UE, or a key file is wrong",
      "3:an input cannot be read, is damaged or cut short (what could be read is drawn)",
      "4:output could not be written"
    })
final class LadderCommand implements Callable<Integer> {
  /** UEs named in a message. */
  private static final int MAX_NAMED = 5;

  enum Format {
    text,
    svg,
    mermaid,
    timeline
  }

  enum GlyphMode {
    auto,
    ascii,
    unicode
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Captures: pcap or pcapng, also gzipped; a folder stands for those in it; - is standard"
              + " input.")
  private List<String> files = List.of();

  @Option(
      names = "--ue",
      paramLabel = "HOA",
      description = "Home address or identity of the UE. Default: the one with the most trouble.")
  private @Nullable String ue;

  @Option(
      names = "--format",
      description = "text, svg, mermaid (a sequence diagram), or timeline (SVG). Default: text.")
  private Format format = Format.text;

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  @Mixin private ProfileOption profile = new ProfileOption();

  @Option(
      names = "--glyphs",
      description =
          "Characters of the text form: ${COMPLETION-CANDIDATES}. Default: auto, Unicode on a"
              + " terminal that takes UTF-8.")
  private GlyphMode glyphs = GlyphMode.auto;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the ladder there instead of to standard output.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Replace the file of --output when it exists.")
  private boolean force;

  @Option(
      names = "--color",
      description =
          "Colour the text: ${COMPLETION-CANDIDATES}. Default: auto, on a terminal unless NO_COLOR"
              + " is set.")
  private AuditCommand.ColourMode colour = AuditCommand.ColourMode.auto;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  LadderCommand() {}

  @Override
  public Integer call() {
    Profile chosen = profile.chosen(spec);
    if (files.stream().filter(Inputs::standard).count() > 1) {
      throw new ParameterException(spec.commandLine(), "standard input can be read only once");
    }
    List<String> captures = CaptureFolder.expand(files, spec);
    Outputs.check(spec, output, captures, force);
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    Interruption interruption = Interruption.install();
    try {
      ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
      Report report =
          Analysis.run(
              expansion.sources(captures, interruption),
              ring.get(),
              chosen,
              Version.number(),
              progress,
              interruption::requested);
      progress.clear();
      report
          .captures()
          .forEach(capture ->
              capture
                  .problems()
                  .forEach(problem -> KeyOptions.say(spec, PlainText.of(problem.message()))));
      return draw(report);
    } finally {
      interruption.done();
    }
  }

  private int draw(Report report) {
    List<Ladder.Choice> choices = Ladder.choices(report);
    String wanted = ue;
    Optional<Ladder.Choice> choice =
        choices.stream().filter(known -> wanted == null || known.called(wanted)).findFirst();
    if (choice.isEmpty()) {
      KeyOptions.say(spec, missing(choices, wanted));
      // Without a UE to name there is nothing that the caller could have asked for better.
      return wanted == null ? report.partial() ? ExitCode.INPUT : ExitCode.CLEAN : ExitCode.USAGE;
    }
    if (wanted == null && choices.size() > 1) {
      KeyOptions.say(
          spec,
          choices.size() + " UEs here, this is " + choice.get().id() + "; --ue chooses another");
    }
    int written = write(text(report, choice.get().ue()));
    return written != ExitCode.CLEAN || !report.partial() ? written : ExitCode.INPUT;
  }

  private static String missing(List<Ladder.Choice> choices, @Nullable String wanted) {
    if (choices.isEmpty()) {
      return "no UE in what was captured: nothing to draw";
    }
    List<String> some = choices.stream().limit(MAX_NAMED).map(Ladder.Choice::id).toList();
    return "no UE '"
        + PlainText.of(String.valueOf(wanted))
        + "' here; there "
        + (choices.size() == 1 ? "is " : "are ")
        + String.join(", ", some)
        + (choices.size() > some.size() ? " and " + (choices.size() - some.size()) + " more" : "");
  }

  private String text(Report report, Ue of) {
    return switch (format) {
      case text -> LadderText.text(Ladder.of(report, of), terminal());
      case svg -> LadderSvg.text(Ladder.of(report, of));
      case mermaid -> LadderMermaid.text(Ladder.of(report, of));
      case timeline -> TimelineSvg.text(report, of);
    };
  }

  private TextReport.Terminal terminal() {
    TextReport.Terminal terminal = Terminals.of(colour, output == null);
    Glyphs chosen =
        switch (glyphs) {
          case auto -> terminal.glyphs();
          case ascii -> Glyphs.ASCII;
          case unicode -> Glyphs.UNICODE;
        };
    return new TextReport.Terminal(terminal.columns(), terminal.colour(), chosen);
  }

  private int write(String text) {
    if (output == null) {
      return StandardOutput.print(spec.commandLine(), text);
    }
    try {
      WholeFile.write(output, text);
      return ExitCode.CLEAN;
    } catch (IOException e) {
      KeyOptions.say(spec, "the ladder could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    }
  }
}
