package org.roamscope.samples.differential;

import java.util.ArrayList;
import java.util.List;

/** Packets of the generator for other tests. */
public final class GeneratedPackets {
  private GeneratedPackets() {}

  /** So many Ethernet frames out of the layouts, some of them damaged. */
  public static List<byte[]> some(long seed, int count) {
    PacketGenerator generator = new PacketGenerator(seed);
    List<byte[]> packets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      packets.add(generator.next().bytes());
    }
    return packets;
  }
}
