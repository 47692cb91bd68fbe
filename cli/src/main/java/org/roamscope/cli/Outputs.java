package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where results may go. */
final class Outputs {
  private Outputs() {}

  /**
   * Never over an input, and over nothing else by accident.
   *
   * @param inputs captures as they were named
   * @param force true to replace what is no input
   * @throws ParameterException when the file may not be written
   */
  static void check(CommandSpec spec, Path output, List<String> inputs, boolean force) {
    try {
      for (String input : inputs) {
        if (!Inputs.standard(input)
            && Files.exists(output)
            && Files.exists(Path.of(input))
            && Files.isSameFile(output, Path.of(input))) {
          throw new ParameterException(
              spec.commandLine(), "The copy would replace the capture: " + output);
        }
      }
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), output + " cannot be compared with the capture: " + e.getMessage());
    }
    if (!force && Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
      throw new ParameterException(spec.commandLine(), output + " exists; --force replaces it");
    }
  }
}
