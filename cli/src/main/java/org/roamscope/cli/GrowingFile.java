package org.roamscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A file that somebody still writes: its end is where the run is cancelled, not where it ends. */
final class GrowingFile extends InputStream {
  private static final long POLL_MILLIS = 200;

  private final InputStream in;
  private final BooleanSupplier cancelled;

  /**
   * Opens it.
   *
   * @param cancelled true to end at the next end of the file
   */
  GrowingFile(Path file, BooleanSupplier cancelled) throws IOException {
    in = Files.newInputStream(file);
    this.cancelled = cancelled;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int count) throws IOException {
    int got = in.read(to, from, count);
    while (got < 0 && !cancelled.getAsBoolean()) {
      try {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
      got = in.read(to, from, count);
    }
    return got;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
