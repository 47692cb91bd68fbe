package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Policy;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.capture.WholeFile;
import org.roamscope.keys.KeyRing;
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
      "2:usage, or a key, configuration or baseline file is wrong",
      "3:an input cannot be read, is damaged or cut short (what could be read is reported)",
      "4:output could not be written"
    })
final class AuditCommand implements Callable<Integer> {
  enum FailOn {
    error,
    warning,
    note,
    chat,
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
      description =
          "Captures: pcap or pcapng, also gzipped; a folder stands for those in it; - is standard"
              + " input.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description =
          "Report formats: ${COMPLETION-CANDIDATES}. Default: text. Several, csv and pcapng (the"
              + " captures with comments) need --output-dir.")
  private List<ReportFormat> formats = List.of(ReportFormat.text);

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  @Mixin private PolicyOptions policies = new PolicyOptions();

  @Option(
      names = "--fail-on",
      description = "Exit with 1 from this severity on: ${COMPLETION-CANDIDATES}. Default: error.")
  private @Nullable FailOn failOn;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the report there instead of to standard output.")
  private @Nullable Path output;

  @Option(
      names = "--output-dir",
      paramLabel = "FOLDER",
      description =
          "Write the reports there: report.txt, report.json, report.html, report.md, report.sarif,"
              + " report.junit.xml, events.jsonl, bindings.csv, handovers.csv, ike_sas.csv,"
              + " findings.csv, annotated.pcapng.")
  private @Nullable Path outputFolder;

  @Option(names = "--force", description = "Replace output files that exist.")
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
    try {
      Config config = policies.config(spec, Path.of(""));
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      return call(config, policies.policy(spec, config, today));
    } catch (ConfigException e) {
      KeyOptions.say(spec, String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }

  private int call(Config config, Policy policy) {
    Profile chosen = profile.chosen(spec, config.profile());
    if (failOn == null && config.failOn() != null) {
      failOn = FailOn.valueOf(config.failOn().toLowerCase(Locale.ROOT));
    }
    AuditRun.checkInputs(spec, files);
    files = CaptureFolder.expand(files, spec);
    checkOutputs();
    Optional<KeyRing> ring = keys.read(spec, config.keys());
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    return AuditRun.run(
        spec,
        files,
        expansion,
        ring.get(),
        chosen,
        formats.contains(ReportFormat.jsonl),
        found -> {
          Report judged = found.report();
          Report report = judged.with(policy.apply(judged.audit()));
          AuditRun.saySuppressed(spec, "", report);
          int code = exitCode(report);
          int written = write(new ReportWriter(report, found.events(), files, failFrom(), code));
          return written != ExitCode.CLEAN ? written : code;
        });
  }

  /** Nothing is read when the result could not be put anywhere. */
  private void checkOutputs() {
    formats = formats.stream().distinct().toList();
    Outputs.check(spec, policies.writeBaseline(), files, force);
    boolean copies = formats.contains(ReportFormat.pcapng);
    if (copies && files.stream().anyMatch(Inputs::standard)) {
      throw usage("pcapng copies the captures, and standard input cannot be read twice");
    }
    if (outputFolder != null) {
      if (output != null) {
        throw usage("--output names a file, --output-dir a folder: one of them");
      }
      if (Files.exists(outputFolder) && !Files.isDirectory(outputFolder)) {
        throw usage(outputFolder + " is no folder");
      }
      for (ReportFormat format : formats) {
        format
            .files(files.size())
            .forEach(name -> Outputs.check(spec, outputFolder.resolve(name), files, force));
      }
      return;
    }
    if (formats.size() > 1) {
      throw usage("several formats need --output-dir");
    }
    if (formats.contains(ReportFormat.csv)) {
      throw usage(
          "csv is several files and needs --output-dir; roamscope handovers --format csv prints"
              + " one table");
    }
    if (copies && (output == null || files.size() > 1)) {
      throw usage("pcapng is a file for each capture and needs --output-dir, or -o for one");
    }
    Outputs.check(spec, output, files, force);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int write(ReportWriter writer) {
    try {
      Path baseline = policies.writeBaseline();
      if (baseline != null) {
        WholeFile.write(baseline, Baseline.text(writer.report()));
      }
      if (outputFolder != null) {
        Files.createDirectories(outputFolder);
        for (ReportFormat format : formats) {
          writer.write(format, outputFolder, terminal());
        }
      } else if (formats.contains(ReportFormat.pcapng) && output != null) {
        writer.annotated(List.of(output));
      } else {
        ReportFormat format = formats.getFirst();
        if (output == null) {
          return StandardOutput.print(
              spec.commandLine(), out -> writer.write(format, terminal(), out));
        }
        writer.writeFile(format, terminal(), output);
      }
      return ExitCode.CLEAN;
    } catch (IOException e) {
      KeyOptions.say(spec, "the report could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    }
  }

  private TextReport.Terminal terminal() {
    return Terminals.of(colour, output == null && outputFolder == null);
  }

  private @Nullable Severity failFrom() {
    FailOn from = failOn == null ? FailOn.error : failOn;
    return from == FailOn.never || policies.writeBaseline() != null
        ? null
        : Severity.valueOf(from.name().toUpperCase(Locale.ROOT));
  }

  private int exitCode(Report report) {
    Severity from = failFrom();
    if (report.partial()) {
      return ExitCode.INPUT;
    }
    boolean found =
        from != null
            && report.audit().findings().stream()
                .anyMatch(finding -> finding.severity().atLeast(from));
    return found ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
