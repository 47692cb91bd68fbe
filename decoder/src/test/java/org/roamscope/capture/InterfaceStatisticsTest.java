package org.roamscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterfaceStatisticsTest {
  @Test
  void announcedInterfacesAndTheirCountsAreReadBack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BlockOption name = new BlockOption(2, "eth0".getBytes(StandardCharsets.UTF_8));
    BlockOption filter = new BlockOption(11, "\0udp".getBytes(StandardCharsets.UTF_8));
    try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
      writer.announce(
          new CaptureInterface(0, 0, LinkType.ETHERNET, 96, "eth0", List.of(name, filter)));
      writer.write(new InterfaceStatistics(0, 5, 10, 3, 4).block(0));
      writer.flush();
      assertThat(writer.octets()).isEqualTo(out.size());
    }
    try (CaptureReader reader =
        CaptureReader.open(new ByteArrayInputStream(out.toByteArray()), "test")) {
      assertThat(reader.advance()).isFalse();
      assertThat(reader.problems()).isEmpty();
      assertThat(reader.interfaces().getFirst().options()).contains(name, filter);
      assertThat(reader.otherBlocksRead()).isEqualTo(1);
      InterfaceStatistics read =
          InterfaceStatistics.of(reader.otherBlocks().getFirst()).orElseThrow();
      assertThat(read).isEqualTo(new InterfaceStatistics(0, 0, 10, 3, 4));
      assertThat(read.dropped()).isEqualTo(7);
    }
  }

  @Test
  void aBlockThatIsTooShortOrOfAnotherTypeIsNone() {
    byte[] body = new byte[8];
    assertThat(
            InterfaceStatistics.of(
                new RawBlock(RawBlock.STATISTICS, 0, ByteOrder.BIG_ENDIAN, body)))
        .isEmpty();
    assertThat(
            InterfaceStatistics.of(
                new RawBlock(RawBlock.NAMES, 0, ByteOrder.BIG_ENDIAN, new byte[60])))
        .isEmpty();
  }

  @Test
  void anOptionThatGoesPastTheEndEndsTheReading() {
    byte[] body = new byte[20];
    body[13] = 4; // isb_ifrecv
    body[15] = 8; // its length; four octets are there
    assertThat(
            InterfaceStatistics.of(
                new RawBlock(RawBlock.STATISTICS, 0, ByteOrder.BIG_ENDIAN, body)))
        .contains(new InterfaceStatistics(0, 0, 0, 0, 0));
  }
}
