package org.roamscope.dissect;

import static org.roamscope.field.ProblemKind.DUPLICATE;
import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.ORDER;
import static org.roamscope.field.ProblemKind.RESERVED;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.HeaderOrder.Header;
import org.roamscope.field.Element;
import org.roamscope.field.Problem;
import org.roamscope.net.ExtensionHeader;
import org.roamscope.net.FragmentHeader;
import org.roamscope.net.HomeAddressOption;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.Ipv6Header;
import org.roamscope.net.Ipv6Option;
import org.roamscope.net.OptionsHeader;
import org.roamscope.net.Pad1Option;
import org.roamscope.net.ReassembledPacket.Family;
import org.roamscope.net.Reassembler;
import org.roamscope.net.Reassembler.Fragment;
import org.roamscope.net.RoutingHeader;
import org.roamscope.net.Type2RoutingHeader;

/** IPv6 extension headers: RFC 8200 section 4, RFC 6275 sections 6.3 and 6.4, RFC 2675. */
final class Extensions {
  /** The smallest length that needs a Jumbo Payload option. */
  private static final long JUMBO = 65_536;

  private Extensions() {}

  /** Octets of an extension header, or -1 when there is no whole one: what is there is added. */
  private static int octets(
      Layers layers, Slice slice, String field, Function<Slice, Element> form) {
    if (layers.missing(slice, 8, field, "The extension header", form)) {
      return -1;
    }
    if (++layers.extensions > Dissector.MAX_EXTENSIONS) {
      layers.limit(slice, field, "More than " + Dissector.MAX_EXTENSIONS + " extension headers");
      return -1;
    }
    int octets = (slice.u8(1) + 1) * 8;
    return layers.missing(slice, octets, field, "The extension header", form) ? -1 : octets;
  }

  static Step options(Layers layers, int number, Slice slice) {
    boolean hopByHop = number == IpProtocol.HOP_BY_HOP;
    String field = hopByHop ? "ipv6.hopopts" : "ipv6.dstopts";
    int octets = octets(layers, slice, field, part -> cutOptions(layers, number, part));
    if (octets < 0) {
      return Step.DONE;
    }
    if (hopByHop) {
      layers.order.next(Header.HOP_BY_HOP, slice, field, layers);
    } else {
      layers.order.destination(slice, layers);
    }
    Slice header = slice.part(0, octets);
    OptionsHeader options =
        layers.add(new OptionsHeader(header, hopByHop, options(layers, header, hopByHop)));
    return new Step.Protocol(options.nextHeader(), slice.from(octets));
  }

  /** Options of a header that is not whole are shown, and say nothing of the packet. */
  private static Element cutOptions(Layers layers, int number, Slice slice) {
    IpScope scope = layers.scope();
    Element header =
        OptionsHeader.cut(slice, number, options(layers, slice, number == IpProtocol.HOP_BY_HOP));
    if (scope != null) {
      layers.replaceScope(scope);
    }
    return header;
  }

  private static List<Element> options(Layers layers, Slice header, boolean hopByHop) {
    List<Element> options = new ArrayList<>();
    int at = 2;
    while (at < header.length()) {
      int type = header.u8(at);
      if (type == 0) {
        options.add(new Pad1Option(header.part(at, 1)));
        at++;
        continue;
      }
      long size = header.holds(at, Ipv6Option.OCTETS) ? 2L + header.u8(at + 1) : 2;
      Slice option = header.part(at, size);
      if (option.truncated()) {
        layers.length(
            header,
            at,
            header.length() - at,
            "ipv6.opt.length",
            size,
            header.length() - at,
            "The IPv6 option");
        if (option.length() >= Ipv6Option.OCTETS) {
          options.add(Ipv6Option.cut(option));
        }
        break;
      }
      options.add(option(layers, option, hopByHop));
      at += option.length();
    }
    return List.copyOf(options);
  }

  private static Element option(Layers layers, Slice slice, boolean hopByHop) {
    int type = slice.u8(0);
    if (type == HomeAddressOption.TYPE_CODE) {
      return homeAddress(layers, slice, hopByHop);
    }
    Ipv6Option option = new Ipv6Option(slice);
    int fixed = Ipv6Option.fixedOctets(type);
    if (fixed > 0 && slice.length() != fixed) {
      size(layers, slice, fixed, "An IPv6 option of type " + type);
    } else if (type == Ipv6Option.JUMBO) {
      jumbo(layers, option, hopByHop);
    } else if (type == Ipv6Option.PAD_N && !zero(slice, Ipv6Option.OCTETS)) {
      layers.problem(
          VALUE,
          slice.span(2, slice.length() - 2),
          "ipv6.opt.padn",
          "The octets of a PadN option are zero (RFC 8200 4.2).");
    }
    return option;
  }

  private static boolean zero(Slice slice, int from) {
    for (int i = from; i < slice.length(); i++) {
      if (slice.u8(i) != 0) {
        return false;
      }
    }
    return true;
  }

  private static void size(Layers layers, Slice option, int octets, String what) {
    layers.problems.add(
        new Problem(
            LENGTH,
            option.span(1, 1),
            "ipv6.opt.length",
            octets,
            option.length(),
            what + " has " + octets + " octets, not " + option.length() + "."));
  }

  /** RFC 2675 sections 2 and 3. */
  private static void jumbo(Layers layers, Ipv6Option option, boolean hopByHop) {
    Slice slice = option.slice();
    if (!hopByHop) {
      layers.problem(
          ORDER,
          slice.span(),
          "ipv6.opt.jumbo",
          "A Jumbo Payload option stands in a Hop-by-Hop Options header (RFC 2675 2).");
    }
    if (option.jumbo() < JUMBO) {
      layers.problem(
          VALUE,
          slice.span(2, 4),
          "ipv6.opt.jumbo",
          "A Jumbo Payload Length is at least 65536, not " + option.jumbo() + " (RFC 2675 3).");
    }
    Ipv6Header header = header(layers);
    if (header == null) {
      return;
    }
    if (header.payloadLength() != 0) {
      layers.problem(
          VALUE,
          slice.span(2, 4),
          "ipv6.opt.jumbo",
          "With a Jumbo Payload option the IPv6 payload length is zero (RFC 2675 3).");
    } else if (layers.network != null) {
      long there = layers.network.claimedLength() - Ipv6Header.OCTETS;
      if (layers.scopes.size() == 1 && option.jumbo() != there) {
        layers.length(
            slice, 2, 4, "ipv6.opt.jumbo", option.jumbo(), there, "The Jumbo Payload Length");
      }
    }
  }

  private static @Nullable Ipv6Header header(Layers layers) {
    for (int i = layers.elements.size() - 1; i >= 0; i--) {
      if (layers.elements.get(i) instanceof Ipv6Header header) {
        return header;
      }
    }
    return null;
  }

  /** RFC 6275 section 6.3: in destination options, at most once for a header; the first counts. */
  private static Element homeAddress(Layers layers, Slice slice, boolean hopByHop) {
    if (slice.length() != HomeAddressOption.OCTETS) {
      size(layers, slice, HomeAddressOption.OCTETS, "The Home Address option");
      return new Ipv6Option(slice);
    }
    HomeAddressOption option = new HomeAddressOption(slice);
    if (hopByHop) {
      layers.problem(
          ORDER,
          slice.span(),
          "ipv6.opt.mipv6.home_address",
          "A Home Address option stands in a Destination Options header (RFC 6275 6.3).");
    }
    layers.order.homeAddress(slice, layers);
    if (option.homeAddress().multicast() || option.homeAddress().unspecified()) {
      layers.problem(
          VALUE,
          slice.span(2, 16),
          "ipv6.opt.mipv6.home_address",
          "A home address is a unicast routable address (RFC 6275 6.3).");
    }
    IpScope scope = layers.scope();
    if (scope == null) {
      return option;
    }
    if (scope.homeAddressOption() != null) {
      layers.problem(
          DUPLICATE,
          slice.span(),
          "ipv6.opt.mipv6.home_address",
          "A second Home Address option for one IPv6 header (RFC 6275 6.3).");
    } else {
      layers.replaceScope(scope.withHome(option.homeAddress()));
    }
    return option;
  }

  static Step routing(Layers layers, Slice slice) {
    int octets =
        octets(layers, slice, "ipv6.routing", part -> RoutingHeader.cut(part, segments(part)));
    if (octets < 0) {
      return Step.DONE;
    }
    Slice header = slice.part(0, octets);
    boolean type2 = header.u8(2) == Type2RoutingHeader.TYPE_2;
    layers.order.routing(type2, slice, layers);
    if (type2 && octets == Type2RoutingHeader.OCTETS) {
      return type2(layers, slice, header);
    }
    if (type2) {
      layers.length(
          header,
          1,
          1,
          "ipv6.routing.len",
          Type2RoutingHeader.OCTETS,
          octets,
          "The Type 2 routing header");
    }
    RoutingHeader routing = layers.add(new RoutingHeader(header, segments(header)));
    route(layers, routing);
    return new Step.Protocol(routing.nextHeader(), slice.from(octets));
  }

  private static Step type2(Layers layers, Slice slice, Slice header) {
    Type2RoutingHeader routing = layers.add(new Type2RoutingHeader(header));
    if (routing.segmentsLeft() != 1) {
      layers.problem(
          VALUE,
          header.span(3, 1),
          "ipv6.routing.segleft",
          "Segments Left of a Type 2 routing header is "
              + routing.segmentsLeft()
              + ", not 1 (RFC 6275 6.4.1).");
    }
    if (routing.reserved() != 0) {
      layers.problem(
          RESERVED,
          header.span(4, 4),
          "ipv6.routing.mipv6.reserved",
          "The reserved field is not zero (RFC 6275 6.4.1).");
    }
    if (routing.homeAddress().multicast() || routing.homeAddress().unspecified()) {
      layers.problem(
          VALUE,
          header.span(8, 16),
          "ipv6.routing.mipv6.home_address",
          "A home address is a unicast routable address (RFC 6275 6.4.1).");
    }
    IpScope scope = layers.scope();
    if (routing.segmentsLeft() > 0 && scope != null) {
      layers.replaceScope(scope.withRoutingHome(routing.homeAddress()));
    }
    return new Step.Protocol(routing.nextHeader(), slice.from(Type2RoutingHeader.OCTETS));
  }

  private static List<RoutingHeader.Segment> segments(Slice header) {
    int type = header.holds(2, 1) ? header.u8(2) : -1;
    if (!RoutingHeader.route(type)) {
      return List.of();
    }
    // TLVs may follow the segments of type 4: its Last Entry says how many there are.
    int most =
        type == RoutingHeader.SEGMENT_ROUTING && header.length() > 4
            ? header.u8(4) + 1
            : header.length();
    List<RoutingHeader.Segment> segments = new ArrayList<>();
    for (int at = RoutingHeader.ROUTE_OCTETS;
        header.holds(at, RoutingHeader.Segment.OCTETS) && segments.size() < most;
        at += RoutingHeader.Segment.OCTETS) {
      segments.add(new RoutingHeader.Segment(header.part(at, RoutingHeader.Segment.OCTETS), type));
    }
    return List.copyOf(segments);
  }

  /** Where the route ends: at its last address, which type 4 lists first. */
  private static void route(Layers layers, RoutingHeader routing) {
    List<RoutingHeader.Segment> segments = routing.parts();
    if (routing.type() == RoutingHeader.SOURCE_ROUTE) {
      layers.problem(
          VALUE,
          routing.slice().span(2, 1),
          "ipv6.routing.type",
          "Type 0 routing headers are not processed any more (RFC 5095 3).");
    }
    if (RoutingHeader.route(routing.type()) && routing.segmentsLeft() > segments.size()) {
      layers.problem(
          VALUE,
          routing.slice().span(3, 1),
          "ipv6.routing.segleft",
          "More segments are left than there are addresses (RFC 8200 4.4).");
    }
    IpScope scope = layers.scope();
    if (routing.segmentsLeft() > 0 && !segments.isEmpty() && scope != null) {
      layers.replaceScope(
          scope.withRouteEnd(
              (routing.type() == RoutingHeader.SOURCE_ROUTE
                      ? segments.getLast()
                      : segments.getFirst())
                  .address()));
    }
  }

  static Step other(Layers layers, Slice slice) {
    int octets = octets(layers, slice, "roam.ipv6.ext", ExtensionHeader::cut);
    if (octets < 0) {
      return Step.DONE;
    }
    ExtensionHeader header = layers.add(new ExtensionHeader(slice.part(0, octets)));
    return new Step.Protocol(header.nextHeader(), slice.from(octets));
  }

  static Step fragment(Layers layers, Slice slice) {
    if (layers.missing(
        slice, FragmentHeader.OCTETS, "ipv6.fraghdr", "The Fragment header", FragmentHeader::cut)) {
      return Step.DONE;
    }
    layers.order.next(Header.FRAGMENT, slice, "ipv6.fraghdr", layers);
    FragmentHeader header = layers.add(new FragmentHeader(slice.part(0, FragmentHeader.OCTETS)));
    if (header.reserved() != 0) {
      layers.problem(
          RESERVED,
          slice.span(1, 3),
          "ipv6.fraghdr.reserved_octet",
          "The reserved bits of the Fragment header are not zero (RFC 8200 4.5).");
    }
    Slice payload = slice.from(FragmentHeader.OCTETS);
    if (header.offset() == 0 && !header.more()) {
      return ++layers.extensions > Dissector.MAX_EXTENSIONS // RFC 6946: an atomic fragment is whole
          ? layers.limit(
              slice, "ipv6.fraghdr", "More than " + Dissector.MAX_EXTENSIONS + " extension headers")
          : new Step.Protocol(header.nextHeader(), payload);
    }
    IpScope scope = layers.scope();
    if (scope == null) {
      return layers.opaque(payload, "Fragment data");
    }
    return Network.fragment(
        layers,
        new Fragment(
            new Reassembler.Key(scope.source(), scope.destination(), -1, header.identification()),
            header.nextHeader(),
            header.offset(),
            header.more(),
            payload),
        Family.IPV6);
  }
}
