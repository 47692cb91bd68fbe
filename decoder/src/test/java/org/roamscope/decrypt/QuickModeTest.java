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

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decrypt.IkeOctets.Payload;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.ipsec.AhHeader;
import org.roamscope.keys.IkeV1Keys;
import org.roamscope.keys.IpsecKeys;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;
import org.roamscope.mobility.MobilityHeader;

/** RFC 2409 section 5.5: one key of IKEv1 opens its ESP. */
class QuickModeTest {
  private static final Path REAL = Path.of("src/test/resources/org/roamscope/decrypt/ikev1");
  private static final byte[] COOKIE_I = Hex.parse("0102030405060708");
  private static final byte[] COOKIE_R = Hex.parse("1112131415161718");
  private static final byte[] KEY = counting(0x40, 16);
  private static final byte[] SKEYID_D = counting(0x80, 20);
  private static final byte[] PUBLIC_I = counting(1, 64);
  private static final byte[] PUBLIC_R = counting(101, 64);
  private static final byte[] NONCE_I = counting(3, 16);
  private static final byte[] NONCE_R = counting(33, 20);
  private static final long SPI_I = 0xa0000001L;
  private static final long SPI_R = 0xb0000002L;
  private static final long QUICK = 0x51525354L;

  private static final int SA = 1;
  private static final int KE = 4;
  private static final int HASH = 8;
  private static final int NONCE = 10;

  /** ESP_3DES, HMAC-SHA, transport mode. */
  private static final byte[] TRIPLE_DES = transform(3, "80040002 80050002");

  /** ESP_AES with 128 bits, HMAC-SHA, transport mode. */
  private static final byte[] AES = transform(12, "80040002 80060080 80050002");

  /** The same with extended sequence numbers, RFC 4304. */
  private static final byte[] AES_ESN = transform(12, "80040002 80060080 80050002 800b0001");

  /** AH_SHA, HMAC-SHA, transport mode. */
  private static final byte[] AH_SHA = transform(3, "80040002 80050002");

  private static byte[] transform(int id, String attributes) {
    byte[] values = Hex.parse(attributes);
    byte[] start = {0, 0, 0, (byte) (8 + values.length), 1, (byte) id, 0, 0};
    return join(start, values);
  }

  private static byte[] association(int protocol, byte[] spi, byte[] transform) {
    int length = 8 + spi.length + transform.length;
    byte[] proposal = {0, 0, 0, (byte) length, 1, (byte) protocol, (byte) spi.length, 1};
    return join(Hex.parse("00000001 00000001"), proposal, spi, transform);
  }

  private static byte[] message(
      byte[] responder, int first, int exchange, int flags, long id, byte[] body) {
    byte[] isakmp =
        join(
            COOKIE_I,
            responder,
            new byte[] {(byte) first, 0x10, (byte) exchange, (byte) flags},
            word(id),
            word(28 + body.length),
            body);
    return IkeOctets.udp(isakmp);
  }

  private static byte[] clear(byte[] responder, Payload... payloads) {
    return message(responder, payloads[0].type, 2, 0, 0, chain(payloads));
  }

  private static byte[] hash(byte[]... parts) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-1").digest(join(parts)), 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One ISAKMP SA: AES-CBC-128 with SHA-1, and a Quick Mode. */
  private static final class Peers {
    private final Decryptor decryptor;
    private byte[] block = hash(PUBLIC_I, PUBLIC_R);

    Peers(KeyRing ring) {
      decryptor = new Decryptor(ring);
    }

    private void send(String from, String to, byte[] udp) {
      dissect(ipv6(from, to, 17, udp), decryptor);
    }

    private void sealed(String from, String to, int exchange, long id, Payload... payloads) {
      byte[] text = chain(payloads);
      byte[] body = cbc(KEY, block, Arrays.copyOf(text, (text.length + 15) / 16 * 16));
      block = Arrays.copyOfRange(body, body.length - 16, body.length);
      send(from, to, message(COOKIE_R, payloads[0].type, exchange, 1, id, body));
    }

    void mainMode() {
      byte[] chosen = transform(1, "80010007 800e0080 80020002 80030001 80040002");
      byte[] association = association(1, new byte[0], chosen);
      send(CARE_OF, AGENT, clear(new byte[8], new Payload(SA, association)));
      send(AGENT, CARE_OF, clear(COOKIE_R, new Payload(SA, association)));
      Payload nonce = new Payload(NONCE, counting(9, 16));
      send(CARE_OF, AGENT, clear(COOKIE_R, new Payload(KE, PUBLIC_I), nonce));
      send(AGENT, CARE_OF, clear(COOKIE_R, new Payload(KE, PUBLIC_R), nonce));
      sealed(CARE_OF, AGENT, 2, 0, new Payload(HASH, counting(0, 20)));
      sealed(AGENT, CARE_OF, 2, 0, new Payload(HASH, counting(1, 20)));
    }

    void quickMode(int protocol, byte[] transform, Payload... more) {
      Payload hash = new Payload(HASH, counting(2, 20));
      block = hash(block, word(QUICK));
      for (boolean again : new boolean[] {false, true}) {
        byte[] before = block;
        sealed(
            CARE_OF,
            AGENT,
            32,
            QUICK,
            with(more, hash, offer(protocol, SPI_I, transform), new Payload(NONCE, NONCE_I)));
        // Sent again, it is the same message.
        block = again ? block : before;
      }
      sealed(
          AGENT,
          CARE_OF,
          32,
          QUICK,
          with(more, hash, offer(protocol, SPI_R, transform), new Payload(NONCE, NONCE_R)));
      sealed(CARE_OF, AGENT, 32, QUICK, hash);
    }

    private static Payload offer(int protocol, long spi, byte[] transform) {
      return new Payload(SA, association(protocol, word(spi), transform));
    }

    private static Payload[] with(Payload[] more, Payload... first) {
      Payload[] all = Arrays.copyOf(first, first.length + more.length);
      System.arraycopy(more, 0, all, first.length, more.length);
      return all;
    }

    Dissection esp(Sealing.EspSender sa, long sequence, byte[] high) {
      byte[] packet = sa.esp(sequence, MOBILITY, Sealing.UPDATE, high);
      return dissect(ipv6(HOME, AGENT, ESP, packet), decryptor);
    }
  }

  private static KeyRing ring(String more) {
    return keys(
        "{\"ikev1\": [{\"icookie\": \""
            + Hex.plain(COOKIE_I)
            + "\", \"rcookie\": \""
            + Hex.plain(COOKIE_R)
            + "\", \"key\": \""
            + Hex.plain(KEY)
            + "\""
            + more
            + "}]}");
  }

  private static KeyRing ring() {
    return ring(", \"SKEYID_d\": \"" + Hex.plain(SKEYID_D) + "\"");
  }

  /** KEYMAT, with the blocks that 44 octets need. */
  private static byte[] material(int protocol, long spi) {
    byte[] seed = join(new byte[] {(byte) protocol}, word(spi), NONCE_I, NONCE_R);
    byte[] one = sha1(SKEYID_D, seed);
    byte[] two = sha1(SKEYID_D, one, seed);
    return join(one, two, sha1(SKEYID_D, two, seed));
  }

  private static Sealing.EspSender sender(long spi, int block, int octets) {
    byte[] material = material(3, spi);
    return new Sealing.EspSender(
        spi,
        block,
        Arrays.copyOf(material, octets),
        Arrays.copyOfRange(material, octets, octets + 20));
  }

  private static void opens(int block, int octets, byte[] transform) {
    Peers peers = new Peers(ring());
    peers.mainMode();
    peers.quickMode(3, transform);
    for (long spi : new long[] {SPI_I, SPI_R}) {
      Dissection inside = peers.esp(sender(spi, block, octets), 1, new byte[0]);
      assertThat(inside.first(MobilityHeader.class)).isPresent();
      assertThat(inside.protectedByIpsec()).isTrue();
      assertThat(peers.decryptor.parent(spi))
          .contains(new IkeSpis(0x0102030405060708L, 0x1112131415161718L));
    }
    Coverage coverage = peers.decryptor.coverage();
    assertThat(coverage.complete()).as(coverage.table()).isTrue();
    assertThat(coverage.table())
        .contains("child of IKE SA", "0102030405060708 1112131415161718       1");
  }

  @Test
  void tripleDesWithSha1() {
    opens(8, 24, TRIPLE_DES);
  }

  @Test
  void aesWithSha1() {
    opens(16, 16, AES);
  }

  /** The sequence number on the wire wraps from 0xffffffff to 0. */
  @Test
  void extendedSequenceNumbers() {
    Peers peers = new Peers(ring());
    peers.mainMode();
    peers.quickMode(3, AES_ESN);
    Sealing.EspSender sa = sender(SPI_R, 16, 16);
    long[] low = {0xfffffffeL, 0xffffffffL, 0, 1, 0xfffffffdL, 2};
    int[] high = {0, 0, 1, 1, 0, 1};
    for (int i = 0; i < low.length; i++) {
      assertThat(peers.esp(sa, low[i], word(high[i])).first(MobilityHeader.class))
          .as("packet %s", i)
          .isPresent();
    }
    assertThat(peers.esp(sa, 3, new byte[0]).first(MobilityHeader.class)).isEmpty();
    assertThat(peers.decryptor.coverage().packets(Outcome.WRONG_KEY)).isEqualTo(1);
  }

  @Test
  void authenticationHeader() {
    Peers peers = new Peers(ring());
    peers.mainMode();
    peers.quickMode(2, AH_SHA);
    byte[] key = Arrays.copyOf(material(2, SPI_R), 20);
    byte[] fixed = join(new byte[] {(byte) MOBILITY, 4, 0, 0}, word(SPI_R), word(1));
    byte[] covered = ipv6(HOME, AGENT, 51, join(fixed, new byte[12], Sealing.UPDATE));
    covered[7] = 0;
    byte[] code = Arrays.copyOf(sha1(key, covered), 12);
    Dissection dissection =
        dissect(ipv6(HOME, AGENT, 51, join(fixed, code, Sealing.UPDATE)), peers.decryptor);
    assertThat(dissection.first(AhHeader.class).orElseThrow().status())
        .isEqualTo(ChecksumStatus.GOOD);
    assertThat(peers.decryptor.coverage().rows())
        .anySatisfy(row -> {
          assertThat(row.subject()).isInstanceOf(Coverage.Ah.class);
          assertThat(row.packets(Outcome.VERIFIED)).isEqualTo(1);
          assertThat(row.parent()).isNotNull();
        });
  }

  private static void staysClosed(Peers peers) {
    Dissection closed = peers.esp(sender(SPI_R, 16, 16), 1, new byte[0]);
    assertThat(closed.first(MobilityHeader.class)).isEmpty();
    assertThat(peers.decryptor.coverage().packets(Outcome.NO_KEY)).isEqualTo(1);
    assertThat(peers.decryptor.parent(SPI_R)).isPresent();
    assertThat(peers.decryptor.parent(SPI_R + 1)).isEmpty();
  }

  /** The secret of the Quick Mode goes into the keys, and no file has it. */
  @Test
  void perfectForwardSecrecy() {
    Peers peers = new Peers(ring());
    peers.mainMode();
    peers.quickMode(3, AES, new Payload(KE, counting(5, 64)));
    staysClosed(peers);
  }

  @Test
  void theEncryptionKeyAlone() {
    Peers peers = new Peers(ring(""));
    peers.mainMode();
    peers.quickMode(3, AES);
    staysClosed(peers);
  }

  /** RC4 is an algorithm of the registry that no cipher here does. */
  @Test
  void anAlgorithmThatIsNotKnown() {
    Peers peers = new Peers(ring());
    peers.mainMode();
    peers.quickMode(3, transform(10, "80040002 80050002"));
    staysClosed(peers);
  }

  private static void feed(Decryptor decryptor) throws IOException {
    try (CaptureReader reader = CaptureReader.open(REAL.resolve("capture.pcap"))) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        decryptor.begin(frame.number(), frame.timeNanos());
        Slice octets = Slice.of(frame.data(), frame.originalLength());
        Dissector.dissect(frame.linkType(), octets, null, DecodeAs.NONE, decryptor);
      }
    }
  }

  private static Optional<MobilityHeader> sent(IpsecKeys keys, Decryptor decryptor) {
    Sealing.EspSender sa =
        new Sealing.EspSender(
            keys.spi().value(),
            16,
            keys.keys().encryptionKey().octets(),
            keys.keys().integrityKey().octets());
    byte[] packet = ipv6(HOME, AGENT, ESP, sa.esp(1, MOBILITY, Sealing.UPDATE));
    return dissect(packet, decryptor).first(MobilityHeader.class);
  }

  /** A Quick Mode of a real daemon, which told the keys that it made of it. */
  @Test
  void keysThatARealDaemonDerived() throws IOException {
    KeyRing all = KeyFiles.read(REAL.resolve("keys.json"));
    Decryptor decryptor =
        new Decryptor(new KeyRing(List.of(), all.ikeV1(), List.of(), List.of(), List.of()));
    Decryptor table = new Decryptor(KeyFiles.read(REAL.resolve("ikev1_decryption_table")));
    feed(decryptor);
    feed(table);
    IkeV1Keys ike = all.ikeV1().getFirst();
    assertThat(all.esp()).isNotEmpty();
    for (IpsecKeys keys : all.esp()) {
      assertThat(sent(keys, decryptor)).isPresent();
      assertThat(sent(keys, table)).isEmpty();
      assertThat(table.parent(keys.spi().value()))
          .hasValueSatisfying(
              parent -> assertThat(parent.initiator()).isEqualTo(ike.initiatorCookie()));
    }
    assertThat(table.coverage().packets(Outcome.NO_KEY)).isEqualTo(all.esp().size());
  }
}
