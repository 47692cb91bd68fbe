package org.roamscope.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.PacketEncoder;

/** A scenario while it runs: who takes part, what time it is, what has been sent. */
final class Scene {
  /**
   * A frame on the wire.
   *
   * @param nanos since the start of the scenario
   * @param octets from the Ethernet header on
   */
  record Sent(long nanos, Slice octets) {}

  /** From a request to its answer. */
  static final long STEP_NANOS = 20_000_000;

  private static final byte[] NETWORK_MAC = Hex.parse("02000000000a");
  private static final byte[] AGENT_MAC = Hex.parse("02000000000b");

  final Page page;
  final List<Sent> sent = new ArrayList<>();
  final Map<String, MobileNode> nodes = new LinkedHashMap<>();
  final Map<String, IpAddress> others = new LinkedHashMap<>();
  final Map<String, Place> places = new LinkedHashMap<>();
  @Nullable IpAddress agent;
  @Nullable IpAddress agent4;
  Words words;
  long now;

  Scene(Page page) {
    this.page = page;
    words = new Words(page.file(), new Page.Line(0, List.of("-")));
  }

  // ---- who and where -------------------------------------------------------------------------

  MobileNode node() {
    String name = words.take("a UE");
    MobileNode node = nodes.get(name);
    if (node == null) {
      throw words.error("no such UE: " + name);
    }
    return node;
  }

  IpAddress other(String what) {
    String name = words.take(what);
    IpAddress address = others.get(name);
    if (address == null) {
      throw words.error("no such node: " + name);
    }
    return address;
  }

  IpAddress agent() {
    if (agent == null) {
      throw words.error("the line `ha` is missing");
    }
    return agent;
  }

  IpAddress agentAt(Place place) {
    if (!place.seen().v4()) {
      return agent();
    }
    if (agent4 == null) {
      throw words.error("the home agent has no IPv4 address");
    }
    return agent4;
  }

  Place place(MobileNode node) {
    String name = words.take("a place");
    if (name.equals("home")) {
      return new Place(node.home, node.home, 0);
    }
    Place place = places.get(name);
    if (place == null) {
      throw words.error("no such place: " + name);
    }
    return place;
  }

  /** Takes {@code from PLACE}: from now on the UE speaks from there. */
  void move(MobileNode node) {
    if (words.taken("from")) {
      node.place = place(node);
    }
  }

  // ---- sending -------------------------------------------------------------------------------

  void out(byte[] frame) {
    sent.add(new Sent(now, Slice.of(frame)));
  }

  void later(int steps, Runnable what) {
    long time = now;
    now += steps * STEP_NANOS;
    what.run();
    now = time;
  }

  static byte[] toAgent(byte[] packet) {
    return PacketEncoder.ethernet(NETWORK_MAC, AGENT_MAC, packet);
  }

  static byte[] fromAgent(byte[] packet) {
    return PacketEncoder.ethernet(AGENT_MAC, NETWORK_MAC, packet);
  }

  byte[] packet(IpAddress source, IpAddress destination, int protocol, byte[] payload) {
    return source.v4()
        ? PacketEncoder.ipv4(source, destination, protocol, sent.size() + 1, payload)
        : PacketEncoder.ipv6(source, destination, protocol, payload);
  }

  void udpFromUe(Place place, int port, byte[] payload) {
    IpAddress to = agentAt(place);
    byte[] udp = PacketEncoder.udp(place.seen(), place.port(port), to, port, payload);
    out(toAgent(packet(place.seen(), to, IpProtocol.UDP, udp)));
  }

  void udpToUe(Place place, int port, byte[] payload) {
    IpAddress from = agentAt(place);
    byte[] udp = PacketEncoder.udp(from, port, place.seen(), place.port(port), payload);
    out(fromAgent(packet(from, place.seen(), IpProtocol.UDP, udp)));
  }

  /** A frame by its number among those so far. */
  byte[] quoted() {
    List<Sent> sorted = new ArrayList<>(sent);
    sorted.sort(Comparator.comparingLong(Sent::nanos));
    return sorted.get(words.number("a frame number", 1, sorted.size()) - 1).octets().bytes();
  }
}
