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
import static org.roamscope.decrypt.Sealing.keys;

import org.junit.jupiter.api.Test;
import org.roamscope.dissect.Dissection;
import org.roamscope.field.IpAddress;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.ipsec.EspTrailer;
import org.roamscope.mobility.BindingUpdate;
import org.roamscope.mobility.MobilityHeader;

/** A Binding Update in ESP of transport mode, inside ESP of tunnel mode, RFC 4877 section 4.3. */
class NestedEspTest {
  private static final Sealing.EspSender TUNNEL =
      new Sealing.EspSender(0x2001, 16, counting(1, 16), counting(2, 20));
  private static final Sealing.EspSender TRANSPORT =
      new Sealing.EspSender(0x3001, 8, counting(3, 24), counting(4, 20));

  private static byte[] packet() {
    byte[] inner = ipv6(HOME, AGENT, ESP, TRANSPORT.esp(9, MOBILITY, Sealing.UPDATE));
    return ipv6(CARE_OF, AGENT, ESP, TUNNEL.esp(5, 41, inner));
  }

  @Test
  void bothOpen() {
    Decryptor decryptor = new Decryptor(keys(TUNNEL.state() + TRANSPORT.state()));
    Dissection dissection = dissect(packet(), decryptor);
    assertThat(dissection.problems()).isEmpty();
    assertThat(dissection.elements().stream().filter(EspHeader.class::isInstance)).hasSize(2);
    assertThat(dissection.elements().stream().filter(EspTrailer.class::isInstance)).hasSize(2);
    BindingUpdate update =
        (BindingUpdate) dissection.first(MobilityHeader.class).orElseThrow().message();
    assertThat(update.sequence()).isEqualTo(7);
    assertThat(dissection.inner().orElseThrow().source())
        .isEqualTo(IpAddress.parse("2001:db8:aa::1"));
    assertThat(decryptor.coverage().packets(Outcome.OPENED)).isEqualTo(2);
    assertThat(decryptor.coverage().rows()).hasSize(2);
  }

  /** With the key of the tunnel alone the inner packet shows and stays closed. */
  @Test
  void theOuterOneOpens() {
    Decryptor decryptor = new Decryptor(keys(TUNNEL.state()));
    Dissection dissection = dissect(packet(), decryptor);
    assertThat(dissection.first(MobilityHeader.class)).isEmpty();
    assertThat(dissection.elements().stream().filter(EspHeader.class::isInstance)).hasSize(2);
    assertThat(decryptor.coverage().packets(Outcome.OPENED)).isEqualTo(1);
    assertThat(decryptor.coverage().packets(Outcome.NO_KEY)).isEqualTo(1);
  }

  /** Without the outer key nobody sees that there is an inner packet. */
  @Test
  void theInnerKeyAloneOpensNothing() {
    Decryptor decryptor = new Decryptor(keys(TRANSPORT.state()));
    assertThat(dissect(packet(), decryptor).first(MobilityHeader.class)).isEmpty();
    assertThat(decryptor.coverage().packets(Outcome.NO_KEY)).isEqualTo(1);
    assertThat(decryptor.coverage().packets(Outcome.OPENED)).isZero();
  }
}
