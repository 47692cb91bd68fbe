package org.roamscope.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample of the project can be drawn. */
class DrawingsTest {
  static List<String> samples() throws IOException {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("roamscope.root")), "samples");
    try (Stream<Path> files = Files.walk(root, 2)) {
      return files
          .filter(file -> file.toString().matches(".*\\.pcap(ng)?"))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyUeInEveryForm(String sample) throws Exception {
    Drawings.check(Goldens.sample(sample));
  }
}
