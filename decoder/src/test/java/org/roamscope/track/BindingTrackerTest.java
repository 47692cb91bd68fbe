package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;

class BindingTrackerTest {
  private static final IpAddress HOME = IpAddress.parse("2001:db8:100::a1");
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:100::1");
  private static final IpAddress A = IpAddress.parse("2001:db8:a::a1");
  private static final IpAddress B = IpAddress.parse("2001:db8:b::a1");

  private final BindingTracker tracker = new BindingTracker(100);
  private int frame;

  private void update(double seconds, IpAddress careOf, int sequence, int lifetime, long likeness) {
    tracker.accept(
        new Event.BindingUpdate(
            at(seconds),
            new Path(careOf, 0, AGENT, 0),
            HOME,
            careOf,
            sequence,
            likeness,
            new Event.UpdateTerms(
                AGENT,
                Access.IPV6,
                true,
                lifetime,
                new Event.UpdateFlags(true, true, true, false, false),
                new Event.Ipv4Request(null, null),
                Protection.NONE,
                Event.UpdateOptions.NONE)));
  }

  private void answer(double seconds, IpAddress careOf, int sequence, int status) {
    tracker.accept(
        new Event.BindingAcknowledgement(
            at(seconds),
            new Path(AGENT, 0, careOf, 0),
            HOME,
            sequence,
            new Event.AnswerTerms(
                AGENT,
                Access.IPV6,
                true,
                status,
                true,
                false,
                60,
                null,
                null,
                Protection.NONE,
                Event.AnswerOptions.NONE)));
  }

  private At at(double seconds) {
    return new At(0, ++frame, (long) (seconds * At.SECOND));
  }

  private List<Registration> registrations() {
    return tracker.all().getFirst().registrations();
  }

  /** RFC 6275 section 11.8: each transmission has a new sequence number. */
  @Test
  void unansweredUpdatesAreOneSeries() {
    update(0, A, 1, 60, 7);
    update(1.5, A, 2, 60, 7);
    update(4.5, A, 3, 60, 7);
    answer(4.6, A, 3, 0);
    assertThat(registrations())
        .singleElement()
        .satisfies(registration -> {
          assertThat(registration.updates()).hasSize(3);
          assertThat(registration.outcome()).isEqualTo(Registration.Outcome.ACCEPTED);
          assertThat(registration.updateFrame()).isEqualTo(3);
        });
  }

  /** The mobile node repeats after the timer: it did not get the acknowledgement. */
  @Test
  void anUpdateAtTheTimersTimeIsARetransmissionThoughAcknowledged() {
    update(0, A, 1, 60, 7);
    answer(0.02, A, 1, 0);
    update(1.0, A, 2, 60, 7);
    answer(1.02, A, 2, 0);
    assertThat(registrations()).hasSize(1);
    assertThat(registrations().getFirst().updateFrame()).isEqualTo(3);
  }

  @Test
  void aLaterOrAnotherUpdateIsANewRequest() {
    update(0, A, 1, 60, 7);
    answer(0.02, A, 1, 0);
    update(30, A, 2, 60, 7); // refresh
    answer(30.02, A, 2, 0);
    update(31, A, 3, 60, 8); // another content
    answer(31.02, A, 3, 0);
    update(32, B, 4, 60, 8); // another place
    assertThat(registrations()).hasSize(4);
    assertThat(registrations().get(3).samePlace(registrations().get(2))).isFalse();
  }

  @Test
  void theSameSequenceNumberAgainIsADuplicate() {
    update(0, A, 1, 60, 7);
    update(0.2, A, 1, 60, 7);
    answer(0.3, A, 1, 0);
    answer(0.31, A, 1, 0);
    assertThat(registrations())
        .singleElement()
        .satisfies(registration -> {
          assertThat(registration.updates()).hasSize(1);
          assertThat(registration.duplicates()).hasSize(1);
          assertThat(registration.answers()).hasSize(1);
        });
  }

  /** Status 135 carries the last number accepted: it answers the request without an answer. */
  @Test
  void outOfWindowAnswersTheOpenRequest() {
    update(0, A, 65534, 60, 7);
    answer(0.02, A, 65534, 0);
    update(0.3, A, 40000, 60, 7);
    answer(0.32, A, 65534, 135);
    update(0.6, A, 65535, 60, 7);
    answer(0.62, A, 65535, 0);
    update(0.9, A, 0, 60, 7); // wraps
    answer(0.92, A, 0, 0);
    assertThat(registrations())
        .extracting(Registration::outcome)
        .containsExactly(
            Registration.Outcome.ACCEPTED,
            Registration.Outcome.REFUSED,
            Registration.Outcome.ACCEPTED,
            Registration.Outcome.ACCEPTED);
  }

  @Test
  void anAnswerToNothingIsAStray() {
    answer(0, A, 9, 0);
    assertThat(tracker.all()).isEmpty();
    assertThat(tracker.strays()).hasSize(1);
  }

  /** The other UE's update was not captured; both came through one NAT with the same number. */
  @Test
  void anAcknowledgementInATunnelIsForItsHomeAddress() {
    IpAddress nat = IpAddress.parse("198.51.100.7");
    IpAddress agentV4 = IpAddress.parse("203.0.113.1");
    tracker.accept(
        new Event.BindingUpdate(
            at(1),
            new Path(nat, 8002, agentV4, 4191),
            HOME,
            nat,
            100,
            1,
            new Event.UpdateTerms(
                AGENT,
                Access.UDP_IPV4,
                false,
                600,
                new Event.UpdateFlags(true, true, true, false, false),
                Event.Ipv4Request.NONE,
                Protection.NONE,
                Event.UpdateOptions.NONE)));
    tracker.accept(
        new Event.BindingAcknowledgement(
            at(1.01),
            new Path(agentV4, 4191, nat, 7999),
            IpAddress.parse("2001:db8:100::a2"),
            100,
            new Event.AnswerTerms(
                AGENT,
                Access.UDP_IPV4,
                false,
                0,
                true,
                false,
                600,
                null,
                null,
                Protection.NONE,
                Event.AnswerOptions.NONE)));
    assertThat(registrations())
        .singleElement()
        .satisfies(registration -> assertThat(registration.answers()).isEmpty());
    assertThat(tracker.strays()).hasSize(1);
  }
}
