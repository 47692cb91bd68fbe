package org.roamscope.field;

/** What a checksum says. */
public enum ChecksumStatus {
  /** The bytes fit the checksum. */
  GOOD,
  /** They do not. */
  BAD,
  /** Not all bytes are there (cut by the capture, or a fragment), or none was sent. */
  UNVERIFIABLE
}
