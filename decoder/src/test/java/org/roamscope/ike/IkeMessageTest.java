package org.roamscope.ike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.field.ProblemKind;

class IkeMessageTest {
  private static IkeMessage read(byte[] octets) {
    IkeDissection dissection = IkeDissector.dissect(Slice.of(octets));
    assertThat(dissection.problems()).isEmpty();
    return message(dissection);
  }

  private static IkeMessage message(IkeDissection dissection) {
    IkeMessage message = dissection.message();
    if (message == null) {
      throw new AssertionError("no message");
    }
    return message;
  }

  private static <P extends IkePayload> List<P> all(IkeMessage message, Class<P> type) {
    return message.parts().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** What belongs inside SK, in the clear: all that is wrong with it. */
  private static IkeMessage inside() {
    IkeDissection dissection = IkeDissector.dissect(Slice.of(LabMessages.inside()));
    assertThat(dissection.problems())
        .extracting(problem -> problem.kind() + " " + problem.field())
        .containsOnly(
            "VALUE isakmp.exchangetype",
            "VALUE isakmp.typepayload",
            "DUPLICATE isakmp.typepayload");
    return message(dissection);
  }

  @Test
  void readsABareHeader() {
    IkeMessage message =
        read(
            Hex.parse(
                """
                1122334455667788  initiator SPI
                0000000000000000  responder SPI
                21 20 22 08       SA, version 2.0, IKE_SA_INIT, I
                00000000          message ID
                0000001c          length
                """
                    .replaceAll("(?m)  +.*$", "")
                    .replace("21 20", "00 20")));
    assertThat(message.initiatorSpi()).isEqualTo(0x1122334455667788L);
    assertThat(message.responderSpi()).isZero();
    assertThat(message.majorVersion()).isEqualTo(2);
    assertThat(message.exchangeType()).isEqualTo(IkeMessage.IKE_SA_INIT);
    assertThat(message.request()).isTrue();
    assertThat(message.fromOriginalInitiator()).isTrue();
    assertThat(message.encrypted()).isFalse();
    assertThat(message.messageId()).isZero();
    assertThat(message.claimedLength()).isEqualTo(28);
    assertThat(message.firstPayload()).isZero();
    assertThat(message.parts()).isEmpty();
    assertThat(message.info()).isEqualTo("IKE_SA_INIT MID=00 Initiator Request");
  }

  /** Vector V9: the header announces an SA payload and ends. */
  @Test
  void saysThatAnAnnouncedPayloadIsMissing() {
    IkeDissection dissection =
        IkeDissector.dissect(
            Slice.of(Hex.parse("1122334455667788 0000000000000000 21202208 00000000 0000001c")));
    assertThat(message(dissection).firstPayload()).isEqualTo(33);
    assertThat(dissection.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(ProblemKind.LENGTH);
          assertThat(problem.needed()).isEqualTo(4);
          assertThat(problem.available()).isZero();
        });
  }

  @Test
  void readsAnIkeSaInit() {
    IkeMessage message = read(LabMessages.recorded("v2-init-request"));
    assertThat(message.info()).isEqualTo("IKE_SA_INIT MID=00 Initiator Request");
    assertThat(message.parts())
        .extracting(IkePayload::type)
        .containsExactly(33, 34, 40, 41, 41, 41, 41, 41);
    assertThat(message.notifyTypes()).containsExactly(16388, 16389, 16430, 16431, 16406);
    Proposal proposal = all(message, SecurityAssociation.class).getFirst().proposals().getFirst();
    assertThat(proposal.number()).isEqualTo(1);
    assertThat(proposal.protocol()).isEqualTo(1);
    assertThat(proposal.spi().length()).isZero();
    assertThat(proposal.transforms()).extracting(Transform::type).containsExactly(1, 3, 2, 4);
    assertThat(proposal.transforms()).extracting(Transform::id).containsExactly(12, 2, 2, 14);
    Attribute keyLength = proposal.transforms().getFirst().attributes().getFirst();
    assertThat(keyLength.type()).isEqualTo(14);
    assertThat(keyLength.value().u16(0)).isEqualTo(128);
    KeyExchange exchange = all(message, KeyExchange.class).getFirst();
    assertThat(exchange.group()).isEqualTo(14);
    assertThat(exchange.data().length()).isEqualTo(256);
    assertThat(all(message, Nonce.class).getFirst().data().length()).isEqualTo(32);
    Slice hash = all(message, Notify.class).getFirst().data();
    assertThat(hash.bytes())
        .isEqualTo(NatHash.of(message.initiatorSpi(), 0, IpAddress.parse("2001:db8:a::a1"), 500));
  }

  @Test
  void readsACookie() {
    IkeMessage message = read(LabMessages.recorded("v2-cookie"));
    assertThat(message.info()).isEqualTo("IKE_SA_INIT MID=00 Responder Response");
    assertThat(message.request()).isFalse();
    assertThat(message.notifyTypes()).containsExactly(16390);
  }

  @Test
  void keepsAnEncryptedPayloadWhole() {
    IkeMessage message = read(LabMessages.recorded("v2-informational"));
    assertThat(message.info()).isEqualTo("INFORMATIONAL MID=04 Responder Response");
    assertThat(message.encrypted()).isTrue();
    assertThat(message.parts()).singleElement().isInstanceOf(Encrypted.class);
    assertThat(message.parts().getFirst().body().length()).isEqualTo(76 - 32);
  }

  @Test
  void readsAFragment() {
    IkeMessage message = read(LabMessages.recorded("v2-auth-fragment"));
    assertThat(message.info()).isEqualTo("IKE_AUTH MID=01 Initiator Request (fragment 1/2)");
    assertThat(message.fragment()).contains(new IkeFragment(0, 1, 2));
    assertThat(message.encrypted()).isTrue();
  }

  @Test
  void countsMessageIdsInDecimal() {
    IkeMessage message =
        read(IkeEncoder.encrypted(IkeEncoder.Sender.INITIATOR_REQUEST, 1, 2, 37, 11, 0, 76));
    assertThat(message.info()).isEqualTo("INFORMATIONAL MID=11 Initiator Request");
  }

  @Test
  void readsMainMode() {
    IkeMessage message = read(LabMessages.recorded("v1-main-1"));
    assertThat(message.majorVersion()).isEqualTo(1);
    assertThat(message.info()).isEqualTo("Identity Protection (Main Mode)");
    assertThat(message.request()).isTrue();
    assertThat(message.fromOriginalInitiator()).isFalse();
    assertThat(message.encrypted()).isFalse();
    Transform transform =
        all(message, SecurityAssociation.class)
            .getFirst()
            .proposals()
            .getFirst()
            .transforms()
            .getFirst();
    assertThat(transform.type()).isEqualTo(-1);
    assertThat(transform.id()).isEqualTo(1);
    assertThat(transform.attributes())
        .extracting(Attribute::title)
        .containsExactly(
            "Attribute Encryption-Algorithm (1)",
            "Attribute Key-Length (14)",
            "Attribute Hash-Algorithm (2)",
            "Attribute Group-Description (4)",
            "Attribute Authentication-Method (3)",
            "Attribute Life-Type (11)",
            "Attribute Life-Duration (12)");
    assertThat(all(message, VendorId.class)).hasSize(5);
  }

  @Test
  void keepsAnEncryptedIkev1BodyWhole() {
    IkeMessage message = read(LabMessages.recorded("v1-quick"));
    assertThat(message.info()).isEqualTo("Quick Mode");
    assertThat(message.encrypted()).isTrue();
    assertThat(message.parts())
        .singleElement()
        .satisfies(part -> {
          assertThat(part).isInstanceOf(OpaquePayload.class);
          assertThat(part.body().length()).isEqualTo(188 - 28);
          assertThat(part.title()).isEqualTo("Encrypted body");
        });
  }

  @Test
  void readsAnIkev1FragmentInTheClear() {
    IkeMessage message =
        message(
            IkeDissector.dissect(
                Slice.of(LabMessages.all().getOrDefault("made-fragment-v1", new byte[0]))));
    assertThat(message.fragment()).contains(new IkeFragment(7, 2, 2));
    assertThat(message.encrypted()).isTrue();
  }

  @Test
  void readsWhatIkeAuthCarries() {
    IkeMessage message = inside();
    assertThat(all(message, Identification.class))
        .extracting(Identification::identity)
        .containsExactly("ue@apn", "apn", "192.0.2.10", "2001:db8::1", "01:02");
    Configuration configuration = all(message, Configuration.class).getFirst();
    assertThat(configuration.kind()).isEqualTo(1);
    assertThat(configuration.attributes())
        .extracting(ConfigurationAttribute::type)
        .containsExactly(16, 16, 1, 0x123, 19);
    assertThat(shown(configuration.attributes().get(1)))
        .contains(
            "roam.cfg.mip6_home_prefix.lifetime=3600",
            "roam.cfg.mip6_home_prefix.prefix=2001:db8:aa::",
            "roam.cfg.mip6_home_prefix.length=64");
    assertThat(shown(configuration.attributes().get(4)))
        .contains("roam.cfg.home_agent_address.ipv4=198.51.100.1");
    TrafficSelectors selectors = all(message, TrafficSelectors.class).getFirst();
    assertThat(selectors.selectors()).hasSize(3);
    assertThat(selectors.selectors().getFirst().protocol()).isEqualTo(135);
    assertThat(selectors.selectors().getFirst().start()).contains(IpAddress.parse("2001:db8::"));
    assertThat(selectors.selectors().get(1).end()).contains(IpAddress.parse("255.255.255.255"));
    assertThat(selectors.selectors().get(2).start()).isEmpty();
    List<Eap> eap = all(message, Eap.class);
    assertThat(eap.getFirst().identity()).contains("user@a");
    assertThat(eap).extracting(Eap::method).containsExactly(1, 23, -1);
    Delete delete = all(message, Delete.class).getFirst();
    assertThat(delete.protocol()).isEqualTo(3);
    assertThat(delete.spis()).extracting(spi -> spi.u32(0)).containsExactly(0x1001L, 0x1002L);
    Notify rekey = all(message, Notify.class).getFirst();
    assertThat(rekey.title()).isEqualTo("Notify - REKEY_SA");
    assertThat(rekey.spi().u32(0)).isEqualTo(0x1001);
    assertThat(rekey.data().length()).isZero();
    assertThat(message.parts().getLast())
        .isInstanceOf(OpaquePayload.class)
        .extracting(Element::title)
        .isEqualTo("Unknown (99)");
  }

  @Test
  void readsADecryptedChain() {
    IkeMessage message = inside();
    IkeChain chain = IkeDissector.chain(2, 35, message.slice().from(28));
    assertThat(chain.problems())
        .as("made of more payloads than one message may have")
        .allMatch(problem -> problem.kind() == ProblemKind.DUPLICATE);
    assertThat(chain.payloads())
        .extracting(payload -> payload.title() + " " + payload.slice().span())
        .isEqualTo(
            message.parts().stream()
                .map(payload -> payload.title() + " " + payload.slice().span())
                .toList());
  }

  @Test
  void readsWhatIkev1CarriesInside() {
    IkeMessage message = read(LabMessages.insideV1());
    assertThat(message.notifyTypes()).containsExactly(36136);
    assertThat(all(message, Identification.class))
        .extracting(Identification::identity)
        .startsWith("192.0.2.10")
        .endsWith("2001:db8::1");
    Proposal proposal = all(message, SecurityAssociation.class).getFirst().proposals().getFirst();
    assertThat(proposal.spi().u32(0)).isEqualTo(0x1001);
    assertThat(
            proposal.parts().stream().flatMap(t -> t.parts().stream()).map(IkeMessageTest::shown))
        .anySatisfy(text -> assertThat(text).contains("isakmp.ipsec.attr.life_duration=3600"))
        .anySatisfy(
            text -> assertThat(text).contains("isakmp.ipsec.attr.encap_mode=Transport (2)"));
    assertThat(message.parts().getLast()).isInstanceOf(OpaquePayload.class);
  }

  private static String shown(Element element) {
    StringBuilder text = new StringBuilder();
    for (var field : element.layout().fields()) {
      text.append(field.filterName()).append('=').append(field.text(element.slice())).append('\n');
    }
    return text.toString();
  }
}
