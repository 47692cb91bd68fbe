package org.roamscope.samples;

import org.roamscope.net.PacketEncoder;
import org.roamscope.samples.IkeBytes.Spis;
import org.roamscope.samples.MobileNode.Sa;

/** The lines of a scenario that are IKE. */
final class IkeLines {
  static final int EMPTY_INFORMATIONAL = 57;
  static final int DELETE_INFORMATIONAL = 65;

  /** With UPDATE_SA_ADDRESSES and two NAT detection notifies. */
  static final int MOBIKE_INFORMATIONAL = 129;

  private static final int INFORMATIONAL_1_OCTETS = 92;
  private static final int IKE = 500;
  private static final int IKE_NAT = 4500;

  private final Scene scene;

  IkeLines(Scene scene) {
    this.scene = scene;
  }

  private void ikeFromUe(Place place, byte[] message) {
    boolean marked = place.natted() && message[18] != IkeBytes.IKE_SA_INIT;
    scene.udpFromUe(place, marked ? IKE_NAT : IKE, marked ? IkeBytes.marked(message) : message);
  }

  private void ikeToUe(Place place, byte[] message) {
    boolean marked = place.natted() && message[18] != IkeBytes.IKE_SA_INIT;
    scene.udpToUe(place, marked ? IKE_NAT : IKE, marked ? IkeBytes.marked(message) : message);
  }

  Sa sa(MobileNode node, int version) {
    String name =
        scene.words.taken("sa")
            ? scene.words.take("a name")
            : Integer.toString(node.sas.size() + 1);
    if (node.sas.stream().anyMatch(other -> other.name.equals(name))) {
      throw scene.words.error("a second SA " + name);
    }
    long seed = (scene.page.name() + "/" + node.name + "/" + name).hashCode();
    byte[] noise = PacketEncoder.opaque(seed, 16);
    long initiator = long64(noise, 0);
    long responder = long64(noise, 8);
    if (scene.words.taken("spi")) {
      initiator = scene.words.read("a SPI", text -> Long.parseUnsignedLong(text, 16));
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
    if (scene.words.taken("sa")) {
      String name = scene.words.take("a name");
      return node.sas.stream()
          .filter(sa -> sa.name.equals(name))
          .findFirst()
          .orElseThrow(() -> scene.words.error("no such SA: " + name));
    }
    if (node.sas.isEmpty()) {
      throw scene.words.error(node.name + " has no IKE SA");
    }
    return node.sas.getLast();
  }

  void initiate(MobileNode node) {
    scene.move(node);
    Sa sa = sa(node, 2);
    boolean cookie = scene.words.taken("cookie");
    boolean lost = scene.words.taken("lost");
    boolean refused = scene.words.taken("refused");
    Place place = node.place;
    IkeBytes.Ends there = new IkeBytes.Ends(place.address(), IKE, scene.agentAt(place), IKE);
    IkeBytes.Ends back =
        new IkeBytes.Ends(scene.agentAt(place), IKE, place.seen(), place.port(IKE));
    byte[] request = IkeBytes.initRequest(sa.spis.initiator(), false, there);
    repeat(() -> ikeFromUe(place, request));
    node.sas.add(sa);
    sa.nextUeMessage = 1;
    if (lost) {
      return;
    }
    if (refused) {
      scene.later(1, () -> ikeToUe(place, IkeBytes.refusal(sa.spis.initiator())));
      return;
    }
    if (cookie) {
      scene.later(1, () -> ikeToUe(place, IkeBytes.cookieResponse(sa.spis.initiator())));
      byte[] again = IkeBytes.initRequest(sa.spis.initiator(), true, there);
      scene.later(2, () -> ikeFromUe(place, again));
    }
    scene.later(cookie ? 3 : 1, () -> ikeToUe(place, IkeBytes.initResponse(sa.spis, back)));
  }

  void authenticate(MobileNode node) {
    Sa sa = chosen(node);
    long time = scene.now;
    scene.now = Math.max(scene.now, scene.sent.getLast().nanos() + Scene.STEP_NANOS);
    byte[] request =
        IkeBytes.sealed(sa.spis, IkeBytes.IKE_AUTH, IkeBytes.INITIATOR, sa.nextUeMessage, 297);
    byte[] response =
        IkeBytes.sealed(sa.spis, IkeBytes.IKE_AUTH, IkeBytes.RESPONSE, sa.nextUeMessage, 229);
    sa.nextUeMessage++;
    ikeFromUe(node.place, request);
    scene.later(1, () -> ikeToUe(node.place, response));
    scene.now = time;
  }

  /** Takes {@code repeat N every SECONDS} and sends that often more. */
  private void repeat(Runnable send) {
    send.run();
    if (scene.words.taken("repeat")) {
      int times = scene.words.number("how often", 1, 20);
      if (!scene.words.taken("every")) {
        throw scene.words.error("`every` is missing");
      }
      long gap = scene.words.nanos("the interval");
      long begin = scene.now;
      for (int i = 0; i < times; i++) {
        scene.now += gap;
        send.run();
      }
      scene.now = begin;
    }
  }

  /** Requests of the UE that the capture lost: their ids are used up. */
  void skip(MobileNode node) {
    chosen(node).nextUeMessage += scene.words.number("requests", 1, 1000);
  }

  void ueRequest(int octets) {
    MobileNode node = scene.node();
    scene.move(node);
    Sa sa = chosen(node);
    int size = scene.words.taken("size") ? scene.words.number("octets", 57, 1200) : octets;
    boolean lost = scene.words.taken("lost");
    Place place = node.place;
    int number = sa.nextUeMessage++;
    sa.lastExchange = IkeBytes.INFORMATIONAL;
    sa.lastMessage = number;
    byte[] request = informational(sa, IkeBytes.INITIATOR, number, size);
    byte[] response =
        informational(sa, IkeBytes.INITIATOR ^ 0x28, sa.version == 1 ? ~number : number, 57);
    repeat(() -> ikeFromUe(place, request));
    if (!lost) {
      scene.later(1, () -> ikeToUe(place, response));
    }
  }

  void agentRequest(int octets) {
    MobileNode node = scene.node();
    Place place = scene.words.taken("to") ? scene.place(node) : node.place;
    Sa sa = chosen(node);
    boolean lost = scene.words.taken("lost");
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
      scene.later(1, () -> ikeFromUe(place, response));
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
  void rekey(MobileNode node) {
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
    scene.later(1, () -> ikeToUe(place, response));
    scene.later(
        2,
        () ->
            ikeFromUe(
                place, informational(old, IkeBytes.INITIATOR, number + 1, DELETE_INFORMATIONAL)));
    scene.later(
        3,
        () ->
            ikeToUe(place, informational(old, IkeBytes.RESPONSE, number + 1, EMPTY_INFORMATIONAL)));
    node.sas.add(sa);
  }

  void invalidSpi(MobileNode node) {
    Place place = scene.words.taken("to") ? scene.place(node) : node.place;
    Sa sa = chosen(node);
    ikeToUe(place, IkeBytes.invalidSpi(sa.spis, sa.lastExchange, sa.lastMessage));
  }

  /** IKEv1 main mode and quick mode. */
  void mainMode(MobileNode node) {
    scene.move(node);
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
      scene.later(
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
}
