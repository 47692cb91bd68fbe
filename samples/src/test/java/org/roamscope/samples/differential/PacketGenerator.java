package org.roamscope.samples.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.roamscope.bytes.Checksum;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.mobility.MobilityLayouts;
import org.roamscope.mobility.OptionLayouts;
import org.roamscope.net.PacketEncoder;

/**
 * Seeded packets made from the layouts: Mobility Headers of every type with options of every type,
 * IKE with payloads of every type, ESP and AH, over IPv6 and IPv4, whole and damaged. The same seed
 * gives the same packets.
 */
final class PacketGenerator {
  private static final int UDP = 17;
  private static final int ESP = 50;
  private static final int AH = 51;
  private static final int DESTINATION_OPTIONS = 60;
  private static final int ROUTING = 43;
  private static final int MOBILITY = 135;
  private static final byte[] MAC_A = {2, 0, 0, 0, 0, 10};
  private static final byte[] MAC_B = {2, 0, 0, 0, 0, 11};

  private final Random random;
  private final LayoutFiller filler;
  private final IkeGenerator ike;
  private final List<Map.Entry<Integer, Layout>> messages;
  private final List<Map.Entry<Integer, Layout>> options;

  PacketGenerator(long seed) {
    random = new Random(seed);
    filler = new LayoutFiller(random);
    ike = new IkeGenerator(random);
    messages = List.copyOf(new TreeMap<>(MobilityLayouts.messages()).entrySet());
    options = List.copyOf(new TreeMap<>(OptionLayouts.byType()).entrySet());
  }

  /**
   * The next Ethernet frame, claiming its length on the wire: seven of ten are as the layouts say,
   * the others are damaged.
   */
  Slice next() {
    byte[] frame = frame();
    return switch (random.nextInt(10)) {
      case 0 -> Slice.of(flipped(frame));
      case 1 -> Slice.of(cut(frame), frame.length);
      case 2 -> Slice.of(cut(frame));
      default -> Slice.of(frame);
    };
  }

  private byte[] cut(byte[] frame) {
    return Arrays.copyOf(frame, 14 + random.nextInt(frame.length - 13));
  }

  private byte[] flipped(byte[] frame) {
    byte[] damaged = frame.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int bit = 14 * 8 + random.nextInt((frame.length - 14) * 8);
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
    }
    return damaged;
  }

  private byte[] frame() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> mobility();
      case 4, 5, 6 -> ike();
      default -> ipsec();
    };
  }

  // ---- mobility ------------------------------------------------------------------------------

  private byte[] mobility() {
    IpAddress source = address();
    IpAddress destination = address();
    IpAddress home = address();
    int carrier = random.nextInt(4);
    byte[] header = mobilityHeader(carrier == 1 ? home : source, carrier == 2 ? home : destination);
    byte[] packet =
        switch (carrier) {
          case 1 ->
              PacketEncoder.ipv6(
                  source,
                  destination,
                  DESTINATION_OPTIONS,
                  PacketEncoder.homeAddress(MOBILITY, home, header));
          case 2 ->
              PacketEncoder.ipv6(
                  source,
                  destination,
                  ROUTING,
                  PacketEncoder.routingHeader(MOBILITY, home, header));
          default -> PacketEncoder.ipv6(source, destination, MOBILITY, header);
        };
    return PacketEncoder.ethernet(MAC_A, MAC_B, packet);
  }

  private byte[] mobilityHeader(IpAddress source, IpAddress destination) {
    Map.Entry<Integer, Layout> message = messages.get(random.nextInt(messages.size()));
    byte[] body = filler.fill(message.getValue(), 8 * random.nextInt(3));
    List<byte[]> parts = new ArrayList<>();
    parts.add(body.length < 6 ? new byte[6] : body);
    int length = parts.getFirst().length;
    for (int i = random.nextInt(4); i > 0; i--) {
      byte[] option = option();
      if (length + option.length < 1500) {
        parts.add(option);
        length += option.length;
      }
    }
    int pad = (8 - length % 8) % 8;
    parts.add(pad == 1 ? new byte[] {0} : pad == 0 ? new byte[0] : padN(pad));
    byte[] header = PacketEncoder.join(parts.toArray(byte[][]::new));
    header[0] = 59;
    header[1] = (byte) (header.length / 8 - 1);
    header[2] = (byte) (int) message.getKey();
    header[3] = 0;
    header[4] = 0;
    header[5] = 0;
    int sum =
        new Checksum()
            .add(source.bytes())
            .add(destination.bytes())
            .addWord(header.length)
            .addWord(MOBILITY)
            .add(header)
            .value();
    header[4] = (byte) (sum >>> 8);
    header[5] = (byte) sum;
    return header;
  }

  private static byte[] padN(int octets) {
    byte[] pad = new byte[octets];
    pad[0] = 1;
    pad[1] = (byte) (octets - 2);
    return pad;
  }

  private byte[] option() {
    Map.Entry<Integer, Layout> option = options.get(random.nextInt(options.size()));
    int type = option.getKey();
    if (type == 0) {
      return new byte[] {0};
    }
    byte[] octets = filler.fill(option.getValue(), random.nextInt(24));
    byte[] sized = octets.length < 2 ? new byte[2] : octets;
    sized[0] = (byte) type;
    sized[1] = (byte) (sized.length - 2);
    return sized;
  }

  // ---- IKE -----------------------------------------------------------------------------------

  private byte[] ike() {
    return udp(500, ike.message());
  }

  // ---- ESP and AH ----------------------------------------------------------------------------

  private byte[] ipsec() {
    byte[] body = new byte[4 * (2 + random.nextInt(30))];
    random.nextBytes(body);
    byte[] esp = PacketEncoder.esp(1 + random.nextInt(1 << 20), random.nextInt(1000), body);
    return switch (random.nextInt(4)) {
      case 0 -> udp(4500, esp);
      case 1 -> {
        byte[] header = new byte[24];
        random.nextBytes(header);
        header[0] = 59;
        header[1] = 4;
        header[2] = 0;
        header[3] = 0;
        yield PacketEncoder.ethernet(
            MAC_A, MAC_B, PacketEncoder.ipv6(address(), address(), AH, header));
      }
      default ->
          PacketEncoder.ethernet(MAC_A, MAC_B, PacketEncoder.ipv6(address(), address(), ESP, esp));
    };
  }

  private byte[] udp(int port, byte[] payload) {
    if (random.nextInt(3) == 0) {
      IpAddress source = IpAddress.parse("192.0.2." + (1 + random.nextInt(200)));
      IpAddress destination = IpAddress.parse("198.51.100." + (1 + random.nextInt(200)));
      byte[] udp = PacketEncoder.udp(source, port, destination, port, payload);
      return PacketEncoder.ethernet(
          MAC_A, MAC_B, PacketEncoder.ipv4(source, destination, UDP, random.nextInt(65536), udp));
    }
    IpAddress source = address();
    IpAddress destination = address();
    byte[] udp = PacketEncoder.udp(source, port, destination, port, payload);
    return PacketEncoder.ethernet(MAC_A, MAC_B, PacketEncoder.ipv6(source, destination, UDP, udp));
  }

  private IpAddress address() {
    return IpAddress.parse(
        "2001:db8:"
            + Integer.toHexString(random.nextInt(4096))
            + "::"
            + Integer.toHexString(1 + random.nextInt(60000)));
  }
}
