package org.roamscope.ike;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.IkeEncoder.Endpoint;
import org.roamscope.ike.IkeEncoder.Sender;

class IkeEncoderTest {
  private static final Endpoint UE = new Endpoint(IpAddress.parse("2001:db8:1::1"), 500);
  private static final Endpoint AGENT = new Endpoint(IpAddress.parse("2001:db8:2::2"), 500);

  private static IkeMessage read(byte[] octets) {
    IkeDissection dissection = IkeDissector.dissect(Slice.of(octets));
    assertThat(dissection.problems()).isEmpty();
    IkeMessage message = dissection.message();
    if (message == null) {
      throw new AssertionError("no message");
    }
    assertThat(message.claimedLength()).isEqualTo(octets.length);
    return message;
  }

  @Test
  void writesAnIkeSaInitThatReadsBack() {
    IkeMessage message = read(IkeEncoder.saInit(Sender.INITIATOR_REQUEST, 0xaL, 0, UE, AGENT));
    assertThat(message.info()).isEqualTo("IKE_SA_INIT MID=00 Initiator Request");
    assertThat(message.parts()).extracting(IkePayload::type).containsExactly(33, 34, 40, 41, 41);
    assertThat(message.notifyTypes()).containsExactly(16388, 16389);
    assertThat(message.parts().getLast().body().from(4).bytes())
        .isEqualTo(NatHash.of(0xaL, 0, AGENT.address(), 500));
  }

  @Test
  void writesTheSameTwice() {
    assertThat(IkeEncoder.saInit(Sender.RESPONDER_RESPONSE, 1, 2, AGENT, UE))
        .isEqualTo(IkeEncoder.saInit(Sender.RESPONDER_RESPONSE, 1, 2, AGENT, UE));
  }

  @Test
  void writesEveryKindOfSender() {
    for (Sender sender : Sender.values()) {
      IkeMessage message = read(IkeEncoder.encrypted(sender, 1, 2, 37, 5, 0, 76));
      assertThat(message.request()).isEqualTo(sender.name().endsWith("REQUEST"));
      assertThat(message.fromOriginalInitiator()).isEqualTo(sender.name().startsWith("INITIATOR"));
      assertThat(message.encrypted()).isTrue();
    }
  }

  @Test
  void writesIkev1() {
    IkeMessage first = read(IkeEncoder.mainMode(0x1122334455667788L, 0));
    assertThat(first.info()).isEqualTo("Identity Protection (Main Mode)");
    assertThat(first.parts()).extracting(IkePayload::type).containsExactly(1, 13);
    IkeMessage quick = read(IkeEncoder.encryptedV1(1, 2, 32, 0xdeadbeefL, 8, 124));
    assertThat(quick.info()).isEqualTo("Quick Mode");
    assertThat(quick.messageId()).isEqualTo(0xdeadbeefL);
    assertThat(quick.encrypted()).isTrue();
  }
}
