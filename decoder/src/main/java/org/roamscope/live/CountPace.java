package org.roamscope.live;

/**
 * When it is time to write again what an interface dropped: each second at first, more and more
 * seldom in a long capture. A reader keeps a bounded number of blocks without packets, and a
 * capture of a year that drops all the time stays below it.
 */
final class CountPace {
  /** Of the time since the beginning, the part between two counts. */
  private static final int PART = 250;

  private final long[] seconds;
  private final long[] latest;

  /**
   * Begins.
   *
   * @param interfaces how many are counted
   */
  CountPace(int interfaces) {
    seconds = new long[interfaces];
    latest = new long[interfaces];
  }

  /**
   * True when counts of an interface are to be written; asked once a second.
   *
   * @param place which interface, from 0
   * @param more true when it dropped more than was written last
   */
  boolean due(int place, boolean more) {
    long now = ++seconds[place];
    if (!more || now - latest[place] < now * latest.length / PART) {
      return false;
    }
    latest[place] = now;
    return true;
  }
}
