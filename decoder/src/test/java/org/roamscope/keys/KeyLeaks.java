package org.roamscope.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for parts of keys in text: four octets in hexadecimal, whatever the case and whatever
 * stands between the digits, six octets as they are, or six in base64.
 */
public final class KeyLeaks {
  private static final int HEX = 8;
  private static final int RAW = 6;
  private static final int BASE64 = 8;

  private final Set<String> hex = new HashSet<>();
  private final Set<String> raw = new HashSet<>();
  private final Set<String> base64 = new HashSet<>();

  /** Keys to look for, each of at least six octets. */
  public KeyLeaks(List<byte[]> keys) {
    for (byte[] key : keys) {
      parts(HexFormat.of().formatHex(key), HEX, hex);
      parts(new String(key, StandardCharsets.ISO_8859_1), RAW, raw);
      for (int shift = 0; shift < 3; shift++) {
        byte[] shifted = new byte[shift + key.length];
        System.arraycopy(key, 0, shifted, shift, key.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        // The first and the last character may say something of the neighbours.
        parts(text.substring(shift == 0 ? 0 : shift + 1, text.length() - 1), BASE64, base64);
      }
    }
  }

  private static void parts(String text, int length, Set<String> into) {
    for (int at = 0; at + length <= text.length(); at++) {
      into.add(text.substring(at, at + length));
    }
  }

  /** Fails when a part of a key shows; says where, and not what. */
  public void noneIn(String where, String text) {
    String digits =
        text.toLowerCase(Locale.ROOT)
            .replace("0x", "")
            .replace("\\x", "")
            .replaceAll("[\\s:,;.|_-]", "");
    none(where, digits, HEX, hex, "hexadecimal digits");
    none(where, text, RAW, raw, "octets");
    none(where, text.replace('-', '+').replace('_', '/'), BASE64, base64, "base64");
  }

  private static void none(String where, String text, int length, Set<String> parts, String form) {
    for (int at = 0; at + length <= text.length(); at++) {
      if (parts.contains(text.substring(at, at + length))) {
        throw new AssertionError("a part of a key shows as " + form + " in " + where);
      }
    }
  }
}
