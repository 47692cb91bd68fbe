package org.roamscope.samples.differential;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.roamscope.bytes.Checksum;
import org.roamscope.net.PacketEncoder;

/** Extension headers before a payload, options of IPv4, fragments. */
final class ChainGenerator {
  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int AH = 51;
  private static final int DESTINATION_OPTIONS = 60;

  /** Octets of an IPv6 header. */
  private static final int IPV6 = 40;

  private final Random random;

  ChainGenerator(Random random) {
    this.random = random;
  }

  /** An IPv6 packet that has some extension headers more, or the packet itself. */
  byte[] extended(byte[] packet) {
    byte[] longer = packet;
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      longer = extend(longer);
    }
    return longer;
  }

  private byte[] extend(byte[] packet) {
    int next = packet[6] & 0xff;
    return switch (random.nextInt(5)) {
      case 0 -> insert(packet, HOP_BY_HOP, options(next));
      case 1 -> insert(packet, DESTINATION_OPTIONS, options(next));
      case 2 -> insert(packet, AH, authentication(next));
      case 3 -> insert(packet, ROUTING, routing(next));
      default -> insert(packet, FRAGMENT, atomic(next));
    };
  }

  private static byte[] insert(byte[] packet, int type, byte[] header) {
    byte[] longer =
        PacketEncoder.join(
            Arrays.copyOf(packet, IPV6), header, Arrays.copyOfRange(packet, IPV6, packet.length));
    longer[6] = (byte) type;
    int length = longer.length - IPV6;
    longer[4] = (byte) (length >>> 8);
    longer[5] = (byte) length;
    return longer;
  }

  /** Router Alert, Tunnel Encapsulation Limit, Quick-Start, or a type that nobody knows. */
  private byte[] options(int next) {
    byte[] option =
        switch (random.nextInt(4)) {
          case 0 -> new byte[] {5, 2, 0, (byte) random.nextInt(4), 1, 0};
          case 1 -> new byte[] {4, 1, (byte) random.nextInt(8), 1, 1, 0};
          case 2 -> new byte[] {0x3b, 3, 7, 8, 9, 0};
          default -> {
            byte[] start = {0x26, 6, 0, 0, 0, 0, 0, 0, 1, 4, 0, 0, 0, 0};
            start[2] = (byte) random.nextInt(16);
            start[3] = (byte) random.nextInt(256);
            start[5] = (byte) random.nextInt(256);
            yield start;
          }
        };
    return PacketEncoder.join(
        new byte[] {(byte) next, (byte) ((option.length + 2) / 8 - 1)}, option);
  }

  /** A header with a check value of 12 octets. */
  byte[] authentication(int next) {
    byte[] header = new byte[24];
    random.nextBytes(header);
    header[0] = (byte) next;
    header[1] = 4;
    header[2] = 0;
    header[3] = 0;
    return header;
  }

  /** Segment Routing with two addresses, or a type that nobody knows. */
  private byte[] routing(int next) {
    if (random.nextBoolean()) {
      return new byte[] {(byte) next, 0, (byte) 200, 0, 1, 2, 3, 4};
    }
    byte[] header = new byte[40];
    random.nextBytes(header);
    header[0] = (byte) next;
    header[1] = 4;
    header[2] = 4;
    header[3] = 0;
    header[4] = 1;
    header[5] = 0;
    return header;
  }

  /** RFC 6946: a fragment that is the whole packet. */
  private byte[] atomic(int next) {
    return PacketEncoder.join(
        new byte[] {(byte) next, 0, 0, 0}, CarrierGenerator.word32(random.nextInt()));
  }

  /** The packet in two fragments; one that is too short for that stays as it is. */
  List<byte[]> fragments(byte[] packet) {
    int payload = packet.length - IPV6;
    int first = payload / 16 * 8;
    if (first == 0) {
      return List.of(packet);
    }
    byte[] identification = CarrierGenerator.word32(random.nextInt());
    byte[] next = {packet[6], 0};
    byte[] start = Arrays.copyOf(packet, IPV6 + first);
    byte[] end =
        PacketEncoder.join(
            Arrays.copyOf(packet, IPV6), Arrays.copyOfRange(packet, IPV6 + first, packet.length));
    return List.of(
        insert(start, FRAGMENT, PacketEncoder.join(next, new byte[] {0, 1}, identification)),
        insert(
            end, FRAGMENT, PacketEncoder.join(next, CarrierGenerator.word(first), identification)));
  }

  /** An IPv4 packet with options now and then. */
  byte[] withOptions(byte[] packet) {
    byte[] options =
        switch (random.nextInt(8)) {
          case 0 -> new byte[] {(byte) 148, 4, 0, 0};
          case 1 -> new byte[] {7, 11, 8, (byte) 192, 0, 2, 1, 0, 0, 0, 0, 0};
          case 2 -> new byte[] {1, 1, (byte) 136, 4, 0, (byte) random.nextInt(256), 1, 0};
          case 3 -> new byte[] {68, 8, 9, 0, 0, 0, 1, (byte) random.nextInt(256)};
          default -> new byte[0];
        };
    byte[] longer =
        PacketEncoder.join(
            Arrays.copyOf(packet, 20), options, Arrays.copyOfRange(packet, 20, packet.length));
    longer[0] = (byte) (0x45 + options.length / 4);
    longer[2] = (byte) (longer.length >>> 8);
    longer[3] = (byte) longer.length;
    longer[10] = 0;
    longer[11] = 0;
    int sum = new Checksum().add(Arrays.copyOf(longer, 20 + options.length)).value();
    longer[10] = (byte) (sum >>> 8);
    longer[11] = (byte) sum;
    return longer;
  }
}
