package org.roamscope.track;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.RecentValues;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.IpScope;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;
import org.roamscope.ike.DecryptedPayloads;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.mobility.AlternateCareOfAddress;
import org.roamscope.mobility.BindingAcknowledgement;
import org.roamscope.mobility.BindingError;
import org.roamscope.mobility.BindingRefreshAdvice;
import org.roamscope.mobility.BindingUpdate;
import org.roamscope.mobility.Dsmip;
import org.roamscope.mobility.Ipv4AddressAcknowledgement;
import org.roamscope.mobility.Ipv4CareOfAddress;
import org.roamscope.mobility.Ipv4HomeAddress;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.mobility.MobilityMessage;
import org.roamscope.mobility.MobilityOption;
import org.roamscope.mobility.NatDetection;
import org.roamscope.mobility.PadOption;
import org.roamscope.mobility.UnknownMobilityMessage;
import org.roamscope.net.UdpHeader;

/** The bridge from dissection to facts; {@link UsualBinding} is the short way. Stateless. */
public final class EventExtractor {
  private static final int NAT_TRAVERSAL_PORT = 4500;

  /** RFC 4285 section 5. */
  private static final int AUTHENTICATION_OPTION = 9;

  private static final RecentValues<Path> PATHS = new RecentValues<>(1 << 16);
  private static final RecentValues<Event.UpdateTerms> ASKED = new RecentValues<>(1 << 14);
  private static final RecentValues<Event.AnswerTerms> GRANTED = new RecentValues<>(1 << 14);

  private EventExtractor() {}

  /** The fact that a frame shows, if it shows one that the trackers know. */
  public static Optional<Event> extract(At at, Dissection dissection) {
    if (dissection.scopes().isEmpty() || dissection.elements().isEmpty()) {
      return Optional.empty();
    }
    Element last = dissection.elements().getLast();
    if (last instanceof MobilityHeader header) {
      return mobility(at, dissection, header);
    }
    Optional<IkeMessage> ike = dissection.first(IkeMessage.class);
    if (ike.isPresent()) {
      int version = ike.get().majorVersion();
      return version == 1 || version == 2
          ? Optional.of(ike(at, dissection, ike.get()))
          : Optional.empty();
    }
    Optional<EspHeader> esp = dissection.first(EspHeader.class);
    return esp.isPresent() && !dissection.protectedByEsp()
        ? opaque(at, dissection, esp.get())
        : Optional.empty();
  }

  /** True when the frame holds a Mobility Header or an IKE message, readable or not. */
  public static boolean signalling(Dissection dissection) {
    return message(dissection) != null;
  }

  private static Fault.@Nullable Message message(Dissection dissection) {
    if (dissection.first(MobilityHeader.class).isPresent()) {
      return Fault.Message.MOBILITY;
    }
    return dissection.first(IkeMessage.class).isPresent() ? Fault.Message.IKE : null;
  }

  /**
   * What is wrong in the signalling message of a frame, the first of each kind. What the capture
   * left out and what this program does not look at is nobody's fault.
   */
  public static List<Fault> faults(At at, Dissection dissection) {
    Fault.Message message = dissection.problems().isEmpty() ? null : message(dissection);
    if (message == null) {
      return List.of();
    }
    Map<ProblemKind, Fault> faults = new EnumMap<>(ProblemKind.class);
    for (Problem problem : dissection.problems()) {
      boolean mine =
          switch (problem.kind()) {
            case CUT_BY_CAPTURE, LIMIT -> false;
            case LENGTH, VALUE, RESERVED, CHECKSUM, ORDER, DUPLICATE ->
                switch (message) {
                  case MOBILITY -> problem.field().contains("mip6");
                  case IKE -> problem.field().contains("isakmp");
                };
          };
      if (mine) {
        faults.putIfAbsent(
            problem.kind(),
            new Fault(at, message, problem.kind(), problem.field(), problem.text()));
      }
    }
    return List.copyOf(faults.values());
  }

  /**
   * The place from which a packet of a user comes, if it is one: something other than signalling
   * inside a tunnel or ESP.
   */
  public static Optional<Activity.Place> user(Dissection dissection) {
    if (dissection.scopes().isEmpty()
        || dissection.scopes().size() < 2 && dissection.first(EspHeader.class).isEmpty()) {
      return Optional.empty();
    }
    Path path = path(dissection);
    return Optional.of(new Activity.Place(path.source(), path.sourcePort()));
  }

  /** The end of a tunnel over UDP and IPv4 from which a packet comes, a keepalive too. */
  public static Optional<Activity.Place> tunnelEnd(Dissection dissection) {
    if (dissection.scopes().isEmpty() || !dissection.scopes().getFirst().source().v4()) {
      return Optional.empty();
    }
    UdpHeader udp = dissection.scopes().getFirst().udp();
    return udp != null && (udp.uses(Dsmip.PORT) || udp.uses(NAT_TRAVERSAL_PORT))
        ? Optional.of(new Activity.Place(dissection.scopes().getFirst().source(), udp.sourcePort()))
        : Optional.empty();
  }

  static Path same(Path path) {
    return PATHS.same(path);
  }

  static Event.UpdateTerms same(Event.UpdateTerms terms) {
    return ASKED.same(terms);
  }

  static Event.AnswerTerms same(Event.AnswerTerms terms) {
    return GRANTED.same(terms);
  }

  private static Path path(Dissection dissection) {
    IpScope outer = dissection.scopes().getFirst();
    UdpHeader udp = outer.udp();
    return same(
        new Path(
            outer.source(),
            udp == null ? 0 : udp.sourcePort(),
            outer.destination(),
            udp == null ? 0 : udp.destinationPort()));
  }

  /** How the message travels; {@code home} for plain IPv6 without anything that shows mobility. */
  private static Access access(Dissection dissection, boolean home) {
    IpScope outer = dissection.scopes().getFirst();
    UdpHeader udp = outer.udp();
    boolean tunnelled = dissection.scopes().size() > 1;
    if (tunnelled && udp != null && (udp.uses(Dsmip.PORT) || udp.uses(NAT_TRAVERSAL_PORT))) {
      return outer.source().v4() ? Access.UDP_IPV4 : Access.UDP_IPV6;
    }
    if (outer.source().v4()) {
      return Access.IPV4;
    }
    return home ? Access.HOME : Access.IPV6;
  }

  private static Optional<Event> mobility(At at, Dissection dissection, MobilityHeader header) {
    IpScope inner = dissection.scopes().getLast();
    IpAddress source = inner.effectiveSource();
    IpAddress destination = inner.effectiveDestination();
    MobilityMessage message = header.message();
    boolean tooShort = message instanceof UnknownMobilityMessage unknown && unknown.type() <= 7;
    if (header.checksum() == ChecksumStatus.BAD || tooShort || !header.lengthFits()) {
      IpAddress home = header.type() == 6 ? destination : source;
      String what =
          tooShort
              ? "too short for its type"
              : header.lengthFits() ? "bad checksum" : "longer than its packet";
      return Optional.of(new Event.MalformedMobility(at, home, what));
    }
    return Optional.of(
        switch (message) {
          case BindingUpdate update -> update(at, dissection, inner, update);
          case BindingAcknowledgement answer -> answer(at, dissection, inner, answer);
          case BindingError error ->
              new Event.BindingError(at, path(dissection), error.status(), error.homeAddress());
          default -> new Event.OtherMobility(at, header.type(), source, destination);
        });
  }

  private static Event update(At at, Dissection dissection, IpScope inner, BindingUpdate update) {
    Path path = path(dissection);
    IpAddress home = inner.effectiveSource();
    IpAddress ipv4CareOf = null;
    IpAddress ipv4Home = null;
    IpAddress alternate = null;
    Integer ipv4Prefix = null;
    for (MobilityOption option : update.options()) {
      if (option instanceof Ipv4CareOfAddress careOf && ipv4CareOf == null) {
        ipv4CareOf = careOf.address();
      } else if (option instanceof Ipv4HomeAddress homeV4 && ipv4Home == null) {
        ipv4Home = homeV4.address();
        ipv4Prefix = homeV4.prefixLength();
      } else if (option instanceof AlternateCareOfAddress other && alternate == null) {
        alternate = other.address();
      }
    }
    IpAddress careOf = path.source();
    if (path.source().v4()) {
      careOf = ipv4CareOf == null ? path.source() : ipv4CareOf;
    } else if (alternate != null && !alternate.equals(careOf)) {
      careOf = alternate;
    }
    boolean atHome = inner.homeAddressOption() == null && careOf.equals(home);
    return new Event.BindingUpdate(
        at,
        path,
        home,
        careOf,
        update.sequence(),
        likeness(update.slice().bytes(), 0, update.slice().length()),
        same(
            new Event.UpdateTerms(
                inner.effectiveDestination(),
                access(dissection, atHome),
                inner.homeAddressOption() != null,
                update.lifetimeSeconds(),
                new Event.UpdateFlags(
                    update.acknowledge(),
                    update.homeRegistration(),
                    update.keyManagement(),
                    update.proxy(),
                    update.forceUdp()),
                ipv4CareOf == null && ipv4Home == null
                    ? Event.Ipv4Request.NONE
                    : new Event.Ipv4Request(ipv4CareOf, ipv4Home),
                protection(dissection, update.options()),
                new Event.UpdateOptions(types(update.options()), ipv4Prefix))));
  }

  private static Protection protection(Dissection dissection, List<MobilityOption> options) {
    if (dissection.protectedByIpsec()) {
      return Protection.IPSEC;
    }
    for (MobilityOption option : options) {
      if (option.type() == AUTHENTICATION_OPTION) {
        return Protection.AUTHENTICATION_OPTION;
      }
    }
    return Protection.NONE;
  }

  private static Set<Integer> types(List<MobilityOption> options) {
    Set<Integer> types = new HashSet<>();
    for (MobilityOption option : options) {
      if (!(option instanceof PadOption)) {
        types.add(option.type());
      }
    }
    return types;
  }

  /**
   * Digest without checksum (octets 4 and 5) and sequence number (6 and 7).
   *
   * @param octets where the message stands
   * @param start where it begins
   * @param length octets of it
   */
  static long likeness(byte[] octets, int start, int length) {
    return Slice.digest(octets, start, length, 0xffffffff00000000L);
  }

  private static Event answer(
      At at, Dissection dissection, IpScope inner, BindingAcknowledgement answer) {
    Event.NatDetected nat = null;
    Event.Ipv4Granted ipv4 = null;
    Integer advice = null;
    for (MobilityOption option : answer.options()) {
      if (option instanceof NatDetection detection && nat == null) {
        nat = new Event.NatDetected(detection.force(), detection.refreshSeconds());
      } else if (option instanceof Ipv4AddressAcknowledgement granted && ipv4 == null) {
        ipv4 = new Event.Ipv4Granted(granted.status(), granted.address());
      } else if (option instanceof BindingRefreshAdvice refresh && advice == null) {
        advice = refresh.intervalSeconds();
      }
    }
    return new Event.BindingAcknowledgement(
        at,
        path(dissection),
        inner.effectiveDestination(),
        answer.sequence(),
        same(
            new Event.AnswerTerms(
                inner.effectiveSource(),
                access(dissection, inner.routingHome() == null),
                inner.routingHome() != null,
                answer.status(),
                answer.keyManagement(),
                answer.proxy(),
                answer.lifetimeSeconds(),
                nat,
                ipv4,
                protection(dissection, answer.options()),
                new Event.AnswerOptions(types(answer.options()), advice))));
  }

  private static Event ike(At at, Dissection dissection, IkeMessage message) {
    Optional<List<IkePayload>> opened =
        dissection.first(DecryptedPayloads.class).map(DecryptedPayloads::parts);
    return new Event.Ike(
        at,
        path(dissection),
        message.majorVersion(),
        message.initiatorSpi(),
        message.responderSpi(),
        message.exchangeType(),
        message.messageId(),
        message.fromOriginalInitiator(),
        !message.request(),
        message.encrypted(),
        message.fragment().isPresent(),
        message.claimedLength(),
        message.slice().digest(),
        message.notifyTypes(),
        IkeLifetime.of(message, opened.orElse(List.of())).orElse(null),
        opened.map(IkeContentReader::read).orElse(null));
  }

  /**
   * ESP that may hold signalling: with a Home Address option or Type 2 routing header, inside a
   * DSMIPv6 tunnel, or plain between two IPv6 addresses (then only the trackers know whether one of
   * them is a home address).
   */
  private static Optional<Event> opaque(At at, Dissection dissection, EspHeader esp) {
    IpScope outer = dissection.scopes().getFirst();
    IpScope inner = dissection.scopes().getLast();
    if (inner.source().v4() || inner.udp() != null) {
      return Optional.empty();
    }
    return Optional.of(
        new Event.OpaqueMobility(
            at,
            path(dissection),
            access(dissection, inner.homeAddressOption() == null && inner.routingHome() == null),
            direction(inner, outer.udp()),
            inner.effectiveSource(),
            inner.effectiveDestination(),
            esp.spi(),
            esp.sequence()));
  }

  private static Event.Direction direction(IpScope inner, @Nullable UdpHeader tunnel) {
    if (inner.homeAddressOption() != null) {
      return Event.Direction.TO_HOME_AGENT;
    }
    if (inner.routingHome() != null) {
      return Event.Direction.TO_MOBILE_NODE;
    }
    if (tunnel != null && tunnel.sourcePort() != tunnel.destinationPort()) {
      return tunnel.destinationPort() == Dsmip.PORT
          ? Event.Direction.TO_HOME_AGENT
          : Event.Direction.TO_MOBILE_NODE;
    }
    return Event.Direction.UNKNOWN;
  }
}
