package org.roamscope.gui.viewmodel;

import java.nio.file.Path;

/** The capture the user chose, as far as it is known. */
public sealed interface Selection {
  /** Nothing was chosen yet. */
  record None() implements Selection {}

  /** A regular file that can be read; {@code size} in bytes. */
  record Capture(Path file, long size) implements Selection {}

  /** A file that cannot be read; {@code reason} completes "Cannot open, ". */
  record Refused(Path file, String reason) implements Selection {}
}
