package org.roamscope.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How this program captures: with dumpcap where there is one, else with itself as the helper. */
public final class CaptureStart {
  /** First argument of a program that is started as its own helper. */
  public static final String HELPER = "capture-helper";

  /** What to say to a user who has all rights. */
  public static final String AS_ROOT =
      "running as root: only capturing needs that, the analysis does not; with capabilities on"
          + " dumpcap any user can do this";

  private CaptureStart() {}

  /** The dumpcap on a search path as {@code PATH} has it. */
  public static Optional<Path> dumpcap(String path) {
    return Programs.find("dumpcap", path);
  }

  /**
   * Starts capturing in a process of its own.
   *
   * @param dumpcap where that is; empty for the own helper
   * @param main name of the class that is started again, with {@link #HELPER} before its options
   * @param complaints told what the process says that is not routine; not printable as it is
   */
  public static CaptureProcess of(
      Optional<Path> dumpcap, String main, List<Tap> taps, Consumer<String> complaints)
      throws LiveException {
    return dumpcap.isPresent()
        ? CaptureProcess.dumpcap(dumpcap.get(), taps, line -> ofDumpcap(line, complaints))
        : CaptureProcess.helper(helper(main), taps, complaints);
  }

  /** The same Java with a small heap. */
  private static List<String> helper(String main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx64m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        main,
        HELPER);
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
    complaints.accept(line);
    if (line.contains("permission to capture")) {
      complaints.accept(
          "the capability CAP_NET_RAW is missing; give it to dumpcap with: sudo setcap"
              + " cap_net_raw,cap_net_admin=eip \"$(command -v dumpcap)\"");
    }
  }

  /** True when this process has all rights. */
  public static boolean root() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "root".equals(System.getProperty("user.name")); // a system without /proc
    }
  }
}
