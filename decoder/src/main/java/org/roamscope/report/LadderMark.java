package org.roamscope.report;

/** What else there is to say of an arrow. */
public enum LadderMark {
  /** A message that was sent before. */
  REPEATED("again"),
  /** Inside ESP, and read. */
  PROTECTED("in ESP"),
  /** Encrypted, and not read. */
  CLOSED("closed"),
  /** A verdict or a finding names this frame. */
  EVIDENCE("evidence");

  private final String word;

  LadderMark(String word) {
    this.word = word;
  }

  /** How it is told. */
  public String word() {
    return word;
  }
}
