package org.roamscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, reading ends, and what it gave is sound. */
class DamagedInputTest {
  static List<byte[]> files() {
    Bytes pcap = Bytes.little().pcapHeader(0xa1b2c3d4L, 1);
    Bytes modified = Bytes.big().pcapHeader(0xa1b2cd34L, 1);
    for (byte i = 0; i < 4; i++) {
      pcap.record(i, 0, 60, new byte[10 + i]);
      modified.u32(i).u32(0).u32(i).u32(i).u64(0).raw(new byte[i]);
    }
    Bytes pcapng = Bytes.little().section().description(1, 6).description(101, 0x89);
    pcapng.enhanced(1, 7, 60, new byte[5]);
    pcapng.block(3, pcapng.part().u32(2).raw((byte) 1, (byte) 2));
    pcapng.block(10, pcapng.part().u32(0x544c534bL).u32(4).text("none"));
    pcapng.turn(ByteOrder.BIG_ENDIAN).section().description(276, 9);
    pcapng.block(6, pcapng.enhancedBody(0, 8, 8, new byte[8]).option(1, (byte) 'c').u32(0));
    pcapng.block(2, pcapng.part().u16(0).u16(0).u64(9).u32(3).u32(3).raw(new byte[3]).pad());
    return List.of(pcap.done(), modified.done(), pcapng.done(), Bytes.gzip(pcap.done()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyTruncationGivesAStartOfTheFrames(byte[] file) {
    List<Frame> all = Bytes.read(file).frames();
    assertThat(Bytes.read(file).reader().problems()).isEmpty();
    int before = 0;
    for (int length = 0; length < file.length; length++) {
      Bytes.Read read = attempt(Arrays.copyOf(file, length));
      if (read != null) {
        int count = read.frames().size();
        assertThat(count).isGreaterThanOrEqualTo(before);
        assertThat(read.frames()).isEqualTo(all.subList(0, count));
        before = count;
      }
    }
    assertThat(before).isBetween(all.size() - 1, all.size());
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyBitFlipIsSurvived(byte[] file) {
    for (int bit = 0; bit < file.length * 8; bit++) {
      byte[] flipped = file.clone();
      flipped[bit >> 3] ^= (byte) (1 << (bit & 7));
      check(attempt(flipped));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyHeaderBehindNoiseIsSurvived(byte[] file) {
    Random random = new Random(5555);
    for (int i = 0; i < 2_000; i++) {
      byte[] noisy = file.clone();
      for (int n = random.nextInt(12); n >= 0; n--) {
        int at = random.nextInt(noisy.length);
        noisy[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) -1;
      }
      check(attempt(noisy));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aStreamThatTricklesGivesTheSame(byte[] file) {
    for (int most = 1; most <= 7; most += 3) {
      Bytes.Read trickled = Bytes.read(new Trickle(file, most), CaptureReader.Limits.DEFAULT);
      assertThat(trickled.frames()).isEqualTo(Bytes.read(file).frames());
      assertThat(trickled.reader().problems()).isEmpty();
      assertThat(trickled.reader().bytesRead()).isEqualTo(file.length);
    }
  }

  private static Bytes.@org.jspecify.annotations.Nullable Read attempt(byte[] file) {
    try {
      return Bytes.read(file);
    } catch (UncheckedIOException e) {
      assertThat(e).cause().isInstanceOf(CaptureException.class).message().matches("[ -~]+");
      return null;
    }
  }

  private static void check(Bytes.@org.jspecify.annotations.Nullable Read read) {
    if (read == null) {
      return;
    }
    int number = 0;
    for (Frame frame : read.frames()) {
      assertThat(frame.number()).isEqualTo(++number);
      assertThat(frame.originalLength()).isGreaterThanOrEqualTo(frame.data().length);
      assertThat(frame.interfaceId()).isBetween(0, read.reader().interfaces().size() - 1);
    }
    assertThat(read.messages()).allMatch(message -> message.matches("[ -~]+"));
  }

  /** A pipe: a few bytes at a time, sometimes none, and never any said to be available. */
  private static final class Trickle extends InputStream {
    private final ByteArrayInputStream in;
    private final int most;
    private int calls;

    Trickle(byte[] content, int most) {
      in = new ByteArrayInputStream(content);
      this.most = most;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
      return ++calls % 5 == 0 ? 0 : in.read(to, at, Math.min(length, most));
    }
  }
}
