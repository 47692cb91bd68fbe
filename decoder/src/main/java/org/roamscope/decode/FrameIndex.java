package org.roamscope.decode;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.CaptureReader;

/**
 * Places of a capture from which decoding can go on: what a frame means depends on those before it,
 * so of each place it is kept what they said. Filled while the capture is read for the first time.
 * There are at most {@value #MOST} places, evenly spread, so that a jump passes over one part in 32
 * at most; when they take too much memory there are fewer.
 *
 * <p>A capture in gzip has none, and one that is decrypted has none: what keys open depends on all
 * that was opened before. For several threads.
 */
public final class FrameIndex {
  static final int MOST = 64;
  private static final int FIRST_STRIDE = 2048;

  /** In all places together. */
  private static final long MOST_OCTETS = 48L << 20;

  /**
   * A place.
   *
   * @param position behind a frame
   * @param state of the decoder there
   */
  public record Place(CaptureReader.Position position, FrameDecoder.State state) {
    /** Frames before it. */
    public int frames() {
      return position.frames();
    }
  }

  private final NavigableMap<Integer, Place> places = new TreeMap<>();
  private int stride;
  private long octets;

  // For the thread that reads.
  private int next;
  private boolean useless;

  /** Without a place. */
  public FrameIndex() {
    this(FIRST_STRIDE);
  }

  /**
   * Without a place.
   *
   * @param stride frames between two places as long as there are few
   */
  public FrameIndex(int stride) {
    this.stride = stride;
    next = stride;
  }

  /**
   * Told each frame of the capture in its order, after it was decoded and displayed; always by the
   * same thread.
   *
   * @param reader of the capture
   * @param decoder of its frames
   */
  public void passed(CaptureReader reader, FrameDecoder decoder) {
    if (useless) {
      return;
    }
    if (decoder.hasKeys()) {
      giveUp();
    } else if (reader.framesRead() >= next) {
      add(reader, decoder);
    }
  }

  private synchronized void giveUp() {
    useless = true;
    places.clear();
    octets = 0;
  }

  private synchronized void add(CaptureReader reader, FrameDecoder decoder) {
    CaptureReader.Position position = reader.position();
    if (position == null) {
      giveUp();
      return;
    }
    FrameDecoder.State state = decoder.state();
    places.put(position.frames(), new Place(position, state));
    octets += state.octets();
    while (places.size() > MOST || octets > MOST_OCTETS) {
      thin();
    }
    next = (int) Math.min((position.frames() / stride + 1L) * stride, Integer.MAX_VALUE);
  }

  /** Every second place goes, the first of all among them. */
  private void thin() {
    stride = Math.min(stride, 1 << 29) * 2;
    boolean goes = true;
    for (Iterator<Place> all = places.values().iterator(); all.hasNext(); goes = !goes) {
      Place place = all.next();
      if (goes) {
        octets -= place.state().octets();
        all.remove();
      }
    }
  }

  /** The last place with less than so many frames before it, or null. */
  public synchronized @Nullable Place before(int frame) {
    Map.Entry<Integer, Place> entry = places.lowerEntry(frame);
    return entry == null ? null : entry.getValue();
  }
}
