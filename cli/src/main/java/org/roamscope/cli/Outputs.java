package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where the result of a comparison goes: standard output, or a file that replaces no input. */
final class Outputs {
  private Outputs() {}

  /**
   * Refuses, before anything is read, a file that would replace an input, or another without {@code
   * --force}.
   *
   * @param output null for standard output
   */
  static void check(CommandSpec spec, @Nullable Path output, List<Path> inputs, boolean force) {
    if (output == null || !Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path input : inputs) {
      try {
        if (Files.exists(input) && Files.isSameFile(output, input)) {
          throw new ParameterException(
              spec.commandLine(), output + " is an input and stays as it is");
        }
      } catch (IOException e) {
        throw new ParameterException(
            spec.commandLine(), output + " cannot be compared with " + input, e);
      }
    }
    if (!force) {
      throw new ParameterException(spec.commandLine(), output + " exists; --force replaces it");
    }
  }

  /** Writes a text whole or not at all, and says what failed; the exit code. */
  static int text(CommandSpec spec, @Nullable Path output, String text) {
    if (output == null) {
      return StandardOutput.print(spec.commandLine(), text);
    }
    try {
      WholeFile.write(output, text);
      return ExitCode.CLEAN;
    } catch (IOException e) {
      KeyOptions.say(spec, "the report could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    }
  }
}
