package org.roamscope.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a command writes the capture that it makes. */
final class CopyOptions {
  /** Before the options of the command itself. */
  private static final int FIRST = -2;

  @Option(
      names = {"-o", "--output"},
      required = true,
      order = FIRST,
      paramLabel = "OUT.pcapng",
      description = "The capture that is written.")
  private Path output;

  @Option(names = "--force", order = FIRST, description = "Replace output files that exist.")
  private boolean force;

  @SuppressWarnings("NullAway.Init") // picocli fills in what is required
  CopyOptions() {}

  Path output() {
    return output;
  }

  /** Refuses an output that would replace an input, or anything else without {@code --force}. */
  void check(CommandSpec spec, List<String> inputs) {
    check(spec, output, inputs);
  }

  /** The same of another file that the command writes; null when there is none. */
  void check(CommandSpec spec, @Nullable Path other, List<String> inputs) {
    Outputs.check(spec, other, inputs, force);
  }
}
