package org.roamscope.field;

/** How a number, or octets, are written where only the value is shown. */
public enum FieldBase {
  /** Decimal. */
  DEC,
  /** Hexadecimal with 0x, padded to the type's width; octets without separators. */
  HEX,
  /** Octets with colons between them. */
  COLON
}
