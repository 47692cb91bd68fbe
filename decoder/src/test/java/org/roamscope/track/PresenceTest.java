package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against looking at every stay. */
class PresenceTest {
  private record Stay(long from, long until) {}

  /** Stays as registrations make them: each ends where the first one elsewhere begins. */
  private record Stays(List<Stay> all, Presence presence) {}

  private static Stays stays(Random random) {
    List<Stay> stays = new ArrayList<>();
    List<Long> stops = new ArrayList<>();
    List<int[]> here = new ArrayList<>();
    long time = random.nextInt(5);
    int runs = random.nextInt(4);
    for (int run = 0; run < runs; run++) {
      List<Long> begins = new ArrayList<>();
      int refreshes = random.nextInt(4);
      for (int i = 0; i <= refreshes; i++) {
        begins.add(time);
        time += random.nextInt(4);
      }
      long left = run == runs - 1 && random.nextBoolean() ? Long.MAX_VALUE : time;
      int elsewhere = stops.size() + begins.size();
      for (long begin : begins) {
        stays.add(new Stay(begin, left));
        here.add(new int[] {stops.size(), elsewhere});
        stops.add(begin);
      }
      if (left != Long.MAX_VALUE) {
        stops.add(left);
      }
      time += random.nextInt(4);
    }
    Presence presence = new Presence(stops.stream().mapToLong(Long::longValue).toArray(), 0);
    here.forEach(stay -> presence.add(stay[0], stay[1]));
    return new Stays(stays, presence);
  }

  @Test
  void sameAsEveryStay() {
    Random random = new Random(7);
    for (int round = 0; round < 5_000; round++) {
      Stays made = stays(random);
      List<Stay> stays = made.all();
      Presence presence = made.presence();
      List<Stay> told = new ArrayList<>();
      presence.forEach((from, until) -> told.add(new Stay(from, until)));
      assertThat(told).isEqualTo(stays);
      for (long time = -1; time < 60; time++) {
        long now = time;
        int ahead = random.nextInt(6);
        assertThat(presence.at(now, ahead))
            .isEqualTo(
                stays.stream().anyMatch(stay -> stay.from() - ahead <= now && now < stay.until()));
        assertThat(presence.since(now))
            .isEqualTo(
                stays.stream()
                    .filter(stay -> stay.from() <= now && now < stay.until())
                    .mapToLong(stay -> now - stay.from())
                    .min()
                    .orElse(-1));
        assertThat(presence.next(now))
            .isEqualTo(
                stays.stream()
                    .mapToLong(Stay::from)
                    .filter(from -> from > now)
                    .min()
                    .orElse(Long.MAX_VALUE));
      }
    }
  }
}
