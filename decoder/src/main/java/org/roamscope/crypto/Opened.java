package org.roamscope.crypto;

/**
 * What came of opening a protected packet. Every packet and every key gives one of these.
 *
 * @param <T> what is inside
 */
public sealed interface Opened<T> {
  /**
   * It is open.
   *
   * @param content what was inside
   * @param verdict whether a checksum vouches for it
   * @param <T> what is inside
   */
  record Success<T>(T content, Verdict verdict) implements Opened<T> {}

  /**
   * The key does not fit, or the packet was changed: nothing tells the two apart.
   *
   * @param evidence what does not fit
   * @param <T> what would be inside
   */
  record WrongKey<T>(Evidence evidence) implements Opened<T> {}

  /**
   * The algorithm is not known here, or cannot have a key of that length.
   *
   * @param name what is not supported; never a key
   * @param <T> what would be inside
   */
  record Unsupported<T>(String name) implements Opened<T> {}

  /**
   * The packet cannot have been made by such an algorithm, or not all of it is there.
   *
   * @param what what is wrong, in one sentence
   * @param <T> what would be inside
   */
  record Malformed<T>(String what) implements Opened<T> {}

  /** How far what was opened can be trusted. */
  enum Verdict {
    /** The checksum fits. */
    GOOD,
    /** There was no checksum that could be checked; only that the trailer makes sense. */
    NOT_CHECKED
  }

  /** What shows that a key does not fit. */
  enum Evidence {
    /** The integrity checksum is another. */
    CHECKSUM,
    /** The padding after decryption is not as it has to be, and no checksum could be checked. */
    PADDING,
    /** The payloads after decryption are none, and no checksum could be checked. */
    PAYLOADS
  }
}
