package org.roamscope.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
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

  @Mixin private ReportOutput output = new ReportOutput();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  LadderCommand() {}

  @Override
  public Integer call() {
    Profile chosen = profile.chosen(spec);
    AuditRun.checkInputs(spec, files);
    List<String> captures = CaptureFolder.expand(files, spec);
    output.check(spec, captures);
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    return AuditRun.run(spec, captures, expansion, ring.get(), chosen, this::draw);
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
    int written = output.write(spec, "ladder", text(report, choice.get().ue()));
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
    TextReport.Terminal terminal = output.terminal();
    Glyphs chosen =
        switch (glyphs) {
          case auto -> terminal.glyphs();
          case ascii -> Glyphs.ASCII;
          case unicode -> Glyphs.UNICODE;
        };
    return new TextReport.Terminal(terminal.columns(), terminal.colour(), chosen);
  }
}
