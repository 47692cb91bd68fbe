package org.roamscope.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;

/** Writes {@code samples/captures/NAME.pcapng} for every page in {@code samples/scenarios}. */
public final class ScenarioMain {
  private ScenarioMain() {}

  /**
   * Regenerates the captures.
   *
   * @param args the folder {@code samples}
   */
  public static void main(String[] args) throws IOException {
    Path samples = Path.of(args.length == 0 ? "samples" : args[0]);
    for (Path path : pages(samples.resolve("scenarios"))) {
      Page page = Page.read(path);
      Files.write(
          samples.resolve("captures").resolve(page.name() + ".pcapng"),
          capture(ScenarioCompiler.compile(page)));
    }
  }

  /** The pages of a folder by name. */
  static List<Path> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  /** The frames as a pcapng file. */
  static byte[] capture(List<Frame> frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
    }
    return out.toByteArray();
  }
}
