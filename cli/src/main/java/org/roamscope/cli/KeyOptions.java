package org.roamscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where keys come from: the options for it, alike in every command. */
final class KeyOptions {
  @Option(
      names = "--keys",
      paramLabel = "FILE|FOLDER",
      description =
          "Keys that open IKE and ESP: tables of Wireshark, keys.json, logs of strongSwan or"
              + " libreswan, the output of ip xfrm state, or a folder of such files; repeatable.")
  private List<Path> keys = List.of();

  @Option(
      names = "--wireshark-keys",
      description = "Also the keys that are set up in your Wireshark.")
  private boolean wireshark;

  KeyOptions() {}

  /** True when some were asked for. */
  boolean given() {
    return wireshark || !keys.isEmpty();
  }

  /** The keys; empty when a file is wrong, which was said then: a usage error. */
  Optional<KeyRing> read(CommandSpec spec) {
    return read(spec, List.of());
  }

  /** The same, with files and folders that a configuration names; those of the options first. */
  Optional<KeyRing> read(CommandSpec spec, List<Path> configured) {
    List<Path> all = Stream.concat(keys.stream(), configured.stream()).toList();
    return read(spec, all, System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  Optional<KeyRing> read(CommandSpec spec, Map<String, String> environment, Path home) {
    return read(spec, keys, environment, home);
  }

  private Optional<KeyRing> read(
      CommandSpec spec, List<Path> files, Map<String, String> environment, Path home) {
    KeyRing ring = KeyFiles.read(files);
    if (wireshark) {
      Path folder = KeyFiles.wiresharkProfile(environment, home);
      KeyRing set = KeyFiles.readWireshark(folder);
      if (set.isEmpty() && set.problems().isEmpty()) {
        say(spec, folder + " holds no keys");
      }
      ring = ring.and(set);
    }
    ring.warnings().forEach(warning -> say(spec, warning));
    ring.problems().forEach(problem -> say(spec, problem));
    return ring.problems().isEmpty() ? Optional.of(ring) : Optional.empty();
  }

  /** One line on standard error; a file name may hold anything. */
  static void say(CommandSpec spec, Object what) {
    spec.commandLine().getErr().println("roamscope: " + what);
  }
}
