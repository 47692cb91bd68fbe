package org.roamscope.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.mobility.MobilityEncoder.UpdateFlag.A;
import static org.roamscope.mobility.MobilityEncoder.UpdateFlag.H;
import static org.roamscope.mobility.MobilityEncoder.UpdateFlag.K;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;
import org.roamscope.field.IpAddress;
import org.roamscope.mobility.MobilityEncoder;
import org.roamscope.mobility.MobilityEncoder.AcknowledgementFlag;

/** Whole packets beside the octets they must be. */
class PacketEncoderTest {
  private static final IpAddress CARE_OF = IpAddress.parse("2001:db8:1::1");
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:2::2");
  private static final IpAddress HOME = IpAddress.parse("2001:db8:aa::1");
  private static final IpAddress AGENT4 = IpAddress.parse("198.51.100.1");
  private static final IpAddress CARE_OF4 = IpAddress.parse("192.0.2.10");
  private static final IpAddress NAT = IpAddress.parse("203.0.113.7");

  @Test
  void bindingUpdateFromAForeignLink() {
    byte[] update =
        MobilityEncoder.bindingUpdate(7, EnumSet.of(A, H, K), 400)
            .with(MobilityEncoder.alternateCareOfAddress(CARE_OF))
            .encode(HOME, AGENT);
    check(
        PacketEncoder.ipv6(
            CARE_OF,
            AGENT,
            IpProtocol.DESTINATION,
            PacketEncoder.homeAddress(IpProtocol.MOBILITY, HOME, update)),
        """
        6000000000383c4020010db800010000000000000000000120010db8000200000000000000000002870201020000c910
        20010db800aa000000000000000000013b03050060fd0007d00000640100031020010db8000100000000000000000001
        """);
  }

  @Test
  void bindingAcknowledgementWithRoutingHeader() {
    byte[] answer =
        MobilityEncoder.bindingAcknowledgement(0, EnumSet.of(AcknowledgementFlag.K), 7, 400)
            .encode(AGENT, HOME);
    check(
        PacketEncoder.ipv6(
            AGENT,
            CARE_OF,
            IpProtocol.ROUTING,
            PacketEncoder.routingHeader(IpProtocol.MOBILITY, HOME, answer)),
        """
        6000000000282b4020010db800020000000000000000000220010db80001000000000000000000018702020100000000
        20010db800aa000000000000000000013b010600605900800007006401020000
        """);
  }

  @Test
  void deregistrationFromTheHomeLink() {
    byte[] update = MobilityEncoder.bindingUpdate(8, EnumSet.of(A, H, K), 0).encode(HOME, AGENT);
    check(
        PacketEncoder.ipv6(HOME, AGENT, IpProtocol.MOBILITY, update),
        """
        600000000010874020010db800aa0000000000000000000120010db80002000000000000000000023b010500923b0008
        d000000001020000
        """);
  }

  @Test
  void bindingUpdateOverUdp() {
    byte[] update =
        MobilityEncoder.bindingUpdate(9, EnumSet.of(A, H, K), 400)
            .with(MobilityEncoder.ipv4HomeAddress(IpAddress.parse("0.0.0.0"), 32))
            .with(MobilityEncoder.ipv4CareOfAddress(CARE_OF4))
            .encode(HOME, AGENT);
    check(
        overUdp(
            CARE_OF4,
            4191,
            AGENT4,
            4191,
            PacketEncoder.ipv6(HOME, AGENT, IpProtocol.MOBILITY, update)),
        """
        450000640001000040118e49c000020ac6336401105f105f00500b97600000000020874020010db800aa000000000000
        0000000120010db80002000000000000000000023b03050012ad0009d00000641d0680000000000020060000c000020a
        01020000
        """);
  }

  @Test
  void bindingAcknowledgementOverUdp() {
    byte[] answer =
        MobilityEncoder.bindingAcknowledgement(0, EnumSet.of(AcknowledgementFlag.K), 9, 400)
            .with(MobilityEncoder.ipv4AddressAcknowledgement(0, IpAddress.parse("10.1.2.3"), 32))
            .with(MobilityEncoder.natDetection(110))
            .encode(AGENT, HOME);
    check(
        overUdp(
            AGENT4, 4191, NAT, 61000, PacketEncoder.ipv6(AGENT, HOME, IpProtocol.MOBILITY, answer)),
        """
        45000064000100004011144cc6336401cb007107105fee480050b3af600000000020874020010db80002000000000000
        0000000220010db800aa000000000000000000013b03060016470080000900641e0600800a0102031f0600000000006e
        01020000
        """);
  }

  @Test
  void nullEncryptedEspEndsInItsTrailer() {
    byte[] esp = PacketEncoder.espNull(0x1001, 1, IpProtocol.MOBILITY, new byte[32], 12);
    assertThat(Hex.plain(esp)).startsWith("0000100100000001").hasSize(2 * (8 + 32 + 4 + 12));
    assertThat(Hex.plain(esp).substring(80, 88)).isEqualTo("01020287");
  }

  @Test
  void ethernetTakesTheTypeFromThePacket() {
    byte[] packet = PacketEncoder.ipv6(HOME, AGENT, IpProtocol.NONE, new byte[0]);
    byte[] frame = PacketEncoder.ethernet(new byte[] {2, 0, 0, 0, 0, 1}, new byte[6], packet);
    assertThat(Hex.plain(frame)).startsWith("000000000000" + "020000000001" + "86dd" + "60");
    assertThat(Dissector.dissect(1, Slice.of(frame), null).problems()).isEmpty();
  }

  private static byte[] overUdp(
      IpAddress source, int sourcePort, IpAddress destination, int port, byte[] packet) {
    return PacketEncoder.ipv4(
        source,
        destination,
        IpProtocol.UDP,
        1,
        PacketEncoder.udp(source, sourcePort, destination, port, packet));
  }

  private static void check(byte[] packet, String octets) {
    assertThat(Hex.plain(packet)).isEqualTo(octets.replaceAll("\\s+", ""));
    Dissection dissection = Dissector.dissect(101, Slice.of(packet), null);
    assertThat(dissection.problems()).isEmpty();
  }
}
