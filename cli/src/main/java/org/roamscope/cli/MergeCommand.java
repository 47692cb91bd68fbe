package org.roamscope.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.roamscope.Merging;
import org.roamscope.audit.Profile;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.PointsReport;
import org.roamscope.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope merge}: two capture points of one path laid over each other. */
@Command(
    name = "merge",
    description = {
      "Lay the captures of two points of one path over each other.",
      "Finds the same message at both, fits their clocks, says what a NAT between them rewrites,"
          + " how long messages took and which were lost, and audits both as one on the clock of"
          + " the second."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:both captures were read whole",
      "2:usage, or a key file is wrong",
      "3:an input cannot be read, is damaged or cut short (what could be read is reported)",
      "4:output could not be written"
    })
final class MergeCommand implements Callable<Integer> {
  enum Format {
    text,
    json
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "UE",
      description = "The capture nearer to the UEs: a file, for it is read twice.")
  private String first;

  @Parameters(
      index = "1",
      paramLabel = "HA",
      description = "The capture nearer to the home agent: a file, for it is read twice.")
  private String second;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: text.")
  private Format format = Format.text;

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  @Mixin private ReportOutput output = new ReportOutput();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification and the parameters
  MergeCommand() {}

  @Override
  public Integer call() {
    Profile chosen = profile.chosen(spec);
    Inputs.refuseStandard(spec, List.of(first, second));
    output.check(spec, List.of(first, second));
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    Interruption interruption = Interruption.install();
    try {
      ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
      Merging.Result merged =
          Merging.run(
              expansion.of(Inputs.source(first, interruption)),
              expansion.of(Inputs.source(second, interruption)),
              ring.get(),
              chosen,
              Version.number(),
              progress,
              interruption::requested);
      progress.clear();
      Report report = merged.report();
      AuditRun.sayProblems(spec, report);
      int written = output.write(spec, "report", text(merged));
      return written != ExitCode.CLEAN ? written : exitCode(report);
    } finally {
      interruption.done();
    }
  }

  private String text(Merging.Result merged) {
    return switch (format) {
      case text -> PointsReport.text(merged.points(), merged.report(), output.terminal());
      case json -> PointsReport.json(merged.points(), merged.report());
    };
  }

  private static int exitCode(Report report) {
    return report.partial() ? ExitCode.INPUT : ExitCode.CLEAN;
  }
}
