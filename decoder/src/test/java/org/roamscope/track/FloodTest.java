package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roamscope.field.IpAddress;

/**
 * Forged packets in numbers: work must grow with their number, not with its square. The limit is an
 * order of magnitude above what the machine at hand needs.
 */
@Timeout(60)
class FloodTest {
  private static final int MANY = 60_000;
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:100::1");
  private static final IpAddress NAT = IpAddress.parse("198.51.100.5");

  private final Tracker tracker = new Tracker();
  private int frame;

  private At at() {
    return new At(0, ++frame, frame * 1_000_000L);
  }

  private static IpAddress home(int i) {
    return new IpAddress(0x2001_0db8_0100_0000L, 0x1000 + i, false);
  }

  private void update(IpAddress home, IpAddress from, boolean homeRegistration) {
    tracker.accept(
        new Event.BindingUpdate(
            at(),
            new Path(from, 4191, AGENT, 4191),
            Access.UDP_IPV4,
            home,
            AGENT,
            from,
            false,
            1,
            600,
            new Event.UpdateFlags(true, homeRegistration, true, false, false),
            new Event.Ipv4Request(from, null),
            1,
            Protection.NONE));
  }

  private void ike(long spiI, long spiR, int exchange, boolean response) {
    tracker.accept(
        new Event.Ike(
            at(),
            response ? new Path(AGENT, 500, NAT, 500) : new Path(NAT, 500, AGENT, 500),
            2,
            spiI,
            spiR,
            exchange,
            exchange - 34L,
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

  private Correlation correlate() {
    return Correlation.of(tracker, new Observation(0, frame * 1_000_000L, true));
  }

  @Test
  void damagedMessagesAndAnswersToNothing() {
    for (int i = 0; i < MANY; i++) {
      update(home(i), NAT, true);
      update(home(i), NAT, false);
    }
    for (int i = 0; i < MANY; i++) {
      tracker.accept(new Event.MalformedMobility(at(), home(i), "bad checksum"));
      tracker.accept(
          new Event.BindingAcknowledgement(
              at(),
              new Path(AGENT, 0, home(i), 0),
              Access.HOME,
              home(MANY + i),
              AGENT,
              false,
              0,
              true,
              false,
              9,
              600,
              null,
              null,
              Protection.NONE));
    }
    assertThat(tracker.bindings().all()).hasSize(MANY);
    assertThat(tracker.bindings().all().getFirst().malformed()).hasSize(1);
  }

  @Test
  void ikeSasWithoutOwner() {
    update(home(1), IpAddress.parse("192.0.2.1"), true);
    for (int i = 1; i <= MANY; i++) {
      ike(i, 0, IkeTracker.IKE_SA_INIT, false);
      ike(i, i, IkeTracker.IKE_SA_INIT, true);
      ike(i, i, IkeTracker.IKE_AUTH, false);
      ike(i, i, IkeTracker.IKE_AUTH, true);
    }
    assertThat(correlate().ikeSas()).hasSize(MANY);
  }

  @Test
  void ikeStartsFromTheAddressOfAUe() {
    for (int i = 1; i <= MANY; i++) {
      ike(i, 0, IkeTracker.IKE_SA_INIT, false);
    }
    update(home(1), NAT, true);
    assertThat(correlate().ikeSas()).hasSize(MANY);
  }
}
