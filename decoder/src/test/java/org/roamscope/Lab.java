package org.roamscope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    return shared("lab");
  }

  /**
   * A folder of test data that is no part of the project; a test that asks where there is none is
   * skipped.
   *
   * @param part what of it
   */
  public static Path shared(String part) {
    String told = System.getenv().getOrDefault("ROAMSCOPE_SHARED", "");
    Path shared =
        told.isEmpty()
            ? Path.of(System.getProperty("roamscope.root", "."), "..", "shared")
            : Path.of(told);
    Path folder = shared.resolve(part).normalize();
    Assumptions.assumeTrue(Files.isDirectory(folder), "no " + folder.getFileName() + " here");
    return folder;
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
