package org.roamscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.roamscope.audit.Policy;
import org.roamscope.audit.Profile;
import org.roamscope.compare.AuditDiff;
import org.roamscope.compare.AuditFacts;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.DiffReport;
import org.roamscope.report.JsonReport;
import org.roamscope.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope diff}: what is different between two audits. */
@Command(
    name = "diff",
    description = "Compare two audits: UEs, verdicts, figures and findings, before and after.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:compared; --fail-on does not apply",
      "1:--fail-on applies",
      "2:usage, or a key file, configuration or report is wrong",
      "3:an input cannot be read, is damaged or cut short (what could be read is compared)",
      "4:output could not be written"
    })
final class DiffCommand implements Callable<Integer> {
  private static final long MOST_OCTETS = 512L << 20;

  enum Format {
    text,
    json,
    markdown
  }

  enum FailOn {
    NEW_FINDINGS("new-findings"),
    WORSE("worse"),
    NEVER("never");

    private final String text;

    FailOn(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "A capture, a folder of them, or a report by audit --format json.")
  private Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The same, of later.")
  private Path after;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: text.")
  private Format format = Format.text;

  @Option(
      names = "--fail-on",
      description =
          "Exit with 1 on any new finding (new-findings), or on a worse verdict or a new warning or"
              + " error (worse): ${COMPLETION-CANDIDATES}. Default: never.")
  private FailOn failOn = FailOn.NEVER;

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  @Mixin private ConfigOptions configuration = new ConfigOptions();

  @Mixin private ReportOutput output = new ReportOutput();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification and the parameters
  DiffCommand() {}

  /** How captures are audited. */
  private record Terms(KeyRing keys, Profile profile, Policy policy) {}

  @Override
  public Integer call() {
    try {
      Config config = configuration.read(spec, Path.of(""));
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      return call(config, PolicyOptions.configured(spec, config, today));
    } catch (ConfigException e) {
      KeyOptions.say(spec, String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }

  private int call(Config config, Policy policy) {
    Profile chosen = profile.chosen(spec, config.profile());
    output.check(spec, List.of(before.toString(), after.toString()));
    Optional<KeyRing> ring = keys.read(spec, config.keys());
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    try {
      Terms terms = new Terms(ring.get(), chosen, policy);
      AuditFacts old = facts(before, terms);
      AuditFacts now = facts(after, terms);
      if (!old.profile().equals(now.profile())) {
        KeyOptions.say(
            spec,
            "the profiles differ ("
                + old.profile()
                + ", "
                + now.profile()
                + "): findings may be new or fixed by that alone");
      }
      AuditDiff diff = AuditDiff.of(old, now);
      int written = output.write(spec, "report", text(diff));
      return written != ExitCode.CLEAN ? written : exitCode(diff);
    } catch (IOException e) {
      KeyOptions.say(spec, "cannot be read: " + e.getMessage());
      return ExitCode.INPUT;
    }
  }

  private String text(AuditDiff diff) {
    return switch (format) {
      case text -> DiffReport.text(diff, output.terminal());
      case json -> DiffReport.json(diff);
      case markdown -> DiffReport.markdown(diff);
    };
  }

  private int exitCode(AuditDiff diff) {
    if (!diff.before().complete() || !diff.after().complete()) {
      return ExitCode.INPUT;
    }
    boolean failed =
        switch (failOn) {
          case NEW_FINDINGS -> !diff.newFindings().isEmpty();
          case WORSE -> DiffReport.worse(diff);
          case NEVER -> false;
        };
    return failed ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  /** A report as it is; captures by way of their report, so that both are read alike. */
  private AuditFacts facts(Path input, Terms terms) throws IOException {
    String name = input.toString();
    if (!Files.isDirectory(input) && json(input)) {
      if (Files.size(input) > MOST_OCTETS) {
        throw new ParameterException(spec.commandLine(), name + " is too large for a report");
      }
      return named(name, Files.readString(input));
    }
    Report[] made = new Report[1];
    AuditRun.run(
        spec,
        CaptureFolder.expand(List.of(name), spec),
        expansion,
        terms.keys(),
        terms.profile(),
        found -> {
          made[0] = found.with(terms.policy().apply(found.audit()));
          AuditRun.saySuppressed(spec, name + ": ", made[0]);
          return ExitCode.CLEAN;
        });
    return named(name, JsonReport.text(made[0]));
  }

  private AuditFacts named(String name, String report) {
    try {
      return ReportReader.read(name, report);
    } catch (ReportReader.NotAReportException e) {
      throw new ParameterException(spec.commandLine(), name + " " + e.getMessage(), e);
    }
  }

  /** No capture begins with a brace. */
  private static boolean json(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      int first = in.read();
      while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
        first = in.read();
      }
      return first == '{';
    }
  }
}
