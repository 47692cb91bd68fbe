package org.roamscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Memory that runs out while a command runs, on whatever thread: one sentence that says what to do,
 * and exit code 3. What a command writes to a file is there whole or not at all, for it unwinds
 * like after any other failure.
 */
final class MemoryShortage implements IExecutionStrategy, Thread.UncaughtExceptionHandler {
  /** Causes looked at; a chain of causes may be a ring. */
  private static final int DEEPEST = 32;

  /** What the JDK says of an array or text beyond 2^31 elements, whatever the heap is. */
  private static final List<String> TOO_LARGE =
      List.of("exceeds", "String size", "String length", "array size");

  private final AtomicBoolean said = new AtomicBoolean();

  MemoryShortage() {}

  /** Runs the command that was asked for. */
  @Override
  public int execute(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      CommandLine command = parsed.asCommandLineList().getLast();
      return say(command.getErr(), command.getCommandName(), e);
    }
  }

  /**
   * What a command does about an exception of its own: a shortage on a thread of a pool comes as
   * the cause of one.
   *
   * @param others takes all that are no shortage
   */
  IExecutionExceptionHandler handler(IExecutionExceptionHandler others) {
    return (failure, command, parsed) -> {
      Optional<OutOfMemoryError> shortage = in(failure);
      return shortage.isPresent()
          ? say(command.getErr(), command.getCommandName(), shortage.get())
          : others.handleExecutionException(failure, command, parsed);
    };
  }

  /** On a thread that nobody waits for: the process ends, as by a signal. */
  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    Optional<OutOfMemoryError> shortage = in(failure);
    if (shortage.isPresent()) {
      System.exit(say(err, "", shortage.get()));
    }
    Main.fault(err, failure);
  }

  private int say(PrintWriter err, String command, OutOfMemoryError shortage) {
    if (!said.getAndSet(true)) {
      err.println(
          "roamscope: "
              + sentence(
                  String.valueOf(shortage.getMessage()), command.equals("watch"), Heap.most()));
    }
    return ExitCode.INPUT;
  }

  /** The shortage that a failure comes from. */
  static Optional<OutOfMemoryError> in(Throwable failure) {
    @Nullable Throwable at = failure;
    for (int i = 0; at != null && i < DEEPEST; i++) {
      if (at instanceof OutOfMemoryError shortage) {
        return Optional.of(shortage);
      }
      at = at.getCause();
    }
    return Optional.empty();
  }

  /**
   * What was too small, and what to do.
   *
   * @param message the JVM's
   * @param watch true for a watch, whose memory is for the user to choose
   * @param heap octets of the heap
   */
  static String sentence(String message, boolean watch, long heap) {
    if (message.contains("native thread")) {
      return "the system gave no further thread: end other programs, or raise the number of"
          + " processes it allows (ulimit -u)";
    }
    if (TOO_LARGE.stream().anyMatch(message::contains)) {
      return "one text or table is larger than a Java program can hold (2 GiB): take the capture"
          + " apart with roamscope slice";
    }
    return "the heap of "
        + Heap.mebibytes(heap)
        + " MiB is too small for this: give more, for example "
        + Heap.setting(2 * heap)
        + (watch ? ", or a smaller --window" : "");
  }
}
