package org.roamscope.bytes;

import java.util.HexFormat;

/** Hexadecimal text as the field writes it. */
public final class Hex {
  private static final HexFormat PLAIN = HexFormat.of();
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

  private Hex() {}

  /** {@code 0123abcd}. */
  public static String plain(byte[] bytes) {
    return PLAIN.formatHex(bytes);
  }

  /** {@code 01:23:ab:cd}. */
  public static String colons(byte[] bytes) {
    return COLONS.formatHex(bytes);
  }

  /** 16 hexadecimal digits. */
  public static String spi64(long spi) {
    return PLAIN.toHexDigits(spi);
  }

  /** SPI of ESP or AH: {@code 0x} and 8 hexadecimal digits. */
  public static String spi32(long spi) {
    return "0x" + PLAIN.toHexDigits(spi, 8);
  }

  /** Bytes of hexadecimal text; white space is passed over. */
  public static byte[] parse(String text) {
    return PLAIN.parseHex(text.replaceAll("\\s+", ""));
  }
}
