package org.roamscope.decrypt;

/** What came of an encrypted packet. */
public enum Outcome {
  /** A key opened it. */
  OPENED("opened"),
  /** AH whose checksum fits a key. */
  VERIFIED("verified"),
  /** ESP with NULL encryption, or AH, read without a key: nothing was checked. */
  CLEAR("in the clear"),
  /**
   * There are keys for it and none fits: its checksum says so, or what came out makes no sense. AH
   * can be read even so, but not relied on.
   */
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

  /** True when its inside can be read, and no key speaks against it. */
  public boolean readable() {
    return this == OPENED || this == VERIFIED || this == CLEAR;
  }
}
