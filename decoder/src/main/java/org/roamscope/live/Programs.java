package org.roamscope.live;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Other programs of this machine. */
public final class Programs {
  private Programs() {}

  /**
   * The first program of that name on a search path.
   *
   * @param name without the ending that Windows gives it
   * @param path folders, as {@code PATH} has them
   */
  public static Optional<Path> find(String name, String path) {
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (folder.isEmpty()) {
        continue;
      }
      try {
        for (String file : List.of(name, name + ".exe")) {
          Path program = Path.of(folder, file);
          if (Files.isRegularFile(program) && Files.isExecutable(program)) {
            return Optional.of(program);
          }
        }
      } catch (InvalidPathException e) {
        // Not a folder of this system: nothing is in it, and the next one is looked at.
      }
    }
    return Optional.empty();
  }
}
