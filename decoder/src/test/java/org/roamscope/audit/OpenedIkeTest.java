package org.roamscope.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Access;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.IkeContent;
import org.roamscope.track.IkeContent.HomePrefix;
import org.roamscope.track.IkeContent.Identities;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Observation;
import org.roamscope.track.Path;
import org.roamscope.track.Protection;
import org.roamscope.track.Tracker;

/** What decrypted IKE messages change in a verdict: the cause of a re-run, and who moved the SA. */
class OpenedIkeTest {
  private static final IpAddress HOME = IpAddress.parse("2001:db8:100::a1");
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:100::1");
  private static final IpAddress A = IpAddress.parse("2001:db8:a::a1");
  private static final IpAddress B = IpAddress.parse("2001:db8:b::a1");
  private static final int INITIAL_CONTACT = 16384;
  private static final int UPDATE_SA_ADDRESSES = 16400;
  private static final int AUTHENTICATION_FAILED = 24;
  private static final int INIT = 34;
  private static final int AUTH = 35;
  private static final int CREATE_CHILD = 36;
  private static final int INFORMATIONAL = 37;

  private final List<Event> events = new ArrayList<>();

  // ---- what is said --------------------------------------------------------------------------

  private static IkeContent nothing() {
    return notifies();
  }

  private static IkeContent notifies(Integer... types) {
    return new IkeContent(
        false, false, List.of(types), new Identities(null, null, null), Set.of(), Set.of(), null);
  }

  private static IkeContent delete() {
    return new IkeContent(
        true, false, List.of(), new Identities(null, null, null), Set.of(), Set.of(), null);
  }

  private static IkeContent rekey(long spi) {
    return new IkeContent(
        false, false, List.of(), new Identities(null, null, null), Set.of(), Set.of(), spi);
  }

  private At at(double seconds) {
    return new At(0, events.size() + 1, (long) (seconds * At.SECOND));
  }

  private void bind(double seconds, IpAddress careOf, int sequence) {
    bind(seconds, HOME, careOf, sequence);
  }

  private void bind(double seconds, IpAddress home, IpAddress careOf, int sequence) {
    events.add(
        new Event.BindingUpdate(
            at(seconds),
            new Path(careOf, 0, AGENT, 0),
            home,
            careOf,
            sequence,
            sequence,
            new Event.UpdateTerms(
                AGENT,
                Access.IPV6,
                true,
                600,
                new Event.UpdateFlags(true, true, true, false, false),
                new Event.Ipv4Request(null, null),
                Protection.IPSEC,
                Event.UpdateOptions.NONE)));
    events.add(
        new Event.BindingAcknowledgement(
            at(seconds + 0.02),
            new Path(AGENT, 0, careOf, 0),
            home,
            sequence,
            new Event.AnswerTerms(
                AGENT,
                Access.IPV6,
                true,
                0,
                true,
                false,
                600,
                null,
                null,
                Protection.IPSEC,
                Event.AnswerOptions.NONE)));
  }

  private void message(
      double seconds,
      Path path,
      long spi,
      int exchange,
      int id,
      boolean response,
      @Nullable Long lifetime,
      @Nullable IkeContent content) {
    boolean initiator = path.destination().equals(AGENT);
    events.add(
        new Event.Ike(
            at(seconds),
            path,
            2,
            spi,
            exchange == INIT && !response ? 0 : spi + 1,
            exchange,
            id,
            initiator,
            response,
            exchange != INIT,
            false,
            100,
            events.size(),
            List.of(),
            lifetime,
            content));
  }

  private void exchange(
      double seconds,
      IpAddress from,
      IpAddress to,
      long spi,
      int type,
      int id,
      @Nullable IkeContent asked,
      @Nullable IkeContent given) {
    message(seconds, new Path(from, 500, to, 500), spi, type, id, false, null, asked);
    message(seconds + 0.01, new Path(to, 500, from, 500), spi, type, id, true, null, given);
  }

  private void run(double seconds, IpAddress careOf, long spi, IkeContent asked, IkeContent given) {
    exchange(seconds, careOf, AGENT, spi, INIT, 0, null, null);
    exchange(seconds + 0.1, careOf, AGENT, spi, AUTH, 1, asked, given);
  }

  private Correlation correlate() {
    Tracker tracker = new Tracker(1000);
    events.forEach(tracker::accept);
    long last = events.getLast().at().timeNanos() + 60 * At.SECOND;
    return Correlation.of(tracker, new Observation(0, last, true));
  }

  private Handover judged() {
    List<Handover> handovers = Audit.of(correlate(), Profile.TS24303).handovers();
    assertThat(handovers).hasSize(1);
    return handovers.getFirst();
  }

  /** Attached at A at second 1 with SA 0x100, moved to B at second 10 with K agreed. */
  private void moved() {
    run(0, A, 0x100, nothing(), nothing());
    bind(1, A, 1);
    bind(10, B, 2);
  }

  // ---- causes --------------------------------------------------------------------------------

  @Test
  void withoutAnythingSaidTheRerunIsNeedless() {
    moved();
    run(12, B, 0x200, nothing(), nothing());
    assertThat(judged().verdict()).isEqualTo(Verdict.NEEDLESS_RERUN);
  }

  @Test
  void aDeletionAtTheOldPlaceIsACause() {
    run(0, A, 0x100, nothing(), nothing());
    bind(1, A, 1);
    exchange(9, A, AGENT, 0x100, INFORMATIONAL, 2, delete(), nothing());
    bind(10, B, 2);
    run(12, B, 0x200, nothing(), nothing());
    Handover handover = judged();
    assertThat(handover.verdict()).isEqualTo(Verdict.RERUN_JUSTIFIED);
    assertThat(handover.cause()).isEqualTo(Cause.SA_DELETED);
    assertThat(handover.evidence()).extracting(At::frame).contains(7, 8);
  }

  @Test
  void aDeletionByTheHomeAgentIsACause() {
    moved();
    exchange(11, AGENT, B, 0x100, INFORMATIONAL, 0, delete(), nothing());
    run(12, B, 0x200, nothing(), nothing());
    assertThat(judged().cause()).isEqualTo(Cause.SA_DELETED);
  }

  @Test
  void aDeletionAtTheNewPlaceAndARunAtOnceIsAReauthentication() {
    moved();
    exchange(11, B, AGENT, 0x100, INFORMATIONAL, 2, nothing(), nothing());
    exchange(40, B, AGENT, 0x100, INFORMATIONAL, 3, delete(), nothing());
    run(40.1, B, 0x200, nothing(), nothing());
    assertThat(judged().cause()).isEqualTo(Cause.REAUTHENTICATION);
  }

  @Test
  void anEmptyInformationalIsNoDeletion() {
    moved();
    exchange(11.9, B, AGENT, 0x100, INFORMATIONAL, 2, nothing(), nothing());
    run(12, B, 0x200, nothing(), nothing());
    assertThat(judged().verdict()).isEqualTo(Verdict.NEEDLESS_RERUN);
  }

  /** The same, not opened: it may be the DELETE, and the report says whose keys would tell. */
  @Test
  void aClosedInformationalBeforeTheRunNamesTheKeysThatAreMissing() {
    moved();
    exchange(11.9, B, AGENT, 0x100, INFORMATIONAL, 2, null, null);
    run(12, B, 0x200, nothing(), nothing());
    Handover handover = judged();
    assertThat(handover.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(handover.missing())
        .singleElement()
        .isInstanceOfSatisfying(
            Gap.IkeKeys.class, gap -> assertThat(gap.sa().initiatorSpi()).isEqualTo(0x100));
  }

  @Test
  void aHomeAgentThatSaysInitialContactHasForgotten() {
    moved();
    run(12, B, 0x200, nothing(), notifies(INITIAL_CONTACT));
    assertThat(judged().cause()).isEqualTo(Cause.HOME_AGENT_RESTART);
  }

  /** A mobile node says INITIAL_CONTACT whenever it begins anew: no cause. */
  @Test
  void aUeThatSaysInitialContactHasNoCause() {
    moved();
    run(12, B, 0x200, notifies(INITIAL_CONTACT), nothing());
    assertThat(judged().verdict()).isEqualTo(Verdict.NEEDLESS_RERUN);
  }

  private void movedWithLifetime(long seconds) {
    exchange(0, A, AGENT, 0x100, INIT, 0, null, null);
    message(0.1, new Path(A, 500, AGENT, 500), 0x100, AUTH, 1, false, null, nothing());
    message(0.11, new Path(AGENT, 500, A, 500), 0x100, AUTH, 1, true, seconds, nothing());
    bind(1, A, 1);
    bind(10, B, 2);
  }

  /** RFC 4478: the run comes when the lifetime that the home agent told is nearly over. */
  @Test
  void aLifetimeThatRanOutIsACause() {
    movedWithLifetime(60);
    run(57, B, 0x200, nothing(), nothing());
    assertThat(judged().cause()).isEqualTo(Cause.LIFETIME);
  }

  @Test
  void aLifetimeWithTimeLeftIsNoCause() {
    movedWithLifetime(600);
    run(12, B, 0x200, nothing(), nothing());
    assertThat(judged().verdict()).isEqualTo(Verdict.NEEDLESS_RERUN);
  }

  @Test
  void updateSaAddressesIsMobike() {
    moved();
    exchange(10.5, B, AGENT, 0x100, INFORMATIONAL, 2, notifies(UPDATE_SA_ADDRESSES), nothing());
    Handover handover = judged();
    assertThat(handover.verdict()).isEqualTo(Verdict.MOVED_BY_MOBIKE);
    assertThat(handover.ike()).isEqualTo(Handover.IkeOutcome.MOBIKE);
  }

  // ---- IKE SAs and whose they are ------------------------------------------------------------

  private IkeSa first(Correlation correlation) {
    return correlation.ikeSas().getFirst();
  }

  @Test
  void anAnsweredDeletionEndsTheSa() {
    moved();
    exchange(11, AGENT, B, 0x100, INFORMATIONAL, 0, delete(), nothing());
    assertThat(first(correlate()).state()).isEqualTo(IkeSa.State.DELETED);
  }

  @Test
  void authenticationThatFailsMakesNoSa() {
    run(0, A, 0x100, nothing(), notifies(AUTHENTICATION_FAILED));
    bind(1, A, 1);
    assertThat(first(correlate()).state()).isEqualTo(IkeSa.State.FAILED);
  }

  /** Two SAs are rekeyed at once: the SPIs in the proposals tell which becomes which. */
  @Test
  void rekeyedSasPairByTheSpisInside() {
    IpAddress other = IpAddress.parse("2001:db8:a::a2");
    run(0, A, 0x100, nothing(), nothing());
    run(0.5, other, 0x300, nothing(), nothing());
    exchange(5, A, AGENT, 0x100, CREATE_CHILD, 2, rekey(0x500), rekey(0x501));
    exchange(5.1, other, AGENT, 0x300, CREATE_CHILD, 2, rekey(0x700), rekey(0x701));
    exchange(6, other, AGENT, 0x700, INFORMATIONAL, 0, nothing(), nothing());
    exchange(6.1, A, AGENT, 0x500, INFORMATIONAL, 0, nothing(), nothing());
    Correlation correlation = correlate();
    for (IkeSa sa : correlation.ikeSas()) {
      IkeSa successor = sa.successor();
      if (successor != null) {
        assertThat(successor.initiatorSpi() - sa.initiatorSpi()).isEqualTo(0x400);
        assertThat(sa.state()).isEqualTo(IkeSa.State.REKEYED);
      }
    }
    assertThat(correlation.ikeSas()).filteredOn(sa -> sa.successor() != null).hasSize(2);
  }

  /** The home prefix that the home agent assigns says whose SA it is, wherever it comes from. */
  @Test
  void aHomePrefixNamesTheOwner() {
    IpAddress elsewhere = IpAddress.parse("2001:db8:f::99");
    IkeContent assigned =
        new IkeContent(
            false,
            false,
            List.of(),
            new Identities("user@example.org", null, "0user@example.org"),
            Set.of(),
            Set.of(new HomePrefix(IpAddress.parse("2001:db8:200::"), 64)),
            null);
    IpAddress home = IpAddress.parse("2001:db8:200::a7");
    run(0, elsewhere, 0x100, nothing(), assigned);
    bind(1, home, A, 1);
    Correlation correlation = correlate();
    assertThat(correlation.owner(first(correlation)))
        .satisfies(owner -> assertThat(owner.homeAddress()).isEqualTo(home));
  }
}
