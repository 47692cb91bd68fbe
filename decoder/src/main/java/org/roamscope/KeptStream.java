package org.roamscope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream that keeps what was read of it, so that a short one can be read a second time. */
public final class KeptStream {
  private static final int MOST = 32 << 20;

  /** Of the heap; nobody wants memory to run out for what is seldom needed. */
  private static final int SHARE_OF_HEAP = 32;

  private static final int END = -1;

  /** Opens the stream. */
  @FunctionalInterface
  public interface Opener {
    /** The stream, from its beginning; asked once. */
    InputStream open() throws IOException;
  }

  private final Opener opener;
  private final long most;
  private @Nullable List<byte[]> kept = new ArrayList<>();
  private long octets;
  private boolean begun;
  private boolean whole;

  /** Of a stream that is opened when it is first read. */
  public KeptStream(Opener opener) {
    this(opener, Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
  }

  /**
   * The same.
   *
   * @param most octets kept; a longer stream cannot be read again
   */
  KeptStream(Opener opener, long most) {
    this.opener = opener;
    this.most = most;
  }

  /** True when it was read to its end and all of it was kept. */
  public boolean again() {
    return whole;
  }

  /**
   * The stream, or what was kept of it.
   *
   * @throws IOException when it cannot be opened, or was read before and not kept
   */
  public InputStream open() throws IOException {
    List<byte[]> all = kept;
    if (!begun) {
      begun = true;
      return new Keeping(opener.open());
    }
    if (all == null || !whole) {
      throw new IOException("it cannot be read twice");
    }
    return new SequenceInputStream(
        Collections.enumeration(all.stream().map(ByteArrayInputStream::new).toList()));
  }

  private final class Keeping extends InputStream {
    private final InputStream in;

    Keeping(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) == END ? END : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int at, int most) throws IOException {
      int got = in.read(to, at, most);
      keep(to, at, got);
      return got;
    }

    private void keep(byte[] from, int at, int got) {
      List<byte[]> all = kept;
      if (all == null) {
        return;
      }
      if (got == END) {
        whole = true;
        return;
      }
      octets += got;
      if (octets > most) {
        kept = null;
      } else if (got > 0) {
        all.add(Arrays.copyOfRange(from, at, at + got));
      }
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
