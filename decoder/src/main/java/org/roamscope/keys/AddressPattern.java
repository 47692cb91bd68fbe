package org.roamscope.keys;

import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * What an address must look like for an SA to be considered, as in Wireshark's {@code esp_sa}: an
 * address; {@code *} for any; {@code *} for an octet of IPv4, for a group of IPv6 or for a single
 * hexadecimal digit in it; {@code /n} for a prefix.
 *
 * @param family version that the pattern belongs to; ANY for {@code *}
 * @param high upper 64 bits of IPv6, else 0
 * @param highMask which bits of {@code high} count
 * @param low lower 64 bits, or an IPv4 address in the lowest 32
 * @param lowMask which bits of {@code low} count
 * @param text as it is written
 */
public record AddressPattern(
    AddressFamily family, long high, long highMask, long low, long lowMask, String text) {
  /** Any address. */
  public static final AddressPattern ANY = new AddressPattern(AddressFamily.ANY, 0, 0, 0, 0, "*");

  private static final int LONGEST = 50;

  /** Exactly this address. */
  public static AddressPattern of(IpAddress address) {
    return address.v4()
        ? new AddressPattern(
            AddressFamily.IPV4, 0, 0, address.low(), 0xffff_ffffL, address.toString())
        : new AddressPattern(
            AddressFamily.IPV6, address.high(), -1, address.low(), -1, address.toString());
  }

  /** Reads a pattern. Null when it is none; never throws. */
  public static @Nullable AddressPattern parse(String given) {
    String text = given.strip();
    if (text.equals("*")) {
      return ANY;
    }
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean v4 = address.indexOf(':') < 0;
    int bits = v4 ? 32 : 128;
    int prefix = slash < 0 ? bits : number(text.substring(slash + 1), bits);
    if (prefix < 0) {
      return null;
    }
    AddressPattern pattern = v4 ? ipv4(address, text) : ipv6(address, text);
    return pattern == null ? null : pattern.cut(bits - prefix);
  }

  private static @Nullable AddressPattern ipv4(String address, String text) {
    String[] octets = address.split("\\.", -1);
    if (octets.length != 4) {
      return null;
    }
    long value = 0;
    long mask = 0;
    for (String octet : octets) {
      boolean any = octet.equals("*");
      int number = any ? 0 : number(octet, 255);
      if (number < 0) {
        return null;
      }
      value = value << 8 | number;
      mask = mask << 8 | (any ? 0 : 255);
    }
    return new AddressPattern(AddressFamily.IPV4, 0, 0, value, mask, text);
  }

  private static @Nullable AddressPattern ipv6(String address, String text) {
    int gap = address.indexOf("::");
    if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    String[] left = groups(gap < 0 ? address : address.substring(0, gap));
    String[] right = groups(gap < 0 ? "" : address.substring(gap + 2));
    int given = left.length + right.length;
    if (gap < 0 ? given != 8 : given > 7) {
      return null;
    }
    long[] halves = new long[4];
    for (int i = 0; i < given; i++) {
      boolean before = i < left.length;
      String group = before ? left[i] : right[i - left.length];
      if (!put(halves, before ? i : 8 - given + i, group)) {
        return null;
      }
    }
    for (int i = left.length; i < 8 - right.length; i++) {
      if (!put(halves, i, "0")) {
        return null;
      }
    }
    return new AddressPattern(AddressFamily.IPV6, halves[0], halves[1], halves[2], halves[3], text);
  }

  private static String[] groups(String part) {
    return part.isEmpty() ? new String[0] : part.split(":", -1);
  }

  /** Puts value and mask of a group where they belong. */
  private static boolean put(long[] halves, int at, String group) {
    if (group.isEmpty() || group.length() > 4) {
      return false;
    }
    long value = 0;
    long mask = group.equals("*") ? 0 : 0xffff;
    for (int i = 0; i < group.length(); i++) {
      char c = group.charAt(i);
      int digit = c == '*' ? 0 : HexText.digit(c);
      if (digit < 0) {
        return false;
      }
      value = value << 4 | digit;
      if (c == '*' && mask != 0) {
        mask &= ~(0xfL << 4 * (group.length() - 1 - i));
      }
    }
    int half = at < 4 ? 0 : 2;
    int shift = (3 - at % 4) * 16;
    halves[half] |= value << shift;
    halves[half + 1] |= mask << shift;
    return true;
  }

  private AddressPattern cut(int free) {
    long lowCut = free >= 64 ? 0 : -1L << free;
    long highCut = free <= 64 ? -1 : free >= 128 ? 0 : -1L << (free - 64);
    return new AddressPattern(
        family,
        high & highCut & highMask,
        highMask & highCut,
        low & lowCut & lowMask,
        lowMask & lowCut,
        text);
  }

  private static int number(String digits, int most) {
    if (digits.isEmpty() || digits.length() > 3) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value > most ? -1 : value;
  }

  /** True when the address fits. */
  public boolean matches(IpAddress address) {
    return family.holds(address)
        && ((address.high() ^ high) & highMask) == 0
        && ((address.low() ^ low) & lowMask) == 0;
  }
}
