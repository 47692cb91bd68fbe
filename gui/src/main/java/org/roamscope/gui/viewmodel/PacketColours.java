package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;

/**
 * Which colour rule a row has. Only rows that somebody looks at are asked about, 256 neighbours at
 * a time, in the background; what was found is kept for the last million rows. All methods belong
 * to the thread of {@code foreground}.
 */
final class PacketColours {
  /** Not known yet; {@link #known()} changes when it is. */
  static final int PENDING = -2;

  private static final int BLOCK = 256;
  private static final int KEPT = 4096;
  private static final int ABOVE = 15;

  /** Blocks asked for at once; a list shows far fewer. */
  private static final int MAX_WANTED = 128;

  private final Executor background;
  private final Executor foreground;
  private final ReadOnlyIntegerWrapper known = new ReadOnlyIntegerWrapper(this, "known");
  private final AtomicInteger epoch = new AtomicInteger();
  private final TreeSet<Integer> wanted = new TreeSet<>();
  private final Map<Integer, short[]> blocks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, short[]> eldest) {
          return size() > KEPT;
        }
      };
  private ColourMatcher matcher = new ColourMatcher(List.of());
  private @Nullable FrameWalk walk;
  private @Nullable CaptureSet captures;
  private boolean busy;
  private int reached;

  PacketColours(Executor background, Executor foreground) {
    this.background = background;
    this.foreground = foreground;
  }

  /** Rows are those of these captures from now on; of none when null. */
  void open(@Nullable CaptureSet opened) {
    captures = opened;
    forget();
  }

  /** Rules are these from now on. */
  void use(ColourMatcher by) {
    matcher = by;
    forget();
  }

  /** An audit is there, which knows more of the frames. */
  void haveAudited() {
    if (matcher.needsAudit()) {
      forget();
    }
  }

  private void forget() {
    epoch.incrementAndGet();
    blocks.clear();
    wanted.clear();
    reached = 0;
    FrameWalk old = walk;
    walk = captures == null ? null : new FrameWalk(captures, matcher.fields());
    if (old != null) {
      background.execute(old::close);
    }
    known.set(known.get() + 1);
  }

  /**
   * The rule of a row, from 0; {@link ColourMatcher#NONE} for none, {@link #PENDING} for not yet.
   */
  int rule(int row) {
    if (captures == null || row < 0 || matcher.isEmpty()) {
      return ColourMatcher.NONE;
    }
    int found = look(row);
    if (found == PENDING) {
      if (wanted.size() < MAX_WANTED) {
        wanted.add(row / BLOCK);
      }
      begin();
      return look(row);
    }
    return found;
  }

  private int look(int row) {
    short[] block = blocks.get(row / BLOCK);
    return block == null ? PENDING : block[row % BLOCK];
  }

  private void begin() {
    FrameWalk through = walk;
    CaptureSet of = captures;
    if (busy || through == null || of == null || wanted.isEmpty()) {
      return;
    }
    busy = true;
    int now = epoch.get();
    int block = wanted.removeFirst();
    // On the way back all frames before are passed again: then the neighbours above come along.
    int from = block < reached ? Math.max(0, block - ABOVE) : block;
    reached = block;
    ColourMatcher by = matcher;
    int rows = Math.min(of.rowCount(), (block + 1) * BLOCK);
    short[] before = from == block ? blocks.get(block) : null;
    background.execute(() -> {
      short[] found = match(through, by, from * BLOCK, rows, before, () -> epoch.get() != now);
      foreground.execute(() -> haveFound(now, from, block, found));
    });
  }

  /**
   * The rules of rows; {@link #PENDING} for those that fill up the last block.
   *
   * @param before what is known of the first rows of a block that was not full, or null
   */
  private static short[] match(
      FrameWalk through,
      ColourMatcher by,
      int from,
      int to,
      short @Nullable [] before,
      BooleanSupplier unwanted) {
    short[] found = new short[(to - from + BLOCK - 1) / BLOCK * BLOCK];
    Arrays.fill(found, 0, to - from, (short) ColourMatcher.NONE);
    Arrays.fill(found, to - from, found.length, (short) PENDING);
    int known = 0;
    while (before != null && known < to - from && before[known] != PENDING) {
      found[known] = before[known];
      known++;
    }
    try {
      for (int row = from + known; row < to; row++) {
        DecodedFrame frame = through.frame(row, unwanted);
        if (frame == null) {
          return found;
        }
        found[row - from] = (short) by.first(frame);
      }
    } catch (IOException e) {
      // The rows stay plain; opening a packet says what is wrong with the file.
      System.getLogger(PacketColours.class.getName())
          .log(System.Logger.Level.DEBUG, "rows cannot be coloured", e);
    }
    return found;
  }

  private void haveFound(int then, int from, int to, short[] found) {
    busy = false;
    if (then == epoch.get()) {
      wanted.subSet(from, true, to, true).clear();
      for (int block = from; block <= to; block++) {
        int start = (block - from) * BLOCK;
        blocks.put(block, Arrays.copyOfRange(found, start, start + BLOCK));
      }
      known.set(known.get() + 1);
    }
    begin();
  }

  /** Becomes another number when more rows are known, or others. */
  ReadOnlyIntegerProperty known() {
    return known.getReadOnlyProperty();
  }
}
