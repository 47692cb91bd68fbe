package org.roamscope.field;

/** What is wrong with some bytes. */
public enum ProblemKind {
  /** The packet was longer than what the capture kept of it. Nobody's fault on the wire. */
  CUT_BY_CAPTURE,
  /** A length on the wire contradicts what is there. */
  LENGTH,
  /** A value that the specification forbids here. */
  VALUE,
  /** A reserved field that is not zero. */
  RESERVED,
  /** A checksum that does not fit the bytes. */
  CHECKSUM,
  /** A structure in a place the specification forbids. */
  ORDER,
  /** A structure that may stand once, twice. */
  DUPLICATE,
  /** A cap of this program was hit; what follows is not looked at. */
  LIMIT
}
