package org.roamscope.samples.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages packets in the ways that find faults: bits, boundary values, lengths, splices. */
final class Mutator {
  private static final int MOST_OCTETS = 4096;
  private static final int[] BOUNDARIES = {0, 1, 2, 3, 4, 7, 8, 16, 32, 64, 127, 128, 254, 255};

  private final SplittableRandom random;
  private final List<byte[]> corpus;

  Mutator(long seed, List<byte[]> corpus) {
    random = new SplittableRandom(seed);
    this.corpus = corpus;
  }

  /** A packet of the corpus with one to eight changes. */
  byte[] next() {
    byte[] octets = any().clone();
    for (int i = random.nextInt(8); i >= 0; i--) {
      octets = change(octets);
    }
    return octets;
  }

  private byte[] any() {
    return corpus.get(random.nextInt(corpus.size()));
  }

  private byte[] change(byte[] octets) {
    if (octets.length == 0) {
      return any().clone();
    }
    int at = random.nextInt(octets.length);
    return switch (random.nextInt(9)) {
      case 0 -> {
        octets[at] ^= (byte) (1 << random.nextInt(8));
        yield octets;
      }
      case 1, 2 -> {
        octets[at] = (byte) BOUNDARIES[random.nextInt(BOUNDARIES.length)];
        yield octets;
      }
      case 3 -> {
        octets[at] = (byte) random.nextInt(256);
        yield octets;
      }
      case 4 -> {
        octets[at] = 0;
        octets[Math.min(at + 1, octets.length - 1)] = (byte) random.nextInt(32);
        yield octets;
      }
      case 5 -> Arrays.copyOf(octets, at);
      case 6 -> join(octets, 0, at, octets, Math.min(octets.length, at + 1 + random.nextInt(16)));
      case 7 -> join(octets, 0, at, octets, Math.max(0, at - 1 - random.nextInt(16)));
      default -> {
        byte[] other = any();
        yield other.length == 0 ? octets : join(octets, 0, at, other, random.nextInt(other.length));
      }
    };
  }

  private static byte[] join(byte[] head, int from, int to, byte[] tail, int tailFrom) {
    byte[] joined = new byte[to - from + tail.length - tailFrom];
    System.arraycopy(head, from, joined, 0, to - from);
    System.arraycopy(tail, tailFrom, joined, to - from, tail.length - tailFrom);
    return joined.length > MOST_OCTETS ? Arrays.copyOf(joined, MOST_OCTETS) : joined;
  }
}
