package org.roamscope.keys;

/**
 * Names of algorithms without what programs differ in: case, punctuation and a citation in
 * brackets. {@code AES-CBC-128 [RFC3602]} and {@code aes_cbc_128} are one.
 */
final class Spelling {
  /** No name of an algorithm is longer. */
  private static final int LONGEST = 120;

  private Spelling() {}

  static String plain(String name) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < Math.min(name.length(), LONGEST); i++) {
      char c = name.charAt(i);
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0) {
        if (c >= 'A' && c <= 'Z') {
          out.append((char) (c + 32));
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
          out.append(c);
        }
      }
    }
    return out.toString();
  }
}
