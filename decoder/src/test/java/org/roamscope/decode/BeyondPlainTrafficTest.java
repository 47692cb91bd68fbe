package org.roamscope.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.PlainTraffic;
import org.roamscope.field.FieldCatalog;
import org.roamscope.keys.KeyRing;

/** What may be passed over when only signalling is asked for. */
class BeyondPlainTrafficTest {
  /** Link type of bare IP packets. */
  private static final int RAW = 101;

  private static final int[] PROTOCOLS = {6, 17, 132};
  private static final int[] PORTS = {53, 80, 443, 499, 501, 4499, 9899, 50_000};

  /** Protocol numbers and the start of an IKE header, where something might mistake them. */
  private static final byte[] TEMPTING =
      Hex.parse("873204293c2b0a0da00989d0f18800000000000000002120220800000000000000e8");

  private final Random random = new Random(11);

  private byte[] packet(int protocol, boolean v6) {
    byte[] payload = new byte[8 + random.nextInt(120)];
    random.nextBytes(payload);
    if (random.nextBoolean() && payload.length >= 8 + TEMPTING.length) {
      System.arraycopy(TEMPTING, 0, payload, 8, TEMPTING.length);
    }
    ByteBuffer packet = ByteBuffer.allocate((v6 ? 40 : 20) + payload.length);
    if (v6) {
      packet.putInt(0x60000000).putShort((short) payload.length);
      packet.put((byte) protocol).put((byte) 64).put(new byte[32]);
    } else {
      packet.putShort((short) 0x4500).putShort((short) packet.capacity()).putInt(0);
      packet.put((byte) 64).put((byte) protocol).putShort((short) 0).put(new byte[8]);
    }
    int transport = packet.position();
    packet.put(payload);
    packet.putShort(transport, (short) PORTS[random.nextInt(PORTS.length)]);
    packet.putShort(transport + 2, (short) PORTS[random.nextInt(PORTS.length)]);
    return packet.array();
  }

  @Test
  void plainTrafficHasNoneOfTheseFields() throws IOException {
    Set<String> beyond =
        DecodeCatalog.fields().all().stream()
            .map(FieldCatalog.Entry::name)
            .filter(DecodeCatalog::beyondPlainTraffic)
            .collect(Collectors.toSet());
    assertThat(beyond)
        .contains("mip6.bu.k_flag", "isakmp", "esp.spi", "roam.ue")
        .hasSizeGreaterThan(300);
    var out = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.pcap(out, RAW)) {
      for (int i = 0; i < 600; i++) {
        byte[] packet = packet(PROTOCOLS[i % 3], i % 2 == 0);
        assertThat(PlainTraffic.quotesNothing(RAW, packet, 0, packet.length)).isTrue();
        writer.write(new Frame(i + 1, i * 1_000L, RAW, 0, packet.length, packet, List.of()));
      }
    }
    var in = new ByteArrayInputStream(out.toByteArray());
    try (CaptureReader reader = CaptureReader.open(in, "plain")) {
      var decoder =
          new FrameDecoder(reader, FrameNotes.NONE::of, DecodeAs.NONE, beyond, KeyRing.EMPTY);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        DecodedFrame decoded = decoder.decode(frame);
        for (String field : beyond) {
          assertThat(decoded.occurrences(field)).as("%s in %s", field, frame).isEmpty();
        }
      }
      assertThat(reader.framesRead()).isEqualTo(600);
    }
  }

  @Test
  void othersMayBeInAnyFrame() {
    assertThat(
            Stream.of(
                "frame.len",
                "ip.addr",
                "udp.port",
                "icmpv6.type",
                "tcp",
                "roam.problem",
                "espresso"))
        .noneMatch(DecodeCatalog::beyondPlainTraffic);
  }
}
