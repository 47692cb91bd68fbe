package org.roamscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;
import org.roamscope.live.CaptureProcess;
import org.roamscope.live.CaptureStart;
import org.roamscope.live.DefaultFilter;
import org.roamscope.live.LiveException;
import org.roamscope.live.Tap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where to capture: Wireshark's options, alike in every command that captures. */
final class TapOptions {
  /** An interface with the options that follow it. */
  static final class One {
    @Option(
        names = {"-i", "--interface"},
        paramLabel = "NAME",
        required = true,
        description =
            "Capture there; any is all interfaces. Repeatable; the options below belong to the -i"
                + " before them.")
    private String device = "";

    @Option(
        names = "-f",
        paramLabel = "FILTER",
        description =
            "Capture filter of libpcap. Default: all that is not plain TCP, UDP, SCTP or ICMP,"
                + " which needs no knowledge of extension headers; '' takes everything.")
    private @Nullable String filter;

    @Option(
        names = {"-s", "--snapshot-length"},
        paramLabel = "OCTETS",
        description = "Most octets kept of a packet. Default: 262144.")
    private int snapLength = Tap.MOST_SNAP_LENGTH;

    @Option(
        names = {"-p", "--no-promiscuous-mode"},
        description = "Not in promiscuous mode.")
    private boolean notPromiscuous;

    @Option(
        names = {"-B", "--buffer-size"},
        paramLabel = "MiB",
        description = "Kernel buffer. Default: 16.")
    private int buffer = Tap.USUAL_BUFFER;

    @Option(
        names = {"-y", "--linktype"},
        paramLabel = "TYPE",
        description = "Link type, one of those that -L lists.")
    private @Nullable String linkType;

    One() {}

    Tap tap() {
      return new Tap(device, filter, snapLength, !notPromiscuous, buffer, linkType);
    }
  }

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<One> interfaces = new ArrayList<>();

  @Option(
      names = "--no-dumpcap",
      description = "Capture through libpcap, although there is a dumpcap on the PATH.")
  private boolean noDumpcap;

  TapOptions() {}

  /** The interfaces named, checked. */
  List<Tap> taps(CommandSpec spec) {
    List<Tap> taps = interfaces.stream().map(One::tap).toList();
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
    return String.join(", ", interfaces.stream().map(one -> one.device).toList());
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
}
