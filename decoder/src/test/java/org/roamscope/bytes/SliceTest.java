package org.roamscope.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SliceTest {
  private final Slice slice = Slice.of(Hex.parse("0123456789abcdef01"), 20);

  @Test
  void knowsWhatWasCapturedAndWhatWasClaimed() {
    assertThat(slice.length()).isEqualTo(9);
    assertThat(slice.claimedLength()).isEqualTo(20);
    assertThat(slice.truncated()).isTrue();
    Slice part = slice.part(4, 8);
    assertThat(part.length()).isEqualTo(5);
    assertThat(part.truncated()).isTrue();
    assertThat(part.offset()).isEqualTo(4);
    assertThat(slice.part(2, 3).truncated()).isFalse();
    assertThat(slice.from(9).claimedLength()).isEqualTo(11);
    assertThat(slice.part(100, 5).length()).isZero();
  }

  @Test
  void readsUnsignedInNetworkOrder() {
    assertThat(slice.u8(4)).isEqualTo(0x89);
    assertThat(slice.u16(4)).isEqualTo(0x89ab);
    assertThat(slice.u32(4)).isEqualTo(0x89abcdefL);
    assertThat(slice.u64(0)).isEqualTo(0x0123456789abcdefL);
    assertThat(slice.bits(4, 12)).isEqualTo(0x123);
    assertThat(slice.bits(7, 1)).isEqualTo(1);
    assertThat(slice.bits(0, 64)).isEqualTo(0x0123456789abcdefL);
  }

  @Test
  void neverReadsOutside() {
    assertThatThrownBy(() -> slice.u8(9)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> slice.u16(8)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> slice.bits(70, 8)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(slice.holds(8, 1)).isTrue();
    assertThat(slice.holds(8, 2)).isFalse();
    assertThat(slice.holds(-1, 1)).isFalse();
    assertThat(slice.holds(Integer.MAX_VALUE, 2)).isFalse();
  }

  @Test
  void checksumOfRfc1071() {
    byte[] words = Hex.parse("0001f203f4f5f6f7");
    assertThat(new Checksum().add(words).value()).isEqualTo(~0xddf2 & 0xffff);
    assertThat(new Checksum().add(new byte[] {1}).add(new byte[] {2}).value())
        .isEqualTo(~0x0102 & 0xffff);
  }

  @Test
  void doesNotShowItsBytes() {
    assertThat(slice.toString()).doesNotContain("89ab");
  }
}
