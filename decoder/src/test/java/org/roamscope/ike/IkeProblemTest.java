package org.roamscope.ike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ProblemKind;
import org.roamscope.ike.IkeEncoder.Part;
import org.roamscope.ike.IkeEncoder.Sender;

class IkeProblemTest {
  private static IkeDissection dissect(byte[] octets) {
    return IkeDissector.dissect(Slice.of(octets));
  }

  private static byte[] payloads(Part... parts) {
    return IkeEncoder.message(Sender.INITIATOR_REQUEST, 1, 2, 37, 1, List.of(parts));
  }

  private static AbstractListAssert<?, List<? extends Object>, Object, ObjectAssert<Object>>
      assertProblems(IkeDissection dissection) {
    return assertThat(dissection.problems())
        .extracting(problem -> problem.kind() + " " + problem.field());
  }

  /** What is wrong with a payload that came out of an encrypted one. */
  private static AbstractListAssert<?, List<? extends Object>, Object, ObjectAssert<Object>>
      assertInside(Part part) {
    Slice body = Slice.of(payloads(part)).from(IkeHeader.OCTETS);
    return assertThat(IkeDissector.chain(2, part.type(), body).problems())
        .extracting(problem -> problem.kind() + " " + problem.field());
  }

  private static List<IkePayload> parts(IkeDissection dissection) {
    IkeMessage message = dissection.message();
    return message == null ? List.of() : message.parts();
  }

  @Test
  void tellsCutFromShort() {
    byte[] whole = LabMessages.recorded("v2-init-request");
    byte[] half = Slice.of(whole).bytes(0, 200);
    IkeDissection cut = IkeDissector.dissect(Slice.of(half, whole.length));
    assertProblems(cut).containsExactly("CUT_BY_CAPTURE isakmp");
    assertThat(parts(cut)).extracting(IkePayload::type).containsExactly(33, 34);
    IkeDissection lying = dissect(half);
    assertProblems(lying).containsExactly("LENGTH isakmp.length", "LENGTH isakmp.payloadlength");
    assertThat(parts(lying).getLast().body().length()).isEqualTo(200 - 28 - 48);
  }

  @Test
  void givesNoMessageWithoutAHeader() {
    IkeDissection none = dissect(new byte[27]);
    assertThat(none.message()).isNull();
    assertProblems(none).containsExactly("LENGTH isakmp");
    IkeDissection cut = IkeDissector.dissect(Slice.of(new byte[27], 100));
    assertProblems(cut).containsExactly("CUT_BY_CAPTURE isakmp");
  }

  @Test
  void keepsOctetsAfterTheMessage() {
    byte[] message = payloads(Part.of(Nonce.TYPE, new byte[16]));
    byte[] longer = java.util.Arrays.copyOf(message, message.length + 5);
    IkeDissection dissection = dissect(longer);
    assertProblems(dissection).containsExactly("LENGTH isakmp.length");
    assertThat(parts(dissection).getLast().body().length()).isEqualTo(5);
  }

  @Test
  void stopsAtAnImpossiblePayloadLength() {
    byte[] message = payloads(Part.of(Nonce.TYPE, new byte[16]));
    message[31] = 3;
    IkeDissection dissection = dissect(message);
    assertProblems(dissection).containsExactly("LENGTH isakmp.payloadlength");
    assertThat(dissection.problems().getFirst().span().firstByte()).isEqualTo(30);
    assertThat(parts(dissection)).singleElement().isInstanceOf(OpaquePayload.class);
  }

  @Test
  void capsPayloads() {
    Part[] parts = new Part[300];
    java.util.Arrays.fill(parts, Part.of(VendorId.TYPE));
    IkeDissection dissection = dissect(payloads(parts));
    assertProblems(dissection).containsExactly("LIMIT isakmp.nextpayload");
    assertThat(parts(dissection)).hasSize(IkeDissector.MAX_PAYLOADS + 1);
    assertThat(parts(dissection).getLast().body().length()).isEqualTo(44 * 4);
  }

  @Test
  void capsProblems() {
    Part[] parts = new Part[255];
    java.util.Arrays.fill(parts, Part.of(Nonce.TYPE, new byte[1]));
    byte[] message = payloads(parts);
    for (int i = 0; i < parts.length; i++) {
      message[28 + i * 5 + 1] = 1;
    }
    assertThat(dissect(message).problems())
        .hasSize(ProblemLog.MOST + 1)
        .last()
        .satisfies(last -> assertThat(last.kind()).isEqualTo(ProblemKind.LIMIT));
  }

  @Test
  void wantsTheEncryptedPayloadLast() {
    IkeDissection dissection =
        dissect(payloads(Part.of(Encrypted.TYPE, new byte[32]), Part.of(43, new byte[4])));
    assertProblems(dissection).containsExactly("ORDER isakmp.typepayload");
    assertThat(parts(dissection).getLast().body().length()).isEqualTo(8);
  }

  @Test
  void keepsTheBodyOfAnotherVersion() {
    byte[] message = LabMessages.recorded("v2-cookie");
    message[17] = 0x30;
    IkeDissection dissection = dissect(message);
    assertProblems(dissection).containsExactly("VALUE isakmp.version");
    assertThat(parts(dissection)).singleElement().isInstanceOf(OpaquePayload.class);
    IkeMessage read = dissection.message();
    assertThat(read == null ? "" : read.info()).isEqualTo("IKE version 3.0");
  }

  @Test
  void seesReservedBits() {
    byte[] message = payloads(Part.of(Nonce.TYPE, new byte[16]));
    message[19] |= 0x40;
    message[29] |= 0x01;
    assertProblems(dissect(message))
        .containsExactly("RESERVED isakmp.flags", "RESERVED isakmp.reserved7");
  }

  @Test
  void doesNotTakeTheCriticalBitForReserved() {
    byte[] message = payloads(Part.of(99, new byte[16]));
    message[29] |= (byte) 0x80;
    assertProblems(dissect(message)).isEmpty();
  }

  @Test
  void checksFragmentNumbers() {
    assertProblems(dissect(fragment(0, 2, 35))).containsExactly("VALUE isakmp.frag.number");
    assertProblems(dissect(fragment(3, 2, 0))).containsExactly("VALUE isakmp.frag.number");
    assertProblems(dissect(fragment(2, 2, 35))).containsExactly("VALUE isakmp.nextpayload");
    assertProblems(dissect(fragment(2, 2, 0))).isEmpty();
  }

  private static byte[] fragment(int number, int total, int inside) {
    return IkeEncoder.fragment(Sender.INITIATOR_REQUEST, 1, 2, 35, 1, number, total, inside, 100);
  }

  @Test
  void checksWhatIsInsidePayloads() {
    // A proposal that counts two transforms and has one.
    assertInside(Part.of(33, Hex.parse("00000010 01040002 00000008 03000002")))
        .containsExactly("VALUE isakmp.prop.transforms");
    // A proposal longer than its payload.
    assertInside(Part.of(33, Hex.parse("000000ff 01010000")))
        .containsExactly("LENGTH isakmp.payloadlength");
    // Octets after the last proposal.
    assertInside(Part.of(33, Hex.parse("00000008 01010000 00000008 02010000")))
        .containsExactly("LENGTH isakmp.payloadlength");
    // One more proposal announced than there is.
    assertInside(Part.of(33, Hex.parse("02000008 01010000")))
        .containsExactly("LENGTH isakmp.nextpayload");
    // A selector whose length does not fit its type.
    assertInside(Part.of(44, Hex.parse("01000000 0700000c 0000ffff 01020304")))
        .containsExactly("LENGTH isakmp.ts.selector_length");
    // An SPI longer than the payload.
    assertInside(Part.of(41, Hex.parse("03084009 0000"))).containsExactly("LENGTH isakmp.spi");
    // A count of SPIs that does not fill the payload.
    assertInside(Part.of(42, Hex.parse("03040002 00001001")))
        .containsExactly("LENGTH isakmp.spinum");
    // An EAP length other than the payload's.
    assertInside(Part.of(48, Hex.parse("03030005"))).containsExactly("LENGTH eap.len");
    // A nonce that is too short.
    assertInside(Part.of(40, new byte[15])).containsExactly("VALUE isakmp.nonce");
  }

  @Test
  void wantsAnInitiatorSpi() {
    byte[] message = IkeEncoder.encrypted(Sender.INITIATOR_REQUEST, 0, 2, 37, 1, 0, 76);
    assertProblems(dissect(message)).containsExactly("VALUE isakmp.ispi");
  }
}
