package org.roamscope.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
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
    // The trailer fits with ICV lengths 12 and 16.
    byte[] packet = Hex.parse("00001001 00000001 aabbccdd aa01 01 06 aa01 01 11" + "ee".repeat(12));
    assertThat(NullEsp.find(Slice.of(packet), NullEspTest::nothing)).isEmpty();
    assertThat(NullEsp.find(Slice.of(packet), (next, payload) -> next == 6))
        .hasValueSatisfying(inner -> assertThat(inner.icvLength()).isEqualTo(16));
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
    for (int i = 0; i < 200_000; i++) {
      byte[] packet = new byte[100];
      random.nextBytes(packet);
      if (NullEsp.find(Slice.of(packet), NullEspTest::nothing).isPresent()) {
        found++;
      }
    }
    assertThat(found).isLessThan(5);
  }
}
