package org.roamscope.cli;

import java.io.PrintWriter;
import java.util.List;
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
    versionProvider = Version.class)
public final class Main implements Runnable {
  /** In the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          AuditCommand.class,
          HandoversCommand.class,
          UeCommand.class,
          IkeCommand.class,
          LadderCommand.class,
          DiffCommand.class,
          MergeCommand.class,
          CaptureCommand.class,
          CaptureHelperCommand.class,
          WatchCommand.class,
          DecodeCommand.class,
          KeysCommand.class,
          AnonymizeCommand.class,
          SliceCommand.class,
          AnnotateCommand.class,
          FieldsCommand.class,
          ExplainCommand.class,
          RulesCommand.class,
          CompletionCommand.class);

  @Spec private CommandSpec spec;

  /** For picocli, which fills in the specification. */
  @SuppressWarnings("NullAway.Init")
  public Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    StandardOutput out = StandardOutput.open();
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      // Scripts ask for it before they do anything: no model of commands is made for it.
      PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
      System.exit(StandardOutput.print(out, err, Version.line() + System.lineSeparator()));
    }
    MemoryShortage shortage = new MemoryShortage();
    Thread.setDefaultUncaughtExceptionHandler(shortage);
    System.exit(needed(args, shortage).setOut(out).execute(args));
  }

  /** The command line, ready to execute; a test may replace its writers. */
  public static CommandLine commandLine() {
    return of(COMMANDS, new MemoryShortage());
  }

  /**
   * The part of the command line that these arguments need: the model of all commands takes longer
   * to make than a small capture to audit.
   */
  private static CommandLine needed(String[] args, MemoryShortage shortage) {
    String first = args.length == 0 ? "" : args[0];
    return COMMANDS.stream()
        .filter(command -> command != CompletionCommand.class) // it is about all of them
        .filter(command -> command.getAnnotation(Command.class).name().equals(first))
        .findFirst()
        .map(command -> of(List.of(command), shortage))
        .orElseGet(() -> of(COMMANDS, shortage));
  }

  private static CommandLine of(List<Class<?>> commands, MemoryShortage shortage) {
    CommandLine root = new CommandLine(new Main());
    commands.forEach(root::addSubcommand);
    return root.setParameterExceptionHandler(
            (failure, arguments) -> {
              CommandLine command = failure.getCommandLine();
              String name = command.getCommandSpec().qualifiedName();
              command
                  .getErr()
                  .println("roamscope: " + PlainText.of(String.valueOf(failure.getMessage())));
              UnmatchedArgumentException.printSuggestions(failure, command.getErr());
              command.getErr().println("Try '" + name + " --help'.");
              return ExitCode.USAGE;
            })
        .setExecutionStrategy(shortage)
        .setExecutionExceptionHandler(
            shortage.handler((failure, command, parsed) -> {
              fault(command.getErr(), failure);
              return ExitCode.INPUT;
            }));
  }

  /** Says that a failure is nobody's doing but this program's. */
  static void fault(PrintWriter err, Throwable failure) {
    err.println("roamscope: a fault of this program, please report it: " + failure);
    for (StackTraceElement line : failure.getStackTrace()) {
      err.println("  at " + line);
    }
  }

  /** Without a command there is nothing to do: usage, exit code 2. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
