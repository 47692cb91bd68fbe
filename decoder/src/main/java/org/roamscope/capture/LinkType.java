package org.roamscope.capture;

/** LINKTYPE values of capture files: how a frame's first bytes are to be read. */
public final class LinkType {
  /** BSD loopback: address family in the byte order of the capturing machine. */
  public static final int NULL = 0;

  /** Ethernet II and IEEE 802.3. */
  public static final int ETHERNET = 1;

  /** PPP, with or without address and control octets. */
  public static final int PPP = 9;

  /** Raw IP as most systems number it internally; seen in files that were written wrongly. */
  public static final int DLT_RAW = 12;

  /** Raw IP as OpenBSD numbers it internally. */
  public static final int DLT_RAW_OPENBSD = 14;

  /** PPP in HDLC-like framing. */
  public static final int PPP_HDLC = 50;

  /** PPP over Ethernet, from the PPPoE header. */
  public static final int PPP_ETHER = 51;

  /** Raw IP; the version nibble tells which. */
  public static final int RAW = 101;

  /** Cisco HDLC. */
  public static final int C_HDLC = 104;

  /** IEEE 802.11 without radio information. */
  public static final int IEEE802_11 = 105;

  /** OpenBSD loopback: address family in network byte order. */
  public static final int LOOP = 108;

  /** OpenBSD IPsec pseudo-interface. */
  public static final int ENC = 109;

  /** Linux "any" interface, first form. */
  public static final int LINUX_SLL = 113;

  /** OpenBSD packet filter log. */
  public static final int PFLOG = 117;

  /** IEEE 802.11 behind a radiotap header. */
  public static final int IEEE802_11_RADIOTAP = 127;

  /** Per-Packet Information header. */
  public static final int PPI = 192;

  /** PPP behind an octet of direction. */
  public static final int PPP_WITH_DIR = 204;

  /** Solaris IP observability. */
  public static final int IPNET = 226;

  /** IPv4 and nothing before it. */
  public static final int IPV4 = 228;

  /** IPv6 and nothing before it. */
  public static final int IPV6 = 229;

  /** Linux netfilter log. */
  public static final int NFLOG = 239;

  /** Messages exported from above the link layer, behind tags. */
  public static final int WIRESHARK_UPPER_PDU = 252;

  /** Apple packet tap. */
  public static final int PKTAP = 258;

  /** Linux "any" interface, second form. */
  public static final int LINUX_SLL2 = 276;

  private LinkType() {}

  /** The name without its {@code LINKTYPE_}; {@code LINKTYPE_147} for one not listed here. */
  public static String name(int linkType) {
    return switch (linkType) {
      case NULL -> "NULL";
      case ETHERNET -> "ETHERNET";
      case PPP -> "PPP";
      case DLT_RAW, DLT_RAW_OPENBSD -> "DLT_RAW";
      case PPP_HDLC -> "PPP_HDLC";
      case PPP_ETHER -> "PPP_ETHER";
      case RAW -> "RAW";
      case C_HDLC -> "C_HDLC";
      case IEEE802_11 -> "IEEE802_11";
      case LOOP -> "LOOP";
      case ENC -> "ENC";
      case LINUX_SLL -> "LINUX_SLL";
      case PFLOG -> "PFLOG";
      case IEEE802_11_RADIOTAP -> "IEEE802_11_RADIOTAP";
      case PPI -> "PPI";
      case PPP_WITH_DIR -> "PPP_WITH_DIR";
      case IPNET -> "IPNET";
      case IPV4 -> "IPV4";
      case IPV6 -> "IPV6";
      case NFLOG -> "NFLOG";
      case WIRESHARK_UPPER_PDU -> "WIRESHARK_UPPER_PDU";
      case PKTAP -> "PKTAP";
      case LINUX_SLL2 -> "LINUX_SLL2";
      default -> "LINKTYPE_" + linkType;
    };
  }
}
