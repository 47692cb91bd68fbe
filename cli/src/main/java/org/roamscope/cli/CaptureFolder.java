package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureReader;
import org.roamscope.field.PlainText;
import picocli.CommandLine.Model.CommandSpec;

/** A folder among the inputs stands for the captures in it. */
final class CaptureFolder {
  /** Names in a message. */
  private static final int MAX_NAMED = 5;

  private CaptureFolder() {}

  /**
   * The inputs with every folder replaced by the captures directly in it, sorted by name. What is
   * no capture by its content is passed over and said; hidden files and folders in it are not
   * looked at. A folder without captures stays, so that reading it fails.
   */
  static List<String> expand(List<String> names, CommandSpec spec) {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      if (Inputs.standard(name) || !Files.isDirectory(Path.of(name))) {
        files.add(name);
        continue;
      }
      List<String> captures = captures(Path.of(name), spec);
      if (captures.isEmpty()) {
        KeyOptions.say(spec, "no capture in " + PlainText.of(name));
        files.add(name);
      }
      files.addAll(captures);
    }
    return files;
  }

  private static List<String> captures(Path folder, CommandSpec spec) {
    List<String> captures = new ArrayList<>();
    List<String> others = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry) && !Files.isHidden(entry)) {
          (capture(entry) ? captures : others).add(entry.toString());
        }
      }
    } catch (IOException e) {
      KeyOptions.say(spec, PlainText.of(folder + " cannot be listed: " + e.getMessage()));
    }
    if (!others.isEmpty()) {
      List<String> some =
          others.stream()
              .sorted()
              .limit(MAX_NAMED)
              .map(other -> PlainText.of(String.valueOf(Path.of(other).getFileName())))
              .toList();
      KeyOptions.say(
          spec,
          "passed over in "
              + PlainText.of(folder.toString())
              + ", no captures: "
              + String.join(", ", some)
              + (others.size() > some.size()
                  ? " and " + (others.size() - some.size()) + " more"
                  : ""));
    }
    return captures.stream().sorted().toList();
  }

  /** By its content; one that cannot be read is kept, so that the report says why. */
  private static boolean capture(Path file) {
    try (CaptureReader reader = CaptureReader.open(file)) {
      return !reader.format().isEmpty();
    } catch (CaptureException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
