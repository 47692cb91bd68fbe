package org.roamscope.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Element;
import org.roamscope.ipsec.NullEsp.Inner;

class NullEspTest {
  /** Vector V4: a Binding Update in ESP with NULL encryption and HMAC-SHA1-96. */
  private static final byte[] BINDING_UPDATE =
      Hex.parse(
          """
          00001001 00000001
          3b03050060fd0007d00000640100031020010db8000100000000000000000001
          0102 02 87
          00099d5c560d73fccc7bf67b
          """);

  /** Stands for the caller's check: the Mobility Header knows its length. */
  private static boolean mobilityHeader(int nextHeader, Slice payload) {
    return nextHeader == 135
        && payload.holds(0, 8)
        && payload.u8(0) == 59
        && (payload.u8(1) + 1) * 8 == payload.length();
  }

  private static boolean nothing(int nextHeader, Slice payload) {
    return false;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 12, 16, 24, 32})
  void findsTheInsideWhateverTheIcv(int icv) {
    byte[] packet = Arrays.copyOf(BINDING_UPDATE, BINDING_UPDATE.length - 12 + icv);
    Arrays.fill(packet, BINDING_UPDATE.length - 12, packet.length, (byte) 0xee);
    Inner inner = NullEsp.find(Slice.of(packet), NullEspTest::mobilityHeader).orElseThrow();
    assertThat(inner.nextHeader()).isEqualTo(135);
    assertThat(inner.icvLength()).isEqualTo(icv);
    assertThat(inner.padLength()).isEqualTo(2);
    assertThat(inner.payload().bytes()).isEqualTo(Arrays.copyOfRange(packet, 8, 40));
    assertThat(inner.payload().offset()).isEqualTo(8);
  }

  @Test
  void believesTheOnlyTrailerWithPadding() {
    assertThat(NullEsp.find(Slice.of(BINDING_UPDATE), NullEspTest::nothing)).isPresent();
  }

  @Test
  void doesNotBelieveATrailerWithoutPadding() {
    byte[] packet = Hex.parse("00001001 00000001 aabbccdd aabb 00 06" + "ee".repeat(12));
    assertThat(NullEsp.find(Slice.of(packet), NullEspTest::nothing)).isEmpty();
    assertThat(NullEsp.find(Slice.of(packet), (next, payload) -> next == 6)).isPresent();
  }

  @Test
  void doesNotChooseBetweenTwo() {
    // No next header and two octets of padding, with ICV lengths 12 and 16.
    byte[] packet = Hex.parse("00001001 00000001 aabbccdd 0102 02 3b 0102 02 3b" + "ee".repeat(12));
    assertThat(NullEsp.find(Slice.of(packet), NullEspTest::nothing)).isEmpty();
    assertThat(NullEsp.find(Slice.of(packet), (next, payload) -> payload.length() == 4))
        .hasValueSatisfying(inner -> assertThat(inner.icvLength()).isEqualTo(16));
  }

  @Test
  void believesFixedFieldsWithoutPadding() {
    // UDP 500 to 500 of ten octets, no padding but to the boundary, no caller who knows it.
    String udp = "01f4 01f4 000a 0000 abcd 00 11";
    assertThat(find(udp)).hasValueSatisfying(inner -> assertThat(inner.nextHeader()).isEqualTo(17));
    assertThat(find("01f4 01f4 000b 0000 abcd 00 11")).isEmpty();
    // An IPv4 header with a right checksum, then with a wrong one.
    String ipv4 = "45000016 00000000 4011f6d3 c0000201 c0000202 ffff 00 04";
    assertThat(find(ipv4)).hasValueSatisfying(inner -> assertThat(inner.nextHeader()).isEqualTo(4));
    assertThat(find(ipv4.replace("f6d3", "f6d4"))).isEmpty();
    // An ICMP echo request.
    assertThat(find("0800f7ff 00000000 0000 00 01")).isPresent();
    // An SCTP packet needs its checksum of 32 bits.
    assertThat(find("0001 0002 00000003 00000000 0e000004 0000 00 84")).isEmpty();
  }

  @Test
  void doesNotBelieveImpossibleFields() {
    // TCP whose header is longer than the payload, with three octets of padding.
    assertThat(find("00500051 00000001 00000002 f010ffff 00000000 aabbcc 010203 03 06")).isEmpty();
    assertThat(find("00500051 00000001 00000002 5010ffff 00000000 aabbcc 010203 03 06"))
        .isPresent();
    assertThat(find("aabbccdd 0102 02 06")).as("too short for TCP").isEmpty();
    assertThat(find("aabbccdd 0102 02 87")).as("no Mobility Header").isEmpty();
  }

  private static Optional<Inner> find(String inside) {
    byte[] packet = Hex.parse("00001001 00000001" + inside + "ee".repeat(12));
    return NullEsp.find(Slice.of(packet), NullEspTest::nothing);
  }

  @Test
  void givesTheTrailer() {
    EspTrailer trailer =
        NullEsp.find(Slice.of(BINDING_UPDATE), NullEspTest::mobilityHeader).orElseThrow().trailer();
    assertThat(trailer.slice().offset()).isEqualTo(40);
    assertThat(trailer.nextHeader()).isEqualTo(135);
    assertThat(trailer.icvOctets().length()).isEqualTo(12);
    assertThat(shown(trailer))
        .containsExactly(
            "esp.pad 0102",
            "esp.pad_len 2",
            "esp.protocol 0x87",
            "esp.icv 00099d5c560d73fccc7bf67b");
    EspTrailer wrong = new EspTrailer(trailer.slice(), 2, ChecksumStatus.BAD);
    assertThat(wrong.layout().derived())
        .extracting(field -> field.filterName() + " " + wrong.derived(field))
        .containsExactly("esp.icv_good Bool[set=false]", "esp.icv_bad Bool[set=true]");
    assertThat(trailer.layout().derived())
        .extracting(field -> field.filterName() + " " + trailer.derived(field))
        .containsExactly("esp.icv_good Bool[set=false]", "esp.icv_bad Bool[set=false]");
  }

  private static List<String> shown(Element element) {
    return element.layout().fields().stream()
        .map(field -> field.filterName() + " " + field.info().plain(field.value(element.slice())))
        .toList();
  }

  @Test
  void needsTheWholePacket() {
    byte[] cut = Arrays.copyOf(BINDING_UPDATE, BINDING_UPDATE.length - 4);
    assertThat(NullEsp.find(Slice.of(cut, BINDING_UPDATE.length), NullEspTest::mobilityHeader))
        .isEmpty();
  }

  @Test
  void survivesEveryTruncationAndFlippedBit() {
    for (int length = 0; length <= BINDING_UPDATE.length; length++) {
      NullEsp.find(Slice.of(Arrays.copyOf(BINDING_UPDATE, length)), NullEspTest::mobilityHeader);
    }
    for (int bit = 0; bit < BINDING_UPDATE.length * 8; bit++) {
      byte[] flipped = BINDING_UPDATE.clone();
      flipped[bit >>> 3] ^= (byte) (0x80 >>> (bit & 7));
      NullEsp.find(Slice.of(flipped), NullEspTest::mobilityHeader);
    }
  }

  @Test
  void takesHardlyAnyCiphertextForPlaintext() {
    Random random = new Random(4303);
    int found = 0;
    for (int i = 0; i < 1_000_000; i++) {
      byte[] packet = new byte[100];
      random.nextBytes(packet);
      if (NullEsp.find(Slice.of(packet), NullEspTest::nothing).isPresent()) {
        found++;
      }
    }
    assertThat(found).as("of a million").isLessThan(5);
  }
}
