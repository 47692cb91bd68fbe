package org.roamscope.ike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
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
    assertThat(parts(lying).getLast())
        .isInstanceOfSatisfying(
            KeyExchange.class,
            it -> {
              assertThat(it.group()).isEqualTo(14);
              assertThat(it.data().length()).isEqualTo(200 - 28 - 48 - 8);
            });
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

  /** A message with these header fields and a nonce, or an encrypted payload. */
  private static IkeDissection header(
      Sender sender, long spiI, long spiR, int exchange, long messageId, int payload) {
    return dissect(
        IkeEncoder.message(
            sender, spiI, spiR, exchange, messageId, List.of(Part.of(payload, new byte[32]))));
  }

  @Test
  void checksTheHeaderOfTheFirstExchange() {
    assertProblems(header(Sender.INITIATOR_REQUEST, 1, 0, 34, 0, 40)).isEmpty();
    assertProblems(header(Sender.INITIATOR_REQUEST, 1, 2, 34, 0, 40))
        .containsExactly("VALUE isakmp.rspi");
    assertProblems(header(Sender.INITIATOR_REQUEST, 1, 0, 34, 1, 40))
        .containsExactly("VALUE isakmp.messageid");
    assertProblems(header(Sender.RESPONDER_REQUEST, 1, 0, 34, 0, 40))
        .containsExactly("VALUE isakmp.flag_i");
    assertProblems(header(Sender.INITIATOR_RESPONSE, 1, 2, 34, 0, 40))
        .containsExactly("VALUE isakmp.flag_i");
    assertProblems(header(Sender.INITIATOR_REQUEST, 1, 0, 34, 0, 46))
        .containsExactly("VALUE isakmp.typepayload");
    assertProblems(header(Sender.RESPONDER_RESPONSE, 1, 0, 34, 0, 40)).isEmpty();
  }

  @Test
  void wantsTheSpiOfAResponderThatAccepts() {
    String proposal = "0000002c 01010004 0300000c 0100000c 800e0080 03000008 02000002";
    Part sa = Part.of(33, Hex.parse(proposal + "03000008 03000002 00000008 0400000e"));
    byte[] accepting = IkeEncoder.message(Sender.RESPONDER_RESPONSE, 1, 0, 34, 0, List.of(sa));
    assertProblems(dissect(accepting)).containsExactly("VALUE isakmp.rspi");
  }

  @Test
  void checksLaterExchanges() {
    assertProblems(header(Sender.INITIATOR_REQUEST, 1, 2, 35, 1, 46)).isEmpty();
    assertProblems(header(Sender.INITIATOR_REQUEST, 1, 0, 35, 1, 46))
        .containsExactly("VALUE isakmp.rspi");
    assertProblems(header(Sender.INITIATOR_REQUEST, 1, 2, 35, 0, 46))
        .containsExactly("VALUE isakmp.messageid");
    assertProblems(header(Sender.RESPONDER_REQUEST, 1, 2, 35, 1, 46))
        .containsExactly("VALUE isakmp.flag_i");
    assertProblems(header(Sender.RESPONDER_REQUEST, 1, 2, 36, 1, 46)).isEmpty();
    assertProblems(header(Sender.INITIATOR_REQUEST, 1, 2, 36, 1, 40))
        .containsExactly("VALUE isakmp.exchangetype");
    assertProblems(header(Sender.INITIATOR_REQUEST, 1, 2, 5, 1, 46))
        .containsExactly("VALUE isakmp.exchangetype");
    // INVALID_SPI outside of any SA: SPIs may be zero.
    Part invalid = IkeEncoder.notify(11, new byte[4]);
    assertProblems(
            dissect(IkeEncoder.message(Sender.INITIATOR_REQUEST, 0, 0, 37, 0, List.of(invalid))))
        .isEmpty();
  }

  @Test
  void checksVersionAndFlags() {
    byte[] message = IkeEncoder.encrypted(Sender.INITIATOR_REQUEST, 1, 2, 37, 1, 0, 76);
    message[17] |= 0x01;
    message[19] |= 0x10;
    IkeDissection dissection = dissect(message);
    assertProblems(dissection).containsExactly("VALUE isakmp.mnver", "VALUE isakmp.flag_v");
    assertThat(dissection.problems())
        .extracting(problem -> problem.span().bit() + "+" + problem.span().bits())
        .containsExactly("140+4", "155+1");
  }

  @Test
  void wantsPayloadsOnceAndACookieFirst() {
    Part nonce = Part.of(Nonce.TYPE, new byte[16]);
    assertProblems(dissect(payloads(nonce, nonce))).containsExactly("DUPLICATE isakmp.typepayload");
    Part cookie = IkeEncoder.notify(16390, new byte[8]);
    byte[] late = IkeEncoder.message(Sender.INITIATOR_REQUEST, 1, 0, 34, 0, List.of(nonce, cookie));
    assertProblems(dissect(late)).containsExactly("ORDER isakmp.typepayload");
    byte[] first =
        IkeEncoder.message(Sender.INITIATOR_REQUEST, 1, 0, 34, 0, List.of(cookie, nonce));
    assertProblems(dissect(first)).isEmpty();
  }

  @Test
  void wantsSecretsEncrypted() {
    assertProblems(dissect(payloads(Part.of(39, Hex.parse("02000000 aa")))))
        .containsExactly("VALUE isakmp.typepayload");
    assertProblems(dissect(payloads(Part.of(5, new byte[8]))))
        .as("a payload of IKEv1")
        .containsExactly("VALUE isakmp.typepayload");
  }

  @Test
  void letsOnlyTheFirstFragmentCarryOtherPayloads() {
    Part vendor = Part.of(VendorId.TYPE, new byte[4]);
    Part second = Part.of(EncryptedFragment.TYPE, Hex.parse("00020002" + "aa".repeat(20)));
    byte[] message =
        IkeEncoder.message(Sender.INITIATOR_REQUEST, 1, 2, 36, 1, List.of(vendor, second));
    assertProblems(dissect(message)).containsExactly("ORDER isakmp.typepayload");
  }

  @Test
  void wantsTheCriticalBitClearInKnownPayloads() {
    byte[] message = payloads(Part.of(Nonce.TYPE, new byte[16]));
    message[29] |= (byte) 0x80;
    IkeDissection dissection = dissect(message);
    assertProblems(dissection).containsExactly("VALUE isakmp.criticalpayload");
    assertThat(dissection.problems().getFirst().span().bit()).isEqualTo(29 * 8);
  }

  @Test
  void checksProposals() {
    // Numbers 1 and 3.
    assertInside(Part.of(33, Hex.parse("02000008 01040000 00000008 03040000")))
        .containsExactly("ORDER isakmp.prop.number");
    // An SPI of two octets for ESP.
    assertInside(Part.of(33, Hex.parse("0000000a 01030200 1001")))
        .containsExactly("VALUE isakmp.spisize");
    // ESP without sequence numbers; AES without key length; 3DES with one.
    assertInside(Part.of(33, Hex.parse("00000014 01030401 00001001 00000008 01000003")))
        .containsExactly("VALUE isakmp.prop.transforms");
    String esp = "0000001c 01030402 00001001 ";
    assertInside(Part.of(33, Hex.parse(esp + "03000008 0100000c 00000008 05000000")))
        .containsExactly("VALUE isakmp.tf.id.encr");
    assertInside(
            Part.of(
                33,
                Hex.parse(
                    "00000020 01030402 00001001 0300000c 01000003 800e00c0 00000008 05000000")))
        .containsExactly("VALUE isakmp.ike2.attr.key_length");
  }

  @Test
  void checksTheGroupOfAKeyExchange() {
    assertInside(Part.of(34, Hex.parse("00130000" + "aa".repeat(64)))).isEmpty();
    assertInside(Part.of(34, Hex.parse("00130000" + "aa".repeat(63))))
        .containsExactly("LENGTH isakmp.key_exchange.data");
    assertInside(Part.of(34, Hex.parse("00130001" + "aa".repeat(64))))
        .containsExactly("RESERVED isakmp.reserved");
    byte[] init =
        IkeEncoder.saInit(
            Sender.INITIATOR_REQUEST,
            1,
            0,
            new IkeEncoder.Endpoint(IpAddress.parse("192.0.2.1"), 500),
            new IkeEncoder.Endpoint(IpAddress.parse("192.0.2.2"), 500));
    assertProblems(dissect(init)).isEmpty();
    int group = 28 + 48 + 5;
    assertThat(init[group]).isEqualTo((byte) 14);
    init[group] = 24;
    assertProblems(dissect(init)).containsExactly("VALUE isakmp.key_exchange.dh_group");
  }

  @Test
  void checksNotifications() {
    // UPDATE_SA_ADDRESSES has no data, an additional address four octets, a hash twenty.
    assertInside(Part.of(41, Hex.parse("00004010 01")))
        .containsExactly("LENGTH isakmp.notify.data");
    assertInside(Part.of(41, Hex.parse("0000400d 0102")))
        .containsExactly("LENGTH isakmp.notify.data");
    assertInside(Part.of(41, Hex.parse("00004004" + "aa".repeat(19))))
        .containsExactly("LENGTH isakmp.notify.data");
    assertInside(Part.of(41, Hex.parse("0000402f 000201")))
        .containsExactly("LENGTH isakmp.notify.data");
    // A cookie of 65 octets.
    assertInside(Part.of(41, Hex.parse("00004006" + "aa".repeat(65))))
        .containsExactly("LENGTH isakmp.notify.data");
    // REKEY_SA without SPI; a protocol without SPI.
    assertInside(Part.of(41, Hex.parse("00004009"))).containsExactly("VALUE isakmp.spisize");
    assertInside(Part.of(41, Hex.parse("01004000"))).containsExactly("VALUE isakmp.notify.protoid");
    // A gateway of type IPv4 with three octets, and one that is cut short.
    assertInside(Part.of(41, Hex.parse("00004017 0103 c00002")))
        .containsExactly("LENGTH isakmp.notify.data.redirect.gw_ident.len");
    assertInside(Part.of(41, Hex.parse("00004017 0104 c00002")))
        .containsExactly("LENGTH isakmp.notify.data.redirect.gw_ident.len");
  }

  @Test
  void checksOtherPayloads() {
    // Delete of the IKE SA with an SPI.
    assertInside(Part.of(42, Hex.parse("01040001 00001001")))
        .containsExactly("VALUE isakmp.spisize");
    // Ports and addresses the wrong way round; "opaque" ports are right.
    assertInside(Part.of(44, Hex.parse("01000000 07110010 00020001 0a000002 0a000001")))
        .containsExactly("VALUE isakmp.ts.start_port", "VALUE isakmp.ts.start_ipv4");
    assertInside(Part.of(44, Hex.parse("01000000 07110010 ffff0000 0a000001 0a000001"))).isEmpty();
    // Reserved octets of AUTH, ID, TS and CP.
    assertInside(Part.of(39, Hex.parse("02000001 aa"))).containsExactly("RESERVED isakmp.reserved");
    assertInside(Part.of(35, Hex.parse("02010000 61"))).containsExactly("RESERVED isakmp.reserved");
    assertInside(Part.of(47, Hex.parse("01000100"))).containsExactly("RESERVED isakmp.reserved");
    // A configuration attribute of a length that it never has, and with its reserved bit set.
    assertInside(Part.of(47, Hex.parse("02000000 00010003 0a0000")))
        .containsExactly("LENGTH isakmp.cfg.attr.length");
    assertInside(Part.of(47, Hex.parse("02000000 80010000")))
        .containsExactly("RESERVED isakmp.cfg.attr.format");
    // A hash of an authority that is too short.
    assertInside(Part.of(38, Hex.parse("04 aabb")))
        .containsExactly("LENGTH isakmp.ike.certreq.authority");
  }

  @Test
  void checksEap() {
    assertInside(Part.of(48, Hex.parse("09010004"))).containsExactly("VALUE eap.code");
    assertInside(Part.of(48, Hex.parse("03010005 aa"))).containsExactly("LENGTH eap.len");
    assertInside(Part.of(48, Hex.parse("0101000c 17 010001 0b010000")))
        .containsExactly("RESERVED eap.aka.reserved");
    assertInside(Part.of(48, Hex.parse("0101000c 17 010000 01000000")))
        .containsExactly("LENGTH eap.aka.subtype.len");
    assertInside(Part.of(48, Hex.parse("0201000c 17 050000 0e010009")))
        .containsExactly("LENGTH eap.identity.actual_len");
  }

  @Test
  void checksIkev1Messages() {
    byte[] main = IkeEncoder.mainMode(1, 0);
    assertProblems(dissect(main)).isEmpty();
    main[23] = 1;
    assertProblems(dissect(main)).containsExactly("VALUE isakmp.messageid");
    byte[] quick = IkeEncoder.encryptedV1(1, 2, 32, 0, 8, 92);
    assertProblems(dissect(quick)).containsExactly("VALUE isakmp.messageid");
    byte[] open = IkeEncoder.mainMode(1, 2);
    open[18] = 32;
    open[23] = 1;
    assertProblems(dissect(open)).containsExactly("VALUE isakmp.flag_e");
    assertProblems(dissect(IkeEncoder.mainMode(0, 0))).containsExactly("VALUE isakmp.ispi");
  }
}
