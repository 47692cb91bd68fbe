package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.roamscope.audit.Profile;
import org.roamscope.capture.RawBlock;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope annotate}: a capture with the audit as comments of its packets. */
@Command(
    name = "annotate",
    description = {
      "Write a copy of a capture with verdicts and findings as comments of packets.",
      "Wireshark lists them under Packet Comments. Comments, options and names of the capture"
          + " stay."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the copy is written",
      "2:usage, or a key file is wrong",
      "3:the input cannot be read, is damaged or cut short (what could be read is copied)",
      "4:output could not be written"
    })
final class AnnotateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CAPTURE",
      description = "Capture: pcap or pcapng, also gzipped. A file, for it is read twice.")
  private String file;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT.pcapng",
      description = "The copy.")
  private Path output;

  @Option(names = "--force", description = "Replace the copy when it exists.")
  private boolean force;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "Whose text decides where specifications disagree: ts24303, rfc5555, rfc6275 or rfc3775.")
  private String profile = Profile.TS24303.id();

  @Option(
      names = "--keep-secrets",
      description = "Copy the decryption secrets of the capture too; by default they stay behind.")
  private boolean secrets;

  @Mixin private KeyOptions keys = new KeyOptions();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification and what is required
  AnnotateCommand() {}

  @Override
  public Integer call() {
    if (Inputs.standard(file)) {
      throw new ParameterException(
          spec.commandLine(), "standard input cannot be read twice: name a file");
    }
    Profile chosen = AuditCommand.profile(spec, profile);
    Outputs.check(spec, output, List.of(file), force);
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    return AuditRun.run(spec, List.of(file), ring.get(), chosen, event -> {}, this::write);
  }

  private int write(Report report) {
    Set<Integer> leftOut = secrets ? Set.of() : Set.of(RawBlock.SECRETS);
    try {
      boolean written = AnnotatedCopy.write(report, 0, Path.of(file), output, leftOut);
      return report.partial() || !written ? ExitCode.INPUT : ExitCode.CLEAN;
    } catch (IOException e) {
      KeyOptions.say(spec, "the copy could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    }
  }
}
