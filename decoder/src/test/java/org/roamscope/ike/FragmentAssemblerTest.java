package org.roamscope.ike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.FragmentAssembler.Assembled;
import org.roamscope.ike.FragmentAssembler.Fragment;
import org.roamscope.ike.IkeEncoder.Sender;

class FragmentAssemblerTest {
  private static final IpAddress SENDER = IpAddress.parse("192.0.2.1");
  private static final long SECOND = 1_000_000_000L;

  private FragmentAssembler assembler = new FragmentAssembler();
  private int frame;

  @BeforeEach
  void start() {
    assembler = new FragmentAssembler();
    frame = 0;
  }

  private @Nullable Assembled accept(Fragment fragment) {
    return accept(fragment, 0);
  }

  private @Nullable Assembled accept(Fragment fragment, long time) {
    frame++;
    return assembler.accept(fragment, frame, time);
  }

  /** A fragment of message 7 of an IKEv1 SA. */
  private static Fragment v1(int number, int total, String octets) {
    return new Fragment(
        new FragmentAssembler.Key(1, 2, SENDER, 7, 1),
        number,
        total,
        0,
        Slice.of(Hex.parse(octets)));
  }

  private static Fragment v2(int number, int total, String octets) {
    int first = number == 1 ? 35 : 0;
    return new Fragment(
        new FragmentAssembler.Key(1, 2, SENDER, 1, 2),
        number,
        total,
        first,
        Slice.of(Hex.parse(octets)));
  }

  private static String octets(@Nullable Assembled whole) {
    return whole == null ? "nothing" : Hex.plain(whole.octets().bytes());
  }

  @Test
  void joinsAnIkev1MessageInAnyOrder() {
    assertThat(accept(v1(2, 0, "b1b2"))).isNull();
    assertThat(accept(v1(3, 3, "c1"))).isNull();
    Assembled whole = accept(v1(1, 0, "a1a2"));
    assertThat(octets(whole)).isEqualTo("a1a2b1b2c1");
    assertThat(Objects.requireNonNull(whole).frames()).containsExactly(1, 2, 3);
  }

  @Test
  void readsTheFragmentOfAMessage() {
    byte[] message = LabMessages.recorded("v1-main-1");
    int half = message.length / 2;
    Assembled whole = null;
    for (int number = 1; number <= 2; number++) {
      byte[] part =
          number == 1
              ? Arrays.copyOf(message, half)
              : Arrays.copyOfRange(message, half, message.length);
      byte[] head = Hex.parse("00 00 0000 0007 " + String.format("%02x %02x", number, number - 1));
      byte[] payload = Arrays.copyOf(head, head.length + part.length);
      System.arraycopy(part, 0, payload, head.length, part.length);
      payload[2] = (byte) (payload.length >>> 8);
      payload[3] = (byte) payload.length;
      byte[] datagram = Arrays.copyOf(message, 28 + payload.length);
      System.arraycopy(payload, 0, datagram, 28, payload.length);
      datagram[16] = (byte) MessageFragment.TYPE;
      datagram[26] = (byte) (datagram.length >>> 8);
      datagram[27] = (byte) datagram.length;
      IkeMessage carrier =
          Objects.requireNonNull(IkeDissector.dissect(Slice.of(datagram)).message());
      whole = accept(Fragment.of(carrier, SENDER).orElseThrow());
    }
    assertThat(Objects.requireNonNull(whole).octets().bytes()).isEqualTo(message);
  }

  @Test
  void joinsWhatWasDecrypted() {
    byte[] datagram = IkeEncoder.fragment(Sender.INITIATOR_REQUEST, 1, 2, 35, 1, 1, 2, 35, 100);
    IkeMessage carrier = Objects.requireNonNull(IkeDissector.dissect(Slice.of(datagram)).message());
    Optional<Fragment> first = Fragment.opened(carrier, SENDER, Slice.of(Hex.parse("a1")));
    assertThat(accept(first.orElseThrow())).isNull();
    Assembled whole = accept(v2(2, 2, "b1"));
    assertThat(octets(whole)).isEqualTo("a1b1");
    assertThat(Objects.requireNonNull(whole).firstPayload()).isEqualTo(35);
    assertThat(Fragment.of(carrier, SENDER)).isEmpty();
  }

  @Test
  void passesARepetitionOver() {
    accept(v1(1, 0, "a1"));
    accept(v1(1, 0, "a1"));
    assertThat(octets(accept(v1(2, 2, "b1")))).isEqualTo("a1b1");
  }

  @Test
  void givesAContradictionUp() {
    accept(v1(1, 0, "a1"));
    accept(v1(1, 0, "ff"));
    assertThat(accept(v1(2, 2, "b1"))).isNull();
    start();
    accept(v1(3, 0, "c1"));
    assertThat(accept(v1(2, 2, "b1"))).isNull();
    assertThat(accept(v1(1, 0, "a1"))).isNull();
    start();
    accept(v1(3, 3, "c1"));
    accept(v1(2, 2, "b1"));
    assertThat(accept(v1(1, 0, "a1"))).isNull();
    start();
    assertThat(accept(v1(0, 0, "a1"))).isNull();
    Fragment cut =
        new Fragment(
            new FragmentAssembler.Key(1, 2, SENDER, 8, 1), 1, 1, 0, Slice.of(new byte[1], 9));
    assertThat(accept(cut)).isNull();
  }

  @Test
  void beginsAnewWithSmallerFragments() {
    accept(v2(1, 2, "a1a2"));
    accept(v2(1, 3, "a1"));
    assertThat(accept(v2(2, 2, "b1"))).as("of the set given up").isNull();
    accept(v2(2, 3, "a2"));
    assertThat(octets(accept(v2(3, 3, "b1")))).isEqualTo("a1a2b1");
  }

  @Test
  void forgetsAfterAMinute() {
    accept(v1(1, 0, "a1"), 0);
    assertThat(accept(v1(2, 2, "b1"), 61 * SECOND)).isNull();
    assertThat(octets(accept(v1(1, 0, "a1"), 62 * SECOND))).isEqualTo("a1b1");
  }

  @Test
  void keepsNoMoreThanItsBound() {
    for (int i = 0; i <= FragmentAssembler.MAX_MESSAGES; i++) {
      accept(
          new Fragment(
              new FragmentAssembler.Key(i, 2, SENDER, 7, 1), 1, 0, 0, Slice.of(new byte[1])));
    }
    assertThat(assembler.evictions()).isEqualTo(1);
    assertThat(accept(v1(FragmentAssembler.MAX_FRAGMENTS + 1, 0, "a1"))).isNull();
  }
}
