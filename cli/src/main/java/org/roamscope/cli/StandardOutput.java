package org.roamscope.cli;

import java.io.IOException;
import java.io.PrintWriter;

/** Writes to standard output and notices when that fails. */
final class StandardOutput {
  private StandardOutput() {}

  /**
   * Writes and flushes.
   *
   * @throws IOException when the output took not everything: a full disk, a reader that went away
   */
  static void write(PrintWriter out, String text) throws IOException {
    out.print(text);
    out.flush();
    if (out.checkError()) {
      throw new IOException("standard output was closed or is full");
    }
  }
}
