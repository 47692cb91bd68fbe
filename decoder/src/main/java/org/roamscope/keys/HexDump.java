package org.roamscope.keys;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.roamscope.crypto.KeyMaterial;

/** Octets that a log prints over several lines, below a label. */
final class HexDump {
  /** No key is longer. */
  private static final int MOST = 1024;

  final String label;
  final int line;
  private final int expected;
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

  /**
   * Begins one.
   *
   * @param label what it is
   * @param line where the label stands
   * @param expected octets that the label announces; -1 when it announces none
   */
  HexDump(String label, int line, int expected) {
    this.label = label;
    this.line = line;
    this.expected = expected < 0 || expected > MOST ? MOST : expected;
  }

  /**
   * Takes pairs of digits with one or two spaces between them.
   *
   * @param most spaces that may stand between pairs; more end the line
   */
  void take(String text, int most) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    while (at + 1 < text.length() && octets.size() < expected) {
      int high = HexText.digit(text.charAt(at));
      int low = HexText.digit(text.charAt(at + 1));
      boolean pair = at + 2 == text.length() || text.charAt(at + 2) == ' ';
      if (high < 0 || low < 0 || !pair) {
        return;
      }
      octets.write(high << 4 | low);
      int next = at + 2;
      while (next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      if (next - at - 2 > most) {
        return;
      }
      at = next;
    }
  }

  boolean full() {
    return octets.size() >= expected;
  }

  int length() {
    return octets.size();
  }

  KeyMaterial secret() {
    byte[] all = octets.toByteArray();
    KeyMaterial secret = KeyMaterial.copyOf(all);
    Arrays.fill(all, (byte) 0);
    return secret;
  }

  /** The first eight octets as a number; 0 when there are fewer. */
  long spi() {
    byte[] all = octets.toByteArray();
    long value = 0;
    for (int i = 0; i < 8 && all.length >= 8; i++) {
      value = value << 8 | (all[i] & 255);
    }
    return value;
  }
}
