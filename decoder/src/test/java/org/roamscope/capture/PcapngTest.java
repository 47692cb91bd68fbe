package org.roamscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcapngTest {
  @Test
  void readsSectionsOfEitherOrderAndGivesInterfacesUniqueNumbers() {
    byte[] file =
        Bytes.little()
            .section()
            .description(LinkType.ETHERNET, 6)
            .description(LinkType.RAW, 9)
            .enhanced(1, 5, 1, (byte) 1)
            .enhanced(0, 5, 1, (byte) 2)
            .turn(ByteOrder.BIG_ENDIAN)
            .section()
            .description(LinkType.LINUX_SLL2, 0x80 | 10)
            .enhanced(0, 3L << 32, 9, (byte) 3, (byte) 3, (byte) 3, (byte) 3, (byte) 3)
            .done();
    Bytes.Read read = Bytes.read(file);

    assertThat(read.reader().format()).isEqualTo("pcapng");
    assertThat(read.reader().problems()).isEmpty();
    assertThat(read.reader().sectionOptions()).hasSize(2);
    assertThat(read.reader().interfaces())
        .extracting(CaptureInterface::id)
        .containsExactly(0, 1, 2);
    assertThat(read.reader().interfaces())
        .extracting(CaptureInterface::section)
        .containsExactly(0, 0, 1);
    assertThat(read.frames()).extracting(Frame::number).containsExactly(1, 2, 3);
    assertThat(read.frames()).extracting(Frame::interfaceId).containsExactly(1, 0, 2);
    assertThat(read.frames())
        .extracting(Frame::linkType)
        .containsExactly(LinkType.RAW, LinkType.ETHERNET, LinkType.LINUX_SLL2);
    assertThat(read.frames())
        .extracting(Frame::timeNanos)
        .containsExactly(5L, 5_000L, (3L << 22) * 1_000_000_000);
    assertThat(read.frames()).extracting(f -> f.data().length).containsExactly(1, 1, 5);
    assertThat(read.frames()).extracting(Frame::originalLength).containsExactly(1L, 1L, 9L);
  }

  @ParameterizedTest
  @CsvSource({"LITTLE_ENDIAN", "BIG_ENDIAN"})
  void keepsOptionsAsRead(String orderName) {
    Bytes file = orderName.startsWith("L") ? Bytes.little() : Bytes.big();
    Bytes header = file.part().u32(0x1a2b3c4dL).u16(1).u16(2).u64(-1);
    file.block(0x0a0d0d0aL, header.option(4, "Roamscope".getBytes(UTF)).u32(0));
    Bytes description = file.part().u16(1).u16(0).u32(96);
    file.block(
        1, description.option(2, "wlan0".getBytes(UTF)).option(14, file.part().u64(-2).done()));
    Bytes packet = file.enhancedBody(0, 3_000_000, 4, new byte[] {1, 2, 3, 4});
    packet.option(1, "Übergabe".getBytes(UTF)).option(2, file.part().u32(2).done()).u32(0);
    file.block(6, packet);
    Bytes.Read read = Bytes.read(file.done());

    assertThat(read.reader().problems()).isEmpty();
    assertThat(read.reader().sectionOptions().getFirst())
        .extracting(BlockOption::text)
        .containsExactly("Roamscope");
    CaptureInterface wlan = read.reader().interfaces().getFirst();
    assertThat(wlan.name()).isEqualTo("wlan0");
    assertThat(wlan.snapLength()).isEqualTo(96);
    assertThat(wlan.options()).extracting(BlockOption::code).containsExactly(2, 14);
    Frame frame = read.frames().getFirst();
    assertThat(frame.timeNanos()).isEqualTo(1_000_000_000L); // 3 s, 2 s back
    assertThat(frame.options()).extracting(BlockOption::code).containsExactly(1, 2);
    assertThat(frame.options().getFirst().text()).isEqualTo("Übergabe");
    assertThat(frame.options().get(1).order().toString()).isEqualTo(orderName);
  }

  private static final java.nio.charset.Charset UTF = java.nio.charset.StandardCharsets.UTF_8;

  @Test
  void givesASimplePacketTheTimeOfTheFrameBefore() {
    Bytes file = Bytes.little().section();
    file.block(1, file.part().u16(1).u16(0).u32(4)); // 4 bytes a packet
    file.block(3, file.part().u32(2).raw((byte) 1, (byte) 2));
    file.enhanced(0, 7, 1, (byte) 9);
    file.block(3, file.part().u32(1_000).raw((byte) 1, (byte) 2, (byte) 3, (byte) 4));
    Bytes.Read read = Bytes.read(file.done());

    assertThat(read.reader().problems()).isEmpty();
    assertThat(read.frames()).extracting(Frame::timed).containsExactly(false, true, false);
    assertThat(read.frames()).extracting(Frame::timeNanos).containsExactly(0L, 7_000L, 7_000L);
    assertThat(read.frames()).extracting(f -> f.data().length).containsExactly(2, 1, 4);
    assertThat(read.frames()).extracting(Frame::originalLength).containsExactly(2L, 1L, 1_000L);
  }

  @Test
  void readsTheObsoletePacketBlock() {
    Bytes file = Bytes.big().section().description(1, 6).description(101, 6);
    Bytes packet = file.part().u16(1).u16(0xffff).u32(0).u32(8).u32(1).u32(2).raw((byte) 5).pad();
    Bytes.Read read = Bytes.read(file.block(2, packet.option(1, (byte) 'x')).done());

    assertThat(read.reader().problems()).isEmpty();
    Frame frame = read.frames().getFirst();
    assertThat(frame.interfaceId()).isEqualTo(1);
    assertThat(frame.timeNanos()).isEqualTo(8_000);
    assertThat(frame.data()).containsExactly(5);
    assertThat(frame.options().getFirst().text()).isEqualTo("x");
  }

  @Test
  void keepsBlocksWithoutPacketsAndPassesOverUnknownOnes() {
    Bytes file = Bytes.little().section();
    for (long type : new long[] {4, 5, 0xa, 0xbad, 0x40000bad, 0x99}) {
      file.block(type, file.part().u32(type));
    }
    Bytes.Read read = Bytes.read(file.done());

    assertThat(read.reader().problems()).isEmpty();
    assertThat(read.reader().otherBlocks())
        .extracting(RawBlock::type)
        .containsExactly(
            RawBlock.NAMES,
            RawBlock.STATISTICS,
            RawBlock.SECRETS,
            RawBlock.CUSTOM,
            RawBlock.CUSTOM_NO_COPY);
    assertThat(read.reader().otherBlocks().get(2).body()).containsExactly(0xa, 0, 0, 0);
  }

  @Test
  void keepsABoundedNumberOfBlocks() {
    Bytes file = Bytes.little().section().description(1, 6);
    for (int i = 0; i < 5_000; i++) {
      file.block(5, file.part());
    }
    Bytes.Read read = Bytes.read(file.enhanced(0, 0, 0).done());

    assertThat(read.reader().otherBlocks()).hasSize(4_096);
    assertThat(read.frames()).hasSize(1);
    assertThat(read.messages())
        .containsExactly("more blocks without packets than can be kept; 4096 were, the rest not");
  }

  @Test
  void listsABoundedNumberOfProblems() {
    Bytes file = Bytes.little().section();
    for (int i = 0; i < 1_500; i++) {
      file.enhanced(0, 0, 0);
    }
    assertThat(Bytes.read(file.done()).messages())
        .hasSize(1_001)
        .last()
        .isEqualTo("there are more problems, not listed");
  }

  @Test
  void losesOnlyTheBlockWithAWrongField() {
    Bytes file = Bytes.little().section().description(1, 6);
    file.enhanced(7, 0, 1, (byte) 1); // at 60
    file.block(6, file.part().u32(0).u64(0).u32(5).u32(5).u32(0)); // at 96
    file.block(6, file.part().u32(0)); // at 132
    file.block(6, file.enhancedBody(0, 0, 1, (byte) 1).u16(1).u16(9).u32(0)); // at 148
    file.enhanced(0, 0, 1, (byte) 2);
    Bytes.Read read = Bytes.read(file.done());

    assertThat(read.frames()).extracting(f -> f.data()[0]).containsExactly((byte) 1, (byte) 2);
    assertThat(read.messages())
        .containsExactly(
            "the enhanced packet block at offset 60 is of interface 7, but its section has"
                + " described 1",
            "the enhanced packet block at offset 96 claims 5 captured bytes, more than the 4 its"
                + " block has room for",
            "the enhanced packet block at offset 132 is too short: its body has 4 of at least 20"
                + " bytes",
            "option 1 in the block at offset 148 claims 9 bytes, more than the 4 left in it");
    assertThat(read.reader().problems())
        .extracting(CaptureProblem::offset)
        .containsExactly(60L, 96L, 132L, 148L);
    assertThat(read.reader().problems()).extracting(CaptureProblem::frame).containsOnly(1);
  }

  @Test
  void refusesAPacketLargerThanAPacketMayBeAndReadsOn() {
    Bytes file = Bytes.little().section().description(1, 6);
    file.enhanced(0, 0, 0, new byte[262_145]).enhanced(0, 0, 0);
    Bytes.Read read = Bytes.read(file.done());

    assertThat(read.frames()).hasSize(1);
    assertThat(read.messages())
        .containsExactly(
            "the enhanced packet block at offset 60 claims 262145 captured bytes, more than the"
                + " 262144 a packet may have");
  }

  @ParameterizedTest
  @CsvSource({"8", "0", "13", "16777220", "4294967292"})
  void stopsAtALengthThatCannotBe(long length) {
    Bytes file = Bytes.little().section().description(1, 6).u32(6).u32(length).raw(new byte[64]);

    assertThat(Bytes.read(file.done()).messages())
        .containsExactly(
            "the enhanced packet block at offset 60 claims a length of "
                + length
                + " bytes (expected a multiple of 4 from 12 to 16777216); reading stopped");
  }

  @Test
  void stopsWhenTheTwoLengthsDiffer() {
    Bytes file = Bytes.little().section().description(1, 6);
    file.u32(6).u32(32).raw(file.enhancedBody(0, 0, 0).done()).u32(36).enhanced(0, 0, 0);
    Bytes.Read read = Bytes.read(file.done());

    assertThat(read.frames()).isEmpty();
    assertThat(read.messages())
        .containsExactly(
            "the enhanced packet block at offset 60 has a length of 32 bytes at its start and of 36"
                + " at its end; reading stopped");
  }

  @Test
  void saysWhereAFileIsCut() {
    Bytes file = Bytes.little().section().description(1, 6);
    file.u32(6).u32(132).raw(file.enhancedBody(0, 0, 50, new byte[50]).done());

    assertThat(Bytes.read(file.done()).reader().problems())
        .containsExactly(
            new CaptureProblem(
                60,
                1,
                "the file ends inside the enhanced packet block at offset 60: it claims 132 bytes,"
                    + " 80 are there"));
  }

  @Test
  void stopsAtASectionOfAnotherVersion() {
    Bytes file = Bytes.little().section().description(1, 6).enhanced(0, 0, 0);
    file.block(0x0a0d0d0aL, file.part().u32(0x1a2b3c4dL).u16(2).u16(1).u64(-1));
    Bytes.Read read = Bytes.read(file.description(1, 6).enhanced(0, 0, 0).done());

    assertThat(read.frames()).hasSize(1);
    assertThat(read.messages())
        .containsExactly("the section at offset 92 is of version 2.1, which is not known");
  }

  @Test
  void stopsAtASectionWithoutAByteOrder() {
    Bytes file = Bytes.little().section().u32(0x0a0d0d0aL).u32(28).raw(new byte[20]);

    assertThat(Bytes.read(file.done()).messages())
        .containsExactly("the section header at offset 28 has no byte-order magic");
  }

  @Test
  void keepsABoundedNumberOfOptions() {
    Bytes file = Bytes.little().section().description(1, 6);
    Bytes packet = file.enhancedBody(0, 0, 0);
    for (int i = 0; i < 4_097; i++) {
      packet.option(1);
    }
    Bytes.Read read = Bytes.read(file.block(6, packet).done());

    assertThat(read.frames().getFirst().options()).hasSize(4_096);
    assertThat(read.messages())
        .containsExactly("the block at offset 60 has more than 4096 options; the rest is not kept");
  }

  @Test
  void doubtsTimesWhenATimeOptionHasAWrongLength() {
    Bytes file = Bytes.little().section();
    file.block(1, file.part().u16(1).u16(0).u32(0).option(9, (byte) 9, (byte) 9));

    assertThat(Bytes.read(file.done()).messages())
        .containsExactly(
            "the interface description at offset 28 has a time option 9 of 2 bytes; times of its"
                + " frames are doubtful");
  }

  @Test
  void honoursItsLimits() {
    Bytes file = Bytes.little().section().description(1, 6).enhanced(0, 0, 0, new byte[8]);
    CaptureReader.Limits limits = new CaptureReader.Limits(7, 40, Long.MAX_VALUE, 1_000);

    assertThat(Bytes.read(new ByteArrayInputStream(file.done()), limits).messages())
        .containsExactly(
            "the enhanced packet block at offset 60 claims 8 captured bytes, more than the 7 a"
                + " packet may have");
  }
}
