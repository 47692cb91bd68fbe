package org.roamscope.cli;

/** How large the heap is, and how more of it is asked for. */
final class Heap {
  static final long MEBIBYTE = 1L << 20;

  /** Sizes that are asked for are multiples of this. */
  private static final long STEP = 64 * MEBIBYTE;

  private Heap() {}

  /** Octets that objects can have, at most. */
  static long most() {
    return Runtime.getRuntime().maxMemory();
  }

  /** Octets in whole MiB. */
  static long mebibytes(long octets) {
    return octets / MEBIBYTE;
  }

  /**
   * What to set to have so much. A little more is asked for: the serial collector keeps a part of
   * the young generation empty, so that of 512 MiB it gives 494.
   *
   * @param octets what {@link #most} is to be at least
   */
  static String setting(long octets) {
    long asked = octets + octets / 16;
    return "ROAMSCOPE_JAVA_OPTS=-Xmx" + mebibytes((asked + STEP - 1) / STEP * STEP) + "m";
  }
}
