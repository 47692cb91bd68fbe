package org.roamscope.gui.viewmodel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at a chosen file without reading it. May block on a slow disk: not for the FX thread. */
final class FileProbe {
  private FileProbe() {}

  /** Why the file cannot be opened, completing "Cannot open, "; empty when it can be tried. */
  static Optional<String> refusal(Path file) {
    if (!Files.exists(file)) {
      return Optional.of("there is no such file");
    }
    if (Files.isDirectory(file)) {
      return Optional.of("it is a folder");
    }
    if (!Files.isReadable(file)) {
      return Optional.of("you may not read it");
    }
    // A pipe can be read once, and the packets are read again whenever one is opened.
    return Files.isRegularFile(file)
        ? Optional.empty()
        : Optional.of("it is not a regular file; save the capture first");
  }
}
