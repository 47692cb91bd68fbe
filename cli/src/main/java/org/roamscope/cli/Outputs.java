package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where results go: standard output, or a file that replaces no input and nothing by accident. */
final class Outputs {
  private Outputs() {}

  /**
   * Refuses, before anything is read, a file that would replace an input, or another without {@code
   * --force}.
   *
   * @param output null for standard output
   * @param inputs as they were named
   * @param force true to replace what is no input
   * @throws ParameterException when the file may not be written
   */
  static void check(CommandSpec spec, @Nullable Path output, List<String> inputs, boolean force) {
    if (output == null || !Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (String input : inputs) {
      if (!Inputs.standard(input) && same(output, Path.of(input))) {
        throw new ParameterException(
            spec.commandLine(), output + " is an input and stays as it is");
      }
    }
    if (!force) {
      throw new ParameterException(spec.commandLine(), output + " exists; --force replaces it");
    }
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }
}
