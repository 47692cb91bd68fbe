package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.bytes.Slice;

/** What was captured twice is told from what was sent twice, however many packets lie between. */
class DuplicateFilterTest {
  private static final long MILLISECOND = 1_000_000;

  /** The same with a list of packets, looked through one by one. */
  private static final class Model {
    private record Seen(Slice octets, long timeNanos) {}

    private final Deque<Seen> seen = new ArrayDeque<>();

    boolean copy(byte[] packet, long timeNanos) {
      byte[] masked = packet.clone();
      if (masked[0] >> 4 == 4) {
        masked[8] = 0;
        masked[10] = 0;
        masked[11] = 0;
      } else {
        masked[7] = 0;
      }
      for (Iterator<Seen> it = seen.descendingIterator(); it.hasNext(); ) {
        Seen earlier = it.next();
        if (earlier.octets.contentEquals(Slice.of(masked))) {
          if (timeNanos - earlier.timeNanos <= 50 * MILLISECOND) {
            return true;
          }
          break;
        }
      }
      seen.addLast(new Seen(Slice.of(masked), timeNanos));
      if (seen.size() > 8192) {
        seen.removeFirst();
      }
      return false;
    }
  }

  private static byte[] packet(Random random, int length) {
    byte[] packet = new byte[length];
    random.nextBytes(packet);
    packet[0] = (byte) (random.nextBoolean() ? 0x45 : 0x60);
    return packet;
  }

  /** The larger ones grow the room for octets to its end, and go round in it. */
  @ParameterizedTest
  @ValueSource(ints = {60, 400, 4_000})
  void asLookingThroughAListWould(int most) {
    Random random = new Random(most);
    DuplicateFilter filter = new DuplicateFilter();
    Model model = new Model();
    byte[][] recent = new byte[64][];
    long time = 0;
    int copies = 0;
    for (int i = 0; i < 20_000; i++) {
      int place = random.nextInt(recent.length);
      byte[] packet = recent[place];
      if (packet == null || random.nextInt(3) > 0) {
        packet = packet(random, 12 + random.nextInt(most - 11));
        recent[place] = packet;
      } else if (random.nextInt(4) == 0) {
        packet = packet.clone();
        packet[packet.length - 1] ^= 1;
      } else {
        packet = packet.clone();
        packet[packet[0] == 0x45 ? 8 : 7]--; // one hop further on
      }
      time += random.nextInt(3) * MILLISECOND;
      boolean copy = model.copy(packet, time);
      copies += copy ? 1 : 0;
      assertThat(filter.copy(Slice.of(packet), time)).as("packet %d", i).isEqualTo(copy);
    }
    assertThat(copies).isBetween(1_000, 8_000);
    assertThat(filter.count()).isEqualTo(copies);
  }

  @Test
  void aPacketIsRememberedBehindThousandsOfOthersAndNotForEver() {
    DuplicateFilter filter = new DuplicateFilter();
    Random random = new Random(1);
    byte[] first = packet(random, 40);
    assertThat(filter.copy(Slice.of(first), 0)).isFalse();
    for (int i = 1; i < 8_192; i++) {
      filter.copy(Slice.of(packet(random, 40)), 0);
    }
    assertThat(filter.copy(Slice.of(first), 0)).isTrue();
    filter.copy(Slice.of(packet(random, 40)), 0);
    assertThat(filter.copy(Slice.of(first), 0)).isFalse();
  }

  @Test
  void fiftyMillisecondsAreACopyAndMoreAreNot() {
    DuplicateFilter filter = new DuplicateFilter();
    byte[] packet = packet(new Random(2), 40);
    assertThat(filter.copy(Slice.of(packet), 0)).isFalse();
    assertThat(filter.copy(Slice.of(packet), 50 * MILLISECOND)).isTrue();
    assertThat(filter.copy(Slice.of(packet), 50 * MILLISECOND + 1)).isFalse();
    assertThat(filter.copy(Slice.of(packet), 60 * MILLISECOND)).isTrue();
  }

  @Test
  void anEmptyAndAShortPacketAreLookedAtToo() {
    DuplicateFilter filter = new DuplicateFilter();
    assertThat(filter.copy(Slice.of(new byte[0]), 0)).isFalse();
    assertThat(filter.copy(Slice.of(new byte[0]), 0)).isTrue();
    assertThat(filter.copy(Slice.of(new byte[] {0x60}), 0)).isFalse();
    assertThat(filter.copy(Slice.of(new byte[] {0x61}), 0)).isFalse();
    assertThat(filter.copy(Slice.of(new byte[] {0x60}), 0)).isTrue();
  }
}
