package org.roamscope.decrypt;

/** What came of an encrypted packet. */
public enum Outcome {
  /** A key opened it. */
  OPENED("opened"),
  /** ESP with NULL encryption, read without a key. */
  CLEAR("in the clear"),
  /** There are keys for it and none fits: its checksum says so, or what came out makes no sense. */
  WRONG_KEY("wrong key"),
  /** There is no key for it. */
  NO_KEY("no key"),
  /** The algorithm is not known here, or cannot have such a key. */
  UNSUPPORTED("unsupported"),
  /** It cannot have been made by its algorithm. */
  MALFORMED("malformed"),
  /** The capture holds only its beginning. */
  CUT("cut off");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** Two words at most, for a table. */
  public String words() {
    return words;
  }

  /** True when its inside can be read. */
  public boolean readable() {
    return this == OPENED || this == CLEAR;
  }
}
