package org.roamscope.samples.decrypt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.field.IpAddress;
import org.roamscope.mobility.MobilityEncoder;
import org.roamscope.mobility.MobilityEncoder.AcknowledgementFlag;
import org.roamscope.mobility.MobilityEncoder.UpdateFlag;
import org.roamscope.net.PacketEncoder;
import org.roamscope.samples.decrypt.KeyTables.Table;
import org.roamscope.samples.decrypt.SealedEsp.Sequence;

/**
 * Writes a large capture of ESP with the tables of its keys: mobile nodes that send packets of 512
 * octets through tunnels and, now and then, register. The same arguments give the same files.
 */
public final class EspBenchMain {
  private static final int NODES = 32;
  private static final int REGISTER_EVERY = 64;
  private static final int PAYLOAD = 512;
  private static final int IPV6 = 41;
  private static final int UDP = 17;
  private static final int ESP = 50;
  private static final int ROUTING = 43;
  private static final int DESTINATION_OPTIONS = 60;
  private static final int MOBILITY = 135;
  private static final int LIFETIME = 100;
  private static final byte[] MAC_A = {2, 0, 0, 0, 0, 10};
  private static final byte[] MAC_B = {2, 0, 0, 0, 0, 11};
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:ff::1");
  private static final IpAddress SERVER = IpAddress.parse("2001:db8:5::5");

  /** A mobile node: its signalling under one pair of algorithms, its traffic under another. */
  private static final class Node {
    final IpAddress home;
    final IpAddress careOf;
    final SealedEsp updates;
    final SealedEsp answers;
    final SealedEsp traffic;
    int sequence;

    Node(int number, KeyTables tables, SplittableRandom random) {
      home = IpAddress.parse("2001:db8:100::" + Integer.toHexString(0x1000 + number));
      careOf = IpAddress.parse("2001:db8:a::" + Integer.toHexString(0x1000 + number));
      SealSuite cbc = suite("AES-CBC [RFC3602]");
      SealSuite traffics = number % 2 == 0 ? cbc : suite("AES-GCM with 16 octet ICV [RFC4106]");
      int spi = 0x10000 + 16 * number;
      updates = sa(spi, cbc, tables, random);
      answers = sa(spi + 1, cbc, tables, random);
      traffic = sa(spi + 2, traffics, tables, random);
    }

    private static SealedEsp sa(
        int spi, SealSuite suite, KeyTables tables, SplittableRandom random) {
      CodeSuite sha1 =
          CodeSuite.esp().stream()
              .filter(code -> code.name().startsWith("HMAC-SHA-1-96"))
              .findFirst()
              .orElseThrow();
      SealedEsp sa = new SealedEsp(spi, suite, sha1, Sequence.PLAIN, 1, random);
      tables.add(Table.ESP, sa.row("IPv6", "*", "*"));
      return sa;
    }

    private static SealSuite suite(String name) {
      return SealSuite.esp().stream()
          .filter(suite -> suite.name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    List<byte[]> registration() {
      sequence++;
      byte[] update =
          MobilityEncoder.bindingUpdate(
                  sequence, Set.of(UpdateFlag.A, UpdateFlag.H, UpdateFlag.K), LIFETIME)
              .with(MobilityEncoder.alternateCareOfAddress(careOf))
              .encode(home, AGENT);
      byte[] answer =
          MobilityEncoder.bindingAcknowledgement(
                  0, Set.of(AcknowledgementFlag.K), sequence, LIFETIME)
              .encode(AGENT, home);
      byte[] sent = PacketEncoder.homeAddress(ESP, home, updates.seal(MOBILITY, update));
      byte[] got = PacketEncoder.routingHeader(ESP, home, answers.seal(MOBILITY, answer));
      return List.of(
          PacketEncoder.ipv6(careOf, AGENT, DESTINATION_OPTIONS, sent),
          PacketEncoder.ipv6(AGENT, careOf, ROUTING, got));
    }

    byte[] packet(byte[] payload) {
      byte[] udp = PacketEncoder.udp(home, 40_000, SERVER, 40_000, payload);
      byte[] inner = PacketEncoder.ipv6(home, SERVER, UDP, udp);
      return PacketEncoder.ipv6(careOf, AGENT, ESP, traffic.seal(IPV6, inner));
    }
  }

  private EspBenchMain() {}

  /**
   * Writes {@code esp.pcapng} and the folder {@code keys}.
   *
   * @param args the folder to write to, how many packets, the seed
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int packets = Integer.parseInt(args[1]);
    SplittableRandom random = new SplittableRandom(Long.parseLong(args[2]));
    KeyTables tables = new KeyTables();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(new Node(i, tables, random));
    }
    Files.createDirectories(folder);
    tables.write(folder.resolve("keys"));
    byte[] payload = new byte[PAYLOAD];
    random.nextBytes(payload);
    try (OutputStream out = Files.newOutputStream(folder.resolve("esp.pcapng"));
        CaptureWriter writer = CaptureWriter.pcapng(out)) {
      int number = 0;
      for (int turn = 0; number < packets; turn++) {
        Node node = nodes.get(turn % NODES);
        boolean registers = turn / NODES % REGISTER_EVERY == 0;
        for (byte[] packet : registers ? node.registration() : List.of(node.packet(payload))) {
          number++;
          byte[] frame = PacketEncoder.ethernet(MAC_A, MAC_B, packet);
          writer.write(
              new Frame(
                  number,
                  1_767_225_600_000_000_000L + number * 100_000L,
                  1,
                  0,
                  frame.length,
                  frame,
                  List.of()));
        }
      }
    }
  }
}
