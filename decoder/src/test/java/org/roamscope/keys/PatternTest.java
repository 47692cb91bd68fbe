package org.roamscope.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.field.IpAddress;

/** Addresses and SPIs of {@code esp_sa}. */
class PatternTest {
  @ParameterizedTest
  @CsvSource({
    "*, 192.0.2.1, true",
    "*, 2001:db8::1, true",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "190.*.*.1, 190.7.8.1, true",
    "190.*.*.1, 190.7.8.2, false",
    "192.0.2.0/24, 192.0.2.200, true",
    "192.0.2.0/25, 192.0.2.200, false",
    "0.0.0.0/0, 198.51.100.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "3ffe::1, 3ffe::1, true",
    "3ffe::*, 3ffe::abcd, true",
    "3ffe::*, 3ffe::1:abcd, false",
    "3ff*::2, 3ff7::2, true",
    "3ff*::2, 3fe7::2, false",
    "2001:db8:*:1::5, 2001:db8:77:1::5, true",
    "2001:db8::/32, 2001:db8:1:2:3:4:5:6, true",
    "2001:db8::/33, 2001:db8:8000::, false",
    "2001:db8::4/127, 2001:db8::5, true",
    "2001:db8::4/127, 2001:db8::6, false",
    "::/0, ::1, true"
  })
  void addresses(String pattern, String address, boolean matches) {
    AddressPattern parsed = Objects.requireNonNull(AddressPattern.parse(pattern));
    assertThat(parsed.matches(IpAddress.parse(address))).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.0.2",
        "192.0.2.256",
        "192.0.2.1/33",
        "1.2.3.4.5",
        ":::",
        "1::2::3",
        "g::",
        "12345::",
        "2001:db8::/129",
        "1:2:3:4:5:6:7",
        "::1/",
        "**",
        "1.2.3.*1"
      })
  void noAddress(String pattern) {
    assertThat(AddressPattern.parse(pattern)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "*, 1, true",
    "16, 16, true",
    "0x10, 16, true",
    "020, 16, true",
    "0, 0, true",
    "0x12345678, 305419896, true",
    "0x123456**, 305419776, true",
    "0x123456**, 305420032, false",
    "4294967295, 4294967295, true"
  })
  void spis(String pattern, long spi, boolean matches) {
    assertThat(Objects.requireNonNull(SpiPattern.parse(pattern)).matches(spi)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0x", "zz", "0x*", "0x1234*", "4294967296", "0x123456789", "09", "-1"})
  void noSpi(String pattern) {
    assertThat(SpiPattern.parse(pattern)).isNull();
  }

  @Test
  void spiText() {
    assertThat(Objects.requireNonNull(SpiPattern.parse("0xAB*00012"))).hasToString("0xab*00012");
    assertThat(SpiPattern.ANY).hasToString("*");
    assertThat(SpiPattern.of(16)).hasToString("0x00000010");
  }
}
