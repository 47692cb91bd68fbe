package org.roamscope.samples.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.roamscope.bytes.Checksum;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.mobility.MobilityLayouts;
import org.roamscope.mobility.OptionLayouts;
import org.roamscope.net.PacketEncoder;

/** Mobility Headers of every type, with options of every type that mostly are as long as may be. */
final class MobilityGenerator {
  private static final int MOBILITY = 135;
  private static final int NO_NEXT_HEADER = 59;

  /** Where the sub-options of an option begin that has them: RFC 5949, 6089, 6757, 7222, 8127. */
  private static final Map<Integer, Integer> LISTS =
      Map.of(37, 4, 45, 8, 52, 2, 53, 6, 58, 8, 62, 2);

  /** Options after which the message ends: whoever counts their length otherwise loses nothing. */
  private static final Set<Integer> LAST = Set.of(21, 60, 61);

  private final Random random;
  private final LayoutFiller filler;
  private final List<Map.Entry<Integer, Layout>> messages;
  private final List<Map.Entry<Integer, Layout>> options;

  MobilityGenerator(Random random, LayoutFiller filler) {
    this.random = random;
    this.filler = filler;
    messages = List.copyOf(new TreeMap<>(MobilityLayouts.messages()).entrySet());
    options = List.copyOf(new TreeMap<>(OptionLayouts.byType()).entrySet());
  }

  /** A header with a right checksum for these addresses. */
  byte[] header(IpAddress source, IpAddress destination) {
    Map.Entry<Integer, Layout> message = messages.get(random.nextInt(messages.size()));
    byte[] body = body(message.getKey(), message.getValue());
    List<byte[]> parts = new ArrayList<>();
    parts.add(body);
    int length = body.length;
    for (int i = random.nextInt(4); i > 0; i--) {
      byte[] option = option();
      if (length + option.length < 1500) {
        parts.add(option);
        length += option.length;
      }
      if (LAST.contains(option[0] & 0xff)) {
        break;
      }
    }
    int pad = (8 - length % 8) % 8;
    parts.add(pad == 1 ? new byte[] {0} : pad == 0 ? new byte[0] : padN(pad));
    byte[] header = PacketEncoder.join(parts.toArray(byte[][]::new));
    header[0] = NO_NEXT_HEADER;
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

  /** A Home Agent Switch has the home agents that it counts, most often. */
  private byte[] body(int type, Layout layout) {
    byte[] body = filler.fill(layout, 8 * random.nextInt(3));
    byte[] whole = body.length < 6 ? new byte[6] : body;
    if (type != 12 || random.nextInt(4) == 0) {
      return whole;
    }
    byte[] agents = new byte[16 * random.nextInt(3)];
    random.nextBytes(agents);
    whole[6] = (byte) (agents.length / 16);
    return PacketEncoder.join(whole, agents);
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
    boolean anyLength = random.nextInt(8) == 0;
    byte[] octets = fill(type, option.getValue());
    for (int i = 0; i < 40 && !anyLength && !OptionLayouts.fits(type, octets.length - 2); i++) {
      octets = fill(type, option.getValue());
    }
    octets[0] = (byte) type;
    octets[1] =
        (byte)
            switch (type) {
              case 21 -> Math.max(0, octets.length - 6);
              case 60, 61 -> (octets.length - 4) / 4;
              default -> octets.length - 2;
            };
    return octets;
  }

  private byte[] fill(int type, Layout layout) {
    byte[] octets = filler.fill(layout, random.nextInt(24));
    byte[] sized = octets.length < 2 ? new byte[2] : octets;
    int list = LISTS.getOrDefault(type, 0);
    if (list == 0 || sized.length < list) {
      return sized;
    }
    List<byte[]> parts = new ArrayList<>();
    parts.add(Arrays.copyOf(sized, list));
    for (int i = random.nextInt(4); i > 0; i--) {
      byte[] inside = new byte[2 + SIZES.get(random.nextInt(SIZES.size()))];
      random.nextBytes(inside);
      inside[0] = (byte) (1 + random.nextInt(10));
      inside[1] = (byte) (inside.length - 2);
      parts.add(inside);
    }
    return PacketEncoder.join(parts.toArray(byte[][]::new));
  }

  private static final List<Integer> SIZES = List.of(1, 2, 4, 6, 8, 12, 16);
}
