package org.roamscope.keys;

import java.nio.charset.StandardCharsets;

/**
 * Text of a key file, line by line. Every octet is a character of its own, so that keys written as
 * text stay what they are.
 */
final class KeyText {
  /** Longest line that is read. */
  static final int LONGEST_LINE = 64 << 10;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final byte[] octets;
  private final int start;
  private int at;
  private int number;
  private boolean tooLong;

  KeyText(byte[] octets) {
    this.octets = octets;
    boolean marked = octets.length >= 3;
    for (int i = 0; marked && i < 3; i++) {
      marked = octets[i] == BYTE_ORDER_MARK[i];
    }
    start = marked ? 3 : 0;
    at = start;
  }

  /** Goes to the next line. False when there is none. */
  boolean advance() {
    if (at >= octets.length) {
      return false;
    }
    number++;
    return true;
  }

  /** Number of the line that {@link #advance()} went to, from 1. */
  int number() {
    return number;
  }

  /** The line that {@link #advance()} went to; empty when it is {@link #tooLong()}. */
  String line() {
    int end = at;
    while (end < octets.length && octets[end] != '\n') {
      end++;
    }
    int length = end - at;
    if (length > 0 && octets[end - 1] == '\r') {
      length--;
    }
    tooLong = length > LONGEST_LINE;
    String line = tooLong ? "" : new String(octets, at, length, StandardCharsets.ISO_8859_1);
    at = end + 1;
    return line;
  }

  /** True when the last {@link #line()} was longer than what is read. */
  boolean tooLong() {
    return tooLong;
  }

  /** First octet that is no white space; -1 when there is none. */
  int first() {
    for (int i = start; i < octets.length; i++) {
      if (octets[i] > ' ' || octets[i] < 0) {
        return octets[i] & 255;
      }
    }
    return -1;
  }

  /** Octets after a byte order mark. */
  int start() {
    return start;
  }
}
