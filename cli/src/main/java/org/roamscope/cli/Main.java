package org.roamscope.cli;

import org.roamscope.field.PlainText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code roamscope} command: what every run starts with. */
@Command(
    name = "roamscope",
    description = "Analyzes mobility signalling and the keys that should move with it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AuditCommand.class,
      HandoversCommand.class,
      UeCommand.class,
      IkeCommand.class,
      LadderCommand.class,
      DiffCommand.class,
      DecodeCommand.class,
      KeysCommand.class,
      FieldsCommand.class,
      ExplainCommand.class,
      RulesCommand.class,
      CompletionCommand.class
    },
    versionProvider = Version.class)
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** For picocli, which fills in the specification. */
  @SuppressWarnings("NullAway.Init")
  public Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().setOut(StandardOutput.open()).execute(args));
  }

  /** The command line, ready to execute; a test may replace its writers. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setParameterExceptionHandler((failure, arguments) -> {
          CommandLine command = failure.getCommandLine();
          String name = command.getCommandSpec().qualifiedName();
          command
              .getErr()
              .println("roamscope: " + PlainText.of(String.valueOf(failure.getMessage())));
          UnmatchedArgumentException.printSuggestions(failure, command.getErr());
          command.getErr().println("Try '" + name + " --help'.");
          return ExitCode.USAGE;
        })
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          command
              .getErr()
              .println("roamscope: a fault of this program, please report it: " + failure);
          for (StackTraceElement line : failure.getStackTrace()) {
            command.getErr().println("  at " + line);
          }
          return ExitCode.INPUT;
        });
  }

  /** Without a command there is nothing to do: usage, exit code 2. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
