package org.roamscope.dissect;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.mobility.Dsmip;
import org.roamscope.net.GtpHeader;
import org.roamscope.net.UdpHeader;
import org.roamscope.net.VxlanHeader;

/**
 * What the user knows better than the registries: how to read UDP ports, EtherTypes and IP protocol
 * numbers. What a map lacks is read by its registered meaning.
 *
 * @param udpPorts what a UDP port holds
 * @param etherTypes the EtherType to read another one as
 * @param protocols the IP protocol number to read another one as
 */
public record DecodeAs(
    Map<Integer, Datagram> udpPorts,
    Map<Integer, Integer> etherTypes,
    Map<Integer, Integer> protocols) {
  /** What a UDP datagram can hold. */
  public enum Datagram {
    /** IKE, without the non-ESP marker (port 500). */
    IKE,
    /** ESP, IKE behind the non-ESP marker, keepalives (port 4500, RFC 3948). */
    NAT_TRAVERSAL,
    /** DSMIPv6 (port 4191, RFC 5555). */
    DSMIP,
    /** GTP-U (port 2152, 3GPP TS 29.281). */
    GTP,
    /** MPLS in UDP (port 6635, RFC 7510). */
    MPLS,
    /** GRE in UDP (port 4754, RFC 8086). */
    GRE,
    /** An Ethernet frame behind a VXLAN header (port 4789, RFC 7348). */
    VXLAN
  }

  /** Everything by its registered meaning. */
  public static final DecodeAs NONE = new DecodeAs(Map.of(), Map.of(), Map.of());

  private static final int IKE_PORT = 500;
  private static final int NAT_TRAVERSAL_PORT = 4500;
  private static final int MPLS_PORT = 6635;
  private static final int GRE_PORT = 4754;

  /** Keeps copies. */
  public DecodeAs {
    udpPorts = Map.copyOf(udpPorts);
    etherTypes = Map.copyOf(etherTypes);
    protocols = Map.copyOf(protocols);
  }

  /** What the datagram holds, or null when nothing is known of its ports. */
  @Nullable Datagram datagram(UdpHeader header) {
    return datagram(header.sourcePort(), header.destinationPort());
  }

  /** What a datagram between these ports holds, or null when nothing is known of them. */
  @Nullable Datagram datagram(int source, int destination) {
    if (!udpPorts.isEmpty()) {
      Datagram said = udpPorts.get(source);
      if (said == null) {
        said = udpPorts.get(destination);
      }
      if (said != null) {
        return said;
      }
    }
    if (source == Dsmip.PORT || destination == Dsmip.PORT) {
      return Datagram.DSMIP;
    }
    if (source == NAT_TRAVERSAL_PORT || destination == NAT_TRAVERSAL_PORT) {
      return Datagram.NAT_TRAVERSAL;
    }
    if (source == IKE_PORT || destination == IKE_PORT) {
      return Datagram.IKE;
    }
    if (source == GtpHeader.PORT || destination == GtpHeader.PORT) {
      return Datagram.GTP;
    }
    // Of these only the destination counts: the source is chosen for its entropy.
    return switch (destination) {
      case MPLS_PORT -> Datagram.MPLS;
      case GRE_PORT -> Datagram.GRE;
      case VxlanHeader.PORT -> Datagram.VXLAN;
      default -> null;
    };
  }

  int etherType(int type) {
    return etherTypes.isEmpty() ? type : etherTypes.getOrDefault(type, type);
  }

  int protocol(int number) {
    return protocols.isEmpty() ? number : protocols.getOrDefault(number, number);
  }
}
