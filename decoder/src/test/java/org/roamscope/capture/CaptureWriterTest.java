package org.roamscope.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CaptureWriterTest {
  private interface Start {
    CaptureWriter on(OutputStream out) throws IOException;
  }

  private static byte[] write(Start start, List<Frame> frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = start.on(out)) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
    }
    return out.toByteArray();
  }

  private static List<Frame> frames(boolean withOptions) {
    Random random = new Random(4191);
    List<Frame> frames = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      byte[] data = new byte[random.nextInt(40)];
      random.nextBytes(data);
      List<BlockOption> options =
          withOptions && i % 3 == 0
              ? List.of(BlockOption.comment("frame " + i), new BlockOption(2, new byte[4]))
              : List.of();
      long time = 1_700_000_000_123_456_789L + i * 1_000_003L;
      frames.add(new Frame(i, time, 101, 0, data.length + i % 2, data, options));
    }
    return frames;
  }

  @Test
  void whatIsFlushedBeforeTheFirstFrameIsACapture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
      writer.section(List.of(BlockOption.comment("from eth0")));
      writer.flush();
      CaptureReader reader =
          CaptureReader.open(
              new ByteArrayInputStream(out.toByteArray()), "live", CaptureReader.Limits.DEFAULT);
      assertThat(reader.next()).isNull();
      assertThat(reader.problems()).isEmpty();
      assertThat(reader.sectionOptions()).hasSize(1);
    }
  }

  @Test
  void namesOfBigEndianSectionsStayNames() throws IOException {
    BlockOption name = new BlockOption(2, "wlan0".getBytes(UTF_8), ByteOrder.BIG_ENDIAN);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
      writer.section(List.of(BlockOption.comment("first")));
      writer.section(List.of(BlockOption.comment("second")));
      writer.describe(new CaptureInterface(0, 0, 101, 0, "wlan0", List.of(name)));
      writer.write(new Frame(1, 0, 101, 0, 1, new byte[1], List.of()));
    }
    byte[] file = out.toByteArray();
    try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(file), "file")) {
      assertThat(reader.next()).isNotNull();
      assertThat(reader.interfaces().getFirst().name()).isEqualTo("wlan0");
      assertThat(reader.sectionOptions())
          .extracting(options -> options.getFirst().text())
          .containsExactly("first", "second");
    }
  }

  @Test
  void writesPcapngByteByByte() throws IOException {
    Frame frame =
        new Frame(
            1, 0x0000000500000006L, 101, 0, 9, new byte[] {7}, List.of(BlockOption.comment("hey")));
    byte[] expected =
        Bytes.little()
            .u32(0x0a0d0d0aL)
            .u32(28)
            .u32(0x1a2b3c4dL)
            .u16(1)
            .u16(0)
            .u64(-1) // section length not given
            .u32(28)
            .u32(1)
            .u32(32)
            .u16(101)
            .u16(0)
            .u32(0) // no limit
            .raw((byte) 9, (byte) 0, (byte) 1, (byte) 0, (byte) 9, (byte) 0, (byte) 0, (byte) 0)
            .u32(0)
            .u32(32)
            .u32(6)
            .u32(48)
            .u32(0) // interface
            .u32(5) // time, high
            .u32(6) // time, low
            .u32(1) // captured
            .u32(9) // of
            .raw((byte) 7, (byte) 0, (byte) 0, (byte) 0)
            .raw((byte) 1, (byte) 0, (byte) 3, (byte) 0, (byte) 'h', (byte) 'e', (byte) 'y')
            .raw((byte) 0)
            .u32(0)
            .u32(48)
            .done();

    assertThat(write(CaptureWriter::pcapng, List.of(frame))).isEqualTo(expected);
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    byte[] pcapng = write(CaptureWriter::pcapng, frames(true));
    assertThat(Bytes.read(pcapng).frames()).isEqualTo(frames(true));
    byte[] nanos = write(out -> CaptureWriter.pcapNanos(out, 101), frames(false));
    assertThat(Bytes.read(nanos).frames()).isEqualTo(frames(false));
    byte[] micros = write(out -> CaptureWriter.pcap(out, 101), frames(false));
    assertThat(Bytes.read(micros).frames())
        .extracting(Frame::timeNanos)
        .containsExactlyElementsOf(
            frames(false).stream().map(f -> f.timeNanos() / 1_000 * 1_000).toList());

    for (byte[] file : List.of(pcapng, nanos, micros)) {
      assertThat(Bytes.read(file).reader().problems()).isEmpty();
      assertThat(Bytes.read(Bytes.gzip(file)).frames()).isEqualTo(Bytes.read(file).frames());
    }
    assertThat(write(CaptureWriter::pcapng, frames(true))).isEqualTo(pcapng);
  }

  @Test
  void addsAnInterfaceForEachLinkType() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      frames.add(new Frame(i + 1, 0, i % 2 == 0 ? 1 : 101, i, 0, new byte[0], List.of()));
    }
    Bytes.Read read = Bytes.read(write(CaptureWriter::pcapng, frames));

    assertThat(read.reader().interfaces())
        .extracting(CaptureInterface::linkType)
        .containsExactly(1, 101);
    assertThat(read.frames()).extracting(Frame::interfaceId).containsExactly(0, 1, 0, 1);
  }

  @Test
  void keepsInterfacesItWasToldOf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BlockOption name = new BlockOption(2, new byte[] {'u', 'e'}, ByteOrder.BIG_ENDIAN);
    BlockOption resolution = new BlockOption(9, new byte[] {3});
    try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
      writer.describe(new CaptureInterface(4, 1, 1, 96, "ue", List.of(name, resolution)));
      writer.describe(new CaptureInterface(5, 1, 1, 0, null, List.of()));
      for (int id = 5; id >= 4; id--) {
        writer.write(new Frame(1, 5, 1, id, 0, new byte[0], List.of()));
      }
      writer.write(
          new RawBlock(RawBlock.SECRETS, 0, ByteOrder.LITTLE_ENDIAN, new byte[] {1, 2, 3, 4, 5}));
    }
    Bytes.Read read = Bytes.read(out.toByteArray());

    assertThat(read.reader().problems()).isEmpty();
    assertThat(read.frames()).extracting(Frame::interfaceId).containsExactly(0, 1);
    assertThat(read.frames()).extracting(Frame::timeNanos).containsOnly(5L);
    CaptureInterface ue = read.reader().interfaces().get(1);
    assertThat(ue.name()).isEqualTo("ue");
    assertThat(ue.snapLength()).isEqualTo(96);
    assertThat(ue.options()).extracting(BlockOption::code).containsExactly(2, 9);
    assertThat(read.reader().otherBlocks().getFirst().body()).startsWith(1, 2, 3, 4, 5);
  }

  @Test
  void turnsNumbersOfBigEndianOptions() throws IOException {
    BlockOption flags = new BlockOption(2, new byte[] {0, 0, 1, 2}, ByteOrder.BIG_ENDIAN);
    BlockOption comment = new BlockOption(1, new byte[] {'a', 'b'}, ByteOrder.BIG_ENDIAN);
    Frame frame = new Frame(1, 0, 1, 0, 0, new byte[0], List.of(flags, comment));
    List<BlockOption> back =
        Bytes.read(write(CaptureWriter::pcapng, List.of(frame))).frames().getFirst().options();

    assertThat(back.getFirst()).isEqualTo(new BlockOption(2, new byte[] {2, 1, 0, 0}));
    assertThat(back.get(1)).isEqualTo(BlockOption.comment("ab"));
  }

  /** An interface of the source is another one here, or none: its statistics follow it. */
  @Test
  void statisticsFollowTheirInterface() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
      writer.describe(new CaptureInterface(0, 0, 101, 0, "left out", List.of()));
      writer.describe(new CaptureInterface(1, 0, 101, 0, "kept", List.of()));
      writer.write(new Frame(1, 5, 101, 1, 1, new byte[] {7}, List.of()));
      for (int id = 0; id < 3; id++) {
        byte[] body = Bytes.little().u32(id).u32(0).u32(9).done();
        writer.write(new RawBlock(RawBlock.STATISTICS, 0, ByteOrder.LITTLE_ENDIAN, body));
      }
    }
    try (CaptureReader reader =
        CaptureReader.open(new ByteArrayInputStream(out.toByteArray()), "test")) {
      while (reader.next() != null) {
        assertThat(reader.interfaces()).hasSize(1);
      }
      assertThat(reader.problems()).isEmpty();
      assertThat(reader.otherBlocks())
          .containsExactly(
              new RawBlock(
                  RawBlock.STATISTICS,
                  0,
                  ByteOrder.LITTLE_ENDIAN,
                  Bytes.little().u32(0).u32(0).u32(9).done()));
    }
  }

  /** The same blocks, whichever byte order their section had. */
  @Test
  void turnsBlocksOfBigEndianSections() throws IOException {
    record Body(int type, Function<Bytes, Bytes> fields) {}
    List<Body> bodies =
        List.of(
            new Body(
                RawBlock.NAMES,
                to ->
                    to.u16(1)
                        .u16(6)
                        .raw(HexFormat.of().parseHex("c0000201" + "6100" + "0000"))
                        .u16(0)
                        .u16(0)),
            new Body(
                RawBlock.STATISTICS,
                to ->
                    to.u32(0)
                        .u32(1)
                        .u32(2)
                        .u16(2)
                        .u16(8)
                        .u32(3)
                        .u32(4)
                        .u16(4)
                        .u16(8)
                        .u64(77)
                        .u16(1)
                        .u16(3)
                        .raw(HexFormat.of().parseHex("61626300"))
                        .u16(0)
                        .u16(0)),
            new Body(
                RawBlock.SECRETS,
                to -> to.u32(0x544c534b).u32(3).raw(HexFormat.of().parseHex("01020300"))),
            new Body(
                RawBlock.CUSTOM, to -> to.u32(32473).raw(HexFormat.of().parseHex("01020304"))));
    for (Body body : bodies) {
      byte[] little = body.fields().apply(Bytes.little()).done();
      byte[] big = body.fields().apply(Bytes.big()).done();
      assertThat(BlockBody.little(new RawBlock(body.type(), 0, ByteOrder.BIG_ENDIAN, big)))
          .as("type %x", body.type())
          .isEqualTo(little);
      for (int cut = 0; cut < big.length; cut++) {
        byte[] part = Arrays.copyOf(big, cut);
        BlockBody.little(new RawBlock(body.type(), 0, ByteOrder.BIG_ENDIAN, part));
      }
    }
    assertThat(BlockBody.little(new RawBlock(9, 0, ByteOrder.BIG_ENDIAN, new byte[8]))).isNull();
  }

  @Test
  void bringsTimesIntoWhatTheFormatCanHold() throws IOException {
    Frame early = new Frame(1, -1, 1, 0, 0, new byte[0], List.of());
    Frame late = new Frame(2, Long.MAX_VALUE, 1, 0, 1L << 40, new byte[0], List.of());

    List<Frame> pcap =
        Bytes.read(write(o -> CaptureWriter.pcap(o, 1), List.of(early, late))).frames();
    assertThat(pcap).extracting(Frame::timeNanos).containsExactly(0L, 4_294_967_295_999_999_000L);
    assertThat(pcap.get(1).originalLength()).isEqualTo(0xffffffffL);
    List<Frame> pcapng = Bytes.read(write(CaptureWriter::pcapng, List.of(early, late))).frames();
    assertThat(pcapng).extracting(Frame::timeNanos).containsExactly(0L, Long.MAX_VALUE);
  }

  @Test
  void refusesAnotherLinkTypeInPcap() {
    Frame frame = new Frame(5, 0, LinkType.RAW, 0, 0, new byte[0], List.of());

    assertThatThrownBy(() -> write(o -> CaptureWriter.pcap(o, LinkType.ETHERNET), List.of(frame)))
        .isInstanceOf(IOException.class)
        .hasMessage("frame 5 is of link type RAW, and a pcap file of ETHERNET takes no other");
  }

  @Test
  void namesLinkTypes() {
    assertThat(LinkType.name(1)).isEqualTo("ETHERNET");
    assertThat(LinkType.name(276)).isEqualTo("LINUX_SLL2");
    assertThat(LinkType.name(147)).isEqualTo("LINKTYPE_147");
  }
}
