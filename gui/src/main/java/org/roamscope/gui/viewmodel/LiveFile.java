package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * The file of a capture that goes on. Who writes it says how far it is whole; who reads it never
 * sees more than that.
 */
final class LiveFile {
  private static final long WAKE_MILLIS = 200;

  private final Path path;
  private long whole;
  private boolean ended;

  LiveFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Up to here the file is a whole capture. */
  synchronized void grown(long octets) {
    whole = octets;
    notifyAll();
  }

  /** Nothing will be written any more. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized boolean ended() {
    return ended;
  }

  synchronized long octets() {
    return whole;
  }

  /** What there is now, to read to its end. */
  InputStream soFar() throws IOException {
    long size = octets();
    return new Input(() -> size, () -> true);
  }

  /**
   * What there is and what comes, to the end of the capture.
   *
   * @param gone asked every 200 ms of waiting: true to end at once
   */
  InputStream follow(BooleanSupplier gone) throws IOException {
    return new Input(this::octets, () -> ended() || gone.getAsBoolean());
  }

  private interface Size {
    long octets();
  }

  private final class Input extends InputStream {
    private final InputStream in;
    private final FileChannel channel;
    private final Size size;
    private final BooleanSupplier end;

    Input(Size size, BooleanSupplier end) throws IOException {
      channel = FileChannel.open(path);
      in = Channels.newInputStream(channel);
      this.size = size;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
      long at = channel.position();
      // What was written just before the end was said is read first.
      for (boolean over = end.getAsBoolean(); ; over = end.getAsBoolean()) {
        long there = size.octets() - at;
        if (there > 0) {
          return in.read(to, from, (int) Math.min(there, count));
        }
        if (over || !awaitMore(at)) {
          return -1;
        }
      }
    }

    /** False when this thread is to stop. */
    private boolean awaitMore(long at) {
      synchronized (LiveFile.this) {
        try {
          if (!ended && whole <= at) {
            LiveFile.this.wait(WAKE_MILLIS);
          }
          return true;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
