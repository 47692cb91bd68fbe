package org.roamscope.samples.differential;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.roamscope.field.CodePoints;

/** Octets put one behind the other, random ones among them. */
final class Octets {
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private final Random random;

  Octets(Random random) {
    this.random = random;
  }

  /** A number, most significant octet first. */
  Octets number(int count, long value) {
    for (int i = count - 1; i >= 0; i--) {
      octets.write((int) (value >>> 8 * i));
    }
    return this;
  }

  Octets bytes(byte[] bytes) {
    octets.write(bytes, 0, bytes.length);
    return this;
  }

  /** Octets of any value. */
  Octets random(int count) {
    byte[] any = new byte[count];
    random.nextBytes(any);
    return bytes(any);
  }

  /** Zeros as a rule. */
  Octets reserved(int count) {
    return random.nextInt(16) == 0 ? random(count) : bytes(new byte[count]);
  }

  /** Letters; now and then other characters, in UTF-8 and not, and controls. */
  Octets text(int count) {
    boolean odd = random.nextInt(4) == 0;
    for (int i = 0; i < count; i++) {
      if (odd && random.nextInt(4) == 0) {
        String some = TEXTS.get(random.nextInt(TEXTS.size()));
        some.chars().forEach(octets::write);
      } else {
        octets.write("abcdefghijklmnopqrstuvwxyz0123456789.@-".charAt(random.nextInt(39)));
      }
    }
    return this;
  }

  /** Each character is one octet: two and three octets of UTF-8, broken ones, controls. */
  private static final List<String> TEXTS =
      List.of(
          "\u00c3\u00a9",
          "\u00e2\u0082\u00ac",
          "\u00f0\u009f\u0098\u0080",
          "\u00e2\u0082",
          "\u00ff",
          "\u0080",
          "\u00c0\u00af",
          "\u00ed\u00a0\u0080",
          "\u0001",
          "\t",
          "\n",
          "\r",
          "\\",
          "\"",
          "\u007f",
          "\u0000");

  byte[] toBytes() {
    return octets.toByteArray();
  }

  /** A registered number as a rule, else any that so many bits hold. */
  static long of(Random random, CodePoints points, int bits) {
    List<CodePoints.CodePoint> all = points.all();
    return random.nextInt(12) == 0
        ? random.nextLong() & (1L << bits) - 1
        : all.get(random.nextInt(all.size())).number();
  }
}
