package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;
import org.roamscope.live.CaptureProcess;
import org.roamscope.live.DefaultFilter;
import org.roamscope.live.LiveException;
import org.roamscope.live.Programs;
import org.roamscope.live.Tap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where to capture: Wireshark's options, alike in every command that captures. */
final class TapOptions {
  private static final int MOST_SNAP_LENGTH = 262_144;

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
    private int snapLength = MOST_SNAP_LENGTH;

    @Option(
        names = {"-p", "--no-promiscuous-mode"},
        description = "Not in promiscuous mode.")
    private boolean notPromiscuous;

    @Option(
        names = {"-B", "--buffer-size"},
        paramLabel = "MiB",
        description = "Kernel buffer. Default: 16.")
    private int buffer = 16;

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
      if (tap.snapLength() < 1 || tap.snapLength() > MOST_SNAP_LENGTH) {
        throw new ParameterException(
            spec.commandLine(),
            "-s takes 1 to " + MOST_SNAP_LENGTH + " octets, not " + tap.snapLength());
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
    if (root()) {
      KeyOptions.say(
          spec,
          "running as root: only capturing needs that, the analysis does not; with capabilities on"
              + " dumpcap any user can do this");
    }
    Optional<Path> dumpcap =
        noDumpcap
            ? Optional.empty()
            : Programs.find("dumpcap", System.getenv().getOrDefault("PATH", ""));
    return dumpcap.isPresent()
        ? CaptureProcess.dumpcap(dumpcap.get(), taps, line -> ofDumpcap(line, complaints))
        : CaptureProcess.helper(helper(), taps, complaints);
  }

  /**
   * What dumpcap says of its progress is said by us, once; with rights missing, how to get them.
   */
  private static void ofDumpcap(String line, Consumer<String> complaints) {
    boolean routine =
        line.startsWith("Capturing on ")
            || line.startsWith("File: ")
            || line.startsWith("Packets captured: ")
            || line.startsWith("Packets received/dropped ");
    if (routine) {
      return;
    }
    complaints.accept(PlainText.of(line));
    if (line.contains("permission to capture")) {
      complaints.accept(
          "the capability CAP_NET_RAW is missing; give it to dumpcap with: sudo setcap"
              + " cap_net_raw,cap_net_admin=eip \"$(command -v dumpcap)\"");
    }
  }

  private static boolean root() {
    try {
      return Integer.valueOf(0)
          .equals(java.nio.file.Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "root".equals(System.getProperty("user.name")); // a system without /proc
    }
  }

  /** This program again, as its own helper: the same Java, a small heap. */
  private static List<String> helper() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx64m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        CaptureHelperCommand.NAME);
  }
}
