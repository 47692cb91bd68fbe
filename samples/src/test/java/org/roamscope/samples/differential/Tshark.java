package org.roamscope.samples.differential;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The installed tshark: what it calls its fields and what it reads in a file. */
final class Tshark {
  /** Between fields and between values of one field: tshark escapes both in a field's text. */
  private static final char FIELD = '\t';

  private static final char VALUE = '\r';

  /** Checksums are verified here, so they are there too. */
  private static final List<String> CHECKSUMS =
      List.of("ip.check_checksum:TRUE", "udp.check_checksum:TRUE");

  private static final List<String> PREFERENCES =
      List.of(
          "ip.check_checksum:TRUE",
          "udp.check_checksum:TRUE",
          "esp.enable_null_encryption_decode_heuristic:TRUE");

  /** With keys; UDP 4191 (RFC 5555) is nothing that it knows by itself. */
  private static final List<String> WITH_KEYS =
      List.of(
          "-d",
          "udp.port==4191,ipv6",
          "-o",
          "esp.enable_encryption_decode:TRUE",
          "-o",
          "esp.enable_authentication_check:TRUE",
          "-o",
          "esp.enable_null_encryption_decode_heuristic:FALSE");

  private final Path program;
  private final Optional<Path> profile;

  private Tshark(Path program, Optional<Path> profile) {
    this.program = program;
    this.profile = profile;
  }

  /** The same with a folder of preferences and keys of its own. */
  Tshark with(Path folder) {
    return new Tshark(program, Optional.of(folder));
  }

  /** The one on the path. */
  static Optional<Tshark> find() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path program = Path.of(folder).resolve("tshark");
      if (Files.isExecutable(program)) {
        return Optional.of(new Tshark(program, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** Its fields and protocols: name and type. */
  Map<String, String> fields() throws IOException {
    Map<String, String> types = new LinkedHashMap<>();
    run(
        List.of("-G", "fields"),
        line -> {
          String[] cells = line.split("\t", -1);
          if (cells[0].equals("P")) {
            types.putIfAbsent(cells[2], "FT_PROTOCOL");
          } else if (cells[0].equals("F")) {
            types.putIfAbsent(cells[2], cells[3]);
          }
        });
    return types;
  }

  /** Its version. */
  String version() throws IOException {
    List<String> lines = new ArrayList<>();
    run(List.of("--version"), lines::add);
    return lines.isEmpty() ? "unknown" : lines.getFirst();
  }

  /**
   * Values of fields, frame by frame.
   *
   * @param file the capture
   * @param names fields; none has more than one value by mistake of the separator
   * @param frame told the values of each frame, in the order of {@code names}
   */
  void values(Path file, List<String> names, Consumer<List<List<String>>> frame)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-n", "-r", file.toString()));
    for (String preference : profile.isPresent() ? CHECKSUMS : PREFERENCES) {
      arguments.addAll(List.of("-o", preference));
    }
    if (profile.isPresent()) {
      arguments.addAll(WITH_KEYS);
    }
    arguments.addAll(
        List.of(
            "-T",
            "fields",
            "-E",
            "separator=" + FIELD,
            "-E",
            "aggregator=" + VALUE,
            "-E",
            "occurrence=a"));
    for (String name : names) {
      arguments.addAll(List.of("-e", name));
    }
    run(
        arguments,
        line -> {
          List<List<String>> cells = new ArrayList<>();
          for (String cell : line.split(String.valueOf(FIELD), -1)) {
            cells.add(cell.isEmpty() ? List.of() : List.of(cell.split("" + VALUE, -1)));
          }
          frame.accept(cells);
        });
  }

  private void run(List<String> arguments, Consumer<String> line) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TZ", "UTC");
    builder.environment().put("LC_ALL", "C.UTF-8");
    profile.ifPresent(
        folder -> builder.environment().put("WIRESHARK_CONFIG_DIR", folder.toString()));
    Process process = builder.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder next = new StringBuilder();
      for (int c = out.read(); c >= 0; c = out.read()) {
        if (c == '\n') {
          line.accept(next.toString());
          next.setLength(0);
        } else {
          next.append((char) c);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      process.destroy();
    }
  }
}
