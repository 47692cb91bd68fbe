package org.roamscope.gui.viewmodel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The texts of the packet list, packed: a row costs some tens of octets, whatever the frame holds.
 * What a row says depends on the frames before it (fragments, keys, the place before), so it is
 * written down once while they pass by. One thread appends, any may read.
 */
final class RowStore {
  /** Rows kept; further ones are dropped, and said. */
  static final int MAX_ROWS = 20_000_000;

  private static final int BLOCK = 256;
  private static final int UNPACKED = 16;

  /** What stands between texts; texts are printable and never hold it. */
  private static final char BETWEEN = '\n';

  private final int columns;
  private final int capacity;
  private final List<byte[]> blocks = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private final Map<Integer, String[]> unpacked =
      new LinkedHashMap<>(2 * UNPACKED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String[]> eldest) {
          return size() > UNPACKED;
        }
      };
  private final List<Times> times = new ArrayList<>();
  private final long[] openTimes = new long[BLOCK];
  private String[] openTexts = {};
  private int openTextsOf;
  private int size;

  /** Times of a block: mostly as far from the first of them as fits into half the octets. */
  private static final class Times {
    private final long base;
    private final int[] near;
    private final long[] far;

    private Times(long base, int[] near, long[] far) {
      this.base = base;
      this.near = near;
      this.far = far;
    }

    static Times of(long[] times) {
      long base = times[0];
      int[] near = new int[times.length];
      for (int i = 0; i < times.length; i++) {
        near[i] = (int) (times[i] - base);
        if (base + near[i] != times[i]) {
          return new Times(0, new int[0], times.clone());
        }
      }
      return new Times(base, near, new long[0]);
    }

    long at(int index) {
      return near.length > 0 ? base + near[index] : far[index];
    }
  }

  RowStore(int columns) {
    this(columns, MAX_ROWS);
  }

  RowStore(int columns, int capacity) {
    this.columns = columns;
    this.capacity = capacity;
  }

  /** Appends a row; false when there is no room for it. */
  synchronized boolean add(List<String> texts, long timeNanos) {
    if (texts.size() != columns) {
      throw new IllegalArgumentException("a row has " + columns + " texts");
    }
    if (size >= capacity) {
      return false;
    }
    openTimes[size++ % BLOCK] = timeNanos;
    texts.forEach(text -> open.append(text.replace(BETWEEN, ' ')).append(BETWEEN));
    if (size % BLOCK == 0) {
      blocks.add(pack(open.toString()));
      times.add(Times.of(openTimes));
      open.setLength(0);
      openTexts = new String[0];
      unpacked.remove(blocks.size() - 1);
    }
    return true;
  }

  /** Rows so far. */
  synchronized int size() {
    return size;
  }

  /** When the frame of a row was captured; {@link Long#MIN_VALUE} when that was not recorded. */
  synchronized long time(int row) {
    int block = row / BLOCK;
    return block < times.size() ? times.get(block).at(row % BLOCK) : openTimes[row % BLOCK];
  }

  /** A text of a row. */
  synchronized String text(int row, int column) {
    int block = row / BLOCK;
    String[] texts =
        block < blocks.size() ? unpacked.computeIfAbsent(block, this::unpack) : openTexts();
    return texts[row % BLOCK * columns + column];
  }

  /** A list asks for many cells of the last rows before it grows. */
  private String[] openTexts() {
    if (openTextsOf != size || openTexts.length == 0) {
      openTexts = open.toString().split("\n", -1);
      openTextsOf = size;
    }
    return openTexts;
  }

  private static byte[] pack(String text) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var chunk = new byte[4096];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private String[] unpack(int block) {
    var inflater = new Inflater();
    try {
      inflater.setInput(blocks.get(block));
      var out = new ByteArrayOutputStream();
      var chunk = new byte[8192];
      while (!inflater.finished()) {
        out.write(chunk, 0, inflater.inflate(chunk));
      }
      return out.toString(StandardCharsets.UTF_8).split("\n", -1);
    } catch (DataFormatException e) {
      throw new IllegalStateException("a block that was packed here", e);
    } finally {
      inflater.end();
    }
  }
}
