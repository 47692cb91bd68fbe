package org.roamscope.dissect;

import java.util.List;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.PacketEncoder;

/** Frames that carry the Binding Update of {@link Vectors#V3}, each in another way. */
final class Carriers {
  static final IpAddress NEAR = IpAddress.parse("192.0.2.10");
  static final IpAddress FAR = IpAddress.parse("198.51.100.1");

  private static final String ETHERNET = "020000000002" + "020000000001";
  private static final String UPDATE = Hex.plain(Vectors.V3);
  private static final String SNAP = "aaaa03" + "000000" + "86dd";

  private Carriers() {}

  /**
   * A frame.
   *
   * @param name what carries the update
   * @param linkType LINKTYPE of the frame
   * @param frame the frame
   */
  record Carrier(String name, int linkType, Slice frame) {
    Carrier(String name, int linkType, byte[] octets) {
      this(name, linkType, Slice.of(octets));
    }

    byte[] octets() {
      return frame.bytes();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Carrier ethernet(String name, String afterAddresses) {
    return new Carrier(name, 1, Hex.parse(ETHERNET + afterAddresses + UPDATE));
  }

  private static Carrier raw(String name, int protocol, String head) {
    return new Carrier(
        name, 101, PacketEncoder.ipv4(NEAR, FAR, protocol, 1, Hex.parse(head + UPDATE)));
  }

  private static Carrier udp(String name, int port, String head) {
    byte[] datagram = PacketEncoder.udp(NEAR, port, FAR, port, Hex.parse(head + UPDATE));
    return new Carrier(name, 101, PacketEncoder.ipv4(NEAR, FAR, IpProtocol.UDP, 1, datagram));
  }

  private static Carrier wlan(String name, String header) {
    return new Carrier(name, 105, Hex.parse(header + SNAP + UPDATE));
  }

  /** To DS, QoS with TID 6, sequence number 5. */
  static final Carrier QOS =
      wlan("802.11 QoS", "88012c00" + "020000000001" + ETHERNET + "5000" + "0600");

  /** Downlink PDU session container, QoS flow 9. */
  static final Carrier GTP = udp("GTP-U", 2152, "34ff0040" + "11223344" + "00000085" + "01000900");

  /** Key 0xabc, sequence number 7. */
  static final Carrier GRE = raw("GRE", IpProtocol.GRE, "300086dd" + "00000abc" + "00000007");

  /** Labels 100 (experimental bits 3) and 200 at the bottom. */
  static final Carrier MPLS = ethernet("MPLS", "8847" + "00064640" + "000c8140");

  /** Session 0x11, PPP protocol 0x0057. */
  static final Carrier PPPOE = ethernet("PPPoE", "8864" + "1100" + "0011" + "003a" + "0057");

  /** Service tag with priority 1 and DEI, id 200, around a customer tag with id 100. */
  static final Carrier STACKED = ethernet("802.1ad", "88a8" + "30c8" + "8100" + "0064" + "86dd");

  /** Network 0x123456, group policy 0x11, applied. */
  static final Carrier VXLAN = udp("VXLAN", 4789, "8808" + "0011" + "12345600" + ETHERNET + "86dd");

  static final Carrier LLC = ethernet("802.3 LLC/SNAP", "0040" + SNAP);

  static final List<Carrier> ALL =
      List.of(
          ethernet("Ethernet", "86dd"),
          STACKED,
          LLC,
          MPLS,
          ethernet("pseudowire", "8847" + "00064140" + "00000001" + ETHERNET + "86dd"),
          ethernet("pseudowire without control word", "8847" + "00064140" + ETHERNET + "86dd"),
          ethernet("associated channel", "8847" + "00064140" + "10000057"),
          PPPOE,
          new Carrier("PPP", 9, Hex.parse("ff030057" + UPDATE)),
          new Carrier("PPP without address", 50, Hex.parse("0057" + UPDATE)),
          new Carrier("PPP, short protocol", 50, Hex.parse("57" + UPDATE)),
          new Carrier("PPP over Ethernet", 51, Hex.parse("11000011003a0057" + UPDATE)),
          new Carrier("loopback", 0, Hex.parse("1e000000" + UPDATE)),
          new Carrier(
              "cooked",
              113,
              Hex.parse("0000" + "0001" + "0006" + "0200000000010000" + "86dd" + UPDATE)),
          new Carrier(
              "cooked, second form",
              276,
              Hex.parse("86dd0000" + "00000003" + "0001" + "0006" + "0200000000010000" + UPDATE)),
          raw("6in4", IpProtocol.IPV6, ""),
          GRE,
          raw("GRE with Ethernet", IpProtocol.GRE, "00006558" + ETHERNET + "86dd"),
          raw(
              "ERSPAN II",
              IpProtocol.GRE,
              "100088be" + "00000009" + "1064480500000123" + ETHERNET + "86dd"),
          raw(
              "ERSPAN III",
              IpProtocol.GRE,
              "100022eb" + "00000009" + "206448050102030400078006" + ETHERNET + "86dd"),
          raw("MPLS in IP", IpProtocol.MPLS, "00064140"),
          GTP,
          udp("GTP-U, Ethernet", 2152, "30ff0046" + "11223344" + ETHERNET + "86dd"),
          udp("MPLS in UDP", 6635, "00064140"),
          udp("GRE in UDP", 4754, "000086dd"),
          VXLAN,
          wlan("802.11", "08022c00" + ETHERNET + "0200000000a3" + "2000"),
          QOS,
          wlan(
              "802.11 with four addresses",
              "88032c00" + ETHERNET + "0200000000a3" + "5000" + "0200000000a4" + "0600"),
          wlan(
              "802.11 with HT control",
              "88812c00" + ETHERNET + "0200000000a3" + "5000" + "0600" + "01020304"),
          new Carrier(
              "A-MSDU",
              105,
              Hex.parse(
                  "88012c00"
                      + ETHERNET
                      + "0200000000a3"
                      + "5000"
                      + "8600"
                      + ETHERNET
                      + "0040"
                      + SNAP
                      + UPDATE)),
          new Carrier(
              "radiotap",
              127,
              Hex.parse(
                  "00000900"
                      + "02000000"
                      + "30"
                      + "88012c00"
                      + ETHERNET
                      + "0200000000a3"
                      + "5000"
                      + "0600"
                      + "0000"
                      + SNAP
                      + UPDATE
                      + "01020304")));
}
