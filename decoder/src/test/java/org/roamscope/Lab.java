package org.roamscope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;

/**
 * Captures of a real IKE daemon with ground truth and keys, where the folder is there: beside the
 * checkout or where ROAMSCOPE_SHARED says.
 */
public final class Lab {
  private Lab() {}

  /** The folder; a test that asks where there is none is skipped. */
  public static Path folder() {
    Optional<Path> found = find();
    Assumptions.assumeTrue(found.isPresent(), "no lab captures here");
    return found.orElseThrow();
  }

  private static Optional<Path> find() {
    String told = System.getenv("ROAMSCOPE_SHARED");
    Path shared =
        told != null
            ? Path.of(told)
            : Path.of(System.getProperty("roamscope.root", "."), "..", "shared");
    return Optional.of(shared.resolve("lab").normalize()).filter(Files::isDirectory);
  }

  /** Files of a folder in it, by name. */
  public static List<Path> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve(name))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** The folder of keys that goes with a capture. */
  public static Path keyFolder(Path capture) {
    String name = capture.getFileName().toString();
    return folder().resolve("keys").resolve(name.substring(0, name.indexOf('.')));
  }

  /** The keys that go with a capture. */
  public static KeyRing keys(Path capture) {
    return KeyFiles.read(keyFolder(capture));
  }
}
