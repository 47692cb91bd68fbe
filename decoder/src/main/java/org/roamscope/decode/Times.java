package org.roamscope.decode;

/** Times of the frames so far, nanoseconds since 1970, that the time of the next one is told by. */
final class Times {
  private boolean begun;
  private long first;
  private long previous;
  private boolean anyDisplayed;
  private long displayed;

  /** The same, to go on from. */
  Times copy() {
    Times copy = new Times();
    copy.begun = begun;
    copy.first = first;
    copy.previous = previous;
    copy.anyDisplayed = anyDisplayed;
    copy.displayed = displayed;
    return copy;
  }

  /**
   * The next frame's time beside those before.
   *
   * @param decimals decimals that the capture keeps of a second
   */
  Clock next(long now, int decimals) {
    begin(now);
    Clock clock = new Clock(first, previous, anyDisplayed ? displayed : now, decimals);
    previous = now;
    return clock;
  }

  /** The next frame was passed over. */
  void passed(long now) {
    begin(now);
    previous = now;
  }

  private void begin(long now) {
    if (!begun) {
      begun = true;
      first = now;
      previous = now;
    }
  }

  /** The frame of that time was let through. */
  void displayed(long nanos) {
    anyDisplayed = true;
    displayed = nanos;
  }
}
