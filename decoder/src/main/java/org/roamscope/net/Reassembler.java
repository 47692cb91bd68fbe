package org.roamscope.net;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;

/**
 * Puts IPv4 and IPv6 fragments together, RFC 791 section 3.2 and RFC 8200 section 4.5. Overlapping
 * fragments make the whole datagram void (RFC 5722); an exact repetition is passed over. State is
 * bounded: at most {@value #MAX_DATAGRAMS} unfinished datagrams of at most {@value #MAX_OCTETS}
 * octets and {@value #MAX_FRAGMENTS} fragments, each for at most 60 seconds of capture time.
 */
public final class Reassembler {
  static final int MAX_DATAGRAMS = 1024;
  static final int MAX_OCTETS = 65_535;
  static final int MAX_FRAGMENTS = 256;

  /** Objects around the octets of a fragment. */
  private static final int OVERHEAD = 128;

  private static final long LIFETIME_NANOS = 60_000_000_000L;

  /**
   * Which datagram a fragment belongs to.
   *
   * @param source IP source
   * @param destination IP destination
   * @param protocol protocol for IPv4; -1 for IPv6, where it does not count
   * @param identification Identification field
   */
  public record Key(IpAddress source, IpAddress destination, int protocol, long identification)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::source)
            .thenComparing(Key::destination)
            .thenComparingInt(Key::protocol)
            .thenComparingLong(Key::identification);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * One fragment.
   *
   * @param key its datagram
   * @param nextHeader protocol number of the payload; the first fragment's counts
   * @param offset place in the payload, octets
   * @param more more fragments follow
   * @param octets the fragment's part of the payload
   */
  public record Fragment(Key key, int nextHeader, int offset, boolean more, Slice octets) {
    /** The same without the frame around it, which may be much larger. */
    private Fragment alone() {
      return new Fragment(key, nextHeader, offset, more, Slice.of(octets.bytes()));
    }
  }

  /**
   * A whole payload.
   *
   * @param payload a byte source of its own
   * @param nextHeader protocol number of the payload
   * @param frames frames that contributed, in the order of arrival
   */
  public record Reassembled(Slice payload, int nextHeader, List<Integer> frames) {}

  private static final class Datagram {
    final List<Fragment> parts = new ArrayList<>();
    final List<Integer> frames = new ArrayList<>();
    final long started;
    long end = -1;
    boolean broken;

    Datagram(long started) {
      this.started = started;
    }

    Datagram copy() {
      Datagram copy = new Datagram(started);
      copy.parts.addAll(parts);
      copy.frames.addAll(frames);
      copy.end = end;
      copy.broken = broken;
      return copy;
    }
  }

  private final BoundedMap<Key, Datagram> waiting;

  /** Nothing is waiting. */
  public Reassembler() {
    waiting = new BoundedMap<>(MAX_DATAGRAMS);
  }

  private Reassembler(Reassembler other) {
    waiting = other.waiting.copy(Datagram::copy);
  }

  /** Memory that fragments take while they wait, octets, about. */
  public long octetsWaiting() {
    return waiting
        .values()
        .flatMap(datagram -> datagram.parts.stream())
        .mapToLong(part -> part.octets().length() + OVERHEAD)
        .sum();
  }

  /** One that goes on from the same state. */
  public Reassembler copy() {
    return new Reassembler(this);
  }

  /**
   * Takes a fragment.
   *
   * @param fragment the fragment; one cut by the capture voids its datagram
   * @param frame the frame it came in
   * @param timeNanos capture time
   * @return the whole payload when this was the last one missing, else null
   */
  public @Nullable Reassembled accept(Fragment fragment, int frame, long timeNanos) {
    Datagram datagram = waiting.get(fragment.key());
    if (datagram == null || Math.abs(timeNanos - datagram.started) > LIFETIME_NANOS) {
      waiting.remove(fragment.key());
      datagram = new Datagram(timeNanos);
      waiting.put(fragment.key(), datagram);
    }
    if (datagram.broken || known(datagram, fragment)) {
      return null;
    }
    long end = fragment.offset() + (long) fragment.octets().length();
    boolean lastMoved = !fragment.more() && datagram.end >= 0 && datagram.end != end;
    if (fragment.octets().truncated()
        || end > MAX_OCTETS
        || datagram.parts.size() == MAX_FRAGMENTS
        || fragment.more() && fragment.octets().length() % 8 != 0
        || lastMoved
        || datagram.end >= 0 && end > datagram.end
        || overlaps(datagram, fragment.offset(), end)) {
      datagram.broken = true;
      datagram.parts.clear();
      return null;
    }
    datagram.parts.add(fragment.alone());
    datagram.frames.add(frame);
    if (!fragment.more()) {
      datagram.end = end;
    }
    return datagram.end < 0 || covered(datagram) != datagram.end
        ? null
        : finish(fragment.key(), datagram);
  }

  private static boolean known(Datagram datagram, Fragment fragment) {
    for (Fragment part : datagram.parts) {
      if (part.offset() == fragment.offset()
          && part.more() == fragment.more()
          && part.octets().contentEquals(fragment.octets())) {
        return true;
      }
    }
    return false;
  }

  private static boolean overlaps(Datagram datagram, long start, long end) {
    for (Fragment part : datagram.parts) {
      if (start < part.offset() + (long) part.octets().length() && part.offset() < end) {
        return true;
      }
    }
    return false;
  }

  /** Parts do not overlap, so their lengths add up to the whole exactly when nothing is missing. */
  private static long covered(Datagram datagram) {
    long sum = 0;
    for (Fragment part : datagram.parts) {
      sum += part.octets().length();
    }
    return sum;
  }

  private Reassembled finish(Key key, Datagram datagram) {
    waiting.remove(key);
    byte[] payload = new byte[(int) datagram.end];
    int nextHeader = -1;
    for (Fragment part : datagram.parts) {
      byte[] octets = part.octets().bytes();
      System.arraycopy(octets, 0, payload, part.offset(), octets.length);
      if (part.offset() == 0) {
        nextHeader = part.nextHeader();
      }
    }
    return new Reassembled(Slice.of(payload), nextHeader, List.copyOf(datagram.frames));
  }

  /** Datagrams given up because the table was full. */
  public long evictions() {
    return waiting.evictions();
  }
}
