package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;

/** Registries of the carriers below signalling. */
public final class NetCodePoints {
  static final Clause GTP = new Clause("3GPP TS 29.281", "5");
  private static final Clause IANA = new Clause("IANA", "");
  private static final Clause IEEE = new Clause("IEEE RA", "EtherType");
  private static final Clause DOT11 = new Clause("IEEE 802.11", "9.2.4.1.3");

  /** EtherTypes. */
  public static final CodePoints ETHER_TYPES =
      CodePoints.of("EtherType")
          .add(0x0800, "IPv4", IEEE)
          .add(0x0806, "ARP", IEEE)
          .add(0x22eb, "ERSPAN Type III", IEEE)
          .add(0x6558, "Transparent Ethernet bridging", IEEE)
          .add(0x8100, "802.1Q Virtual LAN", IEEE)
          .add(0x86dd, "IPv6", IEEE)
          .add(0x880b, "PPP", IEEE)
          .add(0x8847, "MPLS label switched packet", IEEE)
          .add(0x8848, "MPLS multicast label switched packet", IEEE)
          .add(0x8863, "PPPoE Discovery", IEEE)
          .add(0x8864, "PPPoE Session", IEEE)
          .add(0x888e, "802.1X Authentication", IEEE)
          .add(0x88a8, "802.1ad Provider Bridge (Q-in-Q)", IEEE)
          .add(0x88be, "ERSPAN Type II", IEEE)
          .add(0x88cc, "802.1 Link Layer Discovery Protocol (LLDP)", IEEE)
          .add(0x9100, "QinQ: old non-standard 802.1ad", IEEE)
          .build();

  /** IP protocol and next header numbers. */
  public static final CodePoints PROTOCOLS =
      CodePoints.of("IP protocol")
          .add(0, "IPv6 Hop-by-Hop Option", rfc(8200, "4.3"))
          .add(1, "ICMP", rfc(792, ""))
          .add(2, "IGMP", rfc(1112, ""))
          .add(4, "IPIP", rfc(2003, ""))
          .add(6, "TCP", rfc(9293, ""))
          .add(17, "UDP", rfc(768, ""))
          .add(41, "IPv6", rfc(2473, ""))
          .add(43, "Routing Header for IPv6", rfc(8200, "4.4"))
          .add(44, "Fragment Header for IPv6", rfc(8200, "4.5"))
          .add(47, "Generic Routing Encapsulation", rfc(2784, ""))
          .add(50, "Encap Security Payload", rfc(4303, ""))
          .add(51, "Authentication Header", rfc(4302, ""))
          .add(58, "ICMPv6", rfc(4443, ""))
          .add(59, "No Next Header for IPv6", rfc(8200, "4.7"))
          .add(60, "Destination Options for IPv6", rfc(8200, "4.6"))
          .add(89, "OSPF IGP", rfc(2328, ""))
          .add(132, "SCTP", rfc(9260, ""))
          .add(135, "Mobile IPv6", rfc(6275, "6.1"))
          .add(136, "UDP Lite", rfc(3828, ""))
          .add(137, "MPLS-in-IP", rfc(4023, ""))
          .add(139, "Host Identity Protocol", rfc(7401, ""))
          .add(140, "SHIM6 Header", rfc(5533, ""))
          .build();

  /** Differentiated services code points. */
  public static final CodePoints DSCP =
      CodePoints.of("DSCP")
          .add(0, "Default", rfc(2474, "4.1"))
          .add(1, "Lower Effort", rfc(8622, ""))
          .add(8, "Class Selector 1", rfc(2474, "4.2"))
          .add(10, "Assured Forwarding 11", rfc(2597, "6"))
          .add(12, "Assured Forwarding 12", rfc(2597, "6"))
          .add(14, "Assured Forwarding 13", rfc(2597, "6"))
          .add(16, "Class Selector 2", rfc(2474, "4.2"))
          .add(18, "Assured Forwarding 21", rfc(2597, "6"))
          .add(20, "Assured Forwarding 22", rfc(2597, "6"))
          .add(22, "Assured Forwarding 23", rfc(2597, "6"))
          .add(24, "Class Selector 3", rfc(2474, "4.2"))
          .add(26, "Assured Forwarding 31", rfc(2597, "6"))
          .add(28, "Assured Forwarding 32", rfc(2597, "6"))
          .add(30, "Assured Forwarding 33", rfc(2597, "6"))
          .add(32, "Class Selector 4", rfc(2474, "4.2"))
          .add(34, "Assured Forwarding 41", rfc(2597, "6"))
          .add(36, "Assured Forwarding 42", rfc(2597, "6"))
          .add(38, "Assured Forwarding 43", rfc(2597, "6"))
          .add(40, "Class Selector 5", rfc(2474, "4.2"))
          .add(44, "Voice Admit", rfc(5865, ""))
          .add(46, "Expedited Forwarding", rfc(3246, ""))
          .add(48, "Class Selector 6", rfc(2474, "4.2"))
          .add(56, "Class Selector 7", rfc(2474, "4.2"))
          .build();

  /** Explicit congestion notification. */
  public static final CodePoints ECN =
      CodePoints.of("ECN")
          .add(0, "Not ECN-Capable Transport", rfc(3168, "5"))
          .add(1, "ECN-Capable Transport codepoint '01'", rfc(3168, "5"))
          .add(2, "ECN-Capable Transport codepoint '10'", rfc(3168, "5"))
          .add(3, "Congestion Experienced", rfc(3168, "5"))
          .build();

  /** IPv6 option types. */
  public static final CodePoints IPV6_OPTIONS =
      CodePoints.of("IPv6 option type")
          .add(0, "Pad1", rfc(8200, "4.2"))
          .add(1, "PadN", rfc(8200, "4.2"))
          .add(4, "Tunnel Encapsulation Limit", rfc(2473, "4.1.1"))
          .add(5, "Router Alert", rfc(2711, "2.1"))
          .add(0x1e, "Experimental (0x1E)", rfc(4727, "2.3"))
          .add(0x26, "Quick-Start", rfc(4782, "3.1"))
          .add(0x30, "Path MTU Option", rfc(9268, ""))
          .add(0x3e, "Experimental (0x3E)", rfc(4727, "2.3"))
          .add(0x5e, "Experimental (0x5E)", rfc(4727, "2.3"))
          .add(0x7e, "Experimental (0x7E)", rfc(4727, "2.3"))
          .add(0x9e, "Experimental (0x9E)", rfc(4727, "2.3"))
          .add(0xbe, "Experimental (0xBE)", rfc(4727, "2.3"))
          .add(0xc2, "Jumbo Payload", rfc(2675, "2"))
          .add(0xc9, "Home Address", rfc(6275, "6.3"))
          .add(0xde, "Experimental (0xDE)", rfc(4727, "2.3"))
          .add(0xfe, "Experimental (0xFE)", rfc(4727, "2.3"))
          .build();

  /** What a node does with an IPv6 option it does not know. */
  public static final CodePoints OPTION_ACTIONS =
      CodePoints.of("IPv6 option action")
          .add(0, "Skip and continue", rfc(8200, "4.2"))
          .add(1, "Discard", rfc(8200, "4.2"))
          .add(2, "Discard and send ICMP", rfc(8200, "4.2"))
          .add(3, "Discard and send ICMP if not multicast", rfc(8200, "4.2"))
          .build();

  /** Routing header types. */
  public static final CodePoints ROUTING_TYPES =
      CodePoints.of("IPv6 routing type")
          .add(0, "Source Route", rfc(5095, ""))
          .add(1, "Nimrod", IANA)
          .add(2, "Type 2 Routing", rfc(6275, "6.4"))
          .add(3, "RPL Source Route", rfc(6554, ""))
          .add(4, "Segment Routing", rfc(8754, ""))
          .add(253, "Experiment 1", rfc(4727, ""))
          .add(254, "Experiment 2", rfc(4727, ""))
          .build();

  /** Classes of IPv4 options. */
  public static final CodePoints IPV4_OPTION_CLASSES =
      CodePoints.of("IPv4 option class")
          .add(0, "Control", rfc(791, "3.1"))
          .add(1, "Reserved for future use", rfc(791, "3.1"))
          .add(2, "Debugging and measurement", rfc(791, "3.1"))
          .add(3, "Reserved for future use", rfc(791, "3.1"))
          .build();

  /** Numbers of IPv4 options. */
  public static final CodePoints IPV4_OPTION_NUMBERS =
      CodePoints.of("IPv4 option number")
          .add(0, "End of Option List (EOL)", rfc(791, "3.1"))
          .add(1, "No-Operation (NOP)", rfc(791, "3.1"))
          .add(2, "Security", rfc(791, "3.1"))
          .add(3, "Loose source route", rfc(791, "3.1"))
          .add(4, "Time stamp", rfc(791, "3.1"))
          .add(5, "Extended security", rfc(1108, ""))
          .add(6, "Commercial IP security option", IANA)
          .add(7, "Record route", rfc(791, "3.1"))
          .add(8, "Stream identifier", rfc(791, "3.1"))
          .add(9, "Strict source route", rfc(791, "3.1"))
          .add(11, "MTU probe", rfc(1191, ""))
          .add(12, "MTU Reply", rfc(1191, ""))
          .add(18, "Traceroute", rfc(6814, ""))
          .add(20, "Router Alert", rfc(2113, ""))
          .add(25, "Quick-Start", rfc(4782, ""))
          .build();

  /** ICMP types. */
  public static final CodePoints ICMP_TYPES =
      CodePoints.of("ICMP type")
          .add(0, "Echo (ping) reply", rfc(792, ""))
          .add(3, "Destination unreachable", rfc(792, ""))
          .add(4, "Source quench", rfc(6633, ""))
          .add(5, "Redirect", rfc(792, ""))
          .add(8, "Echo (ping) request", rfc(792, ""))
          .add(9, "Router advertisement", rfc(1256, ""))
          .add(10, "Router solicitation", rfc(1256, ""))
          .add(11, "Time-to-live exceeded", rfc(792, ""))
          .add(12, "Parameter problem", rfc(792, ""))
          .add(13, "Timestamp request", rfc(792, ""))
          .add(14, "Timestamp reply", rfc(792, ""))
          .build();

  /** ICMPv6 types. */
  public static final CodePoints ICMPV6_TYPES =
      CodePoints.of("ICMPv6 type")
          .add(1, "Destination Unreachable", rfc(4443, "3.1"))
          .add(2, "Packet Too Big", rfc(4443, "3.2"))
          .add(3, "Time Exceeded", rfc(4443, "3.3"))
          .add(4, "Parameter Problem", rfc(4443, "3.4"))
          .add(128, "Echo (ping) request", rfc(4443, "4.1"))
          .add(129, "Echo (ping) reply", rfc(4443, "4.2"))
          .add(130, "Multicast Listener Query", rfc(2710, "3"))
          .add(131, "Multicast Listener Report", rfc(2710, "3"))
          .add(132, "Multicast Listener Done", rfc(2710, "3"))
          .add(133, "Router Solicitation", rfc(4861, "4.1"))
          .add(134, "Router Advertisement", rfc(4861, "4.2"))
          .add(135, "Neighbor Solicitation", rfc(4861, "4.3"))
          .add(136, "Neighbor Advertisement", rfc(4861, "4.4"))
          .add(137, "Redirect", rfc(4861, "4.5"))
          .add(143, "Multicast Listener Report Message v2", rfc(3810, "5.2"))
          .add(144, "Home Agent Address Discovery Request", rfc(6275, "6.5"))
          .add(145, "Home Agent Address Discovery Reply", rfc(6275, "6.6"))
          .add(146, "Mobile Prefix Solicitation", rfc(6275, "6.7"))
          .add(147, "Mobile Prefix Advertisement", rfc(6275, "6.8"))
          .add(150, "Experimental Mobility", rfc(4065, ""))
          .add(154, "FMIPv6", rfc(5568, ""))
          .build();

  /** PPP protocols. */
  public static final CodePoints PPP_PROTOCOLS =
      CodePoints.of("PPP protocol")
          .add(0x0021, "Internet Protocol version 4", rfc(1332, ""))
          .add(0x0057, "Internet Protocol version 6", rfc(5072, ""))
          .add(0x003d, "PPP Multilink Protocol", rfc(1990, ""))
          .add(0x00fd, "Compressed Datagram", rfc(1962, ""))
          .add(0x0281, "MPLS Unicast", rfc(3032, "4.3"))
          .add(0x0283, "MPLS Multicast", rfc(3032, "4.3"))
          .add(0x8021, "Internet Protocol Control Protocol", rfc(1332, ""))
          .add(0x8057, "IPv6 Control Protocol", rfc(5072, ""))
          .add(0xc021, "Link Control Protocol", rfc(1661, ""))
          .add(0xc023, "Password Authentication Protocol", rfc(1334, ""))
          .add(0xc223, "Challenge Handshake Authentication Protocol", rfc(1994, ""))
          .add(0xc227, "Extensible Authentication Protocol", rfc(3748, ""))
          .build();

  /** PPPoE codes. */
  public static final CodePoints PPPOE_CODES =
      CodePoints.of("PPPoE code")
          .add(0x00, "Session Data", rfc(2516, "4"))
          .add(0x07, "Active Discovery Offer (PADO)", rfc(2516, "5.2"))
          .add(0x09, "Active Discovery Initiation (PADI)", rfc(2516, "5.1"))
          .add(0x0a, "Active Discovery Session-Grant (PADG)", rfc(5578, ""))
          .add(0x0b, "Active Discovery Session-Credit Response (PADC)", rfc(5578, ""))
          .add(0x0c, "Active Discovery Quality (PADQ)", rfc(5578, ""))
          .add(0x19, "Active Discovery Request (PADR)", rfc(2516, "5.3"))
          .add(0x65, "Active Discovery Session-confirmation (PADS)", rfc(2516, "5.4"))
          .add(0xa7, "Active Discovery Terminate (PADT)", rfc(2516, "5.5"))
          .build();

  /** GTP-U messages, 3GPP TS 29.281 clause 6.1. */
  public static final CodePoints GTP_MESSAGES =
      CodePoints.of("GTP-U message type")
          .add(1, "Echo request", GTP)
          .add(2, "Echo response", GTP)
          .add(26, "Error indication", GTP)
          .add(31, "Supported extension header notification", GTP)
          .add(253, "Tunnel status", GTP)
          .add(254, "End Marker", GTP)
          .add(255, "T-PDU", GTP)
          .build();

  /** GTP-U extension headers, 3GPP TS 29.281 clause 5.2.1. */
  public static final CodePoints GTP_EXTENSIONS =
      CodePoints.of("GTP-U extension header type")
          .add(0x00, "No more extension headers", GTP)
          .add(0x03, "Long PDCP PDU Number", GTP)
          .add(0x20, "Service Class Indicator", GTP)
          .add(0x40, "UDP Port number", GTP)
          .add(0x81, "RAN container", GTP)
          .add(0x82, "Long PDCP PDU number", GTP)
          .add(0x83, "Xw RAN container", GTP)
          .add(0x84, "NR RAN container", GTP)
          .add(0x85, "PDU Session container", GTP)
          .add(0xc0, "PDCP PDU number", GTP)
          .build();

  /** Reserved MPLS labels. */
  public static final CodePoints MPLS_LABELS =
      CodePoints.of("MPLS label")
          .add(0, "IPv4 Explicit-Null", rfc(3032, "2.1"))
          .add(1, "Router Alert", rfc(3032, "2.1"))
          .add(2, "IPv6 Explicit-Null", rfc(3032, "2.1"))
          .add(3, "Implicit-Null", rfc(3032, "2.1"))
          .add(7, "Entropy Label Indicator (ELI)", rfc(6790, ""))
          .add(13, "Generic Associated Channel Label (GAL)", rfc(5586, ""))
          .add(14, "OAM Alert", rfc(3429, ""))
          .build();

  /** Direction of a cooked frame. */
  public static final CodePoints COOKED_TYPES =
      CodePoints.of("Linux cooked packet type")
          .add(0, "Unicast to us", IANA)
          .add(1, "Broadcast", IANA)
          .add(2, "Multicast", IANA)
          .add(3, "Unicast to another host", IANA)
          .add(4, "Sent by us", IANA)
          .build();

  /** Types of 802.11 frames. */
  public static final CodePoints WLAN_TYPES =
      CodePoints.of("802.11 frame type")
          .add(0, "Management frame", DOT11)
          .add(1, "Control frame", DOT11)
          .add(2, "Data frame", DOT11)
          .add(3, "Extension frame", DOT11)
          .build();

  private NetCodePoints() {}
}
