package org.roamscope.samples;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.Frame;
import org.roamscope.field.IpAddress;
import org.roamscope.mobility.Dsmip;
import org.roamscope.mobility.MobilityEncoder;
import org.roamscope.mobility.MobilityEncoder.AcknowledgementFlag;
import org.roamscope.mobility.MobilityEncoder.UpdateFlag;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.PacketEncoder;
import org.roamscope.samples.IkeBytes.Spis;
import org.roamscope.samples.MobileNode.Sa;

/**
 * Turns a scenario into the frames that a capture beside the home agent would hold. The same page
 * gives the same bytes: nothing is random and no clock is read. The language is documented in
 * {@code samples/README.md}.
 */
public final class ScenarioCompiler {
  /** When every scenario starts. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final long STEP_NANOS = 20_000_000;
  private static final int ETHERNET = 1;
  private static final int IKE = 500;
  private static final int IKE_NAT = 4500;
  private static final int EMPTY_INFORMATIONAL = 57;
  private static final int DELETE_INFORMATIONAL = 65;
  private static final int MOBIKE_INFORMATIONAL = 129;
  private static final int INFORMATIONAL_1_OCTETS = 92;
  private static final int ICV = 12;
  private static final byte[] NETWORK_MAC = Hex.parse("02000000000a");
  private static final byte[] AGENT_MAC = Hex.parse("02000000000b");
  private static final int ICMPV6_UNREACHABLE = 1;
  private static final int ICMPV6_ECHO_REQUEST = 128;

  private record Sent(long nanos, Slice octets) {}

  /** How the Mobility Header of a packet is protected. */
  private enum Protection {
    CLEAR,
    ENCRYPTED,
    NULL_ENCRYPTED
  }

  private final Page page;
  private final List<Sent> sent = new ArrayList<>();
  private final Map<String, MobileNode> nodes = new LinkedHashMap<>();
  private final Map<String, IpAddress> others = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private @Nullable IpAddress agent;
  private @Nullable IpAddress agent4;
  private Words words;
  private long now;
  private long mirrorNanos;

  private ScenarioCompiler(Page page) {
    this.page = page;
    words = new Words(page.file(), new Page.Line(0, List.of("-")));
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
    List<Sent> all = new ArrayList<>(sent);
    if (mirrorNanos > 0) {
      sent.forEach(one -> all.add(new Sent(one.nanos() + mirrorNanos, one.octets())));
    }
    all.sort(Comparator.comparingLong(Sent::nanos));
    long start = START.getEpochSecond() * 1_000_000_000L;
    List<Frame> frames = new ArrayList<>();
    for (Sent one : all) {
      frames.add(
          new Frame(
              frames.size() + 1,
              start + one.nanos(),
              ETHERNET,
              0,
              one.octets().length(),
              one.octets().bytes(),
              List.of()));
    }
    return List.copyOf(frames);
  }

  // ---- lines ---------------------------------------------------------------------------------

  private void line(Page.Line line) {
    words = new Words(page.file(), line);
    if (Character.isDigit(line.words().getFirst().charAt(0))) {
      long time = words.nanos("the time");
      if (time < now) {
        throw words.error("times must not go back");
      }
      now = time;
      event(words.take("what happens"));
    } else {
      declaration(words.take("a declaration"));
    }
    words.end();
  }

  private void declaration(String word) {
    switch (word) {
      case "ha" -> {
        agent = words.address("the home agent's IPv6 address");
        agent4 = words.more() ? words.address("the home agent's IPv4 address") : null;
      }
      case "place" -> {
        String name = words.take("the name of the place");
        IpAddress address = words.address("the address at the place");
        IpAddress seen = words.taken("nat") ? words.address("the NAT's address") : address;
        int shift = seen.equals(address) ? 0 : 10_000;
        places.put(name, new Place(address, seen, words.taken("ports") ? ports() : shift));
      }
      case "mirror" -> mirrorNanos = words.number("microseconds", 1, 1_000_000) * 1_000L;
      case "known-sa" -> {
        MobileNode node = node();
        node.sas.add(sa(node, 2));
      }
      default -> {
        if (word.matches("ue[0-9]*")) {
          nodes.put(word, new MobileNode(word, words.address("the home address")));
        } else if (word.matches("(cn|mag|router)[0-9]*")) {
          others.put(word, words.address("the address"));
        } else {
          throw words.error("unknown word: " + word);
        }
      }
    }
  }

  private int ports() {
    return words.number("what the NAT adds to ports", 1, 60_000);
  }

  private void event(String verb) {
    switch (verb) {
      case "ike" -> {
        initiate(node());
        authenticate(lastNode);
      }
      case "ike-init" -> initiate(node());
      case "ike-auth" -> {
        MobileNode node = node();
        move(node);
        authenticate(node);
      }
      case "ike1" -> mainMode(node());
      case "dpd" -> ueRequest(EMPTY_INFORMATIONAL);
      case "delete" -> ueRequest(DELETE_INFORMATIONAL);
      case "mobike" -> ueRequest(MOBIKE_INFORMATIONAL);
      case "ha-dpd" -> agentRequest(EMPTY_INFORMATIONAL);
      case "ha-delete" -> agentRequest(DELETE_INFORMATIONAL);
      case "rekey" -> rekey(node());
      case "invalid-spi" -> invalidSpi(node());
      case "bu" -> bindingUpdate(node());
      case "ba" -> bindingAcknowledgement(node());
      case "brr" -> {
        MobileNode node = node();
        toUe(node, MobilityEncoder.bindingRefreshRequest(), Protection.CLEAR);
      }
      case "be" -> {
        MobileNode node = node();
        int status = words.taken("status") ? words.number("status", 0, 255) : 1;
        IpAddress careOf = node.bindingPlace.seen();
        byte[] message = MobilityEncoder.bindingError(status, node.home).encode(agent(), careOf);
        out(fromAgent(PacketEncoder.ipv6(agent(), careOf, IpProtocol.MOBILITY, message)));
      }
      case "return-routability" -> returnRoutability(node());
      case "pbu" -> proxyUpdate();
      case "pba" -> proxyAcknowledgement();
      case "keepalive" -> {
        MobileNode node = node();
        move(node);
        udpFromUe(node.place, Dsmip.PORT, new byte[] {(byte) 0xff});
      }
      case "data" -> data(node());
      case "icmp-error" -> icmpError();
      case "copy" -> out(quoted());
      case "raw" -> {
        StringBuilder octets = new StringBuilder();
        while (words.more()) {
          octets.append(words.take("octets"));
        }
        out(bytes(octets.toString()));
      }
      default -> throw words.error("unknown word: " + verb);
    }
  }

  private byte[] bytes(String text) {
    try {
      return Hex.parse(text);
    } catch (IllegalArgumentException e) {
      throw words.error("octets cannot be read: " + text);
    }
  }

  // ---- who and where -------------------------------------------------------------------------

  private MobileNode lastNode = new MobileNode("-", new IpAddress(0, 0, false));

  private MobileNode node() {
    String name = words.take("a UE");
    MobileNode node = nodes.get(name);
    if (node == null) {
      throw words.error("no such UE: " + name);
    }
    lastNode = node;
    return node;
  }

  private IpAddress other(String what) {
    String name = words.take(what);
    IpAddress address = others.get(name);
    if (address == null) {
      throw words.error("no such node: " + name);
    }
    return address;
  }

  private IpAddress agent() {
    if (agent == null) {
      throw words.error("the line `ha` is missing");
    }
    return agent;
  }

  private IpAddress agentAt(Place place) {
    if (!place.seen().v4()) {
      return agent();
    }
    if (agent4 == null) {
      throw words.error("the home agent has no IPv4 address");
    }
    return agent4;
  }

  private Place place(MobileNode node) {
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
  private void move(MobileNode node) {
    if (words.taken("from")) {
      node.place = place(node);
    }
  }

  // ---- sending -------------------------------------------------------------------------------

  private void out(byte[] frame) {
    sent.add(new Sent(now, Slice.of(frame)));
  }

  private void later(int steps, Runnable what) {
    long time = now;
    now += steps * STEP_NANOS;
    what.run();
    now = time;
  }

  private static byte[] toAgent(byte[] packet) {
    return PacketEncoder.ethernet(NETWORK_MAC, AGENT_MAC, packet);
  }

  private static byte[] fromAgent(byte[] packet) {
    return PacketEncoder.ethernet(AGENT_MAC, NETWORK_MAC, packet);
  }

  private byte[] packet(IpAddress source, IpAddress destination, int protocol, byte[] payload) {
    return source.v4()
        ? PacketEncoder.ipv4(source, destination, protocol, sent.size() + 1, payload)
        : PacketEncoder.ipv6(source, destination, protocol, payload);
  }

  private void udpFromUe(Place place, int port, byte[] payload) {
    IpAddress to = agentAt(place);
    byte[] udp = PacketEncoder.udp(place.seen(), place.port(port), to, port, payload);
    out(toAgent(packet(place.seen(), to, IpProtocol.UDP, udp)));
  }

  private void udpToUe(Place place, int port, byte[] payload) {
    IpAddress from = agentAt(place);
    byte[] udp = PacketEncoder.udp(from, port, place.seen(), place.port(port), payload);
    out(fromAgent(packet(from, place.seen(), IpProtocol.UDP, udp)));
  }

  private void ikeFromUe(Place place, byte[] message) {
    boolean marked = place.natted() && message[18] != IkeBytes.IKE_SA_INIT;
    udpFromUe(place, marked ? IKE_NAT : IKE, marked ? IkeBytes.marked(message) : message);
  }

  private void ikeToUe(Place place, byte[] message) {
    boolean marked = place.natted() && message[18] != IkeBytes.IKE_SA_INIT;
    udpToUe(place, marked ? IKE_NAT : IKE, marked ? IkeBytes.marked(message) : message);
  }

  // ---- IKE -----------------------------------------------------------------------------------

  private Sa sa(MobileNode node, int version) {
    String name = words.taken("sa") ? words.take("a name") : Integer.toString(node.sas.size() + 1);
    if (node.sas.stream().anyMatch(other -> other.name.equals(name))) {
      throw words.error("a second SA " + name);
    }
    long seed = (page.name() + "/" + node.name + "/" + name).hashCode();
    byte[] noise = PacketEncoder.opaque(seed, 16);
    long initiator = long64(noise, 0);
    long responder = long64(noise, 8);
    if (words.taken("spi")) {
      initiator = words.read("a SPI", text -> Long.parseUnsignedLong(text, 16));
    }
    return new Sa(name, version, new Spis(initiator, responder));
  }

  private static long long64(byte[] octets, int at) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | octets[at + i] & 0xff;
    }
    return value == 0 ? 1 : value;
  }

  private Sa chosen(MobileNode node) {
    if (words.taken("sa")) {
      String name = words.take("a name");
      return node.sas.stream()
          .filter(sa -> sa.name.equals(name))
          .findFirst()
          .orElseThrow(() -> words.error("no such SA: " + name));
    }
    if (node.sas.isEmpty()) {
      throw words.error(node.name + " has no IKE SA");
    }
    return node.sas.getLast();
  }

  private void initiate(MobileNode node) {
    move(node);
    Sa sa = sa(node, 2);
    boolean cookie = words.taken("cookie");
    boolean lost = words.taken("lost");
    Place place = node.place;
    IkeBytes.Ends there = new IkeBytes.Ends(place.address(), IKE, agentAt(place), IKE);
    IkeBytes.Ends back = new IkeBytes.Ends(agentAt(place), IKE, place.seen(), place.port(IKE));
    byte[] request = IkeBytes.initRequest(sa.spis.initiator(), false, there);
    repeat(() -> ikeFromUe(place, request));
    node.sas.add(sa);
    sa.nextUeMessage = 1;
    if (lost) {
      return;
    }
    if (cookie) {
      later(1, () -> ikeToUe(place, IkeBytes.cookieResponse(sa.spis.initiator())));
      byte[] again = IkeBytes.initRequest(sa.spis.initiator(), true, there);
      later(2, () -> ikeFromUe(place, again));
    }
    later(cookie ? 3 : 1, () -> ikeToUe(place, IkeBytes.initResponse(sa.spis, back)));
  }

  private void authenticate(MobileNode node) {
    Sa sa = chosen(node);
    long time = now;
    now = Math.max(now, sent.getLast().nanos() + STEP_NANOS);
    byte[] request =
        IkeBytes.sealed(sa.spis, IkeBytes.IKE_AUTH, IkeBytes.INITIATOR, sa.nextUeMessage, 297);
    byte[] response =
        IkeBytes.sealed(sa.spis, IkeBytes.IKE_AUTH, IkeBytes.RESPONSE, sa.nextUeMessage, 229);
    sa.nextUeMessage++;
    ikeFromUe(node.place, request);
    later(1, () -> ikeToUe(node.place, response));
    now = time;
  }

  /** Takes {@code repeat N every SECONDS} and sends that often more. */
  private void repeat(Runnable send) {
    send.run();
    if (words.taken("repeat")) {
      int times = words.number("how often", 1, 20);
      if (!words.taken("every")) {
        throw words.error("`every` is missing");
      }
      long gap = words.nanos("the interval");
      long begin = now;
      for (int i = 0; i < times; i++) {
        now += gap;
        send.run();
      }
      now = begin;
    }
  }

  private void ueRequest(int octets) {
    MobileNode node = node();
    move(node);
    Sa sa = chosen(node);
    int size = words.taken("size") ? words.number("octets", 57, 1200) : octets;
    boolean lost = words.taken("lost");
    Place place = node.place;
    int number = sa.nextUeMessage++;
    sa.lastExchange = IkeBytes.INFORMATIONAL;
    sa.lastMessage = number;
    byte[] request = informational(sa, IkeBytes.INITIATOR, number, size);
    byte[] response =
        informational(sa, IkeBytes.INITIATOR ^ 0x28, sa.version == 1 ? ~number : number, 57);
    repeat(() -> ikeFromUe(place, request));
    if (!lost) {
      later(1, () -> ikeToUe(place, response));
    }
  }

  private void agentRequest(int octets) {
    MobileNode node = node();
    Place place = words.taken("to") ? place(node) : node.place;
    Sa sa = chosen(node);
    boolean lost = words.taken("lost");
    int number = sa.nextAgentMessage++;
    byte[] request = informational(sa, 0, number, octets);
    byte[] response =
        informational(
            sa,
            IkeBytes.INITIATOR | IkeBytes.RESPONSE,
            sa.version == 1 ? ~number : number,
            EMPTY_INFORMATIONAL);
    repeat(() -> ikeToUe(place, request));
    if (!lost) {
      later(1, () -> ikeFromUe(place, response));
    }
  }

  private static byte[] informational(Sa sa, int flags, int number, int octets) {
    if (sa.version == 1) {
      int messageId = 0x51000000 ^ number * 7919 ^ flags << 16;
      return IkeBytes.sealed1(sa.spis, IkeBytes.INFORMATIONAL_1, messageId, INFORMATIONAL_1_OCTETS);
    }
    return IkeBytes.sealed(sa.spis, IkeBytes.INFORMATIONAL, flags, number, octets);
  }

  /** CREATE_CHILD_SA, then the DELETE of the old SA; the new one has new SPIs. */
  private void rekey(MobileNode node) {
    Sa old = chosen(node);
    Sa sa = sa(node, 2);
    Place place = node.place;
    int number = old.nextUeMessage;
    old.nextUeMessage += 2;
    byte[] request =
        IkeBytes.sealed(old.spis, IkeBytes.CREATE_CHILD_SA, IkeBytes.INITIATOR, number, 257);
    byte[] response =
        IkeBytes.sealed(old.spis, IkeBytes.CREATE_CHILD_SA, IkeBytes.RESPONSE, number, 257);
    ikeFromUe(place, request);
    later(1, () -> ikeToUe(place, response));
    later(
        2,
        () ->
            ikeFromUe(
                place, informational(old, IkeBytes.INITIATOR, number + 1, DELETE_INFORMATIONAL)));
    later(
        3,
        () ->
            ikeToUe(place, informational(old, IkeBytes.RESPONSE, number + 1, EMPTY_INFORMATIONAL)));
    node.sas.add(sa);
  }

  private void invalidSpi(MobileNode node) {
    Place place = words.taken("to") ? place(node) : node.place;
    Sa sa = chosen(node);
    ikeToUe(place, IkeBytes.invalidSpi(sa.spis, sa.lastExchange, sa.lastMessage));
  }

  /** IKEv1 main mode and quick mode. */
  private void mainMode(MobileNode node) {
    move(node);
    Sa sa = sa(node, 1);
    node.sas.add(sa);
    Place place = node.place;
    for (int number = 1; number <= 9; number++) {
      byte[] message =
          number <= 6
              ? IkeBytes.mainMode(sa.spis, number)
              : IkeBytes.sealed1(
                  sa.spis, IkeBytes.QUICK_MODE, 0x4d000001, number == 9 ? 60 : 172 - number);
      boolean fromUe = number % 2 == 1;
      later(
          number - 1,
          () -> {
            if (fromUe) {
              ikeFromUe(place, message);
            } else {
              ikeToUe(place, message);
            }
          });
    }
  }

  // ---- Mobile IPv6 ---------------------------------------------------------------------------

  private void bindingUpdate(MobileNode node) {
    move(node);
    Set<UpdateFlag> flags = EnumSet.of(UpdateFlag.A, UpdateFlag.H);
    Protection protection = Protection.CLEAR;
    IpAddress correspondent = null;
    IpAddress home4 = null;
    boolean options = true;
    node.sequence = node.sequence + 1 & 0xffff;
    node.lifetimeSeconds = 600;
    while (words.more()) {
      String word = words.take("");
      switch (word) {
        case "to" -> {
          correspondent = other("a correspondent node");
          flags.remove(UpdateFlag.H);
        }
        case "seq" -> node.sequence = words.number("the sequence number", 0, 65535);
        case "lifetime" -> node.lifetimeSeconds = words.number("the lifetime", 0, 65535 * 4);
        case "ipv4-home" -> home4 = words.address("the IPv4 home address");
        case "bare" -> options = false;
        case "encrypted" -> protection = Protection.ENCRYPTED;
        case "esp-null" -> protection = Protection.NULL_ENCRYPTED;
        case "K", "L", "M", "R", "F", "T", "B", "S", "D" -> flags.add(UpdateFlag.valueOf(word));
        default -> throw words.error("unknown word: " + word);
      }
    }
    MobilityEncoder update =
        MobilityEncoder.bindingUpdate(node.sequence, flags, seconds(node.lifetimeSeconds));
    if (home4 != null) {
      update.with(MobilityEncoder.ipv4HomeAddress(home4, 32));
    }
    Place place = node.place;
    if (options && place.address().v4()) {
      update.with(MobilityEncoder.ipv4CareOfAddress(place.address()));
    } else if (options && !place.address().equals(node.home)) {
      update.with(MobilityEncoder.alternateCareOfAddress(place.address()));
    }
    if (correspondent == null) {
      node.bindingPlace = place;
    }
    IpAddress to = correspondent == null ? agent() : correspondent;
    byte[] content = protect(node, update.encode(node.home, to), protection);
    int protocol = protection == Protection.CLEAR ? IpProtocol.MOBILITY : IpProtocol.ESP;
    if (place.address().v4()) {
      udpFromUe(place, Dsmip.PORT, PacketEncoder.ipv6(node.home, to, protocol, content));
    } else if (place.address().equals(node.home)) {
      out(toAgent(PacketEncoder.ipv6(node.home, to, protocol, content)));
    } else {
      byte[] packet =
          PacketEncoder.ipv6(
              place.seen(),
              to,
              IpProtocol.DESTINATION,
              PacketEncoder.homeAddress(protocol, node.home, content));
      out(toAgent(packet));
    }
  }

  private int seconds(int lifetime) {
    if (lifetime % 4 != 0) {
      throw words.error("a lifetime is a multiple of 4 seconds");
    }
    return lifetime;
  }

  private byte[] protect(MobileNode node, byte[] message, Protection protection) {
    long spi = 0xc0000000L | node.name.hashCode() & 0xffff;
    return switch (protection) {
      case CLEAR -> message;
      case ENCRYPTED -> {
        int octets = 16 + (message.length + 2 + 15) / 16 * 16 + ICV;
        node.espSequence++;
        yield PacketEncoder.esp(
            spi, node.espSequence, PacketEncoder.opaque(spi + node.espSequence, octets));
      }
      case NULL_ENCRYPTED ->
          PacketEncoder.espNull(spi, ++node.espSequence, IpProtocol.MOBILITY, message, ICV);
    };
  }

  private void bindingAcknowledgement(MobileNode node) {
    Set<AcknowledgementFlag> flags = EnumSet.noneOf(AcknowledgementFlag.class);
    Protection protection = Protection.CLEAR;
    List<MobilityEncoder.Option> options = new ArrayList<>();
    int status = 0;
    int sequence = node.sequence;
    int lifetime = -1;
    boolean routing = true;
    boolean udp = true;
    while (words.more()) {
      String word = words.take("");
      switch (word) {
        case "status" -> status = words.number("the status", 0, 255);
        case "seq" -> sequence = words.number("the sequence number", 0, 65535);
        case "lifetime" -> lifetime = words.number("the lifetime", 0, 65535 * 4);
        case "nat" -> options.add(nat());
        case "ipv4" -> {
          int result = words.number("the status of the IPv4 address", 0, 255);
          IpAddress address = words.address("the IPv4 home address");
          options.add(MobilityEncoder.ipv4AddressAcknowledgement(result, address, 32));
        }
        case "no-routing-header" -> routing = false;
        case "not-over-udp" -> udp = false;
        case "encrypted" -> protection = Protection.ENCRYPTED;
        case "esp-null" -> protection = Protection.NULL_ENCRYPTED;
        case "K", "R", "T", "B", "S", "D" -> flags.add(AcknowledgementFlag.valueOf(word));
        default -> throw words.error("unknown word: " + word);
      }
    }
    int granted = lifetime >= 0 ? lifetime : status < 128 ? node.lifetimeSeconds : 0;
    MobilityEncoder answer =
        MobilityEncoder.bindingAcknowledgement(status, flags, sequence, seconds(granted));
    options.forEach(answer::with);
    toUe(node, answer, protection, routing, udp);
  }

  private MobilityEncoder.Option nat() {
    String f = words.take("F or f");
    long refresh = words.taken("none") ? 0xffffffffL : words.number("refresh time", 0, 1 << 30);
    return switch (f) {
      case "F" -> MobilityEncoder.natDetectionForced(refresh);
      case "f" -> MobilityEncoder.natDetection(refresh);
      default -> throw words.error("F (set) or f (clear) is missing: " + f);
    };
  }

  private void toUe(MobileNode node, MobilityEncoder message, Protection protection) {
    toUe(node, message, protection, true, true);
  }

  private void toUe(
      MobileNode node,
      MobilityEncoder message,
      Protection protection,
      boolean routing,
      boolean overUdp) {
    Place place = node.bindingPlace;
    boolean home = place.address().equals(node.home);
    boolean direct = !place.seen().v4() && !home;
    IpAddress to = direct && !routing ? place.seen() : node.home;
    // Without a routing header the home address travels as the destination of the inner header.
    byte[] content = protect(node, message.encode(agent(), node.home), protection);
    int protocol = protection == Protection.CLEAR ? IpProtocol.MOBILITY : IpProtocol.ESP;
    if (direct && routing) {
      out(
          fromAgent(
              PacketEncoder.ipv6(
                  agent(),
                  place.seen(),
                  IpProtocol.ROUTING,
                  PacketEncoder.routingHeader(protocol, node.home, content))));
      return;
    }
    byte[] inner = PacketEncoder.ipv6(agent(), node.home, protocol, content);
    if (home) {
      out(fromAgent(inner));
    } else if (direct) {
      out(fromAgent(PacketEncoder.ipv6(agent(), to, IpProtocol.IPV6, inner)));
    } else if (overUdp) {
      udpToUe(place, Dsmip.PORT, inner);
    } else {
      IpAddress from = agentAt(place);
      out(fromAgent(packet(from, place.seen(), IpProtocol.IPV6, inner)));
    }
  }

  /** HoTI, CoTI, HoT and CoT with a correspondent node; the home test through the home agent. */
  private void returnRoutability(MobileNode node) {
    IpAddress correspondent = other("a correspondent node");
    IpAddress careOf = node.place.seen();
    long cookie = node.home.low() ^ correspondent.low();
    byte[] hoti =
        PacketEncoder.ipv6(
            node.home,
            correspondent,
            IpProtocol.MOBILITY,
            MobilityEncoder.homeTestInit(cookie).encode(node.home, correspondent));
    byte[] hot =
        PacketEncoder.ipv6(
            correspondent,
            node.home,
            IpProtocol.MOBILITY,
            MobilityEncoder.homeTest(1, cookie, ~cookie).encode(correspondent, node.home));
    byte[] coti =
        PacketEncoder.ipv6(
            careOf,
            correspondent,
            IpProtocol.MOBILITY,
            MobilityEncoder.careOfTestInit(cookie + 1).encode(careOf, correspondent));
    byte[] cot =
        PacketEncoder.ipv6(
            correspondent,
            careOf,
            IpProtocol.MOBILITY,
            MobilityEncoder.careOfTest(1, cookie + 1, cookie ^ -2).encode(correspondent, careOf));
    out(toAgent(PacketEncoder.ipv6(careOf, agent(), IpProtocol.IPV6, hoti)));
    out(toAgent(coti));
    later(1, () -> out(fromAgent(PacketEncoder.ipv6(agent(), careOf, IpProtocol.IPV6, hot))));
    later(1, () -> out(fromAgent(cot)));
  }

  // ---- beside it -----------------------------------------------------------------------------

  private static final UpdateFlag[] PROXY = {UpdateFlag.H, UpdateFlag.P};

  private int proxySequence;

  /** Proxy Binding Update, RFC 5213: the gateway registers, the UE does not know. */
  private void proxyUpdate() {
    IpAddress gateway = other("a mobile access gateway");
    MobileNode node = node();
    proxySequence++;
    MobilityEncoder update =
        MobilityEncoder.bindingUpdate(proxySequence, EnumSet.of(UpdateFlag.A, PROXY), 300);
    proxy(update, node);
    byte[] message = update.encode(gateway, agent());
    out(toAgent(PacketEncoder.ipv6(gateway, agent(), IpProtocol.MOBILITY, message)));
  }

  private void proxyAcknowledgement() {
    IpAddress gateway = other("a mobile access gateway");
    MobilityEncoder answer =
        MobilityEncoder.bindingAcknowledgement(
            0, EnumSet.of(AcknowledgementFlag.P), proxySequence, 300);
    proxy(answer, node());
    byte[] message = answer.encode(agent(), gateway);
    out(fromAgent(PacketEncoder.ipv6(agent(), gateway, IpProtocol.MOBILITY, message)));
  }

  private static void proxy(MobilityEncoder message, MobileNode node) {
    byte[] identity = (node.name + "@example.org").getBytes(StandardCharsets.US_ASCII);
    byte[] prefix = new byte[18];
    prefix[1] = 64;
    System.arraycopy(node.home.bytes(), 0, prefix, 2, 8);
    message
        .with(MobilityEncoder.mobileNodeIdentifier(1, identity))
        .with(MobilityEncoder.raw(22, prefix, 8, 4));
  }

  /** An ICMPv6 echo request of the UE to somebody, through the tunnel's end. */
  private void data(MobileNode node) {
    move(node);
    IpAddress to = words.taken("to") ? other("a node") : agent();
    byte[] echo = new byte[16];
    echo[0] = (byte) ICMPV6_ECHO_REQUEST;
    echo[7] = 1;
    byte[] packet = icmp(node.home, to, echo);
    Place place = node.place;
    if (place.seen().v4()) {
      udpFromUe(place, Dsmip.PORT, packet);
    } else if (place.address().equals(node.home)) {
      out(toAgent(packet));
    } else {
      out(toAgent(PacketEncoder.ipv6(place.seen(), agent(), IpProtocol.IPV6, packet)));
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
    IpAddress router = other("a router");
    if (!words.taken("quoting")) {
      throw words.error("`quoting` is missing");
    }
    byte[] frame = quoted();
    byte[] about = PacketEncoder.join(new byte[8], Arrays.copyOfRange(frame, 14, frame.length));
    about[0] = ICMPV6_UNREACHABLE;
    IpAddress to = IpAddress.v6(Slice.of(frame), 14 + 8);
    out(toAgent(icmp(router, to, about)));
  }

  /** A frame by its number among those so far. */
  private byte[] quoted() {
    List<Sent> sorted = new ArrayList<>(sent);
    sorted.sort(Comparator.comparingLong(Sent::nanos));
    return sorted.get(words.number("a frame number", 1, sorted.size()) - 1).octets().bytes();
  }
}
