package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at a chosen file without reading it. May block on a slow disk: not for the FX thread. */
final class FileProbe {
  private FileProbe() {}

  static Selection probe(Path file) {
    var path = file.toAbsolutePath().normalize();
    try {
      if (!Files.exists(path)) {
        return new Selection.Refused(path, "there is no such file");
      }
      if (Files.isDirectory(path)) {
        return new Selection.Refused(path, "it is a folder");
      }
      if (!Files.isRegularFile(path)) {
        return new Selection.Refused(path, "it is not a regular file");
      }
      if (!Files.isReadable(path)) {
        return new Selection.Refused(path, "you may not read it");
      }
      return new Selection.Capture(path, Files.size(path));
    } catch (IOException e) {
      return new Selection.Refused(path, "its size cannot be read");
    }
  }
}
