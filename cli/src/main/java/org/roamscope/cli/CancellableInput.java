package org.roamscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An input that ends when the run is cancelled, though the stream behind it stays open and silent:
 * a pipe from a capture that goes on. A thread of its own reads ahead, by a bounded amount.
 */
final class CancellableInput extends InputStream {
  private static final int CHUNK = 1 << 16;
  private static final int AHEAD = 64;
  private static final long POLL_MILLIS = 50;

  /** What the reading thread hands over: bytes, the end (neither), or why it stopped. */
  private static final class Piece {
    private final byte @Nullable [] bytes;
    private final @Nullable IOException failure;

    Piece(byte @Nullable [] bytes, @Nullable IOException failure) {
      this.bytes = bytes;
      this.failure = failure;
    }
  }

  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(AHEAD);
  private final BooleanSupplier cancelled;
  private byte[] current = new byte[0];
  private int at;
  private boolean ended;

  CancellableInput(InputStream in, BooleanSupplier cancelled) {
    this.cancelled = cancelled;
    Thread reader = new Thread(() -> pump(in), "roamscope-input");
    reader.setDaemon(true);
    reader.start();
  }

  private void pump(InputStream in) {
    try {
      byte[] chunk = new byte[CHUNK];
      try {
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
          pieces.put(new Piece(Arrays.copyOf(chunk, count), null));
        }
        pieces.put(new Piece(null, null));
      } catch (IOException e) {
        pieces.put(new Piece(null, e));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (at == current.length) {
      if (ended || !next()) {
        ended = true;
        return -1;
      }
    }
    int copied = Math.min(count, current.length - at);
    System.arraycopy(current, at, to, from, copied);
    at += copied;
    return copied;
  }

  private boolean next() throws IOException {
    try {
      while (!cancelled.getAsBoolean()) {
        Piece piece = pieces.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (piece == null) {
          continue;
        }
        if (piece.failure != null) {
          throw piece.failure;
        }
        if (piece.bytes == null) {
          return false;
        }
        current = piece.bytes;
        at = 0;
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
