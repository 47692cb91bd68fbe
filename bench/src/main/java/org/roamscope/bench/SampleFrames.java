package org.roamscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;

/** The frames of all sample captures, below the folder that {@code roamscope.root} names. */
final class SampleFrames {
  private SampleFrames() {}

  /** The captures by name. */
  static List<Path> captures() throws IOException {
    Path folder = Path.of(System.getProperty("roamscope.root", "."), "samples", "captures");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pcapng")).sorted().toList();
    }
  }

  /** The frames of one capture. */
  static List<Frame> of(Path capture) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(capture)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
      }
    }
    return frames;
  }

  /** The frames of all of them, one capture after the other. */
  static List<Frame> all() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (Path capture : captures()) {
      frames.addAll(of(capture));
    }
    return frames;
  }
}
