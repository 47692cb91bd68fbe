package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;

class IkeTrackerTest {
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:100::1");
  private static final IpAddress A = IpAddress.parse("2001:db8:a::a1");
  private static final IpAddress B = IpAddress.parse("2001:db8:b::a1");
  private static final long I = 0x1111;
  private static final long R = 0x2222;

  private final IkeTracker tracker = new IkeTracker(AGENT::equals, 100);
  private int frame;

  private void send(int version, IpAddress from, long spiR, int exchange, long id, int... notify) {
    boolean fromAgent = from.equals(AGENT);
    message(version, from, fromAgent ? A : AGENT, I, spiR, exchange, id, fromAgent, frame, notify);
  }

  private void message(
      int version,
      IpAddress from,
      IpAddress to,
      long spiI,
      long spiR,
      int exchange,
      long id,
      boolean response,
      long digest,
      int... notify) {
    boolean encrypted =
        version == 2 ? exchange != IkeTracker.IKE_SA_INIT : exchange == IkeTracker.QUICK_MODE;
    tracker.accept(
        new Event.Ike(
            new At(0, ++frame, frame * At.SECOND),
            new Path(from, 500, to, 500),
            version,
            spiI,
            spiR,
            exchange,
            id,
            !from.equals(AGENT),
            version == 2 && response,
            encrypted && notify.length == 0,
            false,
            100,
            digest,
            java.util.Arrays.stream(notify).boxed().toList(),
            null,
            null));
  }

  private IkeSa only() {
    List<IkeSa> all = tracker.all();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  /** RFC 7296 section 2.6: the cookie round has the same initiator SPI and is the same attempt. */
  @Test
  void cookieIsOneAttempt() {
    send(2, A, 0, IkeTracker.IKE_SA_INIT, 0);
    send(2, AGENT, 0, IkeTracker.IKE_SA_INIT, 0, IkeTracker.COOKIE);
    send(2, A, 0, IkeTracker.IKE_SA_INIT, 0);
    send(2, AGENT, R, IkeTracker.IKE_SA_INIT, 0);
    assertThat(only().state()).isEqualTo(IkeSa.State.HALF_OPEN);
    send(2, A, R, IkeTracker.IKE_AUTH, 1);
    send(2, AGENT, R, IkeTracker.IKE_AUTH, 1);
    assertThat(only().state()).isEqualTo(IkeSa.State.ESTABLISHED);
    assertThat(only().responderSpi()).isEqualTo(R);
    assertThat(only().messages()).isEqualTo(6);
    assertThat(only().retransmissions()).isZero();
  }

  @Test
  void aRefusedStartFails() {
    send(2, A, 0, IkeTracker.IKE_SA_INIT, 0);
    send(2, AGENT, 0, IkeTracker.IKE_SA_INIT, 0, 14);
    assertThat(only().state()).isEqualTo(IkeSa.State.FAILED);
  }

  @Test
  void theSaFollowsItsSpisToANewAddress() {
    send(2, A, 0, IkeTracker.IKE_SA_INIT, 0);
    send(2, AGENT, R, IkeTracker.IKE_SA_INIT, 0);
    message(2, B, AGENT, I, R, IkeTracker.INFORMATIONAL, 2, false, 77);
    message(2, B, AGENT, I, R, IkeTracker.INFORMATIONAL, 2, false, 77);
    message(2, AGENT, B, I, R, IkeTracker.INFORMATIONAL, 2, true, 78);
    assertThat(only().endpoints()).extracting(IkeSa.Endpoints::initiator).containsExactly(A, B);
    assertThat(only().retransmissions()).isOne();
    assertThat(only().exchanges().getLast().requests()).hasSize(2);
    assertThat(only().exchanges().getLast().answered()).isTrue();
  }

  /** RFC 7296 section 2.18: new SPIs without IKE_SA_INIT. */
  @Test
  void rekeyingIsNoNewStart() {
    send(2, A, 0, IkeTracker.IKE_SA_INIT, 0);
    send(2, AGENT, R, IkeTracker.IKE_SA_INIT, 0);
    send(2, A, R, IkeTracker.IKE_AUTH, 1);
    send(2, AGENT, R, IkeTracker.IKE_AUTH, 1);
    send(2, A, R, IkeTracker.CREATE_CHILD_SA, 2);
    send(2, AGENT, R, IkeTracker.CREATE_CHILD_SA, 2);
    message(2, A, AGENT, 0x3333, 0x4444, IkeTracker.INFORMATIONAL, 0, false, 99);
    assertThat(tracker.all()).hasSize(2);
    IkeSa old = tracker.all().getFirst();
    IkeSa next = tracker.all().getLast();
    assertThat(old.state()).isEqualTo(IkeSa.State.REKEYED);
    assertThat(old.successor()).isSameAs(next);
    assertThat(next.startSeen()).isFalse();
  }

  @Test
  void unprotectedInvalidSpiIsAReportNotAMessageOfTheSa() {
    send(2, A, 0, IkeTracker.IKE_SA_INIT, 0);
    send(2, AGENT, R, IkeTracker.IKE_SA_INIT, 0);
    send(2, AGENT, R, IkeTracker.INFORMATIONAL, 2, IkeTracker.INVALID_IKE_SPI);
    assertThat(only().messages()).isEqualTo(2);
    assertThat(tracker.invalidSpis())
        .singleElement()
        .satisfies(report -> assertThat(report.receiver()).isEqualTo(A));
  }

  /** RFC 2409: aggressive mode is done with its third message. */
  @Test
  void aggressiveModeIsEstablishedByItsThirdMessage() {
    send(1, A, 0, IkeTracker.AGGRESSIVE_MODE, 0);
    send(1, AGENT, R, IkeTracker.AGGRESSIVE_MODE, 0);
    assertThat(only().state()).isEqualTo(IkeSa.State.HALF_OPEN);
    send(1, A, R, IkeTracker.AGGRESSIVE_MODE, 0, 24578); // INITIAL-CONTACT, a status
    assertThat(only().state()).isEqualTo(IkeSa.State.ESTABLISHED);
  }
}
