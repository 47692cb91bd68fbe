package org.roamscope.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.IpAddress;
import org.roamscope.field.ProblemKind;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.ipsec.NatKeepalive;
import org.roamscope.mobility.AlternateCareOfAddress;
import org.roamscope.mobility.BindingAcknowledgement;
import org.roamscope.mobility.BindingUpdate;
import org.roamscope.mobility.Ipv4AddressAcknowledgement;
import org.roamscope.mobility.Ipv4CareOfAddress;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.mobility.NatDetection;
import org.roamscope.net.Opaque;
import org.roamscope.net.ServiceTag;
import org.roamscope.net.VlanTag;

class DissectorTest {
  private static final int RAW = 101;
  private static final int ETHERNET = 1;

  private static Dissection raw(byte[] packet) {
    return Dissector.dissect(RAW, Slice.of(packet), null);
  }

  private static MobilityHeader mobility(Dissection dissection) {
    return dissection.first(MobilityHeader.class).orElseThrow();
  }

  @Test
  void bindingUpdateFromForeignLink() {
    Dissection dissection = raw(Vectors.V1);
    MobilityHeader header = mobility(dissection);
    BindingUpdate update = (BindingUpdate) header.message();
    assertThat(dissection.problems()).isEmpty();
    assertThat(header.checksum()).isEqualTo(ChecksumStatus.GOOD);
    assertThat(update.sequence()).isEqualTo(7);
    assertThat(update.keyManagement()).isTrue();
    assertThat(update.homeRegistration()).isTrue();
    assertThat(update.acknowledge()).isTrue();
    assertThat(update.proxy()).isFalse();
    assertThat(update.lifetimeSeconds()).isEqualTo(400);
    assertThat(update.options()).hasSize(2);
    assertThat(((AlternateCareOfAddress) update.options().get(1)).address())
        .hasToString("2001:db8:1::1");
    IpScope scope = dissection.inner().orElseThrow();
    assertThat(scope.source()).hasToString("2001:db8:1::1");
    assertThat(scope.effectiveSource()).hasToString("2001:db8:aa::1");
  }

  @Test
  void bindingAcknowledgementWithRoutingHeader() {
    Dissection dissection = raw(Vectors.V2);
    BindingAcknowledgement answer = (BindingAcknowledgement) mobility(dissection).message();
    assertThat(dissection.problems()).isEmpty();
    assertThat(mobility(dissection).checksum()).isEqualTo(ChecksumStatus.GOOD);
    assertThat(answer.status()).isZero();
    assertThat(answer.keyManagement()).isTrue();
    assertThat(answer.lifetimeSeconds()).isEqualTo(400);
    assertThat(dissection.inner().orElseThrow().effectiveDestination())
        .hasToString("2001:db8:aa::1");
  }

  @Test
  void dsmipv6BothWays() {
    Dissection asked = raw(Vectors.V7);
    assertThat(mobility(asked).checksum()).isEqualTo(ChecksumStatus.GOOD);
    assertThat(asked.scopes()).hasSize(2);
    assertThat(asked.problems()).isEmpty();
    assertThat(mobility(asked).message().options())
        .anySatisfy(option ->
            assertThat(option)
                .isInstanceOfSatisfying(
                    Ipv4CareOfAddress.class,
                    careOf -> assertThat(careOf.address()).hasToString("192.0.2.10")));
    Dissection given = raw(Vectors.V8);
    assertThat(mobility(given).message().options())
        .anySatisfy(option ->
            assertThat(option)
                .isInstanceOfSatisfying(
                    NatDetection.class,
                    nat -> {
                      assertThat(nat.force()).isFalse();
                      assertThat(nat.refreshSeconds()).isEqualTo(110);
                    }))
        .anySatisfy(option ->
            assertThat(option)
                .isInstanceOfSatisfying(
                    Ipv4AddressAcknowledgement.class,
                    granted -> assertThat(granted.address()).hasToString("10.1.2.3")));
  }

  @Test
  void nullEncryptionIsReadAndEncryptionIsNot() {
    Dissection readable = raw(Vectors.V4);
    assertThat(readable.protectedByEsp()).isTrue();
    assertThat(readable.first(EspHeader.class).orElseThrow().spi()).isEqualTo(0x1001);
    assertThat(((BindingUpdate) mobility(readable).message()).sequence()).isEqualTo(7);
    Dissection closed = raw(Vectors.V5);
    assertThat(closed.protectedByEsp()).isFalse();
    assertThat(closed.first(MobilityHeader.class)).isEmpty();
    assertThat(closed.first(EspHeader.class).orElseThrow().spi()).isEqualTo(0x1002);
    assertThat(closed.inner().orElseThrow().homeAddressOption())
        .isEqualTo(IpAddress.parse("2001:db8:aa::1"));
  }

  @Test
  void ikeBehindTheMarkerAndKeepalive() {
    IkeMessage message = raw(Vectors.V9).first(IkeMessage.class).orElseThrow();
    assertThat(message.initiatorSpi()).isEqualTo(0x1122334455667788L);
    assertThat(message.exchangeType()).isEqualTo(34);
    assertThat(raw(Vectors.V10).first(NatKeepalive.class)).isPresent();
    assertThat(raw(Vectors.V10).first(IkeMessage.class)).isEmpty();
  }

  @Test
  void wrongChecksumIsAProblemAtItsPlace() {
    byte[] packet = Vectors.V1.clone();
    packet[72] ^= 1; // a bit of the sequence number
    Dissection dissection = raw(packet);
    assertThat(mobility(dissection).checksum()).isEqualTo(ChecksumStatus.BAD);
    assertThat(dissection.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(ProblemKind.CHECKSUM);
          assertThat(problem.field()).isEqualTo("mip6.csum");
          assertThat(problem.span().firstByte()).isEqualTo(68);
        });
  }

  @Test
  void cutByTheCaptureIsNotWrongOnTheWire() {
    byte[] head = Arrays.copyOf(Vectors.V1, 80);
    Dissection dissection = Dissector.dissect(RAW, Slice.of(head, Vectors.V1.length), null);
    assertThat(mobility(dissection).checksum()).isEqualTo(ChecksumStatus.UNVERIFIABLE);
    assertThat(((BindingUpdate) mobility(dissection).message()).keyManagement()).isTrue();
    assertThat(dissection.problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.CUT_BY_CAPTURE));
  }

  @Test
  void vlanTagsStackAndAreCapped() {
    String ethernet = "020000000001020000000002";
    Dissection two =
        Dissector.dissect(
            ETHERNET,
            Slice.of(
                Hex.parse(ethernet + "88a800c8" + "81000064" + "86dd" + Hex.plain(Vectors.V3))),
            null);
    assertThat(two.first(ServiceTag.class).orElseThrow().type()).isEqualTo(0x8100);
    assertThat(two.first(VlanTag.class).orElseThrow().type()).isEqualTo(0x86dd);
    assertThat(mobility(two).checksum()).isEqualTo(ChecksumStatus.GOOD);
    Dissection many =
        Dissector.dissect(
            ETHERNET, Slice.of(Hex.parse(ethernet + "81000001".repeat(40) + "86dd")), null);
    assertThat(many.problems()).anyMatch(problem -> problem.kind() == ProblemKind.LIMIT);
  }

  @Test
  void nestingIsCapped() {
    String tunnel = "4500ffff000000000004000001020304" + "05060708";
    Dissection deep = raw(Hex.parse(tunnel.repeat(30)));
    assertThat(deep.scopes()).hasSize(Dissector.MAX_IP_DEPTH);
    assertThat(deep.problems()).anyMatch(problem -> problem.kind() == ProblemKind.LIMIT);
    String header = "6000000008003c40" + "00".repeat(32);
    Dissection chain = raw(Hex.parse(header + "3c00010400000000".repeat(256)));
    assertThat(chain.problems()).anyMatch(problem -> problem.kind() == ProblemKind.LIMIT);
  }

  @Test
  void unknownIsShownAsUnknown() {
    Dissection dissection = Dissector.dissect(147, Slice.of(new byte[] {1, 2, 3}), null);
    assertThat(dissection.elements())
        .singleElement()
        .isInstanceOfSatisfying(
            Opaque.class,
            opaque -> {
              assertThat(opaque.title()).isEqualTo("Link type 147");
              assertThat(opaque.slice().length()).isEqualTo(3);
            });
  }

  /** Every truncation and every flipped bit of every vector: a result, and every span inside. */
  @Test
  void totality() {
    for (byte[] vector : Vectors.ALL) {
      for (int length = 0; length <= vector.length; length++) {
        check(Arrays.copyOf(vector, length), vector.length);
        check(Arrays.copyOf(vector, length), length);
      }
      for (int bit = 0; bit < vector.length * 8; bit++) {
        byte[] flipped = vector.clone();
        flipped[bit / 8] ^= (byte) (0x80 >> bit % 8);
        check(flipped, flipped.length);
      }
    }
  }

  private static void check(byte[] packet, long claimed) {
    Dissection dissection = Dissector.dissect(RAW, Slice.of(packet, claimed), null);
    dissection.elements().forEach(element -> inside(DetailNode.of(element), packet.length));
    dissection
        .problems()
        .forEach(
            problem -> assertThat(problem.span().endByte()).isLessThanOrEqualTo(packet.length));
  }

  private static void inside(DetailNode node, int length) {
    assertThat(node.span().bit()).isNotNegative();
    assertThat(node.span().endByte()).isLessThanOrEqualTo(length);
    List<DetailNode> children = node.children();
    children.forEach(child -> inside(child, length));
  }
}
