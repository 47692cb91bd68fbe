package org.roamscope.keys;

import org.jspecify.annotations.Nullable;

/**
 * What an SPI must look like, as in Wireshark's {@code esp_sa}: a number as C writes it ({@code 0x}
 * hexadecimal, leading 0 octal, else decimal), {@code *} for any, or {@code 0x} and eight digits of
 * which some are {@code *}.
 *
 * @param value the SPI
 * @param mask which of its 32 bits count
 */
public record SpiPattern(long value, long mask) {
  /** Any SPI. */
  public static final SpiPattern ANY = new SpiPattern(0, 0);

  private static final long ALL = 0xffff_ffffL;

  /** Exactly this SPI. */
  public static SpiPattern of(long spi) {
    return new SpiPattern(spi & ALL, ALL);
  }

  /** Reads a pattern. Null when it is none; never throws. */
  public static @Nullable SpiPattern parse(String given) {
    String text = given.strip();
    if (text.equals("*")) {
      return ANY;
    }
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    if (text.indexOf('*') >= 0) {
      return hex && text.length() == 10 ? digits(text) : null;
    }
    if (hex) {
      return number(text.substring(2), 16);
    }
    return text.startsWith("0") && text.length() > 1
        ? number(text.substring(1), 8)
        : number(text, 10);
  }

  private static @Nullable SpiPattern digits(String text) {
    long value = 0;
    long mask = 0;
    for (int i = 2; i < text.length(); i++) {
      boolean any = text.charAt(i) == '*';
      int digit = any ? 0 : HexText.digit(text.charAt(i));
      if (digit < 0) {
        return null;
      }
      value = value << 4 | digit;
      mask = mask << 4 | (any ? 0 : 15);
    }
    return new SpiPattern(value, mask);
  }

  private static @Nullable SpiPattern number(String digits, int radix) {
    if (digits.isEmpty()) {
      return null;
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = HexText.digit(digits.charAt(i));
      value = value * radix + digit;
      if (digit < 0 || digit >= radix || value > ALL) {
        return null;
      }
    }
    return of(value);
  }

  /** True when one SPI only fits. */
  public boolean exact() {
    return mask == ALL;
  }

  /** True when the SPI fits. */
  public boolean matches(long spi) {
    return ((spi ^ value) & mask) == 0;
  }

  /** As {@code esp_sa} writes it. */
  @Override
  public String toString() {
    if (mask == 0) {
      return "*";
    }
    StringBuilder text = new StringBuilder("0x");
    for (int shift = 28; shift >= 0; shift -= 4) {
      text.append(
          (mask >>> shift & 15) == 0 ? '*' : Character.forDigit((int) (value >>> shift & 15), 16));
    }
    return text.toString();
  }
}
