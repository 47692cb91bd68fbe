package org.roamscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.roamscope.Analysis;
import org.roamscope.KeyCheck;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.keys.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope keys check}: which packets the keys open. */
@Command(
    name = "check",
    description = "Show for each IKE SA and each ESP SPI how many packets the keys open.",
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
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CAPTURE",
      arity = "1..*",
      description = "Captures: pcap or pcapng, also gzipped.")
  private List<String> files = List.of();

  @Mixin private KeyOptions keys = new KeyOptions();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  KeysCheckCommand() {}

  @Override
  public Integer call() {
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    List<Analysis.Source> sources = new ArrayList<>();
    files.forEach(file -> sources.add(new Analysis.Source.File(Path.of(file), file)));
    Interruption interruption = Interruption.install();
    try {
      KeyCheck.Result result = KeyCheck.run(sources, ring.get(), interruption::requested);
      result
          .problems()
          .forEach(
              problem -> spec.commandLine().getErr().println("roamscope: " + problem.message()));
      int written = StandardOutput.print(spec.commandLine(), result.coverage().table());
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
}
