package org.roamscope.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Access;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Observation;
import org.roamscope.track.Path;
import org.roamscope.track.Protection;
import org.roamscope.track.Tracker;

class UnprotectedBindingUpdateTest {
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:100::1");
  private static final IpAddress OTHER_AGENT = IpAddress.parse("2001:db8:200::1");
  private static final IpAddress ONE = IpAddress.parse("2001:db8:100::a1");
  private static final IpAddress TWO = IpAddress.parse("2001:db8:100::a2");

  private final List<Event> events = new ArrayList<>();

  private void bind(
      IpAddress home, IpAddress agent, int sequence, Protection protection, int status) {
    IpAddress careOf = new IpAddress(0x2001_0db8_000a_0000L, home.low() + sequence, false);
    events.add(
        new Event.BindingUpdate(
            new At(0, events.size() + 1, events.size() * At.SECOND),
            new Path(careOf, 0, agent, 0),
            home,
            careOf,
            sequence,
            events.size(),
            new Event.UpdateTerms(
                agent,
                Access.IPV6,
                true,
                600,
                new Event.UpdateFlags(true, true, true, false, false),
                new Event.Ipv4Request(null, null),
                protection,
                Event.UpdateOptions.NONE)));
    events.add(
        new Event.BindingAcknowledgement(
            new At(0, events.size() + 1, events.size() * At.SECOND),
            new Path(agent, 0, careOf, 0),
            home,
            sequence,
            new Event.AnswerTerms(
                agent,
                Access.IPV6,
                true,
                status,
                true,
                false,
                600,
                null,
                null,
                protection,
                Event.AnswerOptions.NONE)));
  }

  private List<Finding> findings() {
    Tracker tracker = new Tracker(1000);
    events.forEach(tracker::accept);
    Observation seen = new Observation(0, events.size() * At.SECOND, true);
    return Audit.of(Correlation.of(tracker, seen), Profile.TS24303).findings().stream()
        .filter(finding -> finding.rule().id().equals("DSM009"))
        .toList();
  }

  @Test
  void oneOfManyInTheClearThatIsAcceptedIsAnError() {
    bind(ONE, AGENT, 1, Protection.IPSEC, 0);
    bind(ONE, AGENT, 2, Protection.NONE, 0);
    assertThat(findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(Severity.ERROR);
          assertThat(finding.primary().at().frame()).isEqualTo(3);
          assertThat(finding.related().getFirst().at().frame()).isEqualTo(1);
          assertThat(finding.ue()).isEqualTo(ONE);
        });
  }

  @Test
  void aHomeAgentThatRefusesItDoesWell() {
    bind(ONE, AGENT, 1, Protection.IPSEC, 0);
    bind(ONE, AGENT, 2, Protection.NONE, 129);
    assertThat(findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void aUeInTheClearBesideProtectedOnesIsAWarning() {
    bind(ONE, AGENT, 1, Protection.IPSEC, 0);
    bind(TWO, AGENT, 1, Protection.NONE, 0);
    assertThat(findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
          assertThat(finding.ue()).isEqualTo(TWO);
        });
  }

  /** RFC 4285: an authentication option does what ESP would. */
  @Test
  void anAuthenticationOptionIsProtection() {
    bind(ONE, AGENT, 1, Protection.IPSEC, 0);
    bind(TWO, AGENT, 1, Protection.AUTHENTICATION_OPTION, 0);
    assertThat(findings()).isEmpty();
  }

  @Test
  void whereNobodyUsesEspNothingShowsThatItIsRequired() {
    bind(ONE, AGENT, 1, Protection.NONE, 0);
    bind(TWO, AGENT, 1, Protection.NONE, 0);
    bind(TWO, OTHER_AGENT, 2, Protection.IPSEC, 0);
    assertThat(findings()).isEmpty();
  }
}
