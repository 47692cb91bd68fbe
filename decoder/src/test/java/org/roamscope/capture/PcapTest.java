package org.roamscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcapTest {
  @Test
  void readsAFileByteByByte() {
    byte[] file = {
      (byte) 0xd4,
      (byte) 0xc3,
      (byte) 0xb2,
      (byte) 0xa1, // little-endian, microseconds
      2,
      0,
      4,
      0, // version 2.4
      0,
      0,
      0,
      0, // zone
      0,
      0,
      0,
      0, // accuracy
      0,
      0,
      4,
      0, // 262,144 bytes a packet
      101,
      0,
      0,
      0, // RAW
      1,
      0,
      0,
      0, // 1 s
      2,
      0,
      0,
      0, // 2 us
      3,
      0,
      0,
      0, // 3 bytes captured
      60,
      0,
      0,
      0, // of 60
      (byte) 0x60,
      7,
      8
    };
    Bytes.Read read = Bytes.read(file);

    assertThat(read.frames()).singleElement().satisfies(PcapTest::isTheOne);
    assertThat(read.reader().format()).isEqualTo("pcap");
    assertThat(read.reader().compression()).isNull();
    assertThat(read.reader().interfaces())
        .containsExactly(new CaptureInterface(0, 0, LinkType.RAW, 262_144, null, List.of()));
    assertThat(read.reader().problems()).isEmpty();
    assertThat(read.reader().damaged()).isFalse();
    assertThat(read.reader().bytesRead()).isEqualTo(file.length);
    assertThat(read.reader().framesRead()).isEqualTo(1);
  }

  private static void isTheOne(Frame frame) {
    assertThat(frame.number()).isEqualTo(1);
    assertThat(frame.timeNanos()).isEqualTo(1_000_002_000L);
    assertThat(frame.timed()).isTrue();
    assertThat(frame.linkType()).isEqualTo(LinkType.RAW);
    assertThat(frame.originalLength()).isEqualTo(60);
    assertThat(frame.data()).containsExactly(0x60, 7, 8);
    assertThat(frame.truncated()).isTrue();
    assertThat(frame.slice().claimedLength()).isEqualTo(60);
    assertThat(frame.slice().length()).isEqualTo(3);
    assertThat(frame.options()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LITTLE_ENDIAN, a1b2c3d4, pcap, 7000",
    "BIG_ENDIAN, a1b2c3d4, pcap, 7000",
    "LITTLE_ENDIAN, a1b23c4d, pcap-ns, 7",
    "BIG_ENDIAN, a1b23c4d, pcap-ns, 7"
  })
  void readsBothOrdersAndBothResolutions(
      String orderName, String magic, String format, long fraction) {
    ByteOrder order = orderName.startsWith("L") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    byte[] file =
        new Bytes(order)
            .pcapHeader(Long.parseLong(magic, 16), 1)
            .record(0xffffffffL, 7, 2, (byte) 1, (byte) 2)
            .record(5, 0, 0)
            .done();
    Bytes.Read read = Bytes.read(file);

    assertThat(read.reader().format()).isEqualTo(format);
    assertThat(read.frames()).extracting(Frame::number).containsExactly(1, 2);
    assertThat(read.frames())
        .extracting(Frame::timeNanos) // seconds are unsigned: the year 2106
        .containsExactly(4_294_967_295_000_000_000L + fraction, 5_000_000_000L);
    assertThat(read.frames()).extracting(f -> f.data().length).containsExactly(2, 0);
    assertThat(read.reader().problems()).isEmpty();
  }

  @Test
  void readsModifiedRecords() {
    Bytes file = Bytes.little().pcapHeader(0xa1b2cd34L, 1);
    for (byte i = 1; i <= 2; i++) {
      file.u32(i).u32(0).u32(1).u32(1).u32(9).u16(0x0800).raw((byte) 4, (byte) 0).raw(i);
    }
    Bytes.Read read = Bytes.read(file.done());

    assertThat(read.reader().format()).isEqualTo("pcap-modified");
    assertThat(read.frames()).extracting(f -> f.data()[0]).containsExactly((byte) 1, (byte) 2);
    assertThat(read.reader().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LITTLE", "BIG"})
  void masksTheFrameCheckBitsOfTheLinkType(String order) {
    Bytes file = order.equals("BIG") ? Bytes.big() : Bytes.little();
    byte[] bytes = file.pcapHeader(0xa1b2c3d4L, 0x24000001L).record(0, 0, 1, (byte) 1).done();

    assertThat(Bytes.read(bytes).frames().getFirst().linkType()).isEqualTo(LinkType.ETHERNET);
  }

  @Test
  void raisesAnOriginalLengthBelowTheBytesPresent() {
    byte[] file = Bytes.little().pcapHeader(0xa1b2c3d4L, 1).record(0, 0, 1, new byte[4]).done();
    Frame frame = Bytes.read(file).frames().getFirst();

    assertThat(frame.originalLength()).isEqualTo(4);
    assertThat(frame.slice().length()).isEqualTo(4);
    assertThat(frame.truncated()).isFalse();
  }

  @Test
  void saysWhereAFileIsCut() {
    byte[] file =
        Bytes.little()
            .pcapHeader(0xa1b2c3d4L, 1)
            .record(0, 0, 9, new byte[9])
            .u32(0)
            .u32(0)
            .u32(138)
            .u32(138)
            .raw(new byte[101])
            .done();
    Bytes.Read read = Bytes.read(file);

    assertThat(read.frames()).hasSize(1);
    assertThat(read.reader().damaged()).isTrue();
    assertThat(read.reader().problems())
        .containsExactly(
            new CaptureProblem(
                49,
                2,
                "the file ends inside record 2: the record header at offset 49 claims 138 bytes,"
                    + " 101 are there"));
  }

  @Test
  void saysWhereARecordHeaderIsCut() {
    byte[] file = Bytes.little().pcapHeader(0xa1b2c3d4L, 1).u32(0).u32(0).raw((byte) 1).done();

    assertThat(Bytes.read(file).messages())
        .containsExactly(
            "the file ends inside record 1: the record header at offset 24 has 9 of its 16 bytes");
  }

  @Test
  void stopsAtARecordLargerThanAPacketMayBe() {
    byte[] file =
        Bytes.little()
            .pcapHeader(0xa1b2c3d4L, 1)
            .record(0, 0, 262_144, new byte[262_144])
            .record(0, 0, 262_145, new byte[262_145])
            .record(0, 0, 0)
            .done();
    Bytes.Read read = Bytes.read(file);

    assertThat(read.frames()).hasSize(1);
    assertThat(read.messages())
        .containsExactly(
            "the record header at offset 262184 (record 2) claims 262145 bytes, more than the"
                + " 262144 a packet may have; reading stopped");
  }

  @Test
  void doubtsTimesWithMoreThanASecondOfFractionOnce() {
    byte[] file =
        Bytes.little()
            .pcapHeader(0xa1b2c3d4L, 1)
            .record(1, 1_000_000, 0)
            .record(1, 1_000_001, 0)
            .done();
    Bytes.Read read = Bytes.read(file);

    assertThat(read.frames())
        .extracting(Frame::timeNanos)
        .containsExactly(2_000_000_000L, 2_000_001_000L);
    assertThat(read.messages())
        .containsExactly(
            "the record header at offset 24 (record 1) has a fraction of 1000000, more than a"
                + " second; times of this file are doubtful");
  }

  @Test
  void readsAnotherVersionAsTheKnownOneAndSaysSo() {
    byte[] file = Bytes.big().u32(0xa1b2c3d4L).u16(2).u16(2).u32(0).u32(0).u32(0).u32(1).done();

    assertThat(Bytes.read(file).messages())
        .containsExactly("the file header claims version 2.2; it is read as 2.4");
  }
}
