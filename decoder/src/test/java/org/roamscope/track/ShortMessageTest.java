package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.Dissector;

/** A Mobility Header of 8 octets, too short for its type. */
class ShortMessageTest {
  private static final int RAW_IP = 101;

  /** Only what registrations are made of says that a registration is damaged. */
  @ParameterizedTest
  @CsvSource({
    "1, MalformedMobility",
    "5, MalformedMobility",
    "6, MalformedMobility",
    "7, MalformedMobility",
    "8, OtherMobility",
    "14, OtherMobility",
    "16, OtherMobility",
    "21, OtherMobility",
    "22, OtherMobility",
    "200, OtherMobility"
  })
  void typesAboveSevenAreNoDamagedRegistrations(int type, String event) {
    String packet =
        "6000000000088740"
            + "20010db8000100000000000000000001"
            + "20010db8000200000000000000000002"
            + String.format("3b00%02x00", type)
            + String.format("%04x", checksum(type))
            + "0000";
    At at = new At(0, 1, 0);
    assertThat(
            EventExtractor.extract(
                at, Dissector.dissect(RAW_IP, Slice.of(Hex.parse(packet)), null)))
        .hasValueSatisfying(found -> assertThat(found.getClass().getSimpleName()).isEqualTo(event));
  }

  /** Over the two addresses, length 8, next header 135, and the message with two zero octets. */
  private static int checksum(int type) {
    int sum =
        0x2001 + 0x0db8 + 0x0001 + 0x0001 + 0x2001 + 0x0db8 + 0x0002 + 0x0002 + 8 + 135 + 0x3b00;
    sum += type << 8;
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return ~sum & 0xffff;
  }
}
