package org.roamscope.samples;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.mobility.Dsmip;
import org.roamscope.mobility.MobilityEncoder;
import org.roamscope.mobility.MobilityEncoder.AcknowledgementFlag;
import org.roamscope.mobility.MobilityEncoder.UpdateFlag;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.PacketEncoder;

/** The lines of a scenario that are Mobile IPv6. */
final class MobilityLines {
  private static final int ICV = 12;

  /** Nobody has the key, so that any octets will do. */
  private static final Slice AUTHENTICATOR = Slice.of(Hex.parse("0a0b0c0d0e0f101112131415"));

  /** How the Mobility Header of a packet is protected. */
  private enum Protection {
    CLEAR,
    ENCRYPTED,
    NULL_ENCRYPTED
  }

  private final Scene scene;

  MobilityLines(Scene scene) {
    this.scene = scene;
  }

  /** Binding Refresh Request. */
  void refreshRequest(MobileNode node) {
    toUe(node, MobilityEncoder.bindingRefreshRequest(), Protection.CLEAR);
  }

  /** Binding Error, to the care-of address. */
  void bindingError(MobileNode node) {
    int status = scene.words.taken("status") ? scene.words.number("the status", 0, 255) : 1;
    IpAddress agent = scene.agent();
    IpAddress careOf = node.bindingPlace.seen();
    byte[] message = MobilityEncoder.bindingError(status, node.home).encode(agent, careOf);
    scene.out(Scene.fromAgent(PacketEncoder.ipv6(agent, careOf, IpProtocol.MOBILITY, message)));
  }

  void bindingUpdate(MobileNode node) {
    scene.move(node);
    Set<UpdateFlag> flags = EnumSet.of(UpdateFlag.A, UpdateFlag.H);
    Protection protection = Protection.CLEAR;
    IpAddress correspondent = null;
    IpAddress home4 = null;
    boolean options = true;
    IpAddress alternate = null;
    int prefixLength = 32;
    List<MobilityEncoder.Option> extra = new ArrayList<>();
    node.sequence = node.sequence + 1 & 0xffff;
    node.lifetimeSeconds = 600;
    while (scene.words.more()) {
      String word = scene.words.take("");
      switch (word) {
        case "to" -> {
          correspondent = scene.other("a correspondent node");
          flags.remove(UpdateFlag.H);
        }
        case "seq" -> node.sequence = scene.words.number("the sequence number", 0, 65535);
        case "lifetime" -> node.lifetimeSeconds = scene.words.number("the lifetime", 0, 65535 * 4);
        case "ipv4-home" -> home4 = scene.words.address("the IPv4 home address");
        case "ipv4-prefix" -> prefixLength = scene.words.number("the prefix length", 0, 63);
        case "bare" -> options = false;
        case "no-A" -> flags.remove(UpdateFlag.A);
        case "option" -> extra.add(option());
        case "alternate" -> alternate = scene.words.address("the alternate care-of address");
        case "encrypted" -> protection = Protection.ENCRYPTED;
        case "esp-null" -> protection = Protection.NULL_ENCRYPTED;
        case "K", "L", "M", "R", "F", "T", "B", "S", "D" -> flags.add(UpdateFlag.valueOf(word));
        default -> throw scene.words.error("unknown word: " + word);
      }
    }
    MobilityEncoder update =
        MobilityEncoder.bindingUpdate(node.sequence, flags, seconds(node.lifetimeSeconds));
    if (home4 != null) {
      update.with(MobilityEncoder.ipv4HomeAddress(home4, prefixLength));
    }
    Place place = node.place;
    if (options && place.address().v4()) {
      update.with(MobilityEncoder.ipv4CareOfAddress(place.address()));
    } else if (options && !place.address().equals(node.home)) {
      update.with(
          MobilityEncoder.alternateCareOfAddress(alternate == null ? place.address() : alternate));
    }
    extra.forEach(update::with);
    if (correspondent != null && options) {
      update
          .with(MobilityEncoder.nonceIndices(1, 1))
          .with(MobilityEncoder.bindingAuthorizationData(AUTHENTICATOR.bytes()));
    }
    if (correspondent == null) {
      node.bindingPlace = place;
    }
    IpAddress to = correspondent == null ? scene.agent() : correspondent;
    byte[] content = protect(node, update.encode(node.home, to), protection);
    int protocol = protection == Protection.CLEAR ? IpProtocol.MOBILITY : IpProtocol.ESP;
    if (place.address().v4()) {
      scene.udpFromUe(place, Dsmip.PORT, PacketEncoder.ipv6(node.home, to, protocol, content));
    } else if (place.address().equals(node.home)) {
      scene.out(Scene.toAgent(PacketEncoder.ipv6(node.home, to, protocol, content)));
    } else {
      byte[] packet =
          PacketEncoder.ipv6(
              place.seen(),
              to,
              IpProtocol.DESTINATION,
              PacketEncoder.homeAddress(protocol, node.home, content));
      scene.out(Scene.toAgent(packet));
    }
  }

  /** A mobility option as given: type and data. */
  private MobilityEncoder.Option option() {
    int type = scene.words.number("the option type", 2, 255);
    String data = scene.words.take("the option's data");
    try {
      return MobilityEncoder.raw(type, Hex.parse(data.equals("-") ? "" : data), 1, 0);
    } catch (IllegalArgumentException e) {
      throw scene.words.error("octets cannot be read: " + data);
    }
  }

  /** A Mobility Header of the UE to its home agent as given; only its checksum is put in. */
  void header(MobileNode node, byte[] message) {
    if (message.length < 6) {
      throw scene.words.error("a Mobility Header has 6 octets at least");
    }
    int sum =
        PacketEncoder.transportChecksum(node.home, scene.agent(), IpProtocol.MOBILITY, message);
    message[4] = (byte) (sum >>> 8);
    message[5] = (byte) sum;
    scene.out(
        Scene.toAgent(
            PacketEncoder.ipv6(
                node.place.seen(),
                scene.agent(),
                IpProtocol.DESTINATION,
                PacketEncoder.homeAddress(IpProtocol.MOBILITY, node.home, message))));
  }

  private int seconds(int lifetime) {
    if (lifetime % 4 != 0) {
      throw scene.words.error("a lifetime is a multiple of 4 seconds");
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

  void bindingAcknowledgement(MobileNode node) {
    Set<AcknowledgementFlag> flags = EnumSet.noneOf(AcknowledgementFlag.class);
    Protection protection = Protection.CLEAR;
    List<MobilityEncoder.Option> options = new ArrayList<>();
    int status = 0;
    int sequence = node.sequence;
    int lifetime = -1;
    Place to = node.bindingPlace;
    boolean routing = true;
    boolean udp = true;
    while (scene.words.more()) {
      String word = scene.words.take("");
      switch (word) {
        case "status" -> status = scene.words.number("the status", 0, 255);
        case "seq" -> sequence = scene.words.number("the sequence number", 0, 65535);
        case "lifetime" -> lifetime = scene.words.number("the lifetime", 0, 65535 * 4);
        case "nat" -> options.add(nat());
        case "ipv4" -> {
          int result = scene.words.number("the status of the IPv4 address", 0, 255);
          IpAddress address = scene.words.address("the IPv4 home address");
          options.add(MobilityEncoder.ipv4AddressAcknowledgement(result, address, 32));
        }
        case "option" -> options.add(option());
        case "advice" ->
            options.add(
                MobilityEncoder.bindingRefreshAdvice(
                    seconds(scene.words.number("the interval", 0, 65535 * 4))));
        case "at" -> to = scene.place(node);
        case "no-routing-header" -> routing = false;
        case "not-over-udp" -> udp = false;
        case "encrypted" -> protection = Protection.ENCRYPTED;
        case "esp-null" -> protection = Protection.NULL_ENCRYPTED;
        case "K", "R", "T", "B", "S", "D" -> flags.add(AcknowledgementFlag.valueOf(word));
        default -> throw scene.words.error("unknown word: " + word);
      }
    }
    int granted = lifetime >= 0 ? lifetime : status < 128 ? node.lifetimeSeconds : 0;
    MobilityEncoder answer =
        MobilityEncoder.bindingAcknowledgement(status, flags, sequence, seconds(granted));
    options.forEach(answer::with);
    toUe(node, to, answer, protection, routing, udp);
  }

  private MobilityEncoder.Option nat() {
    String f = scene.words.take("F or f");
    long refresh =
        scene.words.taken("none") ? 0xffffffffL : scene.words.number("refresh time", 0, 1 << 30);
    return switch (f) {
      case "F" -> MobilityEncoder.natDetectionForced(refresh);
      case "f" -> MobilityEncoder.natDetection(refresh);
      default -> throw scene.words.error("F (set) or f (clear) is missing: " + f);
    };
  }

  private void toUe(MobileNode node, MobilityEncoder message, Protection protection) {
    toUe(node, node.bindingPlace, message, protection, true, true);
  }

  private void toUe(
      MobileNode node,
      Place place,
      MobilityEncoder message,
      Protection protection,
      boolean routing,
      boolean overUdp) {
    boolean home = place.address().equals(node.home);
    boolean direct = !place.seen().v4() && !home;
    byte[] content = protect(node, message.encode(scene.agent(), node.home), protection);
    int protocol = protection == Protection.CLEAR ? IpProtocol.MOBILITY : IpProtocol.ESP;
    if (direct && routing) {
      scene.out(
          Scene.fromAgent(
              PacketEncoder.ipv6(
                  scene.agent(),
                  place.seen(),
                  IpProtocol.ROUTING,
                  PacketEncoder.routingHeader(protocol, node.home, content))));
      return;
    }
    byte[] inner = PacketEncoder.ipv6(scene.agent(), node.home, protocol, content);
    if (home) {
      scene.out(Scene.fromAgent(inner));
    } else if (direct) {
      // Without a routing header the home address stands in the inner header of a tunnel.
      scene.out(
          Scene.fromAgent(PacketEncoder.ipv6(scene.agent(), place.seen(), IpProtocol.IPV6, inner)));
    } else if (overUdp) {
      scene.udpToUe(place, Dsmip.PORT, inner);
    } else {
      IpAddress from = scene.agentAt(place);
      scene.out(Scene.fromAgent(scene.packet(from, place.seen(), IpProtocol.IPV6, inner)));
    }
  }

  /** HoTI, CoTI, HoT and CoT with a correspondent node; the home test through the home agent. */
  void returnRoutability(MobileNode node) {
    IpAddress correspondent = scene.other("a correspondent node");
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
    scene.out(Scene.toAgent(PacketEncoder.ipv6(careOf, scene.agent(), IpProtocol.IPV6, hoti)));
    scene.out(Scene.toAgent(coti));
    scene.later(
        1,
        () ->
            scene.out(
                Scene.fromAgent(PacketEncoder.ipv6(scene.agent(), careOf, IpProtocol.IPV6, hot))));
    scene.later(1, () -> scene.out(Scene.fromAgent(cot)));
  }

  private static final UpdateFlag[] PROXY = {UpdateFlag.H, UpdateFlag.P};

  private int proxySequence;

  /** Proxy Binding Update, RFC 5213: the gateway registers, the UE does not know. */
  void proxyUpdate() {
    IpAddress gateway = scene.other("a mobile access gateway");
    MobileNode node = scene.node();
    proxySequence++;
    MobilityEncoder update =
        MobilityEncoder.bindingUpdate(proxySequence, EnumSet.of(UpdateFlag.A, PROXY), 300);
    proxy(update, node);
    byte[] message = update.encode(gateway, scene.agent());
    scene.out(
        Scene.toAgent(PacketEncoder.ipv6(gateway, scene.agent(), IpProtocol.MOBILITY, message)));
  }

  void proxyAcknowledgement() {
    IpAddress gateway = scene.other("a mobile access gateway");
    MobilityEncoder answer =
        MobilityEncoder.bindingAcknowledgement(
            0, EnumSet.of(AcknowledgementFlag.P), proxySequence, 300);
    proxy(answer, scene.node());
    byte[] message = answer.encode(scene.agent(), gateway);
    scene.out(
        Scene.fromAgent(PacketEncoder.ipv6(scene.agent(), gateway, IpProtocol.MOBILITY, message)));
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
}
