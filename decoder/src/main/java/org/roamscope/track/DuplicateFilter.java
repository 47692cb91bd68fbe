package org.roamscope.track;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.roamscope.bytes.Slice;

/**
 * Tells a packet that was captured twice (a mirror port, two interfaces, the same hop before and
 * after a router) from one that was sent twice. A copy has the same octets from the IP header on,
 * hop limit and IPv4 header checksum apart, within {@value #WINDOW_MILLIS} ms: no timer of IKE or
 * Mobile IPv6 retransmits as fast.
 *
 * <p>It remembers the last packets in tables of fixed size, octets and all, and makes no object for
 * one.
 */
public final class DuplicateFilter {
  static final long WINDOW_MILLIS = 50;
  private static final long WINDOW_NANOS = WINDOW_MILLIS * 1_000_000;

  /** Packets, a power of two. */
  private static final int REMEMBERED = 1 << 13;

  /** Lists of packets whose digests are alike, a power of two. */
  private static final int LISTS = 1 << 14;

  private static final int FIRST_OCTETS = 1 << 16;

  /** Of all packets remembered: half a gigabit of signalling a second. */
  private static final int MOST_OCTETS = 1 << 22;

  private static final int NONE = -1;

  /** Nobody can choose packets that come to stand in one list. */
  private final long secret = new SplittableRandom().nextLong();

  // Of packet n, counted from 0: at n modulo REMEMBERED.
  private final long[] digests = new long[REMEMBERED];
  private final long[] times = new long[REMEMBERED];
  private final long[] begins = new long[REMEMBERED];
  private final int[] lengths = new int[REMEMBERED];
  private final long[] befores = new long[REMEMBERED];

  /** Of each list the latest packet. */
  private final long[] latest = new long[LISTS];

  /** Where octets stand, one packet after the other, from the beginning again at the end. */
  private byte[] octets = new byte[FIRST_OCTETS];

  private long packets;

  /** Octets of packets that are remembered, and those that a copy was put down in as well. */
  private long written;

  private long reached;

  private long count;

  /** One that has seen nothing. */
  public DuplicateFilter() {
    Arrays.fill(latest, NONE);
  }

  /**
   * True when the packet is a copy of one seen just before.
   *
   * @param packet the outermost IP packet
   * @param timeNanos capture time
   */
  public boolean copy(Slice packet, long timeNanos) {
    int length = packet.length();
    if (length > MOST_OCTETS) {
      return false;
    }
    long begin = room(length);
    int at = place(begin);
    packet.copyTo(octets, at);
    mask(at, length);
    reached = Math.max(reached, begin + length);
    long digest = Slice.digest(octets, at, length, -1);
    long earlier = find(digest, length);
    if (earlier != NONE
        && Math.abs(timeNanos - times[slot(earlier)]) <= WINDOW_NANOS
        && equal(begins[slot(earlier)], at, length)) {
      count++;
      return true;
    }
    written = begin + length;
    remember(digest, length, begin, timeNanos);
    return false;
  }

  private static int slot(long packet) {
    return (int) (packet & REMEMBERED - 1);
  }

  private int list(long digest) {
    return (int) ((digest ^ secret) * 0x9e3779b97f4a7c15L >>> Long.SIZE - 14);
  }

  /** Where so many octets can stand in one piece. */
  private long room(int length) {
    while (written + length > octets.length && octets.length < MOST_OCTETS) {
      octets = Arrays.copyOf(octets, 2 * octets.length);
    }
    int left = octets.length - place(written);
    return length <= left ? written : written + left;
  }

  private int place(long octet) {
    return (int) (octet & octets.length - 1);
  }

  /** The latest packet of that digest and length of which the octets are there. */
  private long find(long digest, int length) {
    for (long n = latest[list(digest)]; n != NONE && there(n); n = befores[slot(n)]) {
      if (digests[slot(n)] == digest && lengths[slot(n)] == length) {
        return n;
      }
    }
    return NONE;
  }

  /** False for a packet whose place another one took; those before it in its list are older. */
  private boolean there(long n) {
    return n >= packets - REMEMBERED;
  }

  private boolean equal(long begin, int at, int length) {
    int other = place(begin);
    return reached - begin <= octets.length
        && Arrays.equals(octets, other, other + length, octets, at, at + length);
  }

  private void remember(long digest, int length, long begin, long timeNanos) {
    int slot = slot(packets);
    int list = list(digest);
    digests[slot] = digest;
    times[slot] = timeNanos;
    begins[slot] = begin;
    lengths[slot] = length;
    befores[slot] = latest[list];
    latest[list] = packets;
    packets++;
  }

  private void mask(int at, int length) {
    if (length >= 12 && (octets[at] & 0xf0) == 0x40) {
      octets[at + 8] = 0;
      octets[at + 10] = 0;
      octets[at + 11] = 0;
    } else if (length >= 8) {
      octets[at + 7] = 0;
    }
  }

  /** Copies found. */
  public long count() {
    return count;
  }
}
