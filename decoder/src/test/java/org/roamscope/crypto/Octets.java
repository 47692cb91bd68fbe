package org.roamscope.crypto;

import java.util.Arrays;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;

/** Short ways to write octets in tests. */
final class Octets {
  private Octets() {}

  static byte[] hex(String text) {
    return Hex.parse(text);
  }

  static Slice slice(String text) {
    return Slice.of(Hex.parse(text));
  }

  static KeyMaterial key(String text) {
    return KeyMaterial.copyOf(Hex.parse(text));
  }

  static String text(KeyMaterial key) {
    return Hex.plain(key.octets());
  }

  /** {@code count} octets that count from {@code first}. */
  static byte[] counting(int first, int count) {
    byte[] octets = new byte[count];
    for (int i = 0; i < count; i++) {
      octets[i] = (byte) (first + i);
    }
    return octets;
  }

  static byte[] repeated(int octet, int count) {
    byte[] octets = new byte[count];
    Arrays.fill(octets, (byte) octet);
    return octets;
  }
}
