package org.roamscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roamscope.Lab;

/**
 * Captures of many origins, where there are any: in the folder that ROAMSCOPE_SHARED names, or in
 * {@code shared} beside the project.
 */
class SharedCapturesTest {
  private static List<Path> captures() throws IOException {
    Path folder = Lab.shared("");
    List<Path> captures = new ArrayList<>();
    for (String part : List.of("captures", "lab/captures")) {
      Path inside = folder.resolve(part);
      if (Files.isDirectory(inside)) {
        try (Stream<Path> files = Files.walk(inside)) {
          files
              .filter(file -> file.toString().matches(".*\\.(pcap|pcapng|cap)(\\.gz)?"))
              .filter(Files::isRegularFile)
              .sorted()
              .forEach(captures::add);
        }
      }
    }
    return captures;
  }

  @Test
  void areReadWholeAndWrittenTheSame() throws IOException {
    for (Path file : captures()) {
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      List<Frame> frames = new ArrayList<>();
      try (CaptureReader reader = CaptureReader.open(file);
          CaptureWriter writer = CaptureWriter.pcapng(copy)) {
        int described = 0;
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
          frames.add(frame);
          while (described < reader.interfaces().size()) {
            writer.describe(reader.interfaces().get(described++));
          }
          writer.write(frame);
        }
        assertThat(reader.damaged()).as("%s %s", file, reader.problems()).isEqualTo(isCut(file));
        assertThat(reader.bytesRead()).as("%s", file).isEqualTo(Files.size(file));
      }
      Bytes.Read back = Bytes.read(copy.toByteArray());
      assertThat(back.reader().problems()).as("%s", file).isEmpty();
      assertThat(facts(back.frames())).as("%s", file).isEqualTo(facts(frames));
    }
  }

  private static boolean isCut(Path file) {
    return String.valueOf(file.getFileName()).contains("cut");
  }

  private static List<List<Object>> facts(List<Frame> frames) {
    return frames.stream()
        .map(f ->
            List.<Object>of(
                f.number(),
                f.timeNanos(),
                f.linkType(),
                f.originalLength(),
                f.slice().digest(),
                f.options().stream().map(BlockOption::text).toList()))
        .toList();
  }
}
