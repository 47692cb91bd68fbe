package org.roamscope.keys;

/** Size of the sequence numbers of an SA, RFC 4303 section 2.2.1. */
public enum SequenceNumbers {
  /** The file does not say. */
  UNSTATED,
  /** 32 bits. */
  PLAIN,
  /** 64 bits, of which the lower half is on the wire. */
  EXTENDED
}
