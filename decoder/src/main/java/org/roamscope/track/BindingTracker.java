package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.field.IpAddress;

/**
 * Follows bindings: pairs acknowledgements with updates, tells retransmissions and duplicates from
 * new requests, keeps what each UE asked for and got.
 */
public final class BindingTracker {
  /** Acknowledgements remembered whose update was not seen. */
  private static final int MAX_STRAYS = 100_000;

  /** Mobile nodes remembered by the address they sent from last: an answer comes soon. */
  private static final int MAX_SENDERS = 1 << 14;

  /** RFC 6275 section 12: INITIAL_BINDACK_TIMEOUT 1 s, doubled each time up to 32 s. */
  private static final long FIRST_TIMEOUT_NANOS = At.SECOND;

  private static final long LAST_TIMEOUT_NANOS = 32 * At.SECOND;

  /**
   * An answer comes at most so long after the last update of its series: numbers come again, and
   * the update that it answers may not have been captured.
   */
  private static final long ANSWER_NANOS = 60 * At.SECOND;

  /** Registrations of a UE looked back through for the one that an acknowledgement answers. */
  private static final int LOOK_BACK = 64;

  private final int capacity;
  private final BoundedMap<Ue.Key, Ue> ues;
  private final BoundedMap<IpAddress, Boolean> homeAgents;
  private final BoundedMap<IpAddress, Ue> lastSender;

  /** By home address, for damaged messages: made when the first one comes. */
  private @Nullable AtHome atHome;

  private final BoundedMap<Ue.Key, Boolean> correspondents;
  private final List<Event.BindingAcknowledgement> strays = new ArrayList<>();
  private final List<Event.BindingUpdate> toCorrespondents = new ArrayList<>();
  private long proxies;

  /**
   * A tracker.
   *
   * @param capacity UEs kept at most
   */
  public BindingTracker(int capacity) {
    this.capacity = capacity;
    ues = new BoundedMap<>(capacity);
    homeAgents = new BoundedMap<>(capacity);
    lastSender = new BoundedMap<>(Math.min(capacity, MAX_SENDERS));
    correspondents = new BoundedMap<>(capacity);
  }

  /** Takes a Binding Update. */
  public void accept(Event.BindingUpdate update) {
    if (update.flags().proxy()) {
      proxies++; // RFC 5213: a mobile access gateway speaks, K has no meaning for the UE
      return;
    }
    if (!update.flags().homeRegistration()) {
      correspondents.put(new Ue.Key(update.homeAddress(), update.homeAgent()), Boolean.TRUE);
      if (toCorrespondents.size() < MAX_STRAYS) {
        toCorrespondents.add(update);
      }
      return;
    }
    Ue.Key key = new Ue.Key(update.homeAddress(), update.homeAgent());
    Ue ue = ues.getOrAdd(key, () -> newcomer(key));
    ue.reaches(update.path().destination());
    lastSender.put(update.path().source(), ue);
    homeAgents.put(update.homeAgent(), Boolean.TRUE);
    homeAgents.put(update.path().destination(), Boolean.TRUE);
    Registration last = ue.count() == 0 ? null : ue.latest(0);
    if (last != null && last.asked(update.sequence()) && last.alike(update)) {
      last.duplicated(update);
    } else if (last != null && retransmission(last, update)) {
      last.retransmitted(update);
    } else {
      ue.add(new Registration(update));
    }
  }

  private Ue newcomer(Ue.Key key) {
    Ue ue = new Ue(key);
    if (atHome != null) {
      atHome.add(ue);
    }
    return ue;
  }

  /**
   * RFC 6275 section 11.8: the same request with a new sequence number while no acknowledgement
   * came. After an accepted one it is a retransmission too when it comes at the time at which the
   * timer fires: then the mobile node did not get the acknowledgement.
   */
  private static boolean retransmission(Registration last, Event.BindingUpdate update) {
    if (!last.alike(update) || !update.path().source().equals(last.lastSource())) {
      return false;
    }
    long gap = update.timeNanos() - last.lastNanos();
    return switch (last.outcome()) {
      case UNANSWERED -> gap <= LAST_TIMEOUT_NANOS + At.SECOND;
      case ACCEPTED -> {
        int doublings = Math.min(5, last.transmissions() - 1);
        long timeout = FIRST_TIMEOUT_NANOS << doublings;
        yield gap >= timeout * 4 / 5 && gap <= 2 * timeout;
      }
      case REFUSED, MALFORMED, UNREADABLE -> false;
    };
  }

  /** Takes a Binding Acknowledgement. */
  public void accept(Event.BindingAcknowledgement answer) {
    if (answer.proxy()) {
      proxies++;
      return;
    }
    Ue ue = ues.get(new Ue.Key(answer.homeAddress(), answer.homeAgent()));
    Registration asked = ue == null ? null : asked(ue, answer);
    if (asked == null && answer.homeAddress().equals(answer.path().destination())) {
      // Without a routing header the destination is the care-of address. In a tunnel it is not, and
      // another UE behind the same NAT is not meant.
      ue = lastSender.get(answer.path().destination());
      asked = ue == null || !ue.homeAgent().equals(answer.homeAgent()) ? null : asked(ue, answer);
    }
    if (asked == null) {
      if (strays.size() < MAX_STRAYS && !toCorrespondent(answer)) {
        strays.add(answer);
      }
      return;
    }
    if (!asked.hasAnswer(answer)) {
      asked.answered(answer);
    }
    if (answer.accepted()) {
      ues.confirm(new Ue.Key(asked.homeAddress(), asked.homeAgent()));
      homeAgents.confirm(answer.homeAgent());
    }
  }

  private boolean toCorrespondent(Event.BindingAcknowledgement answer) {
    return correspondents.get(new Ue.Key(answer.homeAddress(), answer.homeAgent())) != null;
  }

  /**
   * The request with the sequence number of the answer. Status 135 carries the last number accepted
   * instead (RFC 6275 section 9.5.1): it answers the last request without an answer.
   */
  private static @Nullable Registration asked(Ue ue, Event.BindingAcknowledgement answer) {
    boolean outOfWindow = answer.status() == 135;
    for (int back = 0; back < Math.min(ue.count(), LOOK_BACK); back++) {
      Registration registration = ue.latest(back);
      boolean due =
          !registration.opaque()
              && registration.begunNanos() <= answer.timeNanos()
              && answer.timeNanos() - registration.lastNanos() <= ANSWER_NANOS;
      if (due
          && (outOfWindow
              ? !registration.answered()
                  && registration.addresses().contains(answer.path().destination())
              : registration.asked(answer.sequence()))) {
        return registration;
      }
    }
    return null;
  }

  /** Takes something inside ESP that may be signalling. */
  public void accept(Event.OpaqueMobility packet) {
    boolean toAgent =
        switch (packet.direction()) {
          case TO_HOME_AGENT -> true;
          case TO_MOBILE_NODE -> false;
          case UNKNOWN -> homeAgents.get(packet.destination()) != null;
        };
    IpAddress homeAddress = toAgent ? packet.source() : packet.destination();
    IpAddress homeAgent = toAgent ? packet.destination() : packet.source();
    if (!toAgent && homeAgents.get(homeAgent) == null) {
      return;
    }
    Ue.Key key = new Ue.Key(homeAddress, homeAgent);
    Ue ue = ues.get(key);
    if (ue == null) {
      if (packet.direction() != Event.Direction.TO_HOME_AGENT) {
        return;
      }
      ue = newcomer(key);
      ues.put(key, ue);
    }
    IpAddress careOf = toAgent ? packet.path().source() : packet.path().destination();
    var stand =
        new Registration.OpaquePacket(
            packet.at(), packet.path(), packet.access(), careOf, packet.spi());
    Registration last = ue.count() == 0 ? null : ue.latest(0);
    if (toAgent) {
      ue.reaches(packet.path().destination());
      homeAgents.put(homeAgent, Boolean.TRUE);
      homeAgents.put(packet.path().destination(), Boolean.TRUE);
      if (last != null && last.addresses().contains(careOf)) {
        if (last.opaque()) {
          last.opaqueRepeated(stand);
        }
      } else {
        ue.add(new Registration(homeAddress, homeAgent, stand));
      }
    } else if (last != null && last.opaque() && last.addresses().contains(careOf)) {
      last.opaqueAnswered(stand);
      ues.confirm(key);
    }
  }

  /** Takes a damaged message. */
  public void accept(Event.MalformedMobility message) {
    if (atHome == null) {
      atHome = new AtHome(capacity);
      ues.values().forEach(atHome::add);
    }
    for (Ue ue : atHome.of(message.homeAddress())) {
      ue.add(message);
    }
  }

  /** True for an address at which some UE reached its home agent. */
  public boolean homeAgent(IpAddress address) {
    return homeAgents.get(address) != null;
  }

  /** All UEs, ordered by home address, then home agent. */
  public List<Ue> all() {
    return ues.values()
        .sorted(Comparator.comparing(Ue::homeAddress).thenComparing(Ue::homeAgent))
        .toList();
  }

  /** Acknowledgements whose update was not captured. */
  public List<Event.BindingAcknowledgement> strays() {
    return Collections.unmodifiableList(strays);
  }

  /** Updates that are no home registration. */
  public List<Event.BindingUpdate> toCorrespondents() {
    return Collections.unmodifiableList(toCorrespondents);
  }

  /** Proxy registrations seen and left alone. */
  public long proxies() {
    return proxies;
  }

  /** UEs given up because the table was full. */
  public long evictions() {
    return ues.evictions();
  }
}
