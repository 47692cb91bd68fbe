package org.roamscope.decrypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.decrypt.IkeOctets.chain;
import static org.roamscope.decrypt.Sealing.AGENT;
import static org.roamscope.decrypt.Sealing.CARE_OF;
import static org.roamscope.decrypt.Sealing.ESP;
import static org.roamscope.decrypt.Sealing.HOME;
import static org.roamscope.decrypt.Sealing.MOBILITY;
import static org.roamscope.decrypt.Sealing.cbc;
import static org.roamscope.decrypt.Sealing.counting;
import static org.roamscope.decrypt.Sealing.dissect;
import static org.roamscope.decrypt.Sealing.ipv6;
import static org.roamscope.decrypt.Sealing.join;
import static org.roamscope.decrypt.Sealing.keys;
import static org.roamscope.decrypt.Sealing.sha1;
import static org.roamscope.decrypt.Sealing.word;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.decrypt.IkeOctets.Payload;
import org.roamscope.dissect.Dissection;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.ipsec.AhHeader;
import org.roamscope.keys.KeyRing;
import org.roamscope.mobility.MobilityHeader;

/** RFC 7296 section 2.17: keys of AH and of ESP with long sequence numbers follow from SK_d. */
class ChildSaTest {
  private static final IkeSpis SPIS = new IkeSpis(0x0102030405060708L, 0x1112131415161718L);
  private static final byte[] D = counting(0x80, 20);
  private static final byte[] EI = counting(0x10, 16);
  private static final byte[] ER = counting(0x20, 16);
  private static final byte[] AI = counting(0x30, 20);
  private static final byte[] AR = counting(0x50, 20);
  private static final byte[] NONCE_I = counting(3, 16);
  private static final byte[] NONCE_R = counting(33, 20);
  private static final long SPI_I = 0xa0000001L;
  private static final long SPI_R = 0xb0000002L;
  private static final int SA = 33;
  private static final int NONCE = 40;

  /** HMAC-SHA1-96, numbers of 32 bits. */
  private static final byte[] AH_TRANSFORMS = Hex.parse("03000008 03000002" + "00000008 05000000");

  /** AES-CBC-128, HMAC-SHA1-96, numbers of 64 bits. */
  private static final byte[] ESP_TRANSFORMS =
      Hex.parse("0300000c 0100000c 800e0080" + "03000008 03000002" + "00000008 05000001");

  private static byte[] proposal(int protocol, byte[] spi, int transforms, byte[] octets) {
    byte[] start = {
      0,
      0,
      0,
      (byte) (8 + spi.length + octets.length),
      1,
      (byte) protocol,
      (byte) spi.length,
      (byte) transforms
    };
    return join(start, spi, octets);
  }

  private static byte[] message(long responder, int first, int exchange, int flags, byte[] body) {
    ByteBuffer header = ByteBuffer.allocate(28);
    header.putLong(SPIS.initiator()).putLong(responder);
    header.put((byte) first).put((byte) 0x20).put((byte) exchange).put((byte) flags);
    header.putInt(exchange == 34 ? 0 : 1).putInt(28 + body.length);
    return join(header.array(), body);
  }

  /** An SK payload, RFC 7296 section 3.14. */
  private static byte[] sealed(int flags, byte[] cipherKey, byte[] codeKey, Payload payload) {
    byte[] text = chain(payload);
    int pad = 15 - text.length % 16;
    byte[] iv = counting(7, 16);
    byte[] secret = cbc(cipherKey, iv, join(text, new byte[pad], new byte[] {(byte) pad}));
    byte[] start = IkeOctets.header(payload.type, iv.length + secret.length + 12);
    byte[] whole = message(SPIS.responder(), 46, 35, flags, join(start, iv, secret, new byte[12]));
    byte[] covered = Arrays.copyOf(whole, whole.length - 12);
    return join(covered, Arrays.copyOf(sha1(codeKey, covered), 12));
  }

  private static KeyRing ring() {
    return ring(D);
  }

  private static KeyRing ring(byte[] d) {
    return keys(
        """
        {"ikev2": [{"spi_i": "%016x", "spi_r": "%016x", "enc_ws": "AES-CBC-128 [RFC3602]",
        "integ_ws": "HMAC_SHA1_96 [RFC2404]", "SK_d": "%s",
        "SK_ei": "%s", "SK_er": "%s", "SK_ai": "%s", "SK_ar": "%s"}]}
        """
            .formatted(
                SPIS.initiator(),
                SPIS.responder(),
                Hex.plain(d),
                Hex.plain(EI),
                Hex.plain(ER),
                Hex.plain(AI),
                Hex.plain(AR)));
  }

  private static void send(Decryptor decryptor, String from, String to, byte[] message) {
    dissect(ipv6(from, to, 17, IkeOctets.udp(message)), decryptor);
  }

  /** IKE_SA_INIT and IKE_AUTH. */
  private static Decryptor exchanged(int protocol, int transforms, byte[] octets) {
    return exchanged(ring(), protocol, transforms, octets);
  }

  private static Decryptor exchanged(KeyRing ring, int protocol, int transforms, byte[] octets) {
    Decryptor decryptor = new Decryptor(ring);
    byte[] prf =
        Hex.parse("0300000c 0100000c 800e0080" + "03000008 03000002" + "00000008 02000002");
    Payload association = new Payload(SA, proposal(1, new byte[0], 3, prf));
    byte[] asks = chain(association, new Payload(NONCE, NONCE_I));
    byte[] answers = chain(association, new Payload(NONCE, NONCE_R));
    send(decryptor, CARE_OF, AGENT, message(0, SA, 34, 0x08, asks));
    send(decryptor, AGENT, CARE_OF, message(SPIS.responder(), SA, 34, 0x20, answers));
    Payload offer = new Payload(SA, proposal(protocol, word(SPI_I), transforms, octets));
    Payload taken = new Payload(SA, proposal(protocol, word(SPI_R), transforms, octets));
    send(decryptor, CARE_OF, AGENT, sealed(0x08, EI, AI, offer));
    assertThat(decryptor.parent(SPI_I)).contains(SPIS);
    assertThat(decryptor.parent(SPI_R)).isEmpty();
    send(decryptor, AGENT, CARE_OF, sealed(0x20, ER, AR, taken));
    assertThat(decryptor.coverage().packets(Outcome.OPENED)).isEqualTo(2);
    assertThat(decryptor.parent(SPI_R)).contains(SPIS);
    return decryptor;
  }

  /** prf+, RFC 7296 section 2.13, as many octets as both need. */
  private static byte[] material() {
    byte[] seed = join(NONCE_I, NONCE_R);
    byte[] all = {};
    byte[] block = {};
    for (int round = 1; round <= 4; round++) {
      block = sha1(D, block, seed, new byte[] {(byte) round});
      all = join(all, block);
    }
    return all;
  }

  private static ChecksumStatus ah(Decryptor decryptor, long spi, byte[] key) {
    byte[] fixed = join(new byte[] {(byte) MOBILITY, 4, 0, 0}, word(spi), word(1));
    byte[] covered = ipv6(HOME, AGENT, 51, join(fixed, new byte[12], Sealing.UPDATE));
    covered[7] = 0;
    byte[] code = Arrays.copyOf(sha1(key, covered), 12);
    Dissection dissection =
        dissect(ipv6(HOME, AGENT, 51, join(fixed, code, Sealing.UPDATE)), decryptor);
    return dissection.first(AhHeader.class).orElseThrow().status();
  }

  @Test
  void authenticationHeader() {
    Decryptor decryptor = exchanged(2, 2, AH_TRANSFORMS);
    byte[] ofInitiator = Arrays.copyOf(material(), 20);
    byte[] ofResponder = Arrays.copyOfRange(material(), 20, 40);
    assertThat(ah(decryptor, SPI_R, ofInitiator)).isEqualTo(ChecksumStatus.GOOD);
    assertThat(ah(decryptor, SPI_I, ofResponder)).isEqualTo(ChecksumStatus.GOOD);
    assertThat(ah(decryptor, SPI_I, ofInitiator)).isEqualTo(ChecksumStatus.BAD);
    assertThat(decryptor.coverage().table()).contains("child of IKE SA", "verified", "wrong key");
  }

  /** The sequence number on the wire wraps from 0xffffffff to 0. */
  @Test
  void extendedSequenceNumbers() {
    Decryptor decryptor = exchanged(3, 3, ESP_TRANSFORMS);
    byte[] material = material();
    Sealing.EspSender sender =
        new Sealing.EspSender(
            SPI_R, 16, Arrays.copyOf(material, 16), Arrays.copyOfRange(material, 16, 36));
    long[] low = {0xfffffffeL, 0xffffffffL, 0, 1, 0xfffffffdL, 2};
    int[] high = {0, 0, 1, 1, 0, 1};
    for (int i = 0; i < low.length; i++) {
      byte[] packet = sender.esp(low[i], MOBILITY, Sealing.UPDATE, word(high[i]));
      assertThat(dissect(ipv6(HOME, AGENT, ESP, packet), decryptor).first(MobilityHeader.class))
          .as("packet %s", i)
          .isPresent();
    }
    assertThat(decryptor.coverage().complete()).isTrue();
  }

  /** No message proves SK_d: a wrong one beside keys that open everything spoils nothing. */
  @Test
  void everySkDIsTried() {
    KeyRing wrongFirst = ring(counting(0x81, 20)).and(ring());
    Decryptor decryptor = exchanged(wrongFirst, 3, 3, ESP_TRANSFORMS);
    byte[] material = material();
    Sealing.EspSender sender =
        new Sealing.EspSender(
            SPI_R, 16, Arrays.copyOf(material, 16), Arrays.copyOfRange(material, 16, 36));
    byte[] packet = sender.esp(1, MOBILITY, Sealing.UPDATE, word(0));
    assertThat(dissect(ipv6(HOME, AGENT, ESP, packet), decryptor).first(MobilityHeader.class))
        .isPresent();
    assertThat(decryptor.coverage().sources(decryptor.coverage().rows().getFirst().subject()))
        .singleElement()
        .satisfies(source -> assertThat(source.text()).startsWith("derived from "));
  }
}
