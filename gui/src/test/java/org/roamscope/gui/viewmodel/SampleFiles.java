package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Captures of the samples, unpacked from the build. */
public final class SampleFiles {
  private SampleFiles() {}

  /** The capture of that name in a folder. */
  public static Path in(Path folder, String name) {
    try (var in = SampleCapture.class.getResourceAsStream("samples/" + name + ".pcapng")) {
      if (in == null) {
        throw new IllegalStateException("no sample " + name);
      }
      return Files.write(folder.resolve(name + ".pcapng"), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
