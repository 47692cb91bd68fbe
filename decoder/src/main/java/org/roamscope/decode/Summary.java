package org.roamscope.decode;

import java.util.List;
import java.util.Locale;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.IpScope;
import org.roamscope.field.Element;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;
import org.roamscope.field.ProblemKind;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ipsec.AhHeader;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.ipsec.NatKeepalive;
import org.roamscope.mobility.Dsmip;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.net.EthernetHeader;
import org.roamscope.net.UdpHeader;

/**
 * A frame in one line, as Wireshark's packet list has it.
 *
 * @param source address the signalling comes from: on the wire, so that a home address never hides
 *     the care-of address
 * @param destination address it goes to
 * @param protocol innermost protocol that was understood
 * @param info what the frame says
 */
public record Summary(String source, String destination, String protocol, String info) {
  private static final int NAT_TRAVERSAL_PORT = 4500;

  /** Sums a frame up. */
  public static Summary of(Dissection dissection) {
    String source = "";
    String destination = "";
    if (!dissection.scopes().isEmpty()) {
      IpScope scope = signallingScope(dissection.scopes());
      source = scope.source().toString();
      destination = scope.destination().toString();
    } else if (dissection.first(EthernetHeader.class).isPresent()) {
      Slice ethernet = dissection.first(EthernetHeader.class).get().slice();
      destination = Hex.colons(ethernet.bytes(0, 6));
      source = Hex.colons(ethernet.bytes(6, 6));
    }
    String protocol = "";
    String info = "";
    for (Element element : dissection.elements()) {
      String name = protocol(element);
      if (!name.isEmpty()) {
        protocol = name;
        info = info(element);
      }
    }
    if (dissection.fragment() != null) {
      info = element(dissection).title() + ", fragment of a datagram";
    }
    if (dissection.problems().stream().anyMatch(problem -> problem.kind() == ProblemKind.LENGTH)) {
      info += " [malformed]";
    }
    return new Summary(source, destination, protocol, info);
  }

  private static Element element(Dissection dissection) {
    Element last = dissection.elements().getFirst();
    for (Element element : dissection.elements()) {
      last = protocol(element).isEmpty() ? last : element;
    }
    return last;
  }

  /** The innermost IP header that is not inside a DSMIPv6 or ESP tunnel over UDP. */
  private static IpScope signallingScope(List<IpScope> scopes) {
    int at = scopes.size() - 1;
    while (at > 0 && tunnel(scopes.get(at - 1))) {
      at--;
    }
    return scopes.get(at);
  }

  private static boolean tunnel(IpScope scope) {
    UdpHeader udp = scope.udp();
    return udp != null && (udp.uses(Dsmip.PORT) || udp.uses(NAT_TRAVERSAL_PORT));
  }

  private static String protocol(Element element) {
    return switch (element) {
      case MobilityHeader header -> "MIPv6";
      case IkeMessage message -> "ISAKMP";
      case EspHeader esp -> "ESP";
      case AhHeader ah -> "AH";
      case NatKeepalive keepalive -> "UDPENCAP";
      default -> {
        FieldInfo self = element.layout().self();
        yield self == null || self.type() != FieldType.PROTOCOL ? "" : shortName(self.name());
      }
    };
  }

  private static String shortName(String filterName) {
    return switch (filterName) {
      case "ip" -> "IPv4";
      case "ipv6" -> "IPv6";
      case "icmpv6" -> "ICMPv6";
      case "eth" -> "Ethernet";
      case "udpencap" -> "UDPENCAP";
      case "wlan" -> "802.11";
      case "gtp" -> "GTP";
      case "ipv6.hopopts", "ipv6.dstopts", "ipv6.routing", "ipv6.fraghdr", "data" -> "";
      default -> filterName.toUpperCase(Locale.ROOT);
    };
  }

  private static String info(Element element) {
    return switch (element) {
      case MobilityHeader header -> header.message().title();
      case IkeMessage message -> message.info();
      case EspHeader esp -> esp.info();
      case UdpHeader udp ->
          udp.sourcePort() + " → " + udp.destinationPort() + " Len=" + (udp.length() - 8);
      default -> element.title();
    };
  }
}
