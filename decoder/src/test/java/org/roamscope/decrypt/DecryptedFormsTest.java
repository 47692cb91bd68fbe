package org.roamscope.decrypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.decrypt.Sealing.AGENT;
import static org.roamscope.decrypt.Sealing.CARE_OF;
import static org.roamscope.decrypt.Sealing.ESP;
import static org.roamscope.decrypt.Sealing.HOME;
import static org.roamscope.decrypt.Sealing.MOBILITY;
import static org.roamscope.decrypt.Sealing.counting;
import static org.roamscope.decrypt.Sealing.dissect;
import static org.roamscope.decrypt.Sealing.ipv6;
import static org.roamscope.decrypt.Sealing.join;
import static org.roamscope.decrypt.Sealing.keys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.capture.Frame;
import org.roamscope.decode.DecryptedCopy;
import org.roamscope.decode.DecryptedCopy.Changed;
import org.roamscope.decode.DecryptedCopy.Reason;
import org.roamscope.decode.DecryptedCopy.Same;
import org.roamscope.dissect.Dissection;
import org.roamscope.field.IpAddress;
import org.roamscope.net.PacketEncoder;

/** Each form of ESP, octet by octet, as a decrypted copy has it. */
class DecryptedFormsTest {
  private static final int RAW = 101;
  private static final IpAddress LEFT = IpAddress.parse("192.0.2.1");
  private static final IpAddress RIGHT = IpAddress.parse("198.51.100.1");
  private static final Sealing.EspSender TUNNEL =
      new Sealing.EspSender(0x2001, 16, counting(1, 16), counting(2, 20));
  private static final Sealing.EspSender TRANSPORT =
      new Sealing.EspSender(0x3001, 8, counting(3, 24), counting(4, 20));
  private static final byte[] INNER = ipv6(HOME, AGENT, MOBILITY, Sealing.UPDATE);

  private static DecryptedCopy.Result copy(byte[] packet) {
    Decryptor decryptor = new Decryptor(keys(TUNNEL.state() + TRANSPORT.state()));
    decryptor.begin(1, 0);
    Dissection dissection = dissect(packet, decryptor);
    return DecryptedCopy.of(
        new Frame(1, 0, RAW, 0, packet.length, packet, List.of()), dissection, decryptor.used());
  }

  private static byte[] changed(byte[] packet) {
    assertThat(copy(packet)).isInstanceOf(Changed.class);
    return copy(packet).frame().data();
  }

  @Test
  void transportModeBehindExtensionHeaders() {
    byte[] sealed = TRANSPORT.esp(1, MOBILITY, Sealing.UPDATE);
    IpAddress home = IpAddress.parse("2001:db8:aa::1");
    assertThat(changed(ipv6(CARE_OF, AGENT, 60, PacketEncoder.homeAddress(ESP, home, sealed))))
        .isEqualTo(
            ipv6(CARE_OF, AGENT, 60, PacketEncoder.homeAddress(MOBILITY, home, Sealing.UPDATE)));
    assertThat(changed(ipv6(AGENT, CARE_OF, 43, PacketEncoder.routingHeader(ESP, home, sealed))))
        .isEqualTo(
            ipv6(AGENT, CARE_OF, 43, PacketEncoder.routingHeader(MOBILITY, home, Sealing.UPDATE)));
  }

  @Test
  void tunnelModeKeepsTheOuterAddresses() {
    assertThat(changed(ipv6(CARE_OF, AGENT, ESP, TUNNEL.esp(1, 41, INNER))))
        .isEqualTo(ipv6(CARE_OF, AGENT, 41, INNER));
    assertThat(changed(PacketEncoder.ipv4(LEFT, RIGHT, ESP, 7, TUNNEL.esp(1, 41, INNER))))
        .isEqualTo(PacketEncoder.ipv4(LEFT, RIGHT, 41, 7, INNER));
  }

  @Test
  void oneInsideAnother() {
    byte[] inner = ipv6(HOME, AGENT, ESP, TRANSPORT.esp(9, MOBILITY, Sealing.UPDATE));
    DecryptedCopy.Result result = copy(ipv6(CARE_OF, AGENT, ESP, TUNNEL.esp(5, 41, inner)));
    assertThat(result.frame().data()).isEqualTo(ipv6(CARE_OF, AGENT, 41, INNER));
    assertThat(new String(result.frame().options().getFirst().value(), StandardCharsets.UTF_8))
        .startsWith("decrypted by Roamscope: ESP SPI 0x00002001, AES-CBC, key of keys:")
        .contains("; ESP SPI 0x00003001, 3DES-CBC, key of keys:");
  }

  @Test
  void encapsulationInUdpGoes() {
    byte[] datagram = PacketEncoder.udp(LEFT, 4500, RIGHT, 4500, TUNNEL.esp(1, 41, INNER));
    assertThat(changed(PacketEncoder.ipv4(LEFT, RIGHT, 17, 7, datagram)))
        .isEqualTo(PacketEncoder.ipv4(LEFT, RIGHT, 41, 7, INNER));
  }

  @Test
  void insideTheTunnelOfDsmipThePacketChanges() {
    byte[] sealed = ipv6(HOME, AGENT, ESP, TRANSPORT.esp(1, MOBILITY, Sealing.UPDATE));
    byte[] before = PacketEncoder.udp(LEFT, 4191, RIGHT, 4191, sealed);
    byte[] after = PacketEncoder.udp(LEFT, 4191, RIGHT, 4191, INNER);
    assertThat(changed(PacketEncoder.ipv4(LEFT, RIGHT, 17, 7, before)))
        .isEqualTo(PacketEncoder.ipv4(LEFT, RIGHT, 17, 7, after));
    for (byte[] datagram : List.of(before, after)) {
      datagram[6] = 0;
      datagram[7] = 0;
    }
    assertThat(changed(PacketEncoder.ipv4(LEFT, RIGHT, 17, 7, before)))
        .isEqualTo(PacketEncoder.ipv4(LEFT, RIGHT, 17, 7, after));
  }

  @Test
  void octetsBehindThePacketGo() {
    byte[] packet = ipv6(CARE_OF, AGENT, ESP, TUNNEL.esp(1, 41, INNER));
    assertThat(changed(join(packet, new byte[6]))).isEqualTo(ipv6(CARE_OF, AGENT, 41, INNER));
  }

  /** The checksum of GRE covers what is inside, and is not made anew. */
  @Test
  void whatCannotBeCorrectedStays() {
    byte[] inner = ipv6(CARE_OF, AGENT, ESP, TUNNEL.esp(1, 41, INNER));
    byte[] summed =
        PacketEncoder.ipv4(LEFT, RIGHT, 47, 7, join(Hex.parse("800086dd00000000"), inner));
    assertThat(copy(summed))
        .isInstanceOfSatisfying(
            Same.class, same -> assertThat(same.reason()).isEqualTo(Reason.CARRIER));
    assertThat(copy(summed).frame().data()).isEqualTo(summed);
    byte[] plain = PacketEncoder.ipv4(LEFT, RIGHT, 47, 7, join(Hex.parse("000086dd"), inner));
    assertThat(changed(plain))
        .isEqualTo(
            PacketEncoder.ipv4(
                LEFT, RIGHT, 47, 7, join(Hex.parse("000086dd"), ipv6(CARE_OF, AGENT, 41, INNER))));
  }

  @Test
  void aFragmentStays() {
    byte[] sealed = TUNNEL.esp(1, 41, INNER);
    byte[] first = join(Hex.parse("3200000100000001"), sealed);
    assertThat(copy(ipv6(CARE_OF, AGENT, 44, first)))
        .isInstanceOfSatisfying(
            Same.class, same -> assertThat(same.reason()).isEqualTo(Reason.FRAGMENT));
  }
}
