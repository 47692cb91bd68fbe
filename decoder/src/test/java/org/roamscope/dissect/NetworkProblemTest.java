package org.roamscope.dissect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.roamscope.field.ProblemKind.CHECKSUM;
import static org.roamscope.field.ProblemKind.DUPLICATE;
import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.ORDER;
import static org.roamscope.field.ProblemKind.RESERVED;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.DecodeAs.Datagram;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;
import org.roamscope.ike.IkeMessage;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.NetLayouts;
import org.roamscope.net.PacketEncoder;
import org.roamscope.net.UdpHeader;

/** Faults of IP and UDP: each at its field, and the rest still read. */
class NetworkProblemTest {
  private static final IpAddress A = IpAddress.parse("2001:db8:1::1");
  private static final IpAddress B = IpAddress.parse("2001:db8:2::2");
  private static final IpAddress HOME = IpAddress.parse("2001:db8:aa::1");
  private static final String HOME_OCTETS = "20010db800aa00000000000000000001";

  /** Next header, length 2, PadN of two octets, Home Address option. */
  private static String home(String next) {
    return next + "02" + "01020000" + "c910" + HOME_OCTETS;
  }

  private static Dissection raw(byte[] packet) {
    return Dissector.dissect(101, Slice.of(packet), null);
  }

  private static Dissection ipv6(int nextHeader, String payload) {
    return raw(PacketEncoder.ipv6(A, B, nextHeader, Hex.parse(payload)));
  }

  private static void only(Dissection dissection, ProblemKind kind, String field) {
    assertThat(dissection.problems())
        .extracting(Problem::kind, Problem::field)
        .containsExactly(tuple(kind, field));
  }

  @Test
  void homeAddressBeforeRoutingIsOutOfOrder() {
    String routing = "3b02020100000000" + HOME_OCTETS;
    only(ipv6(60, home("2b") + routing), ORDER, "ipv6.routing.type");
    assertThat(ipv6(43, "3c" + routing.substring(2) + home("3b")).problems()).isEmpty();
  }

  @Test
  void homeAddressAfterFragmentOrAuthenticationIsOutOfOrder() {
    only(ipv6(44, "3c00000000000007" + home("3b")), ORDER, "ipv6.opt.mipv6.home_address");
    only(
        ipv6(51, "3c0400000000010000000001" + "00".repeat(12) + home("3b")),
        ORDER,
        "ipv6.opt.mipv6.home_address");
    assertThat(ipv6(60, home("2c") + "3b00000000000007").problems()).isEmpty();
  }

  @Test
  void hopByHopStandsFirst() {
    only(ipv6(60, "0000010400000000" + "3b00010400000000"), ORDER, "ipv6.hopopts");
    assertThat(ipv6(0, "3c00010400000000" + "3b00010400000000").problems()).isEmpty();
  }

  @Test
  void oneOfAKind() {
    only(ipv6(60, home("3c") + home("3b")), DUPLICATE, "ipv6.opt.mipv6.home_address");
    only(ipv6(44, "2c00000000000007" + "3b00000000000007"), DUPLICATE, "ipv6.fraghdr");
    String type2 = "02020100000000" + HOME_OCTETS;
    only(ipv6(43, "2b" + type2 + "3b" + type2), DUPLICATE, "ipv6.routing.type");
  }

  @Test
  void reservedFieldsAreZero() {
    only(ipv6(44, "3b01000600000007"), RESERVED, "ipv6.fraghdr.reserved_octet");
    only(ipv6(43, "3b02020100000005" + HOME_OCTETS), RESERVED, "ipv6.routing.mipv6.reserved");
    // A header checksum of zero was left to the interface and is no problem.
    byte[] flagged = Hex.parse("4500001400018000403b0000" + "c000020ac6336401");
    only(raw(flagged), RESERVED, "ip.flags.rb");
  }

  @Test
  void optionContents() {
    only(ipv6(60, "3b00010400000001"), VALUE, "ipv6.opt.padn");
    only(ipv6(60, "3b00050100010100"), LENGTH, "ipv6.opt.length");
    assertThat(ipv6(60, "3b00c2040000ffff").problems())
        .extracting(Problem::kind)
        .containsExactly(ORDER, VALUE, VALUE);
  }

  /** Router Alert of 4 octets; one of 3; an option that leaves its header. */
  @Test
  void ipv4Options() {
    assertThat(ipv4Option("94040000")).isEmpty();
    assertThat(ipv4Option("94030000"))
        .extracting(Problem::kind, Problem::field)
        .contains(tuple(LENGTH, "ip.opt.len"));
    assertThat(ipv4Option("94090000"))
        .extracting(Problem::kind, Problem::field)
        .contains(tuple(LENGTH, "ip.opt.len"));
  }

  private static List<Problem> ipv4Option(String option) {
    // A header checksum of zero was left to the interface and is no problem.
    return raw(Hex.parse("460000180001000040" + "3b0000" + "c000020ac6336401" + option)).problems();
  }

  @Test
  void udpChecksums() {
    byte[] datagram = PacketEncoder.udp(A, 500, B, 500, new byte[28]);
    byte[] wrong = datagram.clone();
    wrong[8] ^= 1;
    assertThat(raw(PacketEncoder.ipv6(A, B, IpProtocol.UDP, wrong)).problems())
        .anySatisfy(problem -> {
          assertThat(problem.kind()).isEqualTo(CHECKSUM);
          assertThat(problem.field()).isEqualTo("udp.checksum");
          assertThat(problem.span().firstByte()).isEqualTo(46);
        });
    assertThat(raw(PacketEncoder.ipv6(A, B, IpProtocol.UDP, datagram)).problems())
        .noneMatch(problem -> problem.kind() == CHECKSUM);
    byte[] none = Hex.parse("8235ad9c000a00007636");
    only(raw(PacketEncoder.ipv6(A, B, IpProtocol.UDP, none)), VALUE, "udp.checksum");
    byte[] cut = PacketEncoder.ipv6(A, B, IpProtocol.UDP, datagram);
    Dissection half = Dissector.dissect(101, Slice.of(Arrays.copyOf(cut, 60), 76), null);
    assertThat(half.first(UdpHeader.class).orElseThrow().checksumStatus())
        .isEqualTo(ChecksumStatus.UNVERIFIABLE);
  }

  /** Home address and routing header go into the pseudo-header, RFC 6275 sections 6.3 and 6.4. */
  @Test
  void udpChecksumCountsTheHomeAddress() {
    byte[] datagram = PacketEncoder.udp(HOME, 500, B, 500, new byte[0]);
    Dissection dissection =
        raw(
            PacketEncoder.ipv6(
                A, B, 60, PacketEncoder.homeAddress(IpProtocol.UDP, HOME, datagram)));
    assertThat(dissection.first(UdpHeader.class).orElseThrow().checksumStatus())
        .isEqualTo(ChecksumStatus.GOOD);
  }

  @Test
  void octetsAfterThePacket() {
    byte[] packet = PacketEncoder.ipv6(A, B, IpProtocol.NONE, new byte[0]);
    only(raw(PacketEncoder.join(packet, new byte[3])), LENGTH, "ipv6.plen");
    byte[] frame = PacketEncoder.ethernet(new byte[6], new byte[6], packet);
    assertThat(
            Dissector.dissect(1, Slice.of(PacketEncoder.join(frame, new byte[6])), null).problems())
        .isEmpty();
  }

  @Test
  void portsAsTheUserSays() {
    byte[] ike = Hex.parse("1122334455667788" + "00".repeat(8) + "21202208" + "000000000000001c");
    byte[] packet =
        PacketEncoder.ipv6(A, B, IpProtocol.UDP, PacketEncoder.udp(A, 5000, B, 6000, ike));
    assertThat(raw(packet).first(IkeMessage.class)).isEmpty();
    DecodeAs said = new DecodeAs(Map.of(5000, Datagram.IKE), Map.of(), Map.of());
    assertThat(
            Dissector.dissect(101, Slice.of(packet), null, said, Opener.NONE)
                .first(IkeMessage.class))
        .isPresent();
    byte[] numbered = PacketEncoder.ipv6(A, B, 200, PacketEncoder.udp(A, 500, B, 500, ike));
    DecodeAs protocol = new DecodeAs(Map.of(), Map.of(), Map.of(200, IpProtocol.UDP));
    assertThat(
            Dissector.dissect(101, Slice.of(numbered), null, protocol, Opener.NONE)
                .first(IkeMessage.class))
        .isPresent();
  }

  /** One name, one type; the names that everybody types are there. */
  @Test
  void catalogue() {
    FieldCatalog catalog = FieldCatalog.of(NetLayouts.all(), List.of());
    for (String name :
        List.of(
            "eth.addr",
            "vlan.id",
            "ip.addr",
            "ip.flags.df",
            "ipv6.addr",
            "udp.port",
            "udp.checksum.status",
            "ipv6.opt.mipv6.home_address",
            "mpls.label",
            "gtp.teid",
            "wlan.sa",
            "radiotap.length",
            "icmpv6.mip6.home_agent_address",
            "ip.fragment")) {
      assertThat(catalog.find(name)).as(name).isNotNull();
    }
  }
}
