package org.roamscope.net;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.roamscope.bytes.Checksum;
import org.roamscope.field.IpAddress;

/**
 * Writes link, network and transport headers around given octets, from the same layouts that the
 * dissector reads: for tests and samples. Lengths and checksums are filled in.
 */
public final class PacketEncoder {
  private static final int HOP_LIMIT = 64;
  private static final int ETHERTYPE_IPV4 = 0x0800;
  private static final int ETHERTYPE_IPV6 = 0x86dd;

  private PacketEncoder() {}

  /** An Ethernet II frame around an IP packet. */
  public static byte[] ethernet(byte[] source, byte[] destination, byte[] packet) {
    int type = packet[0] >> 4 == 4 ? ETHERTYPE_IPV4 : ETHERTYPE_IPV6;
    return join(
        EthernetHeader.WIRE.write(out ->
            out.set(EthernetHeader.DESTINATION, destination)
                .set(EthernetHeader.SOURCE, source)
                .set(EthernetHeader.TYPE, type)),
        packet);
  }

  /** An IPv6 packet. */
  public static byte[] ipv6(
      IpAddress source, IpAddress destination, int nextHeader, byte[] payload) {
    return join(
        Ipv6Header.WIRE.write(out ->
            out.set(Ipv6Header.VERSION, 6)
                .set(Ipv6Header.LENGTH, payload.length)
                .set(Ipv6Header.NEXT_HEADER, nextHeader)
                .set(Ipv6Header.HOP_LIMIT, HOP_LIMIT)
                .set(Ipv6Header.SOURCE, source)
                .set(Ipv6Header.DESTINATION, destination)),
        payload);
  }

  /** An IPv4 packet without options. */
  public static byte[] ipv4(
      IpAddress source, IpAddress destination, int protocol, int identification, byte[] payload) {
    byte[] header =
        Ipv4Header.WIRE.write(out ->
            out.set(Ipv4Header.VERSION, 4)
                .set(Ipv4Header.HEADER_LENGTH, Ipv4Header.OCTETS / 4)
                .set(Ipv4Header.LENGTH, Ipv4Header.OCTETS + payload.length)
                .set(Ipv4Header.IDENTIFICATION, identification)
                .set(Ipv4Header.TTL, HOP_LIMIT)
                .set(Ipv4Header.PROTOCOL, protocol)
                .set(Ipv4Header.SOURCE, source)
                .set(Ipv4Header.DESTINATION, destination));
    put16(header, Ipv4Header.CHECKSUM.bit() / 8, new Checksum().add(header).value());
    return join(header, payload);
  }

  /** A UDP datagram; the addresses go into its checksum. */
  public static byte[] udp(
      IpAddress source,
      int sourcePort,
      IpAddress destination,
      int destinationPort,
      byte[] payload) {
    byte[] datagram =
        join(
            UdpHeader.WIRE.write(out ->
                out.set(UdpHeader.SOURCE_PORT, sourcePort)
                    .set(UdpHeader.DESTINATION_PORT, destinationPort)
                    .set(UdpHeader.LENGTH, UdpHeader.OCTETS + payload.length)),
            payload);
    int checksum = transportChecksum(source, destination, IpProtocol.UDP, datagram);
    put16(datagram, UdpHeader.CHECKSUM.bit() / 8, checksum == 0 ? 0xffff : checksum);
    return datagram;
  }

  /**
   * The checksum of an upper-layer packet whose checksum field is zero: pseudo-header of RFC 8200
   * section 8.1 or RFC 768, then the packet.
   */
  public static int transportChecksum(
      IpAddress source, IpAddress destination, int protocol, byte[] packet) {
    return new Checksum()
        .add(source.bytes())
        .add(destination.bytes())
        .addWord(packet.length)
        .addWord(protocol)
        .add(packet)
        .value();
  }

  /** A Destination Options header with PadN and a Home Address option, RFC 6275 section 6.3. */
  public static byte[] homeAddress(int nextHeader, IpAddress home, byte[] payload) {
    byte[] padding = {1, 2, 0, 0};
    byte[] option =
        HomeAddressOption.WIRE.write(out ->
            out.set(HomeAddressOption.TYPE, HomeAddressOption.TYPE_CODE)
                .set(HomeAddressOption.LENGTH, HomeAddressOption.OCTETS - 2)
                .set(HomeAddressOption.HOME_ADDRESS, home));
    byte[] header =
        OptionsHeader.DESTINATION.write(
            out -> out.set(OptionsHeader.NEXT, nextHeader).set(OptionsHeader.LENGTH, 2));
    return join(header, padding, option, payload);
  }

  /** A Type 2 routing header, RFC 6275 section 6.4.1. */
  public static byte[] routingHeader(int nextHeader, IpAddress home, byte[] payload) {
    byte[] header =
        Type2RoutingHeader.WIRE.write(out ->
            out.set(Type2RoutingHeader.NEXT_HEADER, nextHeader)
                .set(Type2RoutingHeader.LENGTH, 2)
                .set(Type2RoutingHeader.TYPE, Type2RoutingHeader.TYPE_2)
                .set(Type2RoutingHeader.SEGMENTS_LEFT, 1)
                .set(Type2RoutingHeader.HOME_ADDRESS, home));
    return join(header, payload);
  }

  /** An ESP packet: SPI, sequence number and what follows them, RFC 4303 section 2. */
  public static byte[] esp(long spi, long sequence, byte[] body) {
    return ByteBuffer.allocate(8 + body.length)
        .putInt((int) spi)
        .putInt((int) sequence)
        .put(body)
        .array();
  }

  /**
   * An ESP packet with NULL encryption: payload, trailer with padding to 4 octets, and an integrity
   * check value that fits no key.
   */
  public static byte[] espNull(
      long spi, long sequence, int nextHeader, byte[] payload, int icvOctets) {
    int padding = -(payload.length + 2) & 3;
    byte[] trailer = new byte[padding + 2];
    for (int i = 0; i < padding; i++) {
      trailer[i] = (byte) (i + 1);
    }
    trailer[padding] = (byte) padding;
    trailer[padding + 1] = (byte) nextHeader;
    return esp(spi, sequence, join(payload, trailer, opaque(spi << 32 ^ sequence, icvOctets)));
  }

  /** Octets that look like ciphertext; the same for the same seed. */
  public static byte[] opaque(long seed, int octets) {
    byte[] out = new byte[octets];
    new SplittableRandom(seed).nextBytes(out);
    return out;
  }

  /** One after another. */
  public static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      out.put(part);
    }
    return out.array();
  }

  private static void put16(byte[] octets, int at, int value) {
    octets[at] = (byte) (value >>> 8);
    octets[at + 1] = (byte) value;
  }
}
