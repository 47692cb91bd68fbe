package org.roamscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;
import org.roamscope.live.CaptureProcess;
import org.roamscope.live.CaptureStart;
import org.roamscope.live.DefaultFilter;
import org.roamscope.live.LiveException;
import org.roamscope.live.Tap;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Where to capture: Wireshark's options, alike in every command that captures. They are kept as
 * they come, for their order says which interface they are about.
 */
@SuppressWarnings("UnusedVariable") // the fields describe options; their words go to InOrder
final class TapOptions {
  /** Keeps an option and its value in the order of the command line. */
  static final class InOrder implements IParameterConsumer {
    InOrder() {}

    @Override
    public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec spec) {
      List<String> given = owner(option).given;
      String name = ((OptionSpec) option).shortestName();
      given.add(name);
      if (option.arity().max() > 0) {
        if (words.isEmpty()) {
          throw new ParameterException(spec.commandLine(), name + " needs a value");
        }
        given.add(words.pop());
      }
    }
  }

  private final List<String> given = new ArrayList<>();

  @Option(
      names = {"-i", "--interface"},
      paramLabel = "NAME",
      parameterConsumer = InOrder.class,
      description =
          "Capture there; any is all interfaces. Repeatable; the options below belong to the -i"
              + " before them, and before the first -i to all.")
  private @Nullable String device;

  @Option(
      names = "-f",
      paramLabel = "FILTER",
      parameterConsumer = InOrder.class,
      description =
          "Capture filter of libpcap. Default: all that is not plain TCP, UDP, SCTP or ICMP, which"
              + " needs no knowledge of extension headers; '' takes everything.")
  private @Nullable String filter;

  @Option(
      names = {"-s", "--snapshot-length"},
      paramLabel = "OCTETS",
      parameterConsumer = InOrder.class,
      description = "Most octets kept of a packet. Default: 262144.")
  private @Nullable String snapLength;

  @Option(
      names = {"-p", "--no-promiscuous-mode"},
      parameterConsumer = InOrder.class,
      description = "Not in promiscuous mode.")
  private boolean notPromiscuous;

  @Option(
      names = {"-B", "--buffer-size"},
      paramLabel = "MiB",
      parameterConsumer = InOrder.class,
      description = "Kernel buffer. Default: 16.")
  private @Nullable String buffer;

  @Option(
      names = {"-y", "--linktype"},
      paramLabel = "TYPE",
      parameterConsumer = InOrder.class,
      description = "Link type, one of those that -L lists.")
  private @Nullable String linkType;

  @Option(
      names = "--no-dumpcap",
      description = "Capture through libpcap, although there is a dumpcap on the PATH.")
  private boolean noDumpcap;

  TapOptions() {}

  /** The interfaces named, checked. */
  List<Tap> taps(CommandSpec spec) {
    List<Tap> taps;
    try {
      taps = Tap.of(given);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    for (Tap tap : taps) {
      if (tap.snapLength() < 1 || tap.snapLength() > Tap.MOST_SNAP_LENGTH) {
        throw new ParameterException(
            spec.commandLine(),
            "-s takes 1 to " + Tap.MOST_SNAP_LENGTH + " octets, not " + tap.snapLength());
      }
      if (tap.bufferMebibytes() < 1 || tap.bufferMebibytes() > 1024) {
        throw new ParameterException(
            spec.commandLine(), "-B takes 1 to 1024 MiB, not " + tap.bufferMebibytes());
      }
    }
    return taps;
  }

  /** Names of the interfaces, for messages. */
  String names() {
    return Tap.of(given).stream().map(Tap::device).collect(Collectors.joining(", "));
  }

  /**
   * Starts capturing in a process of its own.
   *
   * @param complaints told what the process says that is not routine
   */
  CaptureProcess start(CommandSpec spec, Consumer<String> complaints) throws LiveException {
    List<Tap> taps = taps(spec);
    for (Tap tap : taps) {
      if (tap.filter() != null) {
        DefaultFilter.warning(tap.filter()).ifPresent(warning -> KeyOptions.say(spec, warning));
      }
    }
    if (CaptureStart.root()) {
      KeyOptions.say(spec, CaptureStart.AS_ROOT);
    }
    return CaptureStart.of(
        noDumpcap
            ? Optional.empty()
            : CaptureStart.dumpcap(System.getenv().getOrDefault("PATH", "")),
        Main.class.getName(),
        taps,
        line -> complaints.accept(PlainText.of(line)));
  }

  private static TapOptions owner(ArgSpec option) {
    try {
      return option.scope().get();
    } catch (Exception e) { // what picocli's getters declare; this one reads a field
      throw new IllegalStateException("an option without its object", e);
    }
  }
}
