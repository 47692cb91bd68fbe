package org.roamscope.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.KeyedFunction;
import org.roamscope.field.IpAddress;

/** What takes the place of what. */
class PseudonymsTest {
  private final Pseudonyms names = new Pseudonyms(KeyMaterial.copyOf(new byte[32]));

  private IpAddress of(String address) {
    return names.address(IpAddress.parse(address));
  }

  private static int common(IpAddress one, IpAddress other) {
    byte[] a = one.bytes();
    byte[] b = other.bytes();
    for (int bit = 0; bit < a.length * 8; bit++) {
      if (((a[bit / 8] ^ b[bit / 8]) & 0x80 >>> bit % 8) != 0) {
        return bit;
      }
    }
    return a.length * 8;
  }

  private static IpAddress with(IpAddress address, int bit) {
    return bit < 64 && !address.v4()
        ? new IpAddress(address.high() ^ 1L << 63 - bit, address.low(), false)
        : new IpAddress(
            address.high(),
            address.low() ^ 1L << (address.v4() ? 31 - bit : 127 - bit),
            address.v4());
  }

  @ParameterizedTest
  @CsvSource({"203.0.113.9, 8", "10.1.2.3, 8", "2400:1:2:3:4:5:6:7, 16", "2001:db8::1:2, 32"})
  void addressesKeepTheLengthOfTheirCommonPrefix(String text, int from) {
    IpAddress address = IpAddress.parse(text);
    for (int bit = from; bit < (address.v4() ? 32 : 64); bit++) {
      IpAddress other = with(address, bit);
      assertThat(common(names.address(address), names.address(other)))
          .as("bit %d", bit)
          .isEqualTo(bit);
    }
    assertThat(names.address(address)).isNotEqualTo(address);
  }

  @Test
  void theInterfaceIdentifierIsTheSameBehindEveryPrefix() {
    IpAddress one = of("2001:db8:a::a1");
    IpAddress other = of("2400:7::a1");
    assertThat(one.low()).isEqualTo(other.low()).isNotEqualTo(0xa1);
    assertThat(common(of("2400:7::a1"), of("2400:7::a2"))).isEqualTo(126);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "127.0.0.1",
        "255.255.255.255",
        "224.0.0.1",
        "::",
        "::1",
        "ff02::1",
        "ff02::1:2",
        "::ffff:127.0.0.1"
      })
  void whatIsNobodysStays(String text) {
    String plain = text.equals("::ffff:127.0.0.1") ? "::ffff:7f00:1" : text;
    assertThat(of(plain)).isEqualTo(IpAddress.parse(plain));
    assertThat(names.names()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.9.8.7, 8",
    "172.17.0.9, 12",
    "192.168.3.4, 16",
    "100.99.1.2, 10",
    "169.254.7.7, 16",
    "239.1.2.3, 4",
    "fe80::1234, 64",
    "fd00:1::1, 8",
    "ff05::1234:5678, 16",
    "ff02::1:ff12:3456, 104",
    "2001:db8:1::1, 32",
    "2001:0:1::1, 32",
    "64:ff9b::c001:203, 96",
    "::ffff:cb00:7109, 96"
  })
  void anAddressStaysWhatItIs(String text, int prefix) {
    IpAddress address = IpAddress.parse(text);
    assertThat(common(address, names.address(address)))
        .isGreaterThanOrEqualTo(prefix)
        .isLessThan(address.v4() ? 32 : 128);
  }

  @Test
  void noOrdinaryAddressBecomesASpecialOne() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      IpAddress address = new IpAddress(0, random.nextInt(0x0b000000, 0x64000000), true);
      int first = (int) (names.address(address).low() >>> 24);
      assertThat(first).isNotIn(0, 10, 100, 127, 169, 172, 192).isLessThan(224);
    }
  }

  @Test
  void anIpv4AddressInsideAnIpv6OneIsReplacedAlike() {
    long v4 = of("203.0.113.9").low();
    assertThat(of("::ffff:cb00:7109").low() & 0xffffffffL).isEqualTo(v4);
    assertThat(of("64:ff9b::cb00:7109").low() & 0xffffffffL).isEqualTo(v4);
    assertThat(of("2002:cb00:7109::1").high() >>> 16 & 0xffffffffL).isEqualTo(v4);
  }

  @Test
  void spisKeepZeroAndTheReservedOnes() {
    assertThat(names.spi(0)).isZero();
    assertThat(names.spi(255)).isEqualTo(255);
    Set<Long> made = new HashSet<>();
    for (long spi = 256; spi < 1256; spi++) {
      made.add(names.spi(spi));
    }
    assertThat(made).hasSize(1000).allMatch(spi -> spi >= 256 && spi <= 0xffffffffL);
    assertThat(names.ikeSpi(0)).isZero();
    assertThat(names.ikeSpi(1)).isNotIn(0L, 1L);
    assertThat(names.spi(new byte[8])).isEqualTo(new byte[8]);
  }

  @Test
  void macAddressesKeepGroupAndLocal() {
    long mac = names.mac(0x0211_2233_4455L);
    assertThat(mac >>> 40 & 3).isEqualTo(2);
    assertThat(names.mac(0xffff_ffff_ffffL)).isEqualTo(0xffff_ffff_ffffL);
    assertThat(names.mac(0x3333_0000_0001L)).isEqualTo(0x3333_0000_0001L);
    long node = names.mac(0x3333_ff12_3456L);
    assertThat(node).isNotEqualTo(0x3333_ff12_3456L);
    assertThat(node & 0xffffffffL).isEqualTo(of("ff02::1:ff12:3456").low() & 0xffffffffL);
  }

  private String text(String text) {
    return new String(
        names.text(text.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);
  }

  @Test
  void textsKeepTheirShape() {
    String made = text("0262019876543210@nai.epc.mnc001.mcc262.3gppnetwork.org");
    assertThat(made)
        .matches("[0-9]{16}@nai\\.epc\\.mnc[0-9]{3}\\.mcc[0-9]{3}\\.3gppnetwork\\.org")
        .doesNotContain("9876543210");
    assertThat(text("Alice.Smith")).matches("[A-Z][a-z]{4}\\.[A-Z][a-z]{4}");
    assertThat(text("alice").equalsIgnoreCase(text("ALICE"))).isTrue();
    assertThat(text("a-12")).matches("[a-z]-[0-9]{2}");
  }

  @Test
  void noTwoWordsOfAShapeBecomeTheSame() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      made.add(text(String.format("%03d", i)));
    }
    assertThat(made).hasSize(1000);
  }

  @Test
  void digitsAreReplacedAsTheSameDigitsInATextAre() {
    byte[] imsi = {0x62, 0x02, (byte) 0xf1};
    byte[] made = names.digits(imsi);
    assertThat(made[2] & 0xf0).isEqualTo(0xf0);
    StringBuilder digits = new StringBuilder();
    for (byte octet : made) {
      digits.append(octet & 15).append((octet & 0xf0) == 0xf0 ? "" : octet >>> 4 & 15);
    }
    assertThat(digits).hasToString(text("26201"));
  }

  @Test
  void opaqueOctetsAreTheSameForTheSameOnesAndZerosStay() {
    byte[] cookie = {1, 2, 3, 4, 5, 6, 7, 8};
    assertThat(names.opaque(cookie)).isEqualTo(names.opaque(cookie.clone())).isNotEqualTo(cookie);
    assertThat(names.opaque(new byte[5])).isEqualTo(new byte[5]);
  }

  @Test
  void anotherKeyGivesOtherNames() {
    byte[] octets = new byte[32];
    octets[31] = 1;
    Pseudonyms others = new Pseudonyms(KeyMaterial.copyOf(octets));
    IpAddress address = IpAddress.parse("2400:1:2:3:4:5:6:7");
    assertThat(others.address(address)).isNotEqualTo(names.address(address));
    assertThat(others.ikeSpi(7)).isNotEqualTo(names.ikeSpi(7));
    assertThat(KeyedFunction.keyOf("correct horse".toCharArray()))
        .isEqualTo(KeyedFunction.keyOf("correct horse".toCharArray()))
        .isNotEqualTo(KeyedFunction.keyOf("correct house".toCharArray()));
  }

  @Test
  void aReportIsRenamed() {
    String made = of("2400::1").toString();
    String spi = "0x01020304";
    names.spi(0x01020304);
    assertThat(names.renamed("UE 2400::1: it moved to 2400::1."))
        .isEqualTo("UE " + made + ": it moved to " + made + ".");
    assertThat(names.renamed(spi)).isNotEqualTo(spi);
    assertThat(names.renamed("RFC 5555 2.3.2.1 at 12:00:00.5Z"))
        .isEqualTo("RFC 5555 2.3.2.1 at 12:00:00.5Z");
  }

  @Test
  void permutationsHitEveryNumberOnce() {
    Permutation permutation =
        new Permutation(new KeyedFunction(KeyMaterial.copyOf(new byte[32])), "t", 7);
    Set<Long> made = new HashSet<>();
    for (long value = 0; value < 128; value++) {
      made.add(permutation.of(value));
    }
    assertThat(made).hasSize(128).allMatch(value -> value >= 0 && value < 128);
  }
}
