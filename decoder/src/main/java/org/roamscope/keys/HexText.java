package org.roamscope.keys;

import org.jspecify.annotations.Nullable;

/** Hexadecimal text of keys: no exception and no message ever holds a part of it. */
final class HexText {
  private HexText() {}

  /** Value of a digit; -1 when it is none. */
  static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }

  /** True when all of it is hexadecimal and there is some. */
  static boolean all(String text) {
    return !text.isEmpty() && wrongAt(text) < 0;
  }

  /** Index of the first character that is no digit; -1 when there is none. */
  static int wrongAt(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (digit(text.charAt(i)) < 0) {
        return i;
      }
    }
    return -1;
  }

  /** Octets of pairs of digits; null when it is anything else. */
  static byte @Nullable [] octets(String text) {
    if (text.length() % 2 != 0 || wrongAt(text) >= 0) {
      return null;
    }
    byte[] out = new byte[text.length() / 2];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (digit(text.charAt(2 * i)) << 4 | digit(text.charAt(2 * i + 1)));
    }
    return out;
  }

  /** 16 digits as a number; null when it is anything else. */
  static @Nullable Long spi64(String text) {
    if (text.length() != 16 || wrongAt(text) >= 0) {
      return null;
    }
    long value = 0;
    for (int i = 0; i < 16; i++) {
      value = value << 4 | digit(text.charAt(i));
    }
    return value;
  }

  /** Without {@code 0x} before it. */
  static String bare(String text) {
    return text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
  }
}
