package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;

/**
 * Owners in crowds behind one address are those that are found by looking at one UE after another.
 */
class OwnerSearchTest {
  private static final IpAddress AGENT = IpAddress.parse("203.0.113.1");
  private static final IpAddress NAT = IpAddress.parse("198.51.100.7");
  private static final int UES = 24;

  private final Random random = new Random(5);
  private final List<Event> events = new ArrayList<>();
  private int frame;

  private At at(double seconds) {
    return new At(0, ++frame, Math.round(seconds * 10) * (At.SECOND / 10));
  }

  private void ike(double seconds, long spi, int exchange, int port, IpAddress from, int id) {
    for (boolean response : new boolean[] {false, true}) {
      events.add(
          new Event.Ike(
              at(seconds),
              response ? new Path(AGENT, 4500, from, port) : new Path(from, port, AGENT, 4500),
              2,
              spi,
              exchange == IkeTracker.IKE_SA_INIT && !response ? 0 : spi,
              exchange,
              id,
              !response,
              response,
              exchange != IkeTracker.IKE_SA_INIT,
              false,
              100,
              frame,
              List.of(),
              null,
              null));
    }
  }

  private void bind(double seconds, IpAddress home, IpAddress from, int port, int sequence) {
    IpAddress inside = new IpAddress(0, 0x0a00_0000L + home.low(), true);
    events.add(
        new Event.BindingUpdate(
            at(seconds),
            new Path(from, port, AGENT, 4191),
            home,
            from.equals(NAT) ? inside : from,
            sequence,
            home.low() * 31 + sequence,
            new Event.UpdateTerms(
                AGENT,
                Access.UDP_IPV4,
                false,
                600,
                new Event.UpdateFlags(true, true, true, false, false),
                new Event.Ipv4Request(inside, null),
                Protection.NONE,
                Event.UpdateOptions.NONE)));
    events.add(
        new Event.BindingAcknowledgement(
            at(seconds),
            new Path(AGENT, 4191, from, port),
            home,
            sequence,
            new Event.AnswerTerms(
                AGENT,
                Access.UDP_IPV4,
                true,
                0,
                true,
                false,
                600,
                null,
                null,
                Protection.NONE,
                Event.AnswerOptions.NONE)));
  }

  /** A UE runs IKE, registers, refreshes, may leave, and may run IKE again; all but sometimes. */
  private void ue(int number) {
    IpAddress home = new IpAddress(0x2001_0db8_0100_0000L, number, false);
    IpAddress away = new IpAddress(0, 0xc000_0200L + number, true);
    double time = random.nextInt(20);
    int port = 4500 + random.nextInt(UES / 2);
    long spi = 1 + number * 16L;
    ike(time, spi, IkeTracker.IKE_SA_INIT, port, NAT, 0);
    ike(time + 0.1, spi, IkeTracker.IKE_AUTH, port, NAT, 1);
    if (random.nextInt(8) == 0) {
      return;
    }
    bind(time + random.nextInt(12) * 0.1, home, NAT, port, 1);
    if (random.nextInt(3) == 0) {
      bind(time + 5, home, NAT, port, 2);
    }
    boolean moves = random.nextInt(3) > 0;
    double then = time + 10 + random.nextInt(10);
    if (moves) {
      bind(then, home, away, 4191, 3);
    }
    switch (random.nextInt(4)) {
      case 0 -> {
        IpAddress from = moves ? away : NAT;
        ike(then + 0.3, spi + 1, IkeTracker.IKE_SA_INIT, port, from, 0);
        ike(then + 0.4, spi + 1, IkeTracker.IKE_AUTH, port, from, 1);
      }
      case 1 -> ike(then + 0.5, spi, IkeTracker.INFORMATIONAL, port, moves ? away : NAT, 2);
      case 2 -> ike(then + 0.5, spi, IkeTracker.INFORMATIONAL, port, NAT, 2);
      default -> {}
    }
  }

  @Test
  void sameOneByOne() {
    int owned = 0;
    Set<Boolean> guesses = new HashSet<>();
    for (int round = 0; round < 60; round++) {
      events.clear();
      frame = 0;
      for (int number = 0; number < UES; number++) {
        ue(number);
      }
      events.sort(Comparator.comparing(Event::at));
      Tracker tracker = new Tracker(1_000);
      events.forEach(tracker::accept);
      Sides sides = new Sides(tracker.bindings());
      Strays strays = new Strays(tracker.bindings());
      List<Ue> ues = tracker.bindings().all();
      List<IkeSa> sas = tracker.ike().all();
      SaOwnership crowd = new OwnerSearch(sides, strays, ues, sas, 0).result();
      SaOwnership each = new OwnerSearch(sides, strays, ues, sas, Integer.MAX_VALUE).result();
      assertThat(crowd.owners()).isEqualTo(each.owners());
      assertThat(crowd.guessed()).isEqualTo(each.guessed());
      owned += crowd.owners().size();
      sas.forEach(sa -> guesses.add(crowd.guessed(sa)));
    }
    assertThat(owned).isGreaterThan(1_000);
    assertThat(guesses).containsExactlyInAnyOrder(true, false);
  }
}
