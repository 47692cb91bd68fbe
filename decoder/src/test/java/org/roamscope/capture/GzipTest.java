package org.roamscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GzipTest {
  private static final byte[] CAPTURE =
      Bytes.little()
          .pcapHeader(0xa1b2c3d4L, 1)
          .record(1, 0, 100, new byte[100])
          .record(2, 0, 100, new byte[100])
          .done();

  @Test
  void readsWhatIsInside() {
    byte[] file = Bytes.gzip(CAPTURE);
    Bytes.Read read = Bytes.read(file);

    assertThat(read.frames()).isEqualTo(Bytes.read(CAPTURE).frames()).hasSize(2);
    assertThat(read.reader().format()).isEqualTo("pcap");
    assertThat(read.reader().compression()).isEqualTo("gzip");
    assertThat(read.reader().bytesRead()).isEqualTo(file.length);
    assertThat(read.reader().bytesExpanded()).isEqualTo(CAPTURE.length);
    assertThat(read.reader().problems()).isEmpty();
  }

  @Test
  void readsMembersInARowFromAStreamThatNeverSaysWhatIsAvailable() {
    byte[] first = Bytes.gzip(Arrays.copyOf(CAPTURE, 77));
    byte[] second = Bytes.gzip(Arrays.copyOfRange(CAPTURE, 77, CAPTURE.length));
    InputStream parts =
        new SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(second));
    Bytes.Read read = Bytes.read(parts, CaptureReader.Limits.DEFAULT);

    assertThat(read.frames()).hasSize(2);
    assertThat(read.reader().problems()).isEmpty();
  }

  @Test
  void readsAHeaderWithEveryOptionalPart() {
    byte[] plain = Bytes.gzip(CAPTURE);
    byte[] header =
        Bytes.little()
            .raw(
                (byte) 0x1f, (byte) 0x8b, (byte) 8, (byte) 0x1e) // header CRC, extra, name, comment
            .u32(0)
            .raw((byte) 0, (byte) 3)
            .u16(3)
            .text("xyz")
            .text("a name\0a comment\0")
            .u16(0)
            .done();
    byte[] file = Bytes.join(header, Arrays.copyOfRange(plain, 10, plain.length));
    Bytes.Read read = Bytes.read(file);

    assertThat(read.frames()).hasSize(2);
    assertThat(read.reader().problems()).isEmpty();
  }

  @Test
  void allowsZerosBehindTheLastMember() {
    byte[] file = Bytes.join(Bytes.gzip(CAPTURE), new byte[512]);

    assertThat(Bytes.read(file).messages()).isEmpty();
  }

  @Test
  void saysWhenSomethingElseFollows() {
    byte[] member = Bytes.gzip(CAPTURE);
    Bytes.Read read = Bytes.read(Bytes.join(member, "tail".getBytes(UTF)));

    assertThat(read.frames()).hasSize(2);
    assertThat(read.messages())
        .containsExactly(
            "the gzip data ends at byte "
                + member.length
                + " of the file and something else follows");
  }

  private static final java.nio.charset.Charset UTF = java.nio.charset.StandardCharsets.UTF_8;

  @Test
  void givesEveryFrameBeforeAWrongChecksum() {
    byte[] file = Bytes.gzip(CAPTURE);
    file[file.length - 8] ^= 1;
    Bytes.Read read = Bytes.read(file);

    assertThat(read.frames()).hasSize(2);
    assertThat(read.messages())
        .containsExactly(
            "the gzip data has a wrong checksum (member at byte 0, noticed at byte "
                + (file.length - 8)
                + ")");
  }

  @Test
  void saysWhereItIsCut() {
    byte[] whole = Bytes.gzip(CAPTURE);
    for (int length = 2; length < whole.length; length++) {
      byte[] file = Arrays.copyOf(whole, length);
      try {
        Bytes.Read read = Bytes.read(file);
        assertThat(read.frames()).hasSizeBetween(0, 2);
        assertThat(read.messages())
            .as("%d bytes", length)
            .last()
            .isEqualTo(
                "the gzip data is cut off: the file ends at byte "
                    + length
                    + ", inside the member that starts at byte 0");
      } catch (java.io.UncheckedIOException e) {
        assertThat(e.getCause()).isInstanceOf(CaptureException.class);
      }
    }
  }

  @Test
  void doesNotExplode() {
    byte[] file = Bytes.gzip(Bytes.join(CAPTURE, new byte[50_000_000]));
    Bytes.Read read =
        Bytes.read(
            new ByteArrayInputStream(file), CaptureReader.Limits.DEFAULT.withExpandedBytes(300));

    assertThat(read.frames()).hasSize(4); // 256 bytes of capture, two records of 16 zeros
    assertThat(read.reader().bytesExpanded()).isEqualTo(300);
    assertThat(read.messages())
        .last()
        .isEqualTo("the gzip data expands to more than the 300 bytes allowed");
  }

  @Test
  void allowsExactlyTheLimit() {
    Bytes.Read read =
        Bytes.read(
            new ByteArrayInputStream(Bytes.gzip(CAPTURE)),
            CaptureReader.Limits.DEFAULT.withExpandedBytes(CAPTURE.length));

    assertThat(read.frames()).hasSize(2);
    assertThat(read.reader().problems()).isEmpty();
  }
}
