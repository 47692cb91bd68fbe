package org.roamscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcapngCopyTest {
  /** Section header, interface description, two packets of 3 and of 100,000 octets. */
  private static byte[] capture(ByteOrder order) {
    var out = ByteBuffer.allocate(200_000).order(order);
    block(
        out,
        0x0a0d0d0a,
        body -> body.putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1));
    block(out, 1, body -> body.putShort((short) 1).putShort((short) 0).putInt(262_144));
    for (int length : new int[] {3, 100_000}) {
      block(
          out,
          6,
          body ->
              body.putInt(0)
                  .putInt(0)
                  .putInt(1)
                  .putInt(length)
                  .putInt(length)
                  .put(new byte[(length + 3) / 4 * 4]));
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private interface Body {
    void into(ByteBuffer out);
  }

  private static void block(ByteBuffer out, int type, Body body) {
    int start = out.position();
    out.putInt(type).putInt(0);
    body.into(out);
    int length = out.position() - start + 4;
    out.putInt(length).putInt(start + 4, length);
  }

  private static final int[] ENDS = {28, 48, 84, 84 + 100_032};

  /** Gives so many octets at a time. */
  private static InputStream trickle(byte[] octets, int atOnce) {
    return new ByteArrayInputStream(octets) {
      @Override
      public synchronized int read(byte[] to, int from, int count) {
        return super.read(to, from, Math.min(count, atOnce));
      }
    };
  }

  private static byte[] copied(InputStream in) throws IOException {
    var out = new ByteArrayOutputStream();
    PcapngCopy.copy(
        in,
        out,
        whole -> {
          assertThat(ENDS).contains((int) whole);
          assertThat(out.size()).isEqualTo((int) whole);
        });
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 1 << 20})
  void copiesEveryOctetInWholeBlocks(int atOnce) throws IOException {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      byte[] octets = capture(order);
      assertThat(copied(trickle(octets, atOnce))).isEqualTo(octets);
    }
  }

  @Test
  void leavesOutABlockThatIsCutShort() throws IOException {
    byte[] octets = capture(ByteOrder.LITTLE_ENDIAN);
    for (int cut :
        new int[] {0, 1, 11, 27, 28, 29, 47, 50, 83, 84, 85, 99_000, octets.length - 1}) {
      int whole = Arrays.stream(ENDS).filter(end -> end <= cut).max().orElse(0);
      byte[] copy = copied(trickle(Arrays.copyOf(octets, cut), 10));
      assertThat(copy).isEqualTo(Arrays.copyOf(octets, whole));
    }
  }

  /** A section and a block of another kind with so many octets. */
  private static byte[] withBlock(int length) {
    var out = ByteBuffer.allocate(28 + length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(capture(ByteOrder.LITTLE_ENDIAN), 0, 28);
    block(out, 0x0bad, body -> body.position(body.position() + length - 12));
    return out.array();
  }

  /** What the copy takes, the reader takes; what it refuses, the reader refuses. */
  @Test
  void takesBlocksAsLargeAsTheReaderDoes() throws IOException {
    int most = CaptureReader.Limits.DEFAULT.blockBytes();
    byte[] largest = withBlock(most);
    var out = new ByteArrayOutputStream();
    PcapngCopy.copy(new ByteArrayInputStream(largest), out, whole -> {});
    assertThat(out.toByteArray()).isEqualTo(largest);
    assertThat(damaged(largest)).isFalse();
    byte[] larger = withBlock(most + 4);
    assertThatThrownBy(() -> PcapngCopy.copy(new ByteArrayInputStream(larger), out, whole -> {}))
        .isInstanceOfSatisfying(CaptureException.class, e -> assertThat(e.offset()).isEqualTo(28));
    assertThat(damaged(larger)).isTrue();
  }

  private static boolean damaged(byte[] octets) throws IOException {
    try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(octets), "blocks")) {
      assertThat(reader.next()).isNull();
      return reader.damaged();
    }
  }

  @Test
  void saysWhereItIsNotPcapngAnyMore() throws IOException {
    byte[] octets = capture(ByteOrder.LITTLE_ENDIAN);
    octets[48 + 4] = 3;
    assertThatThrownBy(() -> copied(trickle(octets, 1000)))
        .isInstanceOfSatisfying(CaptureException.class, e -> assertThat(e.offset()).isEqualTo(48));
    assertThatThrownBy(() -> copied(new ByteArrayInputStream(new byte[100])))
        .isInstanceOf(CaptureException.class)
        .hasMessageContaining("not pcapng");
  }
}
