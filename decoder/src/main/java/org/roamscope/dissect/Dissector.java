package org.roamscope.dissect;

import static org.roamscope.field.ProblemKind.CHECKSUM;
import static org.roamscope.field.ProblemKind.DUPLICATE;
import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.LIMIT;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Checksum;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Problem;
import org.roamscope.ike.IkeDissection;
import org.roamscope.ike.IkeDissector;
import org.roamscope.ipsec.AhHeader;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.ipsec.NatKeepalive;
import org.roamscope.ipsec.NonEspMarker;
import org.roamscope.ipsec.NullEsp;
import org.roamscope.ipsec.UdpEncapsulation;
import org.roamscope.mobility.Dsmip;
import org.roamscope.mobility.MobilityDissector;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.mobility.TlvHeader;
import org.roamscope.net.EthernetHeader;
import org.roamscope.net.ExtensionHeader;
import org.roamscope.net.FragmentHeader;
import org.roamscope.net.HomeAddressOption;
import org.roamscope.net.IcmpHeader;
import org.roamscope.net.Icmpv6Header;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.Ipv4Header;
import org.roamscope.net.Ipv6Header;
import org.roamscope.net.Ipv6Option;
import org.roamscope.net.LinuxSll;
import org.roamscope.net.LinuxSll2;
import org.roamscope.net.NullHeader;
import org.roamscope.net.Opaque;
import org.roamscope.net.OptionsHeader;
import org.roamscope.net.Pad1Option;
import org.roamscope.net.Reassembler;
import org.roamscope.net.Reassembler.Fragment;
import org.roamscope.net.Reassembler.Reassembled;
import org.roamscope.net.RoutingHeader;
import org.roamscope.net.Type2RoutingHeader;
import org.roamscope.net.UdpHeader;
import org.roamscope.net.VlanTag;

/**
 * Takes a frame apart. Pure: the result depends on the arguments only. Total: every byte sequence
 * gives a result, nothing is thrown, every step goes forward and all nesting is capped.
 */
public final class Dissector {
  /** IP headers within one frame. */
  public static final int MAX_IP_DEPTH = 8;

  /** Extension headers within one frame. */
  public static final int MAX_EXTENSIONS = 64;

  /** VLAN tags within one frame. */
  public static final int MAX_VLAN_TAGS = 8;

  private static final int IKE_PORT = 500;
  private static final int NAT_TRAVERSAL_PORT = 4500;

  /** What comes next, and where. */
  private sealed interface Step {
    record EtherType(int type, Slice slice) implements Step {}

    record Network(Slice slice) implements Step {}

    record Protocol(int number, Slice slice) implements Step {}

    record Done() implements Step {}
  }

  private static final Step DONE = new Step.Done();

  private final List<Element> elements = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<IpScope> scopes = new ArrayList<>();
  private final @Nullable Reassembled whole;
  private @Nullable Slice network;
  private @Nullable Fragment fragment;
  private boolean insideEsp;
  private boolean firstFragmentSeen;
  private int extensions;
  private int tags;

  private Dissector(@Nullable Reassembled whole) {
    this.whole = whole;
  }

  /**
   * Takes a frame apart.
   *
   * @param linkType link-layer type of the capture file (LINKTYPE_ values)
   * @param frame the frame as captured, knowing its length on the wire
   * @param whole the payload that this frame completed, when the forward pass found one
   */
  public static Dissection dissect(int linkType, Slice frame, @Nullable Reassembled whole) {
    Dissector dissector = new Dissector(whole);
    Step step = dissector.link(linkType, frame);
    while (!(step instanceof Step.Done)) {
      step =
          switch (step) {
            case Step.EtherType(int type, Slice slice) -> dissector.etherType(type, slice);
            case Step.Network(Slice slice) -> dissector.network(slice);
            case Step.Protocol(int number, Slice slice) -> dissector.protocol(number, slice);
            case Step.Done done -> done;
          };
    }
    return new Dissection(
        List.copyOf(dissector.elements),
        List.copyOf(dissector.problems),
        List.copyOf(dissector.scopes),
        dissector.network,
        dissector.fragment,
        dissector.insideEsp);
  }

  // ---- link layers ---------------------------------------------------------------------------

  private Step link(int linkType, Slice frame) {
    return switch (linkType) {
      case 1 -> {
        if (missing(frame, EthernetHeader.OCTETS, "eth", "The Ethernet header")) {
          yield DONE;
        }
        EthernetHeader ethernet = add(new EthernetHeader(frame.part(0, EthernetHeader.OCTETS)));
        Slice rest = frame.from(EthernetHeader.OCTETS);
        yield ethernet.type() < 1536
            ? opaque(rest, "IEEE 802.3 payload")
            : new Step.EtherType(ethernet.type(), rest);
      }
      case 113 -> {
        if (missing(frame, LinuxSll.OCTETS, "sll", "The Linux cooked header")) {
          yield DONE;
        }
        LinuxSll cooked = add(new LinuxSll(frame.part(0, LinuxSll.OCTETS)));
        yield new Step.EtherType(cooked.type(), frame.from(LinuxSll.OCTETS));
      }
      case 276 -> {
        if (missing(frame, LinuxSll2.OCTETS, "sll", "The Linux cooked header v2")) {
          yield DONE;
        }
        LinuxSll2 cooked = add(new LinuxSll2(frame.part(0, LinuxSll2.OCTETS)));
        yield new Step.EtherType(cooked.type(), frame.from(LinuxSll2.OCTETS));
      }
      case 0, 108 -> {
        if (missing(frame, NullHeader.OCTETS, "null", "The loopback header")) {
          yield DONE;
        }
        NullHeader loopback = add(new NullHeader(frame.part(0, NullHeader.OCTETS)));
        Slice rest = frame.from(NullHeader.OCTETS);
        yield loopback.v4() || loopback.v6()
            ? new Step.Network(rest)
            : opaque(rest, "Loopback payload of an unknown family");
      }
      case 12, 14, 101, 228, 229 -> new Step.Network(frame);
      default -> opaque(frame, "Link type " + linkType);
    };
  }

  private Step etherType(int type, Slice slice) {
    return switch (type) {
      case 0x0800, 0x86dd -> new Step.Network(slice);
      case 0x8100, 0x88a8, 0x9100 -> {
        if (missing(slice, VlanTag.OCTETS, "vlan", "The VLAN tag")) {
          yield DONE;
        }
        if (++tags > MAX_VLAN_TAGS) {
          yield limit(slice, "vlan", "More than " + MAX_VLAN_TAGS + " VLAN tags");
        }
        VlanTag tag = add(new VlanTag(slice.part(0, VlanTag.OCTETS)));
        yield new Step.EtherType(tag.type(), slice.from(VlanTag.OCTETS));
      }
      default -> opaque(slice, String.format("EtherType 0x%04x", type));
    };
  }

  // ---- IP ------------------------------------------------------------------------------------

  private Step network(Slice slice) {
    if (network == null) {
      network = slice;
    }
    if (scopes.size() == MAX_IP_DEPTH) {
      return limit(slice, "ip", "More than " + MAX_IP_DEPTH + " IP headers in one another");
    }
    if (missing(slice, 1, "ip", "The IP header")) {
      return DONE;
    }
    return switch (slice.u8(0) >> 4) {
      case 4 -> ipv4(slice);
      case 6 -> ipv6(slice);
      default -> {
        problems.add(
            Problem.of(
                VALUE,
                slice.span(0, 1),
                "ip.version",
                "IP version " + (slice.u8(0) >> 4) + " is neither 4 nor 6."));
        yield opaque(slice, "Unknown IP version");
      }
    };
  }

  private Step ipv4(Slice slice) {
    if (missing(slice, Ipv4Header.OCTETS, "ip", "The IPv4 header")) {
      return DONE;
    }
    int octets = (slice.u8(0) & 15) * 4;
    if (octets < Ipv4Header.OCTETS) {
      lengthProblem(slice, 0, 1, "ip.hdr_len", Ipv4Header.OCTETS, octets, "The IPv4 header length");
      return opaque(slice, "IPv4 packet with a bad header length");
    }
    if (missing(slice, octets, "ip", "The IPv4 header")) {
      return DONE;
    }
    Ipv4Header header = add(new Ipv4Header(slice.part(0, octets)));
    if (new Checksum().add(header.slice()).value() != 0 && slice.u16(10) != 0) {
      problems.add(
          Problem.of(
              CHECKSUM,
              slice.span(10, 2),
              "ip.checksum",
              "The IPv4 header checksum does not fit."));
    }
    scopes.add(new IpScope(header.source(), header.destination(), null, null, null, insideEsp));
    // A total length of 0 stands for what segmentation offload will fill in.
    long total = header.totalLength() == 0 ? slice.claimedLength() : header.totalLength();
    if (total < octets || total > slice.claimedLength()) {
      lengthProblem(slice, 2, 2, "ip.len", total, slice.claimedLength(), "The IPv4 total length");
      total = slice.claimedLength();
    }
    Slice payload = slice.part(octets, total - octets);
    if (!header.fragment()) {
      return new Step.Protocol(header.protocol(), payload);
    }
    return fragment(
        new Fragment(
            new Reassembler.Key(
                header.source(), header.destination(), header.protocol(), header.identification()),
            header.protocol(),
            header.fragmentOffset(),
            header.moreFragments(),
            payload));
  }

  private Step ipv6(Slice slice) {
    if (missing(slice, Ipv6Header.OCTETS, "ipv6", "The IPv6 header")) {
      return DONE;
    }
    Ipv6Header header = add(new Ipv6Header(slice.part(0, Ipv6Header.OCTETS)));
    scopes.add(new IpScope(header.source(), header.destination(), null, null, null, insideEsp));
    long there = slice.claimedLength() - Ipv6Header.OCTETS;
    // A payload length of 0 with a payload is a jumbogram or segmentation offload.
    long payload = header.payloadLength() == 0 ? there : header.payloadLength();
    if (payload > there) {
      lengthProblem(slice, 4, 2, "ipv6.plen", payload, there, "The IPv6 payload length");
      payload = there;
    }
    return new Step.Protocol(header.nextHeader(), slice.part(Ipv6Header.OCTETS, payload));
  }

  private Step fragment(Fragment part) {
    if (firstFragmentSeen) {
      return limit(part.octets(), "ip.fragment", "A fragment inside a reassembled fragment");
    }
    firstFragmentSeen = true;
    fragment = part;
    add(new Opaque(part.octets(), "Fragment data"));
    return whole == null ? DONE : new Step.Protocol(whole.nextHeader(), whole.payload());
  }

  // ---- what IP carries -----------------------------------------------------------------------

  private Step protocol(int number, Slice slice) {
    return switch (number) {
      case IpProtocol.HOP_BY_HOP, IpProtocol.DESTINATION -> optionsHeader(number, slice);
      case IpProtocol.ROUTING -> routing(slice);
      case IpProtocol.FRAGMENT -> ipv6Fragment(slice);
      case IpProtocol.IPV4, IpProtocol.IPV6 -> new Step.Network(slice);
      case IpProtocol.UDP -> udp(slice);
      case IpProtocol.ESP -> esp(slice);
      case IpProtocol.AH -> authentication(slice);
      case MobilityHeader.PROTOCOL, MobilityHeader.DRAFT_PROTOCOL -> mobility(slice);
      case IpProtocol.ICMP -> {
        if (!missing(slice, IcmpHeader.OCTETS, "icmp", "The ICMP header")) {
          add(new IcmpHeader(slice));
        }
        yield DONE;
      }
      case IpProtocol.ICMPV6 -> {
        if (!missing(slice, Icmpv6Header.OCTETS, "icmpv6", "The ICMPv6 header")) {
          add(new Icmpv6Header(slice));
        }
        yield DONE;
      }
      case IpProtocol.NONE ->
          slice.length() == 0 ? DONE : opaque(slice, "Octets after no next header");
      default ->
          IpProtocol.otherExtension(number)
              ? otherExtension(slice)
              : opaque(slice, "IP protocol " + number);
    };
  }

  /** Octets of an extension header, or -1 when there is no whole one. */
  private int extensionOctets(Slice slice, String field) {
    if (missing(slice, 8, field, "The extension header")) {
      return -1;
    }
    if (++extensions > MAX_EXTENSIONS) {
      limit(slice, field, "More than " + MAX_EXTENSIONS + " extension headers");
      return -1;
    }
    int octets = (slice.u8(1) + 1) * 8;
    if (!slice.holds(0, octets)) {
      missing(slice, octets, field, "The extension header");
      return -1;
    }
    return octets;
  }

  private Step optionsHeader(int number, Slice slice) {
    boolean hopByHop = number == IpProtocol.HOP_BY_HOP;
    int octets = extensionOctets(slice, hopByHop ? "ipv6.hopopts" : "ipv6.dstopts");
    if (octets < 0) {
      return DONE;
    }
    Slice header = slice.part(0, octets);
    OptionsHeader options = add(new OptionsHeader(header, hopByHop, options(header)));
    return new Step.Protocol(options.nextHeader(), slice.from(octets));
  }

  private List<Element> options(Slice header) {
    List<Element> options = new ArrayList<>();
    int at = 2;
    while (at < header.length()) {
      int type = header.u8(at);
      if (type == 0) {
        options.add(new Pad1Option(header.part(at, 1)));
        at++;
        continue;
      }
      long size = header.holds(at, 2) ? 2L + header.u8(at + 1) : 2;
      Slice option = header.part(at, size);
      if (option.truncated()) {
        lengthProblem(
            header,
            at,
            header.length() - at,
            "ipv6.opt.length",
            size,
            header.length() - at,
            "The IPv6 option");
        options.add(new Opaque(header.from(at), "IPv6 option past the end of its header"));
        break;
      }
      if (type == HomeAddressOption.TYPE_CODE && size == HomeAddressOption.OCTETS) {
        HomeAddressOption home = new HomeAddressOption(option);
        options.add(home);
        homeAddress(home);
      } else {
        if (type == HomeAddressOption.TYPE_CODE) {
          lengthProblem(
              option,
              1,
              1,
              "ipv6.opt.length",
              HomeAddressOption.OCTETS,
              size,
              "The Home Address option");
        }
        options.add(new Ipv6Option(option));
      }
      at += option.length();
    }
    return List.copyOf(options);
  }

  /** RFC 6275 section 6.3: at most once for an IPv6 header; the first counts. */
  private void homeAddress(HomeAddressOption option) {
    if (scopes.isEmpty()) {
      return;
    }
    IpScope scope = scopes.getLast();
    if (scope.homeAddressOption() != null) {
      problems.add(
          Problem.of(
              DUPLICATE,
              option.slice().span(),
              "ipv6.opt.mipv6.home_address",
              "A second Home Address option for one IPv6 header (RFC 6275 6.3)."));
      return;
    }
    replaceScope(
        new IpScope(
            scope.source(),
            scope.destination(),
            option.homeAddress(),
            scope.routingHome(),
            scope.udp(),
            scope.insideEsp()));
  }

  private Step routing(Slice slice) {
    int octets = extensionOctets(slice, "ipv6.routing");
    if (octets < 0) {
      return DONE;
    }
    Slice header = slice.part(0, octets);
    boolean type2 = header.u8(2) == Type2RoutingHeader.TYPE_2;
    if (type2 && octets == Type2RoutingHeader.OCTETS) {
      Type2RoutingHeader routing = add(new Type2RoutingHeader(header));
      if (routing.segmentsLeft() != 1) {
        problems.add(
            Problem.of(
                VALUE,
                header.span(3, 1),
                "ipv6.routing.segleft",
                "Segments Left of a Type 2 routing header is "
                    + routing.segmentsLeft()
                    + ", not 1 (RFC 6275 6.4.1)."));
      }
      if (routing.segmentsLeft() > 0 && !scopes.isEmpty()) {
        IpScope scope = scopes.getLast();
        replaceScope(
            new IpScope(
                scope.source(),
                scope.destination(),
                scope.homeAddressOption(),
                routing.homeAddress(),
                scope.udp(),
                scope.insideEsp()));
      }
      return new Step.Protocol(routing.nextHeader(), slice.from(octets));
    }
    if (type2) {
      lengthProblem(
          header,
          1,
          1,
          "ipv6.routing.len",
          Type2RoutingHeader.OCTETS,
          octets,
          "The Type 2 routing header");
    }
    RoutingHeader routing = add(new RoutingHeader(header));
    return new Step.Protocol(routing.nextHeader(), slice.from(octets));
  }

  private Step otherExtension(Slice slice) {
    int octets = extensionOctets(slice, "roam.ipv6.ext");
    if (octets < 0) {
      return DONE;
    }
    ExtensionHeader header = add(new ExtensionHeader(slice.part(0, octets)));
    return new Step.Protocol(header.nextHeader(), slice.from(octets));
  }

  private Step ipv6Fragment(Slice slice) {
    if (missing(slice, FragmentHeader.OCTETS, "ipv6.fraghdr", "The Fragment header")) {
      return DONE;
    }
    FragmentHeader header = add(new FragmentHeader(slice.part(0, FragmentHeader.OCTETS)));
    Slice payload = slice.from(FragmentHeader.OCTETS);
    if (header.offset() == 0 && !header.more()) {
      return ++extensions > MAX_EXTENSIONS // RFC 6946: an atomic fragment is whole
          ? limit(slice, "ipv6.fraghdr", "More than " + MAX_EXTENSIONS + " extension headers")
          : new Step.Protocol(header.nextHeader(), payload);
    }
    if (scopes.isEmpty()) {
      return opaque(payload, "Fragment data");
    }
    IpScope scope = scopes.getLast();
    return fragment(
        new Fragment(
            new Reassembler.Key(scope.source(), scope.destination(), -1, header.identification()),
            header.nextHeader(),
            header.offset(),
            header.more(),
            payload));
  }

  private Step udp(Slice slice) {
    if (missing(slice, UdpHeader.OCTETS, "udp", "The UDP header")) {
      return DONE;
    }
    UdpHeader header = add(new UdpHeader(slice.part(0, UdpHeader.OCTETS)));
    long length = header.length() == 0 ? slice.claimedLength() : header.length();
    if (length < UdpHeader.OCTETS || length > slice.claimedLength()) {
      lengthProblem(slice, 4, 2, "udp.length", length, slice.claimedLength(), "The UDP length");
      length = slice.claimedLength();
    }
    if (!scopes.isEmpty()) {
      IpScope scope = scopes.getLast();
      replaceScope(
          new IpScope(
              scope.source(),
              scope.destination(),
              scope.homeAddressOption(),
              scope.routingHome(),
              header,
              scope.insideEsp()));
    }
    Slice payload = slice.part(UdpHeader.OCTETS, length - UdpHeader.OCTETS);
    if (header.uses(Dsmip.PORT)) {
      return dsmip(payload);
    }
    if (header.uses(NAT_TRAVERSAL_PORT)) {
      return natTraversal(payload);
    }
    return header.uses(IKE_PORT) ? ike(payload) : opaque(payload, "UDP payload");
  }

  private Step dsmip(Slice payload) {
    return switch (Dsmip.of(payload)) {
      case IPV4, IPV6 -> new Step.Network(payload);
      case KEEPALIVE -> opaque(payload, "DSMIPv6 keepalive");
      case UNKNOWN -> opaque(payload, "Unknown DSMIPv6 payload");
      case TLV -> {
        if (missing(payload, TlvHeader.OCTETS, "roam.tlv", "The TLV header")) {
          yield DONE;
        }
        TlvHeader header = add(new TlvHeader(payload.part(0, TlvHeader.OCTETS)));
        Slice rest = payload.from(TlvHeader.OCTETS);
        if (header.length() != rest.claimedLength()) {
          lengthProblem(
              payload,
              2,
              2,
              "roam.tlv.length",
              header.length(),
              rest.claimedLength(),
              "The TLV header's length (RFC 5845 7.2)");
        }
        yield new Step.Protocol(header.nextHeader(), rest);
      }
    };
  }

  private Step mobility(Slice slice) {
    if (scopes.isEmpty()) {
      return opaque(slice, "Mobility Header without IP");
    }
    IpScope scope = scopes.getLast();
    IpAddress source = scope.effectiveSource();
    MobilityHeader header =
        MobilityDissector.dissect(slice, source, scope.effectiveDestination(), problems);
    if (header != null) {
      add(header);
    }
    return DONE;
  }

  // ---- IPsec and IKE -------------------------------------------------------------------------

  private Step ike(Slice payload) {
    IkeDissection dissection = IkeDissector.dissect(payload);
    problems.addAll(dissection.problems());
    if (dissection.message() == null) {
      return opaque(payload, "Not an IKE message");
    }
    add(dissection.message());
    return DONE;
  }

  private Step natTraversal(Slice payload) {
    return switch (UdpEncapsulation.of(payload)) {
      case KEEPALIVE -> {
        add(new NatKeepalive(payload));
        yield DONE;
      }
      case IKE -> {
        add(new NonEspMarker(payload.part(0, UdpEncapsulation.MARKER_OCTETS)));
        yield ike(payload.from(UdpEncapsulation.MARKER_OCTETS));
      }
      case ESP -> esp(payload);
      case EMPTY, UNKNOWN -> opaque(payload, "Unknown UDP encapsulation");
    };
  }

  /** ESP is opaque unless its encryption is NULL, which the inside has to prove. */
  private Step esp(Slice slice) {
    EspHeader header = EspHeader.read(slice, problems);
    if (header == null) {
      return opaque(slice, "Cut off");
    }
    add(header);
    Optional<NullEsp.Inner> inner =
        scopes.isEmpty() || insideEsp ? Optional.empty() : NullEsp.find(slice, this::proves);
    if (inner.isEmpty()) {
      return DONE;
    }
    insideEsp = true;
    return new Step.Protocol(inner.get().nextHeader(), inner.get().payload());
  }

  /** A Mobility Header as long as its octets with a right checksum: 1 in 65,536 by chance. */
  private boolean proves(int nextHeader, Slice payload) {
    IpScope scope = scopes.getLast();
    if (nextHeader != MobilityHeader.PROTOCOL || scope.source().v4()) {
      return false;
    }
    MobilityHeader header =
        MobilityDissector.dissect(
            payload, scope.effectiveSource(), scope.effectiveDestination(), new ArrayList<>());
    return header != null
        && header.checksum() == ChecksumStatus.GOOD
        && header.slice().length() == payload.length();
  }

  private Step authentication(Slice slice) {
    AhHeader header = AhHeader.read(slice, problems);
    if (header == null || ++extensions > MAX_EXTENSIONS) {
      return opaque(slice, "Cut off");
    }
    add(header);
    return new Step.Protocol(header.nextHeader(), slice.from(header.octets()));
  }

  // ---- small change --------------------------------------------------------------------------

  private <E extends Element> E add(E element) {
    elements.add(element);
    return element;
  }

  private void replaceScope(IpScope scope) {
    scopes.set(scopes.size() - 1, scope);
  }

  private Step opaque(Slice slice, String title) {
    if (slice.claimedLength() > 0) {
      add(new Opaque(slice, title));
    }
    return DONE;
  }

  private Step limit(Slice slice, String field, String what) {
    problems.add(Problem.of(LIMIT, slice.span(), field, what + "; the rest is not looked at."));
    return opaque(slice, "Not looked at");
  }

  /** True, and said, when fewer than {@code octets} are there; what is there stays visible. */
  private boolean missing(Slice slice, int octets, String field, String what) {
    if (slice.holds(0, octets)) {
      return false;
    }
    problems.add(Problem.missing(slice, octets, field, what));
    opaque(slice, "Cut off");
    return true;
  }

  private void lengthProblem(
      Slice slice, int at, int count, String field, long claimed, long there, String what) {
    problems.add(
        new Problem(
            LENGTH,
            slice.span(at, count),
            field,
            claimed,
            there,
            what + " says " + claimed + " octets, it should be at most " + there + "."));
  }
}
