package org.roamscope.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;
import org.roamscope.net.Reassembler;
import org.roamscope.net.Reassembler.Fragment;

/**
 * What the fragments of IP datagrams become: their part of the payload as it was written anew when
 * it was whole. Payloads kept are bounded; fragments of others become zeros.
 */
final class Fragments {
  private static final int MAX_DATAGRAMS = 1024;
  private static final int MAX_FRAGMENTS = 256;
  private static final long MAX_OCTETS = 64L << 20;

  private record Seen(int frame, Fragment fragment) {}

  private final BoundedMap<Reassembler.Key, List<Seen>> waiting = new BoundedMap<>(MAX_DATAGRAMS);
  private final Map<Integer, byte[]> parts = new HashMap<>();
  private long kept;

  /** Takes note of a fragment. */
  void add(int frame, Fragment fragment) {
    List<Seen> seen = waiting.getOrAdd(fragment.key(), ArrayList::new);
    if (seen.size() < MAX_FRAGMENTS) {
      seen.add(new Seen(frame, fragment));
    }
  }

  /**
   * Takes note that a datagram is whole.
   *
   * @param last the fragment that completed it
   * @param payload the payload
   * @param made what it becomes
   */
  void complete(Fragment last, Slice payload, byte[] made) {
    List<Seen> seen = waiting.getOrAdd(last.key(), ArrayList::new);
    List<Seen> others = new ArrayList<>();
    for (Seen one : seen) {
      Slice octets = one.fragment().octets();
      int from = one.fragment().offset();
      boolean part =
          payload.holds(from, octets.length())
              && payload.part(from, octets.length()).contentEquals(octets);
      if (part && kept + octets.length() <= MAX_OCTETS) {
        parts.put(one.frame(), Arrays.copyOfRange(made, from, from + octets.length()));
        kept += octets.length();
      } else {
        others.add(one);
      }
    }
    seen.clear();
    seen.addAll(others);
  }

  /** What the fragment in a frame becomes, when its datagram was whole. */
  Optional<byte[]> part(int frame) {
    return Optional.ofNullable(parts.get(frame));
  }
}
