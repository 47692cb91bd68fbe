package org.roamscope.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.Carriers.Carrier;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.mobility.BindingUpdate;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.net.Opaque;

/** What stands below signalling: every carrier is followed, and none of them throws. */
class CarrierTest {
  static final List<Carrier> CARRIERS = Carriers.ALL;

  private static Dissection dissect(int linkType, byte[] octets, long claimed) {
    return Dissector.dissect(linkType, Slice.of(octets, claimed), null);
  }

  private static Dissection dissect(Carrier carrier) {
    return dissect(carrier.linkType(), carrier.octets(), carrier.octets().length);
  }

  /** Values as a list of fields prints them, joined by commas. */
  private static String values(Dissection dissection, String field) {
    Map<String, List<Occurrence>> found = Fields.of(dissection, info -> info.name().equals(field));
    return found.getOrDefault(field, List.of()).stream()
        .map(occurrence -> occurrence.info().plain(occurrence.value()))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @FieldSource("CARRIERS")
  void everyCarrierIsFollowed(Carrier carrier) {
    Dissection dissection = dissect(carrier);
    MobilityHeader header = dissection.first(MobilityHeader.class).orElseThrow();
    assertThat(header.checksum()).isEqualTo(ChecksumStatus.GOOD);
    assertThat(((BindingUpdate) header.message()).sequence()).isEqualTo(8);
    assertThat(dissection.problems()).isEmpty();
    assertThat(dissection.inner().orElseThrow().source()).hasToString("2001:db8:aa::1");
  }

  /**
   * Addresses of what carries a packet are not those of the UE; those of a tunnel of its own may
   * be.
   */
  @ParameterizedTest
  @FieldSource("CARRIERS")
  void carriersHaveNoPartInTheSignalling(Carrier carrier) {
    int scopes = carrier.name().equals("6in4") ? 2 : 1;
    assertThat(dissect(carrier).scopes()).hasSize(scopes);
  }

  /** Every truncation and every flipped bit: a result, and every span inside its source. */
  @ParameterizedTest
  @FieldSource("CARRIERS")
  void totality(Carrier carrier) {
    byte[] frame = carrier.octets();
    for (int length = 0; length <= frame.length; length++) {
      check(carrier.linkType(), Arrays.copyOf(frame, length), frame.length);
      check(carrier.linkType(), Arrays.copyOf(frame, length), length);
    }
    for (int bit = 0; bit < frame.length * 8; bit++) {
      byte[] flipped = frame.clone();
      flipped[bit / 8] ^= (byte) (0x80 >> bit % 8);
      check(carrier.linkType(), flipped, flipped.length);
    }
  }

  private static void check(int linkType, byte[] frame, long claimed) {
    Dissection dissection = dissect(linkType, frame, claimed);
    dissection.elements().forEach(element -> inside(DetailNode.of(element)));
    dissection
        .problems()
        .forEach(problem -> assertThat(problem.span().endByte()).isLessThanOrEqualTo(frame.length));
    Fields.of(dissection, info -> true)
        .values()
        .forEach(values -> values.forEach(value -> value.info().plain(value.value())));
  }

  private static void inside(DetailNode node) {
    Slice source = node.source();
    assertThat(node.span().bit()).isNotNegative();
    assertThat(node.span().endByte()).isLessThanOrEqualTo(source.offset() + source.length());
    node.children().forEach(CarrierTest::inside);
  }

  @Test
  void mplsLabels() {
    Dissection mpls = dissect(Carriers.MPLS);
    assertThat(values(mpls, "mpls.label")).isEqualTo("100,200");
    assertThat(values(mpls, "mpls.exp")).isEqualTo("3,0");
    assertThat(values(mpls, "mpls.bottom")).isEqualTo("0,1");
    assertThat(values(mpls, "mpls.ttl")).isEqualTo("64,64");
  }

  @Test
  void vxlan() {
    Dissection vxlan = dissect(Carriers.VXLAN);
    assertThat(values(vxlan, "vxlan.flags")).isEqualTo("0x8808");
    assertThat(values(vxlan, "vxlan.flag_g")).isEqualTo("1");
    assertThat(values(vxlan, "vxlan.flag_i")).isEqualTo("1");
    assertThat(values(vxlan, "vxlan.flag_d")).isEqualTo("0");
    assertThat(values(vxlan, "vxlan.flag_a")).isEqualTo("1");
    assertThat(values(vxlan, "vxlan.gbp")).isEqualTo("17");
    assertThat(values(vxlan, "vxlan.vni")).isEqualTo("1193046");
    byte[] other = Carriers.VXLAN.octets();
    other[28] = 0x20;
    other[35] = 1;
    Dissection reserved = dissect(101, other, other.length);
    assertThat(values(reserved, "vxlan.flags_reserved")).isEqualTo("0x2000");
    assertThat(reserved.problems().getFirst().text()).startsWith("The I flag is set");
    assertThat(reserved.first(MobilityHeader.class)).isPresent();
    other[28] = 0x28;
    assertThat(dissect(101, other, other.length).problems().getFirst().text())
        .startsWith("The reserved bits are not zero");
  }

  @Test
  void pppoeSession() {
    Dissection pppoe = dissect(Carriers.PPPOE);
    assertThat(values(pppoe, "pppoe.session_id")).isEqualTo("0x0011");
    assertThat(values(pppoe, "pppoe.payload_length")).isEqualTo("58");
    assertThat(values(pppoe, "ppp.protocol")).isEqualTo("0x0057");
    assertThat(values(pppoe, "ppp.address")).isEmpty();
  }

  /**
   * PADO: service name, access concentrator, cookie, an unknown tag, the end, and what is after.
   */
  @Test
  void pppoeDiscovery() {
    byte[] frame =
        Hex.parse(
            "020000000002020000000001"
                + "8863"
                + "110700000023"
                + "01010003737663"
                + "01020003616331"
                + "01040002aabb"
                + "099900027a7a"
                + "00000000"
                + "0101000178");
    Dissection discovery = dissect(1, frame, frame.length);
    assertThat(values(discovery, "pppoe.code")).isEqualTo("0x07");
    assertThat(values(discovery, "pppoed.tags.service_name")).isEqualTo("svc");
    assertThat(values(discovery, "pppoed.tags.ac_name")).isEqualTo("ac1");
    assertThat(values(discovery, "pppoed.tags.ac_cookie")).isEqualTo("aabb");
    assertThat(values(discovery, "pppoed.tag")).isEqualTo("0x0999");
    assertThat(values(discovery, "pppoed.tag.unknown_data")).isEqualTo("7a7a");
  }

  @Test
  void greKeyAndSequence() {
    Dissection gre = dissect(Carriers.GRE);
    assertThat(values(gre, "gre.flags_and_version")).isEqualTo("0x3000");
    assertThat(values(gre, "gre.proto")).isEqualTo("0x86dd");
    assertThat(values(gre, "gre.key")).isEqualTo("0x00000abc");
    assertThat(values(gre, "gre.sequence_number")).isEqualTo("7");
    assertThat(values(gre, "gre.checksum")).isEmpty();
  }

  /** The tunnel's own addresses are the operator's and take no part in signalling. */
  @Test
  void gtpTunnel() {
    Dissection gtp = dissect(Carriers.GTP);
    assertThat(values(gtp, "gtp.message")).isEqualTo("0xff");
    assertThat(values(gtp, "gtp.teid")).isEqualTo("0x11223344");
    assertThat(values(gtp, "gtp.ext_hdr.next")).isEqualTo("0x85,0x00");
    assertThat(values(gtp, "gtp.ext_hdr.pdu_ses_con.qos_flow_id")).isEqualTo("9");
    assertThat(values(gtp, "ip.src")).isEqualTo("192.0.2.10");
    assertThat(gtp.scopes()).hasSize(1);
    assertThat(Objects.requireNonNull(gtp.network()).u8(0) >> 4).isEqualTo(6);
  }

  @Test
  void wlanAddressesAndQos() {
    Dissection wlan = dissect(Carriers.QOS);
    assertThat(values(wlan, "wlan.fc")).isEqualTo("0x8801");
    assertThat(values(wlan, "wlan.fc.type_subtype")).isEqualTo("0x0028");
    assertThat(values(wlan, "wlan.duration")).isEqualTo("44");
    assertThat(values(wlan, "wlan.seq")).isEqualTo("5");
    assertThat(values(wlan, "wlan.qos")).isEqualTo("0x0006");
    assertThat(values(wlan, "wlan.qos.tid")).isEqualTo("6");
    assertThat(values(wlan, "wlan.ra")).isEqualTo("02:00:00:00:00:01");
    assertThat(values(wlan, "wlan.bssid")).isEqualTo("02:00:00:00:00:01");
    assertThat(values(wlan, "wlan.sa")).isEqualTo("02:00:00:00:00:02");
    assertThat(values(wlan, "wlan.da")).isEqualTo("02:00:00:00:00:01");
    assertThat(values(wlan, "llc.type")).isEqualTo("0x86dd");
  }

  /** The protected bit: what follows the CCMP parameters is nobody's to read. */
  @Test
  void encryptedWlanStaysOpaque() {
    byte[] frame = Carriers.QOS.octets().clone();
    frame[1] |= 0x40;
    Dissection dissection = dissect(105, frame, frame.length);
    assertThat(dissection.first(MobilityHeader.class)).isEmpty();
    assertThat(dissection.first(Opaque.class).orElseThrow().title())
        .isEqualTo("Encrypted IEEE 802.11 payload");
  }

  @Test
  void tagsAndEitherWayNames() {
    Dissection stacked = dissect(Carriers.STACKED);
    assertThat(values(stacked, "ieee8021ad.id")).isEqualTo("200");
    assertThat(values(stacked, "ieee8021ad.dei")).isEqualTo("1");
    assertThat(values(stacked, "vlan.id")).isEqualTo("100");
    assertThat(values(stacked, "vlan.etype")).isEqualTo("0x86dd");
    assertThat(values(stacked, "eth.addr")).isEqualTo("02:00:00:00:00:02,02:00:00:00:00:01");
    assertThat(values(stacked, "eth.dst.oui")).isEqualTo("131072");
    assertThat(values(stacked, "eth.lg")).isEqualTo("1,1");
    assertThat(values(stacked, "ipv6.addr")).isEqualTo("2001:db8:aa::1,2001:db8:2::2");
    assertThat(values(stacked, "ipv6.host")).isEqualTo("2001:db8:aa::1,2001:db8:2::2");
    assertThat(values(stacked, "ip.version")).isEqualTo("6");
    assertThat(values(stacked, "ipv6.tclass")).isEqualTo("0x00000000");
    assertThat(values(dissect(Carriers.LLC), "eth.len")).isEqualTo("64");
    assertThat(values(dissect(Carriers.LLC), "eth.type")).isEmpty();
  }

  /** Zeros up to 60 octets are padding, four octets after that a check sequence. */
  @Test
  void paddingTrailerAndCheckSequence() {
    String packet = "4500001d0001000040118e90c000020ac6336401" + "8235ad9c0009000078";
    String frame = "020000000002" + "020000000001" + "0800" + packet;
    byte[] padded = Hex.parse(frame + "00".repeat(17) + "0102" + "03040506");
    Dissection dissection = dissect(1, padded, padded.length);
    assertThat(dissection.problems()).isEmpty();
    assertThat(values(dissection, "eth.padding")).isEqualTo("00".repeat(17));
    assertThat(values(dissection, "eth.trailer")).isEqualTo("0102");
    assertThat(values(dissection, "eth.fcs")).isEqualTo("0x03040506");
    byte[] shorter = Hex.parse(frame + "010203");
    assertThat(values(dissect(1, shorter, shorter.length), "eth.trailer")).isEqualTo("010203");
  }

  @Test
  void carriersAreCapped() {
    String ethernet = "020000000002" + "020000000001";
    byte[] labels = Hex.parse(ethernet + "8847" + "00064040".repeat(60));
    assertThat(dissect(1, labels, labels.length).problems())
        .anyMatch(problem -> problem.text().startsWith("More than"));
    byte[] nested = Hex.parse((ethernet + "8864" + "1100001100ff" + "ff03").repeat(3));
    assertThat(dissect(1, nested, nested.length).elements()).hasSizeLessThan(200);
  }
}
