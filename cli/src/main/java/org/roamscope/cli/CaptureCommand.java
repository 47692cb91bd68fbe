package org.roamscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;
import org.roamscope.live.Libpcap;
import org.roamscope.live.LiveException;
import org.roamscope.live.Tap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code roamscope capture}: from interfaces to pcapng files. */
@Command(
    name = "capture",
    description = "Capture mobility signalling, IKE and ESP from interfaces to pcapng.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the capture ended as it was told to",
      "2:usage",
      "3:an interface cannot be opened, or went away; what came before is in the file",
      "4:the file could not be written; what came before is in it"
    })
final class CaptureCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-D", "--list-interfaces"},
      description = "List the interfaces and end.")
  private boolean listInterfaces;

  @Option(
      names = {"-L", "--list-data-link-types"},
      description = "List the link types of each -i and end.")
  private boolean listLinkTypes;

  @Mixin private TapOptions taps = new TapOptions();

  @Option(
      names = "-w",
      paramLabel = "FILE",
      description = "Write there, pcapng; - is standard output.")
  private @Nullable String output;

  @Option(names = "-c", paramLabel = "NUMBER", description = "Stop after so many packets.")
  private @Nullable Long count;

  @Option(
      names = {"-a", "--autostop"},
      paramLabel = "LIMIT",
      description =
          "Stop after duration:SECONDS, filesize:KILOBYTES, files:NUMBER or packets:NUMBER;"
              + " repeatable.")
  private List<String> stops = new ArrayList<>();

  @Option(
      names = {"-b", "--ring-buffer"},
      paramLabel = "LIMIT",
      description =
          "Begin another file after duration:SECONDS, filesize:KILOBYTES or packets:NUMBER; keep"
              + " the last files:NUMBER only. Repeatable.")
  private List<String> rotations = new ArrayList<>();

  @Option(names = "-q", description = "Say nothing of what is captured.")
  private boolean quiet;

  @Option(names = "--force", description = "Replace output files that exist.")
  private boolean force;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  CaptureCommand() {}

  @Override
  public Integer call() {
    try {
      if (listInterfaces) {
        return StandardOutput.print(spec.commandLine(), interfaces());
      }
      List<Tap> wanted = taps.taps(spec);
      if (wanted.isEmpty()) {
        throw usage("-i is missing: roamscope capture -D lists the interfaces");
      }
      if (listLinkTypes) {
        return StandardOutput.print(spec.commandLine(), linkTypes(wanted));
      }
      return capture();
    } catch (LiveException e) {
      KeyOptions.say(spec, PlainText.of(String.valueOf(e.getMessage())));
      return ExitCode.INPUT;
    }
  }

  private int capture() throws LiveException {
    if (output == null) {
      throw usage("-w is missing: name a file, or - for standard output");
    }
    CaptureLimits stop = CaptureLimits.of(spec, "-a", stops);
    CaptureLimits rotation = CaptureLimits.of(spec, "-b", rotations);
    if (count != null && count < 1) {
      throw usage("-c takes a number from 1 on, not " + count);
    }
    if (!rotation.none()
        && rotation.seconds().isEmpty()
        && rotation.kilobytes().isEmpty()
        && rotation.packets().isEmpty()) {
      throw usage("-b files: needs duration:, filesize: or packets: to say when a file is full");
    }
    boolean pipe = Inputs.standard(output);
    Path file = Path.of(output);
    if (pipe && !rotation.none()) {
      throw usage("-b makes several files, and standard output is one: name a file with -w");
    }
    if (!pipe && rotation.none()) {
      Outputs.check(spec, file, List.of(), force);
    }
    CaptureFiles.Maker maker =
        pipe ? any -> new FileOutputStream(FileDescriptor.out) : CaptureFiles.onDisk(force);
    CaptureFiles files =
        new CaptureFiles(file, rotation, maker, Clock.system(ZoneId.systemDefault()));
    return new CaptureRun(spec, taps, stop, count == null ? Long.MAX_VALUE : count, quiet)
        .to(files);
  }

  private static String interfaces() throws LiveException {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (Libpcap.Device device : Libpcap.devices()) {
      text.append(++number).append(". ").append(PlainText.of(device.name()));
      List<String> more = new ArrayList<>();
      if (!device.description().isEmpty()) {
        more.add(PlainText.of(device.description()));
      }
      more.addAll(device.addresses());
      if (!device.up()) {
        more.add("down");
      }
      text.append(more.isEmpty() ? "" : " (" + String.join(", ", more) + ")").append('\n');
    }
    return text.toString();
  }

  private static String linkTypes(List<Tap> wanted) throws LiveException {
    StringBuilder text = new StringBuilder();
    for (Tap tap : wanted) {
      text.append("Link types of ").append(PlainText.of(tap.device())).append(":\n");
      text.append(
          Libpcap.linkTypes(tap.device()).stream()
              .map(type -> "  " + type + "\n")
              .collect(Collectors.joining()));
    }
    return text.toString();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
