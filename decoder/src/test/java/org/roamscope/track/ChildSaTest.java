package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;
import org.roamscope.track.IkeContent.ChildSpi;
import org.roamscope.track.IkeContent.Children;

/** Child SAs as opened exchanges tell them; the UE is the initiator unless said otherwise. */
class ChildSaTest {
  private static final IpAddress UE = IpAddress.parse("2001:db8:a::a1");
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:100::1");
  private static final int ESP = 3;
  private static final int CREATE_CHILD_SA = 36;
  private static final int INFORMATIONAL = 37;

  private int frame;

  private static IkeContent says(
      boolean deletesIkeSa, @Nullable ChildSpi rekeyed, List<ChildSpi> proposed, ChildSpi... gone) {
    return new IkeContent(
        deletesIkeSa,
        false,
        List.of(),
        new IkeContent.Identities(null, null, null),
        Set.of(),
        Set.of(),
        null,
        new Children(proposed, rekeyed, List.of(gone)));
  }

  private static IkeContent proposes(long... spis) {
    return says(false, null, Arrays.stream(spis).mapToObj(spi -> new ChildSpi(ESP, spi)).toList());
  }

  private static ChildSpi esp(long spi) {
    return new ChildSpi(ESP, spi);
  }

  private IkeSa sa() {
    return new IkeSa(event(34, 0, true, false, null), true);
  }

  private Event.Ike event(
      int exchange, int id, boolean fromInitiator, boolean response, @Nullable IkeContent content) {
    frame++;
    return new Event.Ike(
        new At(0, frame, frame * At.SECOND),
        fromInitiator ? new Path(UE, 500, AGENT, 500) : new Path(AGENT, 500, UE, 500),
        2,
        1,
        2,
        exchange,
        id,
        fromInitiator,
        response,
        true,
        false,
        100,
        frame,
        List.of(),
        null,
        content);
  }

  /** A request and its response. */
  private void exchange(
      IkeSa sa, int type, int id, boolean byInitiator, IkeContent asked, IkeContent given) {
    sa.add(event(type, id, byInitiator, false, asked), byInitiator);
    sa.add(event(type, id, !byInitiator, true, given), !byInitiator);
  }

  private static List<ChildSa> children(IkeSa... sas) {
    return ChildSa.of(List.of(sas), _ -> true);
  }

  @Test
  void authenticationMakesTheFirst() {
    IkeSa sa = sa();
    exchange(sa, IkeTracker.IKE_AUTH, 1, true, proposes(0xa), proposes(0xb));
    assertThat(children(sa))
        .containsExactly(
            new ChildSa(sa, ESP, 0xaL, 0xbL, new At(0, 3, 3 * At.SECOND), null, ChildSa.End.OPEN));
    assertThat(ChildSa.of(List.of(sa), _ -> false))
        .singleElement()
        .satisfies(child -> {
          assertThat(child.toUe()).isEqualTo(0xb);
          assertThat(child.toHomeAgent()).isEqualTo(0xa);
        });
  }

  /** RFC 7296 section 2.16: with EAP the proposals are answered in the last exchange. */
  @Test
  void withEapTheAnswerComesSomeExchangesLater() {
    IkeSa sa = sa();
    exchange(sa, IkeTracker.IKE_AUTH, 1, true, proposes(0xa), proposes());
    exchange(sa, IkeTracker.IKE_AUTH, 2, true, proposes(), proposes());
    exchange(sa, IkeTracker.IKE_AUTH, 3, true, proposes(), proposes(0xb));
    assertThat(children(sa))
        .extracting(ChildSa::toUe, ChildSa::toHomeAgent, child -> child.begun().frame())
        .containsExactly(tuple(0xaL, 0xbL, 7));
  }

  @Test
  void whatWasNotReadIsNotKnown() {
    IkeSa sa = sa();
    sa.add(event(CREATE_CHILD_SA, 2, true, false, null), true);
    sa.add(event(CREATE_CHILD_SA, 2, false, true, proposes(0xb)), false);
    assertThat(children(sa))
        .extracting(ChildSa::toUe, ChildSa::toHomeAgent)
        .containsExactly(tuple(null, 0xbL));
  }

  /** Whoever rekeys names the SPI on which it receives, and deletes the old pair afterwards. */
  @Test
  void rekeyingThenDeleting() {
    IkeSa sa = sa();
    exchange(sa, IkeTracker.IKE_AUTH, 1, true, proposes(0xa), proposes(0xb));
    exchange(
        sa, CREATE_CHILD_SA, 0, false, says(false, esp(0xb), List.of(esp(0xc))), proposes(0xd));
    assertThat(children(sa))
        .extracting(ChildSa::toUe, ChildSa::end)
        .containsExactly(tuple(0xaL, ChildSa.End.REKEYED), tuple(0xdL, ChildSa.End.OPEN));
    exchange(sa, INFORMATIONAL, 1, false, says(false, null, List.of(), esp(0xb)), proposes());
    assertThat(children(sa).getFirst())
        .satisfies(child -> {
          assertThat(child.end()).isEqualTo(ChildSa.End.DELETED);
          assertThat(child.ended()).isEqualTo(new At(0, 6, 6 * At.SECOND));
        });
  }

  /** The same number in the other direction is another SA. */
  @Test
  void aDeleteNamesWhatItsSenderReceives() {
    IkeSa sa = sa();
    exchange(sa, IkeTracker.IKE_AUTH, 1, true, proposes(0xa), proposes(0xb));
    exchange(sa, INFORMATIONAL, 2, true, says(false, null, List.of(), esp(0xb)), proposes());
    assertThat(children(sa)).extracting(ChildSa::end).containsExactly(ChildSa.End.OPEN);
    exchange(sa, INFORMATIONAL, 3, true, says(false, null, List.of(), esp(0xa)), proposes());
    assertThat(children(sa)).extracting(ChildSa::end).containsExactly(ChildSa.End.DELETED);
  }

  /** RFC 7296 sections 1.4.1 and 2.18. */
  @Test
  void childrenGoWithTheirIkeSaAndPassToTheOneThatReplacesIt() {
    IkeSa old = sa();
    exchange(old, IkeTracker.IKE_AUTH, 1, true, proposes(0xa), proposes(0xb));
    IkeSa next = sa();
    old.replacedBy(next);
    exchange(old, INFORMATIONAL, 2, true, says(true, null, List.of()), proposes());
    assertThat(children(old, next)).extracting(ChildSa::end).containsExactly(ChildSa.End.OPEN);
    exchange(next, INFORMATIONAL, 0, true, says(true, null, List.of()), proposes());
    assertThat(children(old, next))
        .extracting(ChildSa::ikeSa, ChildSa::end)
        .containsExactly(tuple(old, ChildSa.End.WITH_IKE_SA));
  }
}
