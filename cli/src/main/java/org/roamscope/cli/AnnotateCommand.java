package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.roamscope.Analysis;
import org.roamscope.AnnotatedCopy;
import org.roamscope.audit.Profile;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Mixin private CopyOptions copies = new CopyOptions();

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private SecretsOption secrets = new SecretsOption();

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification and what is required
  AnnotateCommand() {}

  @Override
  public Integer call() {
    Inputs.refuseStandard(spec, List.of(file));
    Profile chosen = profile.chosen(spec);
    copies.check(spec, List.of(file));
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    return AuditRun.run(spec, List.of(file), expansion, ring.get(), chosen, this::write);
  }

  private int write(Report report) {
    try {
      boolean written =
          new AnnotatedCopy(report, secrets.leftOut())
              .write(0, new Analysis.Source.File(Path.of(file), file), copies.output());
      return report.partial() || !written ? ExitCode.INPUT : ExitCode.CLEAN;
    } catch (IOException e) {
      KeyOptions.say(spec, "the copy could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    }
  }
}
