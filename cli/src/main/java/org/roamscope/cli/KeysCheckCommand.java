package org.roamscope.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.roamscope.KeyCheck;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.decode.output.CoverageOutput;
import org.roamscope.decrypt.Coverage;
import org.roamscope.keys.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope keys check}: which packets the keys open. */
@Command(
    name = "check",
    description = {
      "Show for each IKE SA and each SPI of ESP and AH how many packets the keys open, where the"
          + " key stands that fits, and what to fetch for those that stay closed."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything encrypted could be read",
      "1:something stayed closed",
      "2:usage, or a key file is wrong",
      "3:an input cannot be read, is damaged or cut short",
      "4:output could not be written"
    })
final class KeysCheckCommand implements Callable<Integer> {
  enum Format {
    text,
    json
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CAPTURE",
      arity = "1..*",
      description = "Captures: pcap or pcapng, also gzipped; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Form of the answer: ${COMPLETION-CANDIDATES}. Default: text.")
  private Format format = Format.text;

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  KeysCheckCommand() {}

  @Override
  public Integer call() {
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    if (files.stream().filter(Inputs::standard).count() > 1) {
      throw new ParameterException(spec.commandLine(), "Standard input can be read once");
    }
    Interruption interruption = Interruption.install();
    try {
      KeyCheck.Result result =
          KeyCheck.run(expansion.sources(files, interruption), ring.get(), interruption::requested);
      result
          .problems()
          .forEach(
              problem -> spec.commandLine().getErr().println("roamscope: " + problem.message()));
      int written = StandardOutput.print(spec.commandLine(), shown(result.coverage()));
      if (written != ExitCode.CLEAN) {
        return written;
      }
      if (result.problems().stream().anyMatch(CaptureProblem::damage)) {
        return ExitCode.INPUT;
      }
      return result.coverage().complete() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    } finally {
      interruption.done();
    }
  }

  private String shown(Coverage coverage) {
    return switch (format) {
      case text -> CoverageOutput.text(coverage);
      case json -> CoverageOutput.json(coverage);
    };
  }
}
