package org.roamscope.ike;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.roamscope.bytes.Slice;

/** Octets as text. */
final class Texts {
  private Texts() {}

  /** As the sender wrote it; escape it where it is shown. */
  static String utf8(Slice octets) {
    return new String(octets.bytes(), UTF_8);
  }

  /**
   * Digits of four bits each, the low half of an octet first, as telephone numbers and equipment
   * identities are written (3GPP TS 24.008 10.5.4.7); 0xf fills the last octet.
   */
  static String digits(Slice octets) {
    StringBuilder text = new StringBuilder(octets.length() * 2);
    for (int i = 0; i < octets.length(); i++) {
      digit(text, octets.u8(i) & 15);
      digit(text, octets.u8(i) >>> 4);
    }
    return text.toString();
  }

  /** The same where only decimal digits belong, as in identities of equipment: others are "?". */
  static String decimals(Slice octets) {
    return digits(octets).replaceAll("[^0-9]", "?");
  }

  private static void digit(StringBuilder text, int value) {
    if (value != 15) {
      text.append("0123456789*#abc".charAt(value));
    }
  }
}
