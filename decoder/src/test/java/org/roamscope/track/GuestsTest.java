package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;

/** Those nearest to a time, against looking at every UE. */
class GuestsTest {
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:100::1");
  private static final int UES = 12;

  private final Random random = new Random(11);
  private final List<Ue> ues = new ArrayList<>();

  private Guests crowd() {
    ues.clear();
    for (int i = 0; i < UES; i++) {
      ues.add(new Ue(new Ue.Key(new IpAddress(0x2001_0db8_0100_0000L, i, false), AGENT)));
    }
    Guests guests = null;
    for (Ue ue : ues) {
      long time = random.nextInt(20);
      List<Long> stops = new ArrayList<>();
      List<Integer> here = new ArrayList<>();
      for (int stay = random.nextInt(4); stay >= 0; stay--) {
        here.add(stops.size());
        stops.add(time);
        if (stay > 0 || random.nextBoolean()) {
          time += random.nextInt(6);
          stops.add(time);
          time += random.nextInt(6);
        }
      }
      long[] times = stops.stream().mapToLong(Long::longValue).toArray();
      guests = guests == null ? new Guests(ue, times) : guests;
      for (int stop : here) {
        guests.add(ue, times, stop, stop + 1);
      }
    }
    return Objects.requireNonNull(guests);
  }

  /** Every UE with its distance, or none when it is neither there nor soon. */
  private List<Guests.Guest> every(Guests guests, long time, long until, boolean ahead) {
    List<Guests.Guest> found = new ArrayList<>();
    guests.forEach((ue, presence) -> {
      long since = ahead ? -1 : presence.since(time);
      long next = presence.next(time);
      long distance = next <= until ? next - time : -1;
      if (since >= 0 && (distance < 0 || since < distance)) {
        distance = since;
      }
      if (distance >= 0) {
        found.add(new Guests.Guest(ue, presence.place(), distance));
      }
    });
    found.sort(Guests.Guest.NEAREST);
    return found;
  }

  @Test
  void nearestAsByLookingAtEach() {
    int several = 0;
    for (int round = 0; round < 3_000; round++) {
      Guests guests = crowd();
      assertThat(guests.ues()).containsExactlyElementsOf(ues.subList(0, guests.size()));
      Set<Ue> suiting = new HashSet<>(ues);
      suiting.removeIf(ue -> random.nextInt(3) == 0);
      long time = random.nextInt(40);
      long until = time + random.nextInt(12);
      for (boolean ahead : new boolean[] {true, false}) {
        List<Guests.Guest> all =
            every(guests, time, until, ahead).stream()
                .filter(guest -> suiting.contains(guest.ue()))
                .toList();
        List<Guests.Guest> found = guests.nearest(time, until, ahead, suiting::contains);
        assertThat(found.stream().min(Guests.Guest.NEAREST)).isEqualTo(all.stream().findFirst());
        assertThat(found.size() > 1).isEqualTo(all.size() > 1);
        assertThat(all).containsAll(found);
        several += all.size() > 1 ? 1 : 0;
      }
    }
    assertThat(several).isGreaterThan(1_000);
  }
}
