package org.roamscope.samples.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.net.PacketEncoder;
import org.roamscope.samples.decrypt.CodeSuite;
import org.roamscope.samples.decrypt.KeyTables;
import org.roamscope.samples.decrypt.KeyTables.Table;
import org.roamscope.samples.decrypt.SealSuite;
import org.roamscope.samples.decrypt.SealSuite.Peer;
import org.roamscope.samples.decrypt.SealedEsp;
import org.roamscope.samples.decrypt.SealedEsp.Sequence;
import org.roamscope.samples.decrypt.SealedIkeV1;
import org.roamscope.samples.decrypt.SealedIkeV2;
import org.roamscope.samples.differential.Sealed.Inside;

/**
 * Seeded encrypted packets: every encryption with every integrity algorithm, in ESP of every form,
 * in SK and SKF payloads of IKEv2 and in IKEv1. Rows of their keys go into tables. The same seed
 * gives the same packets.
 */
final class SealedGenerator {
  private static final int UDP = 17;
  private static final int IPV4 = 4;
  private static final int IPV6 = 41;
  private static final int ESP = 50;
  private static final int ROUTING = 43;
  private static final int DESTINATION_OPTIONS = 60;
  private static final int MOBILITY = 135;
  private static final int IKE_PORT = 500;
  private static final int NAT_PORT = 4500;
  private static final int DSMIP_PORT = 4191;

  private static final int ID_PROTECTION = 2;
  private static final int INFORMATIONAL_V1 = 5;
  private static final int QUICK_MODE = 32;

  private static final byte[] MAC_A = {2, 0, 0, 0, 0, 10};
  private static final byte[] MAC_B = {2, 0, 0, 0, 0, 11};

  /** Where ESP stands, and what is inside. */
  private enum Form {
    TRANSPORT,
    TRANSPORT_HOME_ADDRESS,
    TRANSPORT_ROUTING_HEADER,
    TRANSPORT_IPV4,
    SIX_IN_SIX,
    FOUR_IN_SIX,
    SIX_IN_FOUR,
    FOUR_IN_FOUR,
    NAT_TRANSPORT,
    NAT_SIX,
    NAT_FOUR,
    NAT_OVER_IPV6,
    DSMIP_HOME_ADDRESS,
    DSMIP_TUNNEL
  }

  private final Random random;
  private final Addresses addresses;
  private final MobilityGenerator mobility;
  private final IkeGenerator ike;
  private final Peer peer;
  private final KeyTables tables;
  private final List<Sealed> packets = new ArrayList<>();
  private int spi = 0x1000;

  private SealedGenerator(long seed, Peer peer, KeyTables tables) {
    random = new Random(seed);
    addresses = new Addresses(random);
    mobility = new MobilityGenerator(random, new LayoutFiller(random));
    ike = new IkeGenerator(random);
    this.peer = peer;
    this.tables = tables;
  }

  /**
   * Packets that both programs can open, or those that only ours can.
   *
   * @param tables where the keys go
   * @param rounds packets of each form for each pair of algorithms
   */
  static List<Sealed> packets(long seed, Peer peer, KeyTables tables, int rounds) {
    SealedGenerator generator = new SealedGenerator(seed, peer, tables);
    generator.allEsp(rounds);
    generator.allIkeV2(rounds);
    generator.allIkeV1(rounds);
    return generator.packets;
  }

  private void put(byte[] packet, Optional<byte[]> clear, Inside inside, String what) {
    packets.add(new Sealed(ethernet(packet), clear.map(SealedGenerator::ethernet), inside, what));
  }

  private static Slice ethernet(byte[] packet) {
    return Slice.of(PacketEncoder.ethernet(MAC_A, MAC_B, packet));
  }

  // ---- ESP -----------------------------------------------------------------------------------

  private void allEsp(int rounds) {
    for (SealSuite suite : SealSuite.esp()) {
      for (CodeSuite code : CodeSuite.esp()) {
        boolean both = suite.peer() == Peer.BOTH && (suite.aead() || code.peer() == Peer.BOTH);
        if (suite.aead() && code.icv() > 0) {
          continue; // an AEAD has no other checksum beside its own
        }
        if (both == (peer == Peer.BOTH)) {
          esp(suite, code, Sequence.PLAIN, rounds);
        }
        if (peer == Peer.OURS && (suite.aead() || code.checks())) {
          esp(suite, code, Sequence.EXTENDED, rounds);
        }
      }
    }
  }

  /** One SA for each form, so that addresses of rows tell as much as they can. */
  private void esp(SealSuite suite, CodeSuite code, Sequence kind, int rounds) {
    for (Form form : Form.values()) {
      long first = random.nextInt(1 << 20);
      if (kind == Sequence.EXTENDED) {
        first = random.nextBoolean() ? 0xffff_fffeL : first; // the lower half begins anew
      }
      SealedEsp sa = new SealedEsp(spi++, suite, code, kind, first, random);
      Ends ends = new Ends(addresses);
      boolean over6 = over6(form);
      boolean exact = random.nextBoolean();
      String source = exact ? source(form, ends).toString() : "*";
      String destination = exact ? destination(form, ends).toString() : "*";
      String row = sa.row(over6 ? "IPv6" : "IPv4", source, destination);
      tables.add(Table.ESP, kind == Sequence.EXTENDED ? row + ",\"64-bit\",\"0x0\"" : row);
      String what = suite.name() + ", " + code.name() + ", " + kind + ", " + form;
      for (int i = 0; i < rounds; i++) {
        esp(sa, form, ends, what);
      }
    }
  }

  /** The family of the addresses right before ESP. */
  private static boolean over6(Form form) {
    return switch (form) {
      case TRANSPORT,
          TRANSPORT_HOME_ADDRESS,
          TRANSPORT_ROUTING_HEADER,
          SIX_IN_SIX,
          FOUR_IN_SIX,
          NAT_OVER_IPV6,
          DSMIP_HOME_ADDRESS,
          DSMIP_TUNNEL ->
          true;
      case TRANSPORT_IPV4, SIX_IN_FOUR, FOUR_IN_FOUR, NAT_TRANSPORT, NAT_SIX, NAT_FOUR -> false;
    };
  }

  /** A mobile node's SAs are those of its home address, RFC 4877 section 4. */
  private static IpAddress source(Form form, Ends ends) {
    boolean home = form == Form.TRANSPORT_HOME_ADDRESS || form == Form.DSMIP_HOME_ADDRESS;
    return home ? ends.home : over6(form) ? ends.a6 : ends.a4;
  }

  private static IpAddress destination(Form form, Ends ends) {
    boolean home = form == Form.TRANSPORT_ROUTING_HEADER;
    return home ? ends.home : over6(form) ? ends.b6 : ends.b4;
  }

  /** Addresses of both ends. */
  private record Ends(IpAddress a6, IpAddress b6, IpAddress a4, IpAddress b4, IpAddress home) {
    Ends(Addresses from) {
      this(from.v6(), from.v6(), from.v4(), from.v4(), from.v6());
    }

    byte[] ipv6(int next, byte[] payload) {
      return PacketEncoder.ipv6(a6, b6, next, payload);
    }

    byte[] ipv4(int next, byte[] payload) {
      return PacketEncoder.ipv4(a4, b4, next, 7, payload);
    }

    /** With a Home Address option. */
    byte[] fromHome(int next, byte[] payload) {
      return ipv6(DESTINATION_OPTIONS, PacketEncoder.homeAddress(next, home, payload));
    }

    byte[] nat(byte[] esp) {
      return ipv4(UDP, PacketEncoder.udp(a4, NAT_PORT, b4, NAT_PORT, esp));
    }

    byte[] dsmip(byte[] packet) {
      return ipv4(UDP, PacketEncoder.udp(a4, DSMIP_PORT, b4, DSMIP_PORT, packet));
    }
  }

  private void esp(SealedEsp sa, Form form, Ends ends, String what) {
    switch (form) {
      case TRANSPORT -> {
        byte[] header = mobility.header(ends.a6, ends.b6);
        upper(ends.ipv6(ESP, sa.seal(MOBILITY, header)), ends.ipv6(MOBILITY, header), what);
      }
      case TRANSPORT_HOME_ADDRESS -> {
        byte[] header = mobility.header(ends.home, ends.b6);
        byte[] esp = sa.seal(MOBILITY, header);
        upper(ends.fromHome(ESP, esp), ends.fromHome(MOBILITY, header), what);
      }
      case TRANSPORT_ROUTING_HEADER -> {
        byte[] header = mobility.header(ends.a6, ends.home);
        byte[] esp = PacketEncoder.routingHeader(ESP, ends.home, sa.seal(MOBILITY, header));
        byte[] clear = PacketEncoder.routingHeader(MOBILITY, ends.home, header);
        upper(ends.ipv6(ROUTING, esp), ends.ipv6(ROUTING, clear), what);
      }
      case TRANSPORT_IPV4 -> {
        byte[] udp = udp4(ends);
        upper(ends.ipv4(ESP, sa.seal(UDP, udp)), ends.ipv4(UDP, udp), what);
      }
      case SIX_IN_SIX -> {
        byte[] inner = inner6();
        whole(ends.ipv6(ESP, sa.seal(IPV6, inner)), inner, what);
      }
      case FOUR_IN_SIX -> {
        byte[] inner = inner4();
        whole(ends.ipv6(ESP, sa.seal(IPV4, inner)), inner, what);
      }
      case SIX_IN_FOUR -> {
        byte[] inner = inner6();
        whole(ends.ipv4(ESP, sa.seal(IPV6, inner)), inner, what);
      }
      case FOUR_IN_FOUR -> {
        byte[] inner = inner4();
        whole(ends.ipv4(ESP, sa.seal(IPV4, inner)), inner, what);
      }
      case NAT_TRANSPORT -> {
        byte[] udp = udp4(ends);
        upper(ends.nat(sa.seal(UDP, udp)), ends.ipv4(UDP, udp), what);
      }
      case NAT_SIX -> {
        byte[] inner = inner6();
        whole(ends.nat(sa.seal(IPV6, inner)), inner, what);
      }
      case NAT_FOUR -> {
        byte[] inner = inner4();
        whole(ends.nat(sa.seal(IPV4, inner)), inner, what);
      }
      case NAT_OVER_IPV6 -> {
        byte[] inner = inner6();
        byte[] esp = sa.seal(IPV6, inner);
        byte[] udp = PacketEncoder.udp(ends.a6, NAT_PORT, ends.b6, NAT_PORT, esp);
        whole(ends.ipv6(UDP, udp), inner, what);
      }
      case DSMIP_HOME_ADDRESS -> {
        byte[] header = mobility.header(ends.home, ends.b6);
        byte[] esp = ends.fromHome(ESP, sa.seal(MOBILITY, header));
        upper(ends.dsmip(esp), ends.fromHome(MOBILITY, header), what);
      }
      case DSMIP_TUNNEL -> {
        byte[] inner = inner6();
        whole(ends.dsmip(ends.ipv6(ESP, sa.seal(IPV6, inner))), inner, what);
      }
    }
  }

  private void upper(byte[] packet, byte[] clear, String what) {
    put(packet, Optional.of(clear), Inside.UPPER, what);
  }

  private void whole(byte[] packet, byte[] inner, String what) {
    put(packet, Optional.of(inner), Inside.PACKET, what);
  }

  private byte[] udp4(Ends ends) {
    return PacketEncoder.udp(ends.a4, IKE_PORT, ends.b4, IKE_PORT, ike.message());
  }

  private byte[] inner4() {
    Ends inner = new Ends(addresses);
    return inner.ipv4(UDP, udp4(inner));
  }

  private byte[] inner6() {
    Ends inner = new Ends(addresses);
    return switch (random.nextInt(4)) {
      case 0 -> {
        byte[] udp = PacketEncoder.udp(inner.a6, IKE_PORT, inner.b6, IKE_PORT, ike.message());
        yield inner.ipv6(UDP, udp);
      }
      case 1 -> {
        byte[] header = mobility.header(inner.a6, inner.home);
        byte[] routed = PacketEncoder.routingHeader(MOBILITY, inner.home, header);
        yield inner.ipv6(ROUTING, routed);
      }
      case 2 -> inner.fromHome(MOBILITY, mobility.header(inner.home, inner.b6));
      default -> inner.ipv6(MOBILITY, mobility.header(inner.a6, inner.b6));
    };
  }

  // ---- IKEv2 ---------------------------------------------------------------------------------

  private void allIkeV2(int rounds) {
    for (SealSuite suite : SealSuite.ikeV2()) {
      for (CodeSuite code : CodeSuite.ikeV2()) {
        boolean none = code.icv() == 0;
        boolean both = suite.peer() == Peer.BOTH && (suite.aead() || code.peer() == Peer.BOTH);
        if (suite.aead() == none && both == (peer == Peer.BOTH)) {
          ikeV2(suite, code, 8 * rounds);
        }
      }
    }
  }

  private void ikeV2(SealSuite suite, CodeSuite code, int messages) {
    SealedIkeV2 sa = new SealedIkeV2(suite, code, random);
    tables.add(Table.IKE_V2, sa.row());
    Ends ends = new Ends(addresses);
    for (int i = 0; i < messages; i++) {
      IkeGenerator.Payloads payloads = ike.payloadsV2();
      byte[] octets = payloads.octets().bytes();
      // IKE_AUTH, CREATE_CHILD_SA, INFORMATIONAL; flags Initiator and Response
      var head = new SealedIkeV2.Head(35 + random.nextInt(3), random.nextInt(4) << 3 & 0x28, i);
      byte[] clear = sa.clear(head, payloads.first(), octets);
      String what = suite.name() + ", " + code.name();
      if (random.nextInt(3) > 0) {
        byte[] sealed = sa.seal(head, payloads.first(), octets);
        put(over(ends, sealed), Optional.of(over(ends, clear)), Inside.IKE, what + ", SK");
        continue;
      }
      List<byte[]> parts = sa.fragments(head, payloads.first(), octets, 2 + random.nextInt(3));
      for (int part = 0; part < parts.size(); part++) {
        boolean last = part + 1 == parts.size();
        put(
            over(ends, parts.get(part)),
            last ? Optional.of(over(ends, clear)) : Optional.empty(),
            Inside.IKE,
            what + ", SKF");
      }
    }
  }

  private static byte[] over(Ends ends, byte[] message) {
    return ends.ipv6(UDP, PacketEncoder.udp(ends.a6, IKE_PORT, ends.b6, IKE_PORT, message));
  }

  // ---- IKEv1 ---------------------------------------------------------------------------------

  private void allIkeV1(int rounds) {
    for (SealedIkeV1.Suite suite : SealedIkeV1.Suite.all()) {
      if (suite.peer() == peer) {
        ikeV1(suite, rounds);
      }
    }
  }

  /** Main Mode, then exchanges of phase 2 beside each other. */
  private void ikeV1(SealedIkeV1.Suite suite, int rounds) {
    SealedIkeV1 sa = new SealedIkeV1(suite, random);
    tables.add(Table.IKE_V1, sa.row());
    Ends there = new Ends(addresses);
    Ends back = new Ends(there.b6, there.a6, there.b4, there.a4, there.home);
    String what = suite.toString();
    int sent = 0;
    for (byte[] message : sa.opening()) {
      put(over(sent++ % 2 == 0 ? there : back, message), Optional.empty(), Inside.IKE, what);
    }
    for (int i = 0; i < 2; i++) {
      phase(sa, i == 0 ? there : back, ID_PROTECTION, 0, what);
    }
    for (int i = 0; i < rounds; i++) {
      int first = random.nextInt() | 1;
      int second = first ^ 0x5555_5550;
      for (int message = 0; message < 3; message++) {
        phase(sa, message == 1 ? back : there, QUICK_MODE, first, what);
        phase(sa, message == 1 ? there : back, QUICK_MODE, second, what);
      }
      phase(sa, there, INFORMATIONAL_V1, random.nextInt() | 1, what);
    }
  }

  private void phase(SealedIkeV1 sa, Ends ends, int exchange, int id, String what) {
    IkeGenerator.Payloads payloads = ike.payloadsV1();
    byte[] octets = payloads.octets().bytes();
    put(
        over(ends, sa.seal(exchange, id, payloads.first(), octets)),
        Optional.of(over(ends, sa.clear(exchange, id, payloads.first(), octets))),
        Inside.IKE,
        what);
  }
}
