package org.roamscope.track;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;

/**
 * Tells a packet that was captured twice (a mirror port, two interfaces, the same hop before and
 * after a router) from one that was sent twice. A copy has the same octets from the IP header on,
 * hop limit and IPv4 header checksum apart, within {@value #WINDOW_MILLIS} ms: no timer of IKE or
 * Mobile IPv6 retransmits as fast.
 */
public final class DuplicateFilter {
  static final long WINDOW_MILLIS = 50;
  private static final long WINDOW_NANOS = WINDOW_MILLIS * 1_000_000;
  private static final int REMEMBERED = 8192;

  private record Print(long digest, int length) implements Comparable<Print> {
    @Override
    public int compareTo(Print other) {
      int order = Long.compare(digest, other.digest);
      return order == 0 ? Integer.compare(length, other.length) : order;
    }

    // By hand, because millions are compared: see IpAddress.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Print that && digest == that.digest && length == that.length;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(digest) ^ length;
    }
  }

  private record Seen(long timeNanos, Slice packet) {}

  private final BoundedMap<Print, Seen> seen = new BoundedMap<>(REMEMBERED);
  private long count;

  /**
   * True when the packet is a copy of one seen just before.
   *
   * @param packet the outermost IP packet
   * @param timeNanos capture time
   */
  public boolean copy(Slice packet, long timeNanos) {
    return maskedCopy(masked(packet.bytes()), timeNanos);
  }

  /**
   * What of a packet tells copies of it.
   *
   * @param packet octets of the outermost IP packet, the caller's no more
   */
  public static Slice masked(byte[] packet) {
    mask(packet);
    return Slice.of(packet);
  }

  /**
   * As {@link #copy}.
   *
   * @param masked what {@link #masked} made of the packet
   * @param timeNanos capture time
   */
  public boolean maskedCopy(Slice masked, long timeNanos) {
    Print print = new Print(masked.digest(), masked.length());
    Seen earlier = seen.get(print);
    boolean copy =
        earlier != null
            && Math.abs(timeNanos - earlier.timeNanos()) <= WINDOW_NANOS
            && earlier.packet().contentEquals(masked);
    if (copy) {
      count++;
    } else {
      if (earlier != null) {
        seen.remove(print); // so that the newest entries are the last to go
      }
      seen.put(print, new Seen(timeNanos, masked));
    }
    return copy;
  }

  private static void mask(byte[] octets) {
    if (octets.length >= 12 && (octets[0] & 0xf0) == 0x40) {
      octets[8] = 0;
      octets[10] = 0;
      octets[11] = 0;
    } else if (octets.length >= 8) {
      octets[7] = 0;
    }
  }

  /** Copies found. */
  public long count() {
    return count;
  }
}
