package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.keys.KeyRing;

/**
 * Expected output in files, written anew with {@code -Droamscope.rewrite=true}, and samples to make
 * it from.
 */
final class Goldens {
  private Goldens() {}

  private static Path root() {
    return Path.of(Objects.requireNonNull(System.getProperty("roamscope.root")));
  }

  /** The report of a sample of the project. */
  static Report sample(String name) {
    Path path = root().resolve("samples").resolve(name);
    return Trace.report(new Analysis.Source.File(path, String.valueOf(path.getFileName())));
  }

  /** The same, with what happened. */
  static Analysis.Outcome outcome(String name) {
    Path path = root().resolve("samples").resolve(name);
    return Analysis.run(
        List.of(new Analysis.Source.File(path, String.valueOf(path.getFileName()))),
        KeyRing.EMPTY,
        Profile.TS24303,
        "1.2.3",
        (file, bytes, frames) -> {},
        () -> false,
        true);
  }

  /** Holds text to a file, or writes the file. */
  static void check(String name, String actual) throws IOException {
    if (Boolean.getBoolean("roamscope.rewrite")) {
      Path file = root().resolve("decoder/src/test/resources/org/roamscope/report").resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, actual);
      return;
    }
    try (InputStream in = Goldens.class.getResourceAsStream(name)) {
      String expected =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(actual).isEqualTo(expected.replace("\r\n", "\n"));
    }
  }
}
