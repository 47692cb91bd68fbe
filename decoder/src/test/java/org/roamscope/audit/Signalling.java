package org.roamscope.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Access;
import org.roamscope.track.Activity;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.Path;
import org.roamscope.track.Protection;
import org.roamscope.track.Tracker;

/**
 * Events of one UE or of several in turn, as a capture would show them; IKE messages have 100
 * octets.
 */
final class Signalling {
  static final IpAddress HOME = IpAddress.parse("2001:db8:100::a1");
  static final IpAddress AGENT = IpAddress.parse("2001:db8:100::1");
  private static final IpAddress AGENT_V4 = IpAddress.parse("203.0.113.1");
  private static final IpAddress PRIVATE = IpAddress.parse("192.0.2.10");

  private final List<Event> events = new ArrayList<>();
  private IpAddress home = HOME;
  private final Activity tunnels = new Activity();

  private At at(double seconds) {
    return new At(0, events.size() + 1, (long) (seconds * At.SECOND));
  }

  /** Whose messages the next ones are. */
  void ue(IpAddress homeAddress) {
    home = homeAddress;
  }

  void update(double seconds, IpAddress careOf, int sequence, int lifetime) {
    update(seconds, new Path(careOf, 0, AGENT, 0), Access.IPV6, careOf, sequence, lifetime);
  }

  private void update(
      double seconds, Path path, Access access, IpAddress careOf, int sequence, int lifetime) {
    events.add(
        new Event.BindingUpdate(
            at(seconds),
            path,
            home,
            careOf,
            sequence,
            sequence,
            new Event.UpdateTerms(
                AGENT,
                access,
                true,
                lifetime,
                new Event.UpdateFlags(true, true, true, false, false),
                new Event.Ipv4Request(careOf.v4() ? careOf : null, null),
                Protection.NONE,
                Event.UpdateOptions.NONE)));
  }

  private void answer(
      double seconds,
      Path path,
      Access access,
      int sequence,
      int lifetime,
      Event.@Nullable NatDetected nat) {
    events.add(
        new Event.BindingAcknowledgement(
            at(seconds),
            path,
            home,
            sequence,
            new Event.AnswerTerms(
                AGENT,
                access,
                true,
                0,
                true,
                false,
                lifetime,
                nat,
                null,
                Protection.NONE,
                Event.AnswerOptions.NONE)));
  }

  /** A Binding Update with K and, 20 ms later, its acknowledgement with K. */
  void bind(double seconds, IpAddress careOf, int sequence, int lifetime) {
    update(seconds, careOf, sequence, lifetime);
    answer(seconds + 0.02, new Path(AGENT, 0, careOf, 0), Access.IPV6, sequence, lifetime, null);
  }

  /** The same in UDP over IPv4, behind a NAT. */
  void bindBehindNat(double seconds, IpAddress nat, int port, int sequence, long refresh) {
    Path path = new Path(nat, port, AGENT_V4, 4191);
    tunnels.packet(new Activity.Place(nat, port), (long) (seconds * At.SECOND));
    update(seconds, path, Access.UDP_IPV4, PRIVATE, sequence, 600);
    answer(
        seconds + 0.02,
        new Path(AGENT_V4, 4191, nat, port),
        Access.UDP_IPV4,
        sequence,
        600,
        new Event.NatDetected(true, refresh));
  }

  void ike(double seconds, IpAddress ue, boolean fromUe, long spi, int type, int id, long digest) {
    message(2, seconds, ue, fromUe, spi, type, id, digest);
  }

  void ikeV1(
      double seconds, IpAddress ue, boolean fromUe, long spi, int type, int id, long digest) {
    message(1, seconds, ue, fromUe, spi, type, id, digest);
  }

  private void message(
      int version,
      double seconds,
      IpAddress ue,
      boolean fromUe,
      long spi,
      int type,
      int id,
      long digest) {
    boolean first = events.isEmpty() || type == 34 && fromUe;
    events.add(
        new Event.Ike(
            at(seconds),
            fromUe ? new Path(ue, 500, AGENT, 500) : new Path(AGENT, 500, ue, 500),
            version,
            spi,
            first ? 0 : spi + 1,
            type,
            id,
            fromUe,
            version == 2 && !fromUe,
            type == 35 || type == 37,
            false,
            100,
            digest,
            List.of(),
            null,
            null));
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  Tracker tracker() {
    Tracker tracker = new Tracker(1000, new Activity(), tunnels);
    events.forEach(tracker::accept);
    return tracker;
  }
}
