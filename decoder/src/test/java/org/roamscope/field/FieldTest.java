package org.roamscope.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.bytes.Slice;

class FieldTest {
  /** RFC 5952: longest run, first of equals, never a single zero group. */
  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "0:0:0:0:0:0:0:0, ::",
    "::1, ::1",
    "fe80::, fe80::",
    "192.0.2.255, 192.0.2.255",
    "2001:DB8::A1, 2001:db8::a1"
  })
  void addressesReadAndPrint(String text, String canonical) {
    IpAddress address = IpAddress.parse(text);
    assertThat(address).hasToString(canonical);
    assertThat(IpAddress.parse(canonical)).isEqualTo(address);
    Slice octets = Slice.of(address.bytes());
    assertThat(address.v4() ? IpAddress.v4(octets, 0) : IpAddress.v6(octets, 0)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "1.2.3",
        "1.2.3.256",
        "1.2.3.-4",
        "::1::",
        "1:2:3:4:5:6:7",
        "g::",
        "::12345",
        "+1::"
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThatThrownBy(() -> IpAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addressesAreOrderedUnsigned() {
    assertThat(IpAddress.parse("ff02::1")).isGreaterThan(IpAddress.parse("2001:db8::1"));
    assertThat(IpAddress.parse("192.0.2.1")).isLessThan(IpAddress.parse("::1"));
    assertThat(IpAddress.parse("ff02::1").multicast()).isTrue();
    assertThat(IpAddress.parse("224.0.0.1").multicast()).isTrue();
    assertThat(IpAddress.parse("2001:db8::1").multicast()).isFalse();
  }

  /** One definition: what is written by it is read by it. */
  @Test
  void layoutWritesWhatItReads() {
    Layout layout = Layout.of("t", "Test", new Clause("none", "")).startAtByte(1);
    UInt nibble = layout.uint(4, "nibble", "Nibble");
    Flag flag = layout.flag("flag", "Flag");
    UInt odd = layout.uint(11, "other.odd", "Odd");
    UInt word = layout.u32("word", "Word");
    layout.total(7);
    byte[] octets =
        layout.write(
            w -> w.set(nibble, 0xa).set(flag, true).set(odd, 0x7ff).set(word, 0xdeadbeefL));
    Slice slice = Slice.of(octets);
    assertThat(octets).hasSize(7);
    assertThat(nibble.get(slice)).isEqualTo(0xa);
    assertThat(flag.get(slice)).isTrue();
    assertThat(odd.get(slice)).isEqualTo(0x7ff);
    assertThat(word.get(slice)).isEqualTo(0xdeadbeefL);
    assertThat(nibble.filterName()).isEqualTo("t.nibble");
    assertThat(odd.filterName()).isEqualTo("other.odd");
    assertThat(odd.span(slice).bit()).isEqualTo(13);
    assertThatThrownBy(() -> layout.write(w -> w.set(nibble, 16)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> layout.u8("late", "Late")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aWrongTotalIsFoundAtOnce() {
    Layout layout = Layout.of("t", "Test", new Clause("none", ""));
    layout.u8("a", "A");
    assertThatThrownBy(() -> layout.total(2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ends at bit 8");
  }
}
