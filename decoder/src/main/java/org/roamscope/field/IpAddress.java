package org.roamscope.field;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.RecentValues;
import org.roamscope.bytes.Slice;

/**
 * An IPv4 or IPv6 address as a value. Comparable, so that hash tables keyed by addresses from
 * packets stay logarithmic under chosen collisions.
 *
 * @param high upper 64 bits; 0 for IPv4
 * @param low lower 64 bits; the IPv4 address in the lowest 32
 * @param v4 true for IPv4
 */
public record IpAddress(long high, long low, boolean v4) implements Comparable<IpAddress> {
  private static final RecentValues<IpAddress> READ = new RecentValues<>(1 << 16);

  /** Reads 16 octets. */
  public static IpAddress v6(Slice slice, int at) {
    return v6(slice.u64(at), slice.u64(at + 8));
  }

  /** An IPv6 address of its two halves, which is one object with equal ones read of late. */
  public static IpAddress v6(long high, long low) {
    IpAddress known = READ.recent(hash(high, low, false));
    return known != null && !known.v4 && known.high == high && known.low == low
        ? known
        : READ.same(new IpAddress(high, low, false));
  }

  /** Reads 4 octets. */
  public static IpAddress v4(Slice slice, int at) {
    return READ.same(new IpAddress(0, slice.u32(at), true));
  }

  /**
   * Parses a textual address, never a name.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static IpAddress parse(String text) {
    if (text.indexOf(':') < 0) {
      String[] octets = text.split("\\.", -1);
      if (octets.length != 4) {
        throw new IllegalArgumentException("not an IP address: " + text);
      }
      long value = 0;
      for (String octet : octets) {
        value = value << 8 | number(octet, 10, 255, text);
      }
      return new IpAddress(0, value, true);
    }
    int gap = text.indexOf("::");
    long[] groups = new long[8];
    String head = gap < 0 ? text : text.substring(0, gap);
    String tail = gap < 0 ? "" : text.substring(gap + 2);
    String[] left = head.isEmpty() ? new String[0] : head.split(":", -1);
    String[] right = tail.isEmpty() ? new String[0] : tail.split(":", -1);
    int given = left.length + right.length;
    if (gap < 0 ? given != 8 : given > 7) {
      throw new IllegalArgumentException("not an IP address: " + text);
    }
    for (int i = 0; i < left.length; i++) {
      groups[i] = number(left[i], 16, 0xffff, text);
    }
    for (int i = 0; i < right.length; i++) {
      groups[8 - right.length + i] = number(right[i], 16, 0xffff, text);
    }
    return new IpAddress(
        groups[0] << 48 | groups[1] << 32 | groups[2] << 16 | groups[3],
        groups[4] << 48 | groups[5] << 32 | groups[6] << 16 | groups[7],
        false);
  }

  private static int number(String digits, int radix, int most, String whole) {
    if (digits.isEmpty()
        || digits.length() > 4
        || digits.charAt(0) == '+'
        || digits.charAt(0) == '-') {
      throw new IllegalArgumentException("not an IP address: " + whole);
    }
    int value;
    try {
      value = Integer.parseInt(digits, radix);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not an IP address: " + whole, e);
    }
    if (value > most) {
      throw new IllegalArgumentException("not an IP address: " + whole);
    }
    return value;
  }

  /**
   * Spread over all bits: addresses of one network differ in few of them, and often in the same way
   * in both halves.
   */
  @Override
  public int hashCode() {
    return hash(high, low, v4);
  }

  private static int hash(long high, long low, boolean v4) {
    long mixed = (high * 0x9e3779b97f4a7c15L ^ low ^ low >>> 32) * 0xbf58476d1ce4e5b9L;
    return (int) (mixed ^ mixed >>> 32) ^ (v4 ? 1 : 0);
  }

  // What a record gets by itself is slow until the optimizing compiler has seen it.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress that && high == that.high && low == that.low && v4 == that.v4;
  }

  /** 4 or 16 octets. */
  public byte[] bytes() {
    byte[] out = new byte[v4 ? 4 : 16];
    for (int i = 0; i < out.length; i++) {
      int fromEnd = out.length - 1 - i;
      out[i] = (byte) (fromEnd < 8 ? low >>> fromEnd * 8 : high >>> (fromEnd - 8) * 8);
    }
    return out;
  }

  /** {@code ::} or {@code 0.0.0.0}. */
  public boolean unspecified() {
    return high == 0 && low == 0;
  }

  /** RFC 4291 section 2.7, RFC 1112. */
  public boolean multicast() {
    return v4 ? (low >>> 28) == 0xe : (high >>> 56) == 0xff;
  }

  @Override
  public int compareTo(IpAddress other) {
    int order = Boolean.compare(other.v4, v4);
    if (order == 0) {
      order = Long.compareUnsigned(high, other.high);
    }
    return order == 0 ? Long.compareUnsigned(low, other.low) : order;
  }

  /** RFC 5952 text. */
  @Override
  public String toString() {
    if (v4) {
      return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
    }
    int bestAt = -1;
    int best = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && group(i + run) == 0) {
        run++;
      }
      if (run > best) {
        best = run;
        bestAt = i;
      }
      i += Math.max(0, run - 1);
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == bestAt) {
        text.append("::");
        i += best - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(group(i)));
    }
    return text.toString();
  }

  private int group(int i) {
    return (int) ((i < 4 ? high >>> (3 - i) * 16 : low >>> (7 - i) * 16) & 0xffff);
  }
}
