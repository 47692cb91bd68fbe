package org.roamscope.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.net.Reassembler.Fragment;
import org.roamscope.net.Reassembler.Reassembled;

class ReassemblerTest {
  private static final Reassembler.Key KEY =
      new Reassembler.Key(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), -1, 7);

  private final Reassembler reassembler = new Reassembler();
  private int frame;

  private @Nullable Reassembled send(int offset, boolean more, int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return reassembler.accept(
        new Fragment(KEY, 135, offset, more, Slice.of(bytes)), ++frame, frame);
  }

  @Test
  void anyOrderGivesTheWhole() {
    assertThat(send(8, false, 9, 10)).isNull();
    Reassembled whole = Objects.requireNonNull(send(0, true, 1, 2, 3, 4, 5, 6, 7, 8));
    assertThat(whole.payload().bytes()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(whole.nextHeader()).isEqualTo(135);
    assertThat(whole.frames()).containsExactly(1, 2);
  }

  @Test
  void repetitionIsPassedOver() {
    assertThat(send(0, true, 1, 2, 3, 4, 5, 6, 7, 8)).isNull();
    assertThat(send(0, true, 1, 2, 3, 4, 5, 6, 7, 8)).isNull();
    assertThat(send(8, false, 9)).isNotNull();
  }

  /** RFC 5722: the datagram is void, also when what was missing comes later. */
  @Test
  void overlapVoidsTheDatagram() {
    assertThat(send(0, true, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)).isNull();
    assertThat(send(8, true, 0, 0, 0, 0, 0, 0, 0, 0)).isNull();
    assertThat(send(16, false, 17)).isNull();
  }

  @Test
  void fragmentsPastTheEndOrBeyondTheLimitAreRefused() {
    assertThat(send(8, false, 9)).isNull();
    assertThat(send(16, true, 1, 2, 3, 4, 5, 6, 7, 8)).isNull();
    assertThat(send(0, true, 1, 2, 3, 4, 5, 6, 7, 8)).isNull();
  }

  @Test
  void stateIsBounded() {
    for (int id = 0; id < 10 * Reassembler.MAX_DATAGRAMS; id++) {
      Reassembler.Key key = new Reassembler.Key(KEY.source(), KEY.destination(), -1, 1000L + id);
      reassembler.accept(new Fragment(key, 135, 0, true, Slice.of(new byte[8])), 1, 1);
    }
    assertThat(reassembler.evictions()).isEqualTo(9L * Reassembler.MAX_DATAGRAMS);
  }
}
