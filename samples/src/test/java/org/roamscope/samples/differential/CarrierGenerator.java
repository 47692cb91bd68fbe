package org.roamscope.samples.differential;

import java.util.Random;
import org.roamscope.field.IpAddress;
import org.roamscope.net.PacketEncoder;

/** Puts an IP packet into an Ethernet frame: most often directly, else in tags and tunnels. */
final class CarrierGenerator {
  private static final int GRE = 47;
  private static final int IPV4 = 4;
  private static final int IPV6 = 41;
  private static final int UDP = 17;
  private static final int GTP_PORT = 2152;
  private static final int VXLAN_PORT = 4789;
  private static final int MPLS_PORT = 6635;
  private static final byte[] MAC_A = {2, 0, 0, 0, 0, 10};
  private static final byte[] MAC_B = {2, 0, 0, 0, 0, 11};

  private final Random random;
  private final Addresses addresses;

  /** For the later carriers, so that the packets of a seed stay what they were before these. */
  private final Random later = new Random(4789);

  CarrierGenerator(Random random, Addresses addresses) {
    this.random = random;
    this.addresses = addresses;
  }

  /** The frame. */
  byte[] frame(byte[] packet) {
    return switch (random.nextInt(20)) {
      case 0 -> link(0x8100, PacketEncoder.join(tag(type(packet)), packet));
      case 1 ->
          link(
              0x88a8,
              PacketEncoder.join(tag(0x8100), PacketEncoder.join(tag(type(packet)), packet)));
      case 2 -> link(0x8847, PacketEncoder.join(labels(random), packet));
      case 3 -> link(0x8864, pppoe(packet));
      case 4 -> plain(ipv4(type(packet) == 0x86dd ? IPV6 : IPV4, packet));
      case 5 -> plain(ipv6(type(packet) == 0x86dd ? IPV6 : IPV4, packet));
      case 6 -> plain(ipv4(GRE, PacketEncoder.join(gre(type(packet)), packet)));
      case 7 -> plain(gtp(packet));
      case 8 -> plain(udp(later, flow(), VXLAN_PORT, PacketEncoder.join(vxlan(), plain(packet))));
      case 9 -> plain(udp(later, flow(), MPLS_PORT, PacketEncoder.join(labels(later), packet)));
      default -> plain(packet);
    };
  }

  private static byte[] plain(byte[] packet) {
    return PacketEncoder.ethernet(MAC_A, MAC_B, packet);
  }

  private static byte[] link(int type, byte[] payload) {
    return PacketEncoder.join(MAC_B, MAC_A, word(type), payload);
  }

  private static int type(byte[] packet) {
    return packet[0] >> 4 == 4 ? 0x0800 : 0x86dd;
  }

  private byte[] tag(int type) {
    return PacketEncoder.join(word(random.nextInt(65536)), word(type));
  }

  private static byte[] labels(Random by) {
    byte[] outer = word32(16 + by.nextInt(1 << 19) << 12 | by.nextInt(8) << 9 | 64);
    byte[] inner = word32(16 + by.nextInt(1 << 19) << 12 | by.nextInt(8) << 9 | 0x140);
    return by.nextBoolean() ? inner : PacketEncoder.join(outer, inner);
  }

  private byte[] pppoe(byte[] packet) {
    byte[] ppp = word(type(packet) == 0x0800 ? 0x21 : 0x57);
    return PacketEncoder.join(
        new byte[] {0x11, 0}, word(1 + random.nextInt(1000)), word(packet.length + 2), ppp, packet);
  }

  private byte[] gre(int type) {
    return random.nextBoolean()
        ? PacketEncoder.join(word(0), word(type))
        : PacketEncoder.join(word(0x3000), word(type), word32(random.nextInt()), word32(7));
  }

  private byte[] gtp(byte[] packet) {
    byte[] header =
        PacketEncoder.join(
            new byte[] {0x30, (byte) 0xff}, word(packet.length), word32(random.nextInt()));
    return udp(random, GTP_PORT, GTP_PORT, PacketEncoder.join(header, packet));
  }

  private byte[] vxlan() {
    int flags = 0x0800 | (later.nextInt(4) == 0 ? later.nextInt(65536) : 0);
    return PacketEncoder.join(
        word(flags), word(later.nextInt(65536)), word32(later.nextInt() << 8));
  }

  /** A source port as senders choose it, for its entropy. */
  private int flow() {
    return 49152 + later.nextInt(16384);
  }

  private static byte[] udp(Random by, int from, int to, byte[] payload) {
    var ends = new Addresses(by);
    IpAddress source = ends.v4();
    IpAddress destination = ends.v4();
    return PacketEncoder.ipv4(
        source,
        destination,
        UDP,
        by.nextInt(65536),
        PacketEncoder.udp(source, from, destination, to, payload));
  }

  private byte[] ipv4(int protocol, byte[] payload) {
    return PacketEncoder.ipv4(
        addresses.v4(), addresses.v4(), protocol, random.nextInt(65536), payload);
  }

  private byte[] ipv6(int protocol, byte[] payload) {
    return PacketEncoder.ipv6(addresses.v6(), addresses.v6(), protocol, payload);
  }

  static byte[] word(int value) {
    return new byte[] {(byte) (value >>> 8), (byte) value};
  }

  static byte[] word32(int value) {
    return PacketEncoder.join(word(value >>> 16), word(value));
  }
}
