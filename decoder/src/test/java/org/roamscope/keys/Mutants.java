package org.roamscope.keys;

import java.util.SplittableRandom;

/** Damaged files. */
final class Mutants {
  private static final String[] INSERTS = {
    "\"",
    ",",
    "\n",
    "\\x",
    "*",
    "0x",
    "[",
    "{",
    "}",
    " => 9999 bytes @",
    "| ",
    ": ",
    "/",
    "::",
    "\u0000",
    "\u00ff",
    "src ",
    "rule 0 IKE_SPI",
    " 0: ",
    "SPIs 0000000000000000_i 0000000000000000_r"
  };

  private Mutants() {}

  static String of(String sample, SplittableRandom random) {
    StringBuilder text = new StringBuilder(sample);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(6)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.insert(at, INSERTS[random.nextInt(INSERTS.length)]);
        case 3 -> text.delete(at, Math.min(text.length(), at + random.nextInt(80)));
        case 4 -> text.setLength(at);
        default -> {
          int end = Math.min(text.length(), at + random.nextInt(200));
          text.insert(random.nextInt(text.length()), text.substring(at, end));
        }
      }
    }
    return text.toString();
  }
}
