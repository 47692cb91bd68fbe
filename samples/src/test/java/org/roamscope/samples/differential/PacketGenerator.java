package org.roamscope.samples.differential;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.net.PacketEncoder;

/**
 * Seeded packets made from the layouts: Mobility Headers of every type with options of every type,
 * IKE with payloads of every type, ESP and AH, over IPv6 and IPv4, with extension headers, in
 * fragments, tags and tunnels, whole and damaged. The same seed gives the same packets.
 */
final class PacketGenerator {
  private static final int UDP = 17;
  private static final int ESP = 50;
  private static final int AH = 51;
  private static final int DESTINATION_OPTIONS = 60;
  private static final int ROUTING = 43;
  private static final int MOBILITY = 135;

  private final Random random;
  private final LayoutFiller filler;
  private final IkeGenerator ike;
  private final Addresses addresses;
  private final CarrierGenerator carriers;
  private final ChainGenerator chains;
  private final MobilityGenerator mobility;

  /** Frames that follow the one before: second fragments. */
  private final Deque<byte[]> waiting = new ArrayDeque<>();

  PacketGenerator(long seed) {
    random = new Random(seed);
    filler = new LayoutFiller(random);
    ike = new IkeGenerator(random);
    addresses = new Addresses(random);
    carriers = new CarrierGenerator(random, addresses);
    chains = new ChainGenerator(random);
    mobility = new MobilityGenerator(random, filler);
  }

  /**
   * The next Ethernet frame, claiming its length on the wire: seven of ten are as the layouts say,
   * the others are damaged.
   */
  Slice next() {
    if (!waiting.isEmpty()) {
      return Slice.of(waiting.remove());
    }
    byte[] frame = frame();
    if (!waiting.isEmpty()) {
      return Slice.of(frame); // what its other half is must not depend on damage
    }
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
    IpAddress source = addresses.v6();
    IpAddress destination = addresses.v6();
    IpAddress home = addresses.v6();
    int carrier = random.nextInt(4);
    byte[] header =
        mobility.header(carrier == 1 ? home : source, carrier == 2 ? home : destination);
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
    if (random.nextInt(16) > 0) {
      return carriers.frame(chains.extended(packet));
    }
    List<byte[]> fragments = chains.fragments(packet);
    fragments.stream().skip(1).map(carriers::frame).forEach(waiting::add);
    return carriers.frame(fragments.getFirst());
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
    return switch (random.nextInt(8)) {
      case 0, 1 -> udp(4500, esp);
      case 2 -> udp(4500, new byte[] {(byte) 0xff});
      case 3 -> authenticated();
      case 4, 5 -> nullEncrypted();
      default -> carriers.frame(PacketEncoder.ipv6(addresses.v6(), addresses.v6(), ESP, esp));
    };
  }

  private byte[] authenticated() {
    IpAddress source = addresses.v6();
    IpAddress destination = addresses.v6();
    byte[] protection = chains.authentication(MOBILITY);
    return carriers.frame(
        PacketEncoder.ipv6(
            source,
            destination,
            AH,
            PacketEncoder.join(protection, mobility.header(source, destination))));
  }

  private byte[] nullEncrypted() {
    IpAddress source = addresses.v6();
    IpAddress destination = addresses.v6();
    byte[] esp =
        PacketEncoder.espNull(
            1 + random.nextInt(1 << 20),
            random.nextInt(1000),
            MOBILITY,
            mobility.header(source, destination),
            12);
    return carriers.frame(PacketEncoder.ipv6(source, destination, ESP, esp));
  }

  private byte[] udp(int port, byte[] payload) {
    if (random.nextInt(3) == 0) {
      IpAddress source = addresses.v4();
      IpAddress destination = addresses.v4();
      byte[] udp = PacketEncoder.udp(source, port, destination, port, payload);
      return carriers.frame(
          chains.withOptions(
              PacketEncoder.ipv4(source, destination, UDP, random.nextInt(65536), udp)));
    }
    IpAddress source = addresses.v6();
    IpAddress destination = addresses.v6();
    byte[] udp = PacketEncoder.udp(source, port, destination, port, payload);
    return carriers.frame(PacketEncoder.ipv6(source, destination, UDP, udp));
  }
}
