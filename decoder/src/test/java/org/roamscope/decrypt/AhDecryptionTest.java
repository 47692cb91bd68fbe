package org.roamscope.decrypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.decrypt.Sealing.AGENT;
import static org.roamscope.decrypt.Sealing.CARE_OF;
import static org.roamscope.decrypt.Sealing.HOME;
import static org.roamscope.decrypt.Sealing.MOBILITY;
import static org.roamscope.decrypt.Sealing.counting;
import static org.roamscope.decrypt.Sealing.dissect;
import static org.roamscope.decrypt.Sealing.ipv6;
import static org.roamscope.decrypt.Sealing.join;
import static org.roamscope.decrypt.Sealing.keys;
import static org.roamscope.decrypt.Sealing.sha1;
import static org.roamscope.decrypt.Sealing.word;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.dissect.Dissection;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Derived;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;
import org.roamscope.ipsec.AhHeader;
import org.roamscope.keys.KeyRing;
import org.roamscope.mobility.BindingUpdate;
import org.roamscope.mobility.MobilityHeader;

/** A mobile node and its home agent that authenticate their signalling with AH, RFC 4302. */
class AhDecryptionTest {
  private static final byte[] KEY = counting(1, 20);
  private static final long SPI = 0x1001;
  private static final int DESTINATION = 60;
  private static final int ROUTING = 43;
  private static final byte[] NO_CODE = new byte[12];

  private static byte[] header(long sequence, byte[] code) {
    return join(new byte[] {(byte) MOBILITY, 4, 0, 0}, word(SPI), word(sequence), code);
  }

  private static byte[] code(byte[] covered, byte[] high) {
    byte[] received = covered.clone();
    received[7] = 0;
    return Arrays.copyOf(sha1(KEY, received, high), NO_CODE.length);
  }

  private static byte[] homeAddress(String home) {
    return Hex.parse("3302 01020000 c910" + home);
  }

  private static byte[] type2(int left, String home) {
    return Hex.parse("3302 02%02x 00000000".formatted(left) + home);
  }

  /** RFC 6275 section 11.3.2: covered as if the home address were the source. */
  private static byte[] update(long sequence, byte[] high) {
    byte[] covered =
        ipv6(
            HOME,
            AGENT,
            DESTINATION,
            join(homeAddress(CARE_OF), header(sequence, NO_CODE), Sealing.UPDATE));
    return ipv6(
        CARE_OF,
        AGENT,
        DESTINATION,
        join(homeAddress(HOME), header(sequence, code(covered, high)), Sealing.UPDATE));
  }

  private static byte[] update(long sequence) {
    return update(sequence, new byte[0]);
  }

  /** RFC 6275 section 6.4.1: covered as it is at the home address, no segments left. */
  private static byte[] acknowledgement() {
    byte[] covered =
        ipv6(
            AGENT,
            HOME,
            ROUTING,
            join(type2(0, CARE_OF), header(1, NO_CODE), Sealing.ACKNOWLEDGEMENT));
    return ipv6(
        AGENT,
        CARE_OF,
        ROUTING,
        join(type2(1, HOME), header(1, code(covered, new byte[0])), Sealing.ACKNOWLEDGEMENT));
  }

  /** The addresses of the file are those of no packet: a mobile node's SAs move. */
  private static KeyRing ring(byte[] key, String flag) {
    return keys(
        "src fd00::1 dst fd00::2\n\tproto ah spi 0x00001001 reqid 1 mode transport\n"
            + "\treplay-window 32 "
            + flag
            + "\n\tauth-trunc hmac(sha1) 0x"
            + Hex.plain(key)
            + " 96\n");
  }

  private static Decryptor decryptor() {
    return new Decryptor(ring(KEY, ""));
  }

  private static ChecksumStatus status(Dissection dissection) {
    return dissection.first(AhHeader.class).orElseThrow().status();
  }

  private static List<Problem> complaints(Dissection dissection) {
    return dissection.problems().stream().filter(one -> one.field().equals("ah.icv")).toList();
  }

  @Test
  void signallingWithHomeAddressOptionAndRoutingHeader() {
    Decryptor decryptor = decryptor();
    Dissection update = dissect(update(1), decryptor);
    assertThat(status(update)).isEqualTo(ChecksumStatus.GOOD);
    assertThat(update.problems()).isEmpty();
    assertThat(update.protectedByIpsec()).isTrue();
    assertThat(update.protectedByEsp()).isFalse();
    BindingUpdate message =
        (BindingUpdate) update.first(MobilityHeader.class).orElseThrow().message();
    assertThat(message.sequence()).isEqualTo(7);
    Dissection answer = dissect(acknowledgement(), decryptor);
    assertThat(status(answer)).isEqualTo(ChecksumStatus.GOOD);
    assertThat(answer.problems()).isEmpty();
    assertThat(decryptor.coverage().packets(Outcome.VERIFIED)).isEqualTo(2);
    assertThat(decryptor.coverage().complete()).isTrue();
    assertThat(decryptor.coverage().table())
        .contains("AH        0x00001001  2001:db8:1::1 > 2001:db8:2::2", "verified");
  }

  /** The field beside ah.icv: 0 bad, 1 good, 2 unverified. */
  @Test
  void theFieldTellsTheStatus() {
    List<KeyRing> rings = List.of(ring(counting(7, 20), ""), ring(KEY, ""), KeyRing.EMPTY);
    for (int i = 0; i < rings.size(); i++) {
      AhHeader header =
          dissect(update(1), new Decryptor(rings.get(i))).first(AhHeader.class).orElseThrow();
      Derived field = header.layout().derived().getFirst();
      assertThat(field.filterName()).isEqualTo("roam.ah.icv.status");
      assertThat(header.derived(field)).isEqualTo(new FieldValue.Numeric(i));
    }
  }

  @Test
  void anOctetThatWasChangedIsBad() {
    byte[] packet = update(1);
    // Destination, home address, payload.
    for (int at : new int[] {39, 63, packet.length - 1}) {
      Decryptor decryptor = decryptor();
      byte[] changed = packet.clone();
      changed[at] ^= 0x20;
      Dissection dissection = dissect(changed, decryptor);
      assertThat(status(dissection)).as("octet %s", at).isEqualTo(ChecksumStatus.BAD);
      assertThat(complaints(dissection))
          .singleElement()
          .satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ProblemKind.CHECKSUM);
            assertThat(problem.span().bit()).isEqualTo(76 * 8L);
          });
      assertThat(dissection.first(MobilityHeader.class)).isPresent();
      assertThat(decryptor.coverage().packets(Outcome.WRONG_KEY)).isEqualTo(1);
      assertThat(decryptor.coverage().complete()).isFalse();
    }
    // Traffic class, flow label, hop limit.
    for (int at : new int[] {1, 3, 7}) {
      byte[] changed = packet.clone();
      changed[at] ^= 0x20;
      assertThat(status(dissect(changed, decryptor()))).isEqualTo(ChecksumStatus.GOOD);
    }
  }

  @Test
  void aWrongKeyAndNone() {
    Decryptor wrong = new Decryptor(ring(counting(2, 20), ""));
    assertThat(status(dissect(update(1), wrong))).isEqualTo(ChecksumStatus.BAD);
    assertThat(wrong.coverage().packets(Outcome.WRONG_KEY)).isEqualTo(1);
    Decryptor both = new Decryptor(ring(counting(2, 20), "").and(ring(KEY, "")));
    assertThat(status(dissect(update(1), both))).isEqualTo(ChecksumStatus.GOOD);
    Decryptor late = new Decryptor(ring(counting(2, 20), ""));
    assertThat(status(dissect(update(1), late))).isEqualTo(ChecksumStatus.BAD);
    late.add(ring(KEY, ""));
    assertThat(status(dissect(update(1), late))).isEqualTo(ChecksumStatus.GOOD);
    Decryptor none = new Decryptor(KeyRing.EMPTY);
    Dissection unverified = dissect(update(1), none);
    assertThat(status(unverified)).isEqualTo(ChecksumStatus.UNVERIFIABLE);
    assertThat(complaints(unverified)).isEmpty();
    assertThat(unverified.protectedByIpsec()).isTrue();
    assertThat(none.coverage().table()).contains("in the clear");
    assertThat(none.coverage().complete()).isTrue();
  }

  /** The lower half wraps; a late packet still has the upper half it had. */
  @Test
  void extendedSequenceNumbers() {
    Decryptor decryptor = new Decryptor(ring(KEY, "flag esn"));
    long[] low = {0xfffffffeL, 0xffffffffL, 0, 1, 0xfffffffdL, 2};
    int[] high = {0, 0, 1, 1, 0, 1};
    for (int i = 0; i < low.length; i++) {
      assertThat(status(dissect(update(low[i], word(high[i])), decryptor)))
          .as("packet %s", i)
          .isEqualTo(ChecksumStatus.GOOD);
    }
    assertThat(status(dissect(update(3, word(0)), decryptor()))).isEqualTo(ChecksumStatus.BAD);
  }

  /** What is covered is the packet as it was before it was cut into fragments. */
  @Test
  void onlyWholePacketsAreVerified() {
    byte[] whole = update(1);
    byte[] fragment =
        ipv6(
            CARE_OF,
            AGENT,
            44,
            join(Hex.parse("3c00 0000 00000001"), Arrays.copyOfRange(whole, 40, whole.length)));
    Dissection dissection = dissect(fragment, decryptor());
    dissection
        .first(AhHeader.class)
        .ifPresent(header -> assertThat(header.status()).isEqualTo(ChecksumStatus.UNVERIFIABLE));
    assertThat(complaints(dissection)).isEmpty();
    Dissection behind =
        dissect(
            ipv6(CARE_OF, AGENT, 44, join(Hex.parse("3300 0000 00000001"), header(1, NO_CODE))),
            decryptor());
    assertThat(complaints(behind)).isEmpty();
  }

  /** An inner packet counts from its own header on. */
  @Test
  void insideATunnel() {
    byte[] outer = ipv6(CARE_OF, AGENT, 41, update(1));
    assertThat(status(dissect(outer, decryptor()))).isEqualTo(ChecksumStatus.GOOD);
  }

  @Test
  void nothingThrows() {
    SplittableRandom random = new SplittableRandom(3);
    Decryptor decryptor = decryptor();
    for (int i = 0; i < 4000; i++) {
      byte[] packet = i % 2 == 0 ? update(i) : acknowledgement();
      packet[random.nextInt(packet.length)] ^= (byte) (1 + random.nextInt(255));
      byte[] cut = Arrays.copyOf(packet, 1 + random.nextInt(packet.length));
      assertThat(dissect(packet, decryptor)).isNotNull();
      assertThat(dissect(cut, decryptor)).isNotNull();
    }
    assertThat(decryptor.coverage().packets(Outcome.WRONG_KEY)).isPositive();
  }
}
