package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;

/**
 * What rows say that was not written down while they were read. Only rows that somebody looks at
 * are asked about, 256 neighbours at a time, in the background. All methods belong to the thread of
 * {@code foreground}.
 *
 * @param <T> what a row says; equal answers should be one object
 */
final class RowLookup<T> {
  private static final int BLOCK = 256;
  private static final int ABOVE = 15;

  /** Blocks asked for at once; a list shows far fewer. */
  private static final int MAX_WANTED = 128;

  /** What is asked of a row. */
  private record Question<T>(Set<String> fields, Function<DecodedFrame, T> answer, T nothing) {}

  private final Executor background;
  private final Executor foreground;
  private final ReadOnlyIntegerWrapper known = new ReadOnlyIntegerWrapper(this, "known");
  private final AtomicInteger epoch = new AtomicInteger();
  private final TreeSet<Integer> wanted = new TreeSet<>();
  private final Map<Integer, Object[]> blocks;
  private @Nullable Question<T> question;
  private @Nullable FrameWalk walk;
  private @Nullable CaptureSet captures;
  private boolean busy;
  private int reached;

  /**
   * One that knows nothing.
   *
   * @param kept blocks of 256 rows whose answers are kept, those used last
   */
  RowLookup(Executor background, Executor foreground, int kept) {
    this.background = background;
    this.foreground = foreground;
    blocks =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Integer, Object[]> eldest) {
            return size() > kept;
          }
        };
  }

  /** Rows are those of these captures from now on; of none when null. */
  void open(@Nullable CaptureSet opened) {
    captures = opened;
    forget();
  }

  /**
   * This is asked from now on.
   *
   * @param fields fields that are looked at; they are read in one go
   * @param answer what a frame says; asked on another thread
   * @param nothing the answer of rows that cannot be read
   */
  void ask(Set<String> fields, Function<DecodedFrame, T> answer, T nothing) {
    question = new Question<>(fields, answer, nothing);
    forget();
  }

  /** Nothing is asked from now on. */
  void askNothing() {
    question = null;
    forget();
  }

  /** Answers may be others now. */
  void forget() {
    epoch.incrementAndGet();
    blocks.clear();
    wanted.clear();
    reached = 0;
    FrameWalk old = walk;
    Question<T> now = question;
    walk = captures == null || now == null ? null : new FrameWalk(captures, now.fields());
    if (old != null) {
      background.execute(old::close);
    }
    known.set(known.get() + 1);
  }

  /** True when there is something to ask, and somebody to be asked. */
  boolean asks() {
    return walk != null;
  }

  /** What a row says; null when that is not known yet: {@link #known()} changes when it is. */
  @Nullable T get(int row) {
    T found = look(row);
    CaptureSet of = captures;
    if (found == null && walk != null && of != null && row >= 0 && row < of.rowCount()) {
      if (wanted.size() < MAX_WANTED) {
        wanted.add(row / BLOCK);
      }
      begin();
      return look(row);
    }
    return found;
  }

  @SuppressWarnings("unchecked") // blocks hold answers only
  private @Nullable T look(int row) {
    Object[] block = row < 0 ? null : blocks.get(row / BLOCK);
    return block == null ? null : (T) block[row % BLOCK];
  }

  private void begin() {
    FrameWalk through = walk;
    CaptureSet of = captures;
    Question<T> asked = question;
    if (busy || through == null || of == null || asked == null || wanted.isEmpty()) {
      return;
    }
    busy = true;
    int now = epoch.get();
    int block = wanted.removeFirst();
    // On the way back all frames before are passed again: then the neighbours above come along.
    int from = block < reached ? Math.max(0, block - ABOVE) : block;
    reached = block;
    int rows = Math.min(of.rowCount(), (block + 1) * BLOCK);
    Object[] before = from == block ? blocks.get(block) : null;
    background.execute(() -> {
      Object[] found =
          answers(through, asked, from * BLOCK, rows, before, () -> epoch.get() != now);
      foreground.execute(() -> haveFound(now, from, block, found));
    });
  }

  /**
   * What rows say; null for those that fill up the last block.
   *
   * @param before what is known of the first rows of a block that was not full, or null
   */
  private static <T> Object[] answers(
      FrameWalk through,
      Question<T> asked,
      int from,
      int to,
      Object @Nullable [] before,
      BooleanSupplier unwanted) {
    Object[] found = new Object[(to - from + BLOCK - 1) / BLOCK * BLOCK];
    Arrays.fill(found, 0, to - from, asked.nothing());
    int known = 0;
    while (before != null && known < to - from && before[known] != null) {
      found[known] = before[known];
      known++;
    }
    try {
      for (int row = from + known; row < to; row++) {
        DecodedFrame frame = through.frame(row, unwanted);
        if (frame == null) {
          return found;
        }
        found[row - from] = asked.answer().apply(frame);
      }
    } catch (IOException e) {
      // The rows say nothing; opening a packet says what is wrong with the file.
      System.getLogger(RowLookup.class.getName())
          .log(System.Logger.Level.DEBUG, "rows cannot be read again", e);
    }
    return found;
  }

  private void haveFound(int then, int from, int to, Object[] found) {
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
