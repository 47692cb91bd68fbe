package org.roamscope.samples;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.Frame;
import org.roamscope.field.IpAddress;
import org.roamscope.mobility.Dsmip;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.PacketEncoder;

/**
 * Turns a scenario into the frames that a capture beside the home agent would hold. The same page
 * gives the same bytes: nothing is random and no clock is read. The language is documented in
 * {@code samples/README.md}.
 */
public final class ScenarioCompiler {
  /** When every scenario starts. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final int ETHERNET = 1;
  private static final int ICMPV6_UNREACHABLE = 1;
  private static final int ICMPV6_ECHO_REQUEST = 128;

  private final Scene scene;
  private final IkeLines ike;
  private final MobilityLines mobility;
  private long mirrorNanos;
  private int snapshotLength = Integer.MAX_VALUE;
  private int setBackFrom = Integer.MAX_VALUE;
  private long setBackNanos;

  private ScenarioCompiler(Page page) {
    scene = new Scene(page);
    ike = new IkeLines(scene);
    mobility = new MobilityLines(scene);
  }

  /**
   * The frames of a page's scenario in the order of their times.
   *
   * @throws ScenarioException for the first word that is not understood
   */
  public static List<Frame> compile(Page page) {
    ScenarioCompiler compiler = new ScenarioCompiler(page);
    page.scenario().forEach(compiler::line);
    return compiler.frames();
  }

  private List<Frame> frames() {
    List<Scene.Sent> all = new ArrayList<>(scene.sent);
    if (mirrorNanos > 0) {
      scene.sent.forEach(one -> all.add(new Scene.Sent(one.nanos() + mirrorNanos, one.octets())));
    }
    all.sort(Comparator.comparingLong(Scene.Sent::nanos));
    long start = START.getEpochSecond() * 1_000_000_000L;
    List<Frame> frames = new ArrayList<>();
    for (Scene.Sent one : all) {
      int number = frames.size() + 1;
      byte[] octets = one.octets().bytes();
      frames.add(
          new Frame(
              number,
              start + one.nanos() - (number >= setBackFrom ? setBackNanos : 0),
              ETHERNET,
              0,
              octets.length,
              Arrays.copyOf(octets, Math.min(octets.length, snapshotLength)),
              List.of()));
    }
    return List.copyOf(frames);
  }

  // ---- lines ---------------------------------------------------------------------------------

  private void line(Page.Line line) {
    scene.words = new Words(scene.page.file(), line);
    if (Character.isDigit(line.words().getFirst().charAt(0))) {
      long time = scene.words.nanos("the time");
      if (time < scene.now) {
        throw scene.words.error("times must not go back");
      }
      scene.now = time;
      event(scene.words.take("what happens"));
    } else {
      declaration(scene.words.take("a declaration"));
    }
    scene.words.end();
  }

  private void declaration(String word) {
    switch (word) {
      case "ha" -> {
        scene.agent = scene.words.address("the home agent's IPv6 address");
        scene.agent4 =
            scene.words.more() ? scene.words.address("the home agent's IPv4 address") : null;
      }
      case "place" -> {
        String name = scene.words.take("the name of the place");
        IpAddress address = scene.words.address("the address at the place");
        IpAddress seen =
            scene.words.taken("nat") ? scene.words.address("the NAT's address") : address;
        int shift = seen.equals(address) ? 0 : 10_000;
        scene.places.put(
            name, new Place(address, seen, scene.words.taken("ports") ? ports() : shift));
      }
      case "mirror" -> mirrorNanos = scene.words.number("microseconds", 1, 1_000_000) * 1_000L;
      case "snaplen" -> snapshotLength = scene.words.number("octets", 64, 262_144);
      case "set-back" -> {
        setBackFrom = scene.words.number("a frame number", 1, 1_000_000);
        setBackNanos = scene.words.nanos("how far");
      }
      case "known-sa" -> {
        MobileNode node = scene.node();
        node.sas.add(ike.sa(node, 2));
      }
      default -> {
        if (word.matches("ue[0-9]*")) {
          scene.nodes.put(word, new MobileNode(word, scene.words.address("the home address")));
        } else if (word.matches("(cn|mag|router)[0-9]*")) {
          scene.others.put(word, scene.words.address("the address"));
        } else {
          throw scene.words.error("unknown word: " + word);
        }
      }
    }
  }

  private int ports() {
    return scene.words.number("what the NAT adds to ports", 1, 60_000);
  }

  private void event(String verb) {
    switch (verb) {
      case "ike" -> {
        MobileNode node = scene.node();
        ike.initiate(node);
        ike.authenticate(node);
      }
      case "ike-init" -> ike.initiate(scene.node());
      case "ike-auth" -> {
        MobileNode node = scene.node();
        scene.move(node);
        ike.authenticate(node);
      }
      case "ike1" -> ike.mainMode(scene.node());
      case "dpd" -> ike.ueRequest(IkeLines.EMPTY_INFORMATIONAL);
      case "delete" -> ike.ueRequest(IkeLines.DELETE_INFORMATIONAL);
      case "mobike" -> ike.ueRequest(IkeLines.MOBIKE_INFORMATIONAL);
      case "ha-dpd" -> ike.agentRequest(IkeLines.EMPTY_INFORMATIONAL);
      case "ha-delete" -> ike.agentRequest(IkeLines.DELETE_INFORMATIONAL);
      case "rekey" -> ike.rekey(scene.node());
      case "invalid-spi" -> ike.invalidSpi(scene.node());
      case "bu" -> mobility.bindingUpdate(scene.node());
      case "ba" -> mobility.bindingAcknowledgement(scene.node());
      case "brr" -> mobility.refreshRequest(scene.node());
      case "be" -> mobility.bindingError(scene.node());
      case "return-routability" -> mobility.returnRoutability(scene.node());
      case "pbu" -> mobility.proxyUpdate();
      case "pba" -> mobility.proxyAcknowledgement();
      case "keepalive" -> {
        MobileNode node = scene.node();
        scene.move(node);
        scene.udpFromUe(node.place, Dsmip.PORT, new byte[] {(byte) 0xff});
      }
      case "data" -> data(scene.node());
      case "icmp-error" -> icmpError();
      case "copy" -> scene.out(scene.quoted());
      case "damage" -> damage();
      case "skip" -> ike.skip(scene.node());
      case "mh" -> {
        MobileNode node = scene.node();
        mobility.header(node, bytes(scene.words.take("a Mobility Header")));
      }
      case "raw" -> {
        StringBuilder octets = new StringBuilder();
        while (scene.words.more()) {
          octets.append(scene.words.take("octets"));
        }
        scene.out(bytes(octets.toString()));
      }
      default -> throw scene.words.error("unknown word: " + verb);
    }
  }

  private byte[] bytes(String text) {
    try {
      return Hex.parse(text);
    } catch (IllegalArgumentException e) {
      throw scene.words.error("octets cannot be read: " + text);
    }
  }

  /** {@code damage N OFFSET HEX}: frame N once more, with other octets at the offset. */
  private void damage() {
    byte[] frame = scene.quoted();
    int at = scene.words.number("the offset", 0, frame.length - 1);
    byte[] octets = bytes(scene.words.take("octets"));
    if (at + octets.length > frame.length) {
      throw scene.words.error("more octets than the frame has");
    }
    System.arraycopy(octets, 0, frame, at, octets.length);
    scene.out(frame);
  }

  // ---- beside it -----------------------------------------------------------------------------

  /** An ICMPv6 echo request of the UE to somebody, through the tunnel's end. */
  private void data(MobileNode node) {
    scene.move(node);
    IpAddress to = scene.words.taken("to") ? scene.other("a node") : scene.agent();
    byte[] echo = new byte[16];
    echo[0] = (byte) ICMPV6_ECHO_REQUEST;
    echo[7] = 1;
    byte[] packet = icmp(node.home, to, echo);
    Place place = node.place;
    if (place.seen().v4()) {
      scene.udpFromUe(place, Dsmip.PORT, packet);
    } else if (place.address().equals(node.home)) {
      scene.out(Scene.toAgent(packet));
    } else {
      scene.out(
          Scene.toAgent(PacketEncoder.ipv6(place.seen(), scene.agent(), IpProtocol.IPV6, packet)));
    }
  }

  private static byte[] icmp(IpAddress source, IpAddress destination, byte[] message) {
    int sum = PacketEncoder.transportChecksum(source, destination, IpProtocol.ICMPV6, message);
    message[2] = (byte) (sum >>> 8);
    message[3] = (byte) sum;
    return PacketEncoder.ipv6(source, destination, IpProtocol.ICMPV6, message);
  }

  /** {@code icmp-error ROUTER quoting N}: no route to the destination of an IPv6 frame. */
  private void icmpError() {
    IpAddress router = scene.other("a router");
    if (!scene.words.taken("quoting")) {
      throw scene.words.error("`quoting` is missing");
    }
    byte[] frame = scene.quoted();
    byte[] about = PacketEncoder.join(new byte[8], Arrays.copyOfRange(frame, 14, frame.length));
    about[0] = ICMPV6_UNREACHABLE;
    IpAddress to = IpAddress.v6(Slice.of(frame), 14 + 8);
    scene.out(Scene.toAgent(icmp(router, to, about)));
  }
}
