package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.WholeFile;
import org.roamscope.report.TextReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a command that makes one text puts it, and how that looks. */
final class ReportOutput {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write there instead of to standard output.")
  private @Nullable Path file;

  @Option(names = "--force", description = "Replace the file of --output when it exists.")
  private boolean force;

  @Option(
      names = "--color",
      description =
          "Colour the text: ${COMPLETION-CANDIDATES}. Default: auto, on a terminal unless NO_COLOR"
              + " is set.")
  private AuditCommand.ColourMode colour = AuditCommand.ColourMode.auto;

  ReportOutput() {}

  /** Refuses a file that would replace an input, or anything else without {@code --force}. */
  void check(CommandSpec spec, List<String> inputs) {
    Outputs.check(spec, file, inputs, force);
  }

  /** What the text is made for. */
  TextReport.Terminal terminal() {
    return Terminals.of(colour, file == null);
  }

  /**
   * Writes the text whole or not at all, and says what failed.
   *
   * @param what the text, for that message
   * @return the exit code
   */
  int write(CommandSpec spec, String what, String text) {
    if (file == null) {
      return StandardOutput.print(spec.commandLine(), text);
    }
    try {
      WholeFile.write(file, text);
      return ExitCode.CLEAN;
    } catch (IOException e) {
      KeyOptions.say(spec, "the " + what + " could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    }
  }
}
