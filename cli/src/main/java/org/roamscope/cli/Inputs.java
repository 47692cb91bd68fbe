package org.roamscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.roamscope.Analysis;
import org.roamscope.KeptStream;
import org.roamscope.capture.CaptureReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Captures as they are named on the command line. */
final class Inputs {
  /** What standard input is called in messages. */
  static final String STANDARD_INPUT = "standard input";

  private static final String DASH = "-";

  private Inputs() {}

  /** True for the name that stands for standard input. */
  static boolean standard(String name) {
    return name.equals(DASH);
  }

  /** Refuses standard input, for a command that reads its input more than once. */
  static void refuseStandard(CommandSpec spec, List<String> names) {
    if (names.stream().anyMatch(Inputs::standard)) {
      throw new ParameterException(
          spec.commandLine(), "standard input cannot be read twice: name a file");
    }
  }

  /** What an input is called in messages. */
  static String shown(String name) {
    return standard(name) ? STANDARD_INPUT : name;
  }

  /** The capture of that name; reading standard input ends with an interruption. */
  static Analysis.Source source(String name, Interruption interruption) {
    if (standard(name)) {
      KeptStream in =
          new KeptStream(() -> new CancellableInput(System.in, interruption::requested));
      return new Analysis.Source.Kept(in, STANDARD_INPUT);
    }
    Path path = Path.of(name);
    boolean pipe = Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    return pipe
        ? new Analysis.Source.Kept(new KeptStream(() -> CaptureReader.stream(path)), name)
        : new Analysis.Source.File(path, name);
  }

  /** The captures of those names. */
  static List<Analysis.Source> sources(List<String> names, Interruption interruption) {
    return names.stream().map(name -> source(name, interruption)).toList();
  }
}
