package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.JsonReport;
import org.roamscope.report.Report;
import org.roamscope.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope audit}: from captures to verdicts. */
@Command(
    name = "audit",
    description = "Judge every handover in captures: did the keys move with the phone?",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing at or above --fail-on",
      "1:findings at or above --fail-on",
      "2:usage, or a key file is wrong",
      "3:an input cannot be read, is damaged or cut short (what could be read is reported)",
      "4:output could not be written"
    })
final class AuditCommand implements Callable<Integer> {
  enum Format {
    text,
    json
  }

  enum FailOn {
    error,
    warning,
    note,
    never
  }

  enum ColourMode {
    auto,
    always,
    never
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Captures: pcap or pcapng, also gzipped; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      description = "Report format: ${COMPLETION-CANDIDATES}. Default: text.")
  private Format format = Format.text;

  @Option(
      names = "--profile",
      description = "Whose text decides where specifications disagree: ts24303 or rfc5555.",
      paramLabel = "NAME")
  private String profile = Profile.TS24303.id();

  @Mixin private KeyOptions keys = new KeyOptions();

  @Option(
      names = "--fail-on",
      description = "Exit with 1 from this severity on: ${COMPLETION-CANDIDATES}. Default: error.")
  private FailOn failOn = FailOn.error;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the report there instead of to standard output.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Replace the file of --output when it exists.")
  private boolean force;

  @Option(
      names = "--color",
      description =
          "Colour the text report: ${COMPLETION-CANDIDATES}. Default: auto, on a terminal unless"
              + " NO_COLOR is set.")
  private ColourMode colour = ColourMode.auto;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  AuditCommand() {}

  @Override
  public Integer call() {
    Profile chosen = profile(spec, profile);
    if (output != null && Files.exists(output) && !force) {
      throw new ParameterException(spec.commandLine(), output + " exists; --force replaces it");
    }
    if (files.stream().filter(Inputs::standard).count() > 1) {
      throw new ParameterException(spec.commandLine(), "standard input can be read only once");
    }
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    Interruption interruption = Interruption.install();
    try {
      ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
      Report report =
          Analysis.run(
              Inputs.sources(files, interruption),
              ring.get(),
              chosen,
              Version.number(),
              progress,
              interruption::requested);
      progress.clear();
      for (String problem : problems(report)) {
        spec.commandLine().getErr().println("roamscope: " + problem);
      }
      int written = write(report);
      return written != ExitCode.CLEAN ? written : exitCode(report);
    } finally {
      interruption.done();
    }
  }

  /** The profile of that name, or a usage error. */
  static Profile profile(CommandSpec spec, String name) {
    for (Profile known : Profile.values()) {
      if (known.id().equals(name.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw new ParameterException(
        spec.commandLine(), "unknown profile '" + name + "': ts24303 or rfc5555");
  }

  private static List<String> problems(Report report) {
    List<String> lines = new ArrayList<>();
    report
        .captures()
        .forEach(capture -> capture.problems().forEach(problem -> lines.add(problem.message())));
    return lines;
  }

  private int write(Report report) {
    String text =
        switch (format) {
          case json -> JsonReport.text(report);
          case text -> TextReport.text(report, terminal());
        };
    if (output == null) {
      return StandardOutput.print(spec.commandLine(), text);
    }
    try {
      WholeFile.write(output, text);
      return ExitCode.CLEAN;
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println("roamscope: the report could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    }
  }

  private TextReport.Terminal terminal() {
    return Terminals.of(colour, output == null);
  }

  private int exitCode(Report report) {
    if (report.partial()) {
      return ExitCode.INPUT;
    }
    if (failOn == FailOn.never) {
      return ExitCode.CLEAN;
    }
    Severity from = Severity.valueOf(failOn.name().toUpperCase(Locale.ROOT));
    boolean found =
        report.audit().findings().stream().anyMatch(finding -> finding.severity().atLeast(from));
    return found ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
