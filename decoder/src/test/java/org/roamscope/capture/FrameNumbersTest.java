package org.roamscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers of frames have an end; here it comes soon. */
class FrameNumbersTest {
  private static final int FRAMES = 8;

  static List<byte[]> captures() {
    Bytes pcap = Bytes.little().pcapHeader(0xa1b2c3d4L, 1);
    Bytes pcapng = Bytes.little().section().description(1, 6);
    for (int i = 0; i < FRAMES; i++) {
      pcap.record(i, 0, 1, (byte) i);
      pcapng.enhanced(0, i, 1, (byte) i);
    }
    return List.of(pcap.done(), pcapng.done());
  }

  private static CaptureReader reader(byte[] capture, int most) throws IOException {
    return CaptureReader.open(
        new ByteArrayInputStream(capture), "frames", CaptureReader.Limits.DEFAULT.withFrames(most));
  }

  /** Part, number and content of each frame. */
  private static List<String> frames(CaptureReader reader) throws IOException {
    List<String> frames = new ArrayList<>();
    for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
      frames.add(reader.part() + ":" + frame.number() + " " + frame.data()[0]);
    }
    return frames;
  }

  @ParameterizedTest
  @MethodSource("captures")
  void inPartsEachIsNumberedFromOne(byte[] capture) throws IOException {
    try (CaptureReader reader = reader(capture, 3).inParts()) {
      assertThat(frames(reader))
          .containsExactly("0:1 0", "0:2 1", "0:3 2", "1:1 3", "1:2 4", "1:3 5", "2:1 6", "2:2 7");
      assertThat(reader.framesRead()).isEqualTo(FRAMES);
      assertThat(reader.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void withoutPartsReadingStopsAndThatIsSaid(byte[] capture) throws IOException {
    try (CaptureReader reader = reader(capture, 3)) {
      assertThat(frames(reader)).containsExactly("0:1 0", "0:2 1", "0:3 2");
      assertThat(reader.framesRead()).isEqualTo(3);
      assertThat(reader.problems())
          .extracting(CaptureProblem::message)
          .containsExactly("there are more than the 3 frames that are counted; reading stopped");
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void asManyAsThereAreNumbersIsNotTooMany(byte[] capture) throws IOException {
    for (boolean parts : new boolean[] {false, true}) {
      try (CaptureReader reader = reader(capture, FRAMES)) {
        assertThat(frames(parts ? reader.inParts() : reader)).hasSize(FRAMES);
        assertThat(reader.part()).isZero();
        assertThat(reader.damaged()).isFalse();
      }
    }
  }
}
