package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.Analysis;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameIndex;
import org.roamscope.decode.FrameNote;
import org.roamscope.decode.FrameNotes;
import org.roamscope.decode.output.TreeOutput;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.DetailNode;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;
import org.roamscope.samples.Samples.Sample;

/** Decoding that goes on from a place of the index says what decoding from the beginning says. */
class FrameIndexTest {
  private static final IntFunction<FrameNote> NO_NOTES = FrameNotes.NONE::of;

  @TempDir private Path folder;

  /** All that is shown of a frame. */
  private record Shown(Object clock, Object mobile, Object summary, List<String> lines) {
    static Shown of(DecodedFrame frame) {
      List<String> lines = new ArrayList<>();
      TreeOutput.nodes(frame).forEach(node -> collect(node, lines));
      return new Shown(frame.clock(), frame.mobile(), frame.summary(), lines);
    }

    private static void collect(DetailNode node, List<String> lines) {
      lines.add(node.text());
      node.children().forEach(child -> collect(child, lines));
    }
  }

  private static List<Shown> fromTheStart(Path file, KeyRing keys, FrameIndex index)
      throws IOException {
    List<Shown> all = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(file)) {
      var decoder = new FrameDecoder(reader, NO_NOTES, DecodeAs.NONE, Set.of(), keys);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        DecodedFrame decoded = decoder.decode(frame);
        decoder.displayed(decoded);
        index.passed(reader, decoder);
        all.add(Shown.of(decoded));
      }
    }
    return all;
  }

  /** From the last place before each frame to the end. */
  private static int check(Path file) throws IOException {
    FrameIndex index = new FrameIndex(1);
    List<Shown> all = fromTheStart(file, KeyRing.EMPTY, index);
    Analysis.Source source = new Analysis.Source.File(file, "capture");
    int resumed = 0;
    for (int number = 2; number <= all.size(); number++) {
      FrameIndex.Place place = Objects.requireNonNull(index.before(number));
      assertThat(place.frames()).isLessThan(number);
      try (CaptureReader reader = source.open(place.position())) {
        FrameDecoder decoder = place.state().resume(reader, NO_NOTES, Set.of());
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
          DecodedFrame decoded = decoder.decode(frame);
          decoder.displayed(decoded);
          assertThat(Shown.of(decoded)).isEqualTo(all.get(frame.number() - 1));
        }
        assertThat(reader.framesRead()).isEqualTo(all.size());
      }
      resumed++;
    }
    return resumed;
  }

  @Test
  void everySampleFromEveryPlace() throws IOException {
    int resumed = 0;
    for (Sample sample : Samples.all()) {
      resumed += check(sample.capture());
    }
    assertThat(resumed).isGreaterThan(1_000);
  }

  private static Frame numbered(int number, int interfaceId, byte[] data) {
    return new Frame(number, number * 1_000_000L, 1, interfaceId, data.length, data, List.of());
  }

  /** IPv4 packets in two fragments each, of which the second comes after the first of the next. */
  private static List<byte[]> fragments(Sample sample) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    byte[] waiting = null;
    for (Frame frame : sample.frames()) {
      byte[] whole = frame.data();
      int payload = 14 + 20;
      if (whole[12] != 8 || whole[13] != 0 || whole[14] != 0x45 || whole.length < payload + 24) {
        continue;
      }
      int end = 14 + ByteBuffer.wrap(whole).getShort(16);
      byte[] first = Arrays.copyOf(whole, payload + 16);
      ByteBuffer.wrap(first).putShort(16, (short) (20 + 16)).putShort(20, (short) 0x2000);
      byte[] second = Arrays.copyOf(whole, payload + end - payload - 16);
      System.arraycopy(whole, payload + 16, second, payload, end - payload - 16);
      ByteBuffer.wrap(second)
          .putShort(16, (short) (20 + end - payload - 16))
          .putShort(20, (short) 2);
      // Each packet its own identification.
      ByteBuffer.wrap(first).putShort(18, (short) pieces.size());
      ByteBuffer.wrap(second).putShort(18, (short) pieces.size());
      pieces.add(first);
      if (waiting != null) {
        pieces.add(waiting);
      }
      waiting = second;
    }
    pieces.add(Objects.requireNonNull(waiting));
    return pieces;
  }

  private static Sample sample(String name) throws IOException {
    return Samples.all().stream()
        .filter(sample -> sample.page().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPlaceBetweenTheFragmentsOfAPacket() throws IOException {
    List<byte[]> pieces = fragments(sample("nat-ok"));
    assertThat(pieces).hasSizeGreaterThan(10);
    for (boolean nanos : new boolean[] {true, false}) {
      Path file = folder.resolve("fragments.pcap");
      try (OutputStream out = Files.newOutputStream(file);
          CaptureWriter to = nanos ? CaptureWriter.pcapNanos(out, 1) : CaptureWriter.pcap(out, 1)) {
        for (int i = 0; i < pieces.size(); i++) {
          to.write(numbered(i + 1, 0, pieces.get(i)));
        }
      }
      List<Shown> shown = fromTheStart(file, KeyRing.EMPTY, new FrameIndex());
      assertThat(shown.toString()).contains("Binding Update");
      assertThat(check(file)).isEqualTo(pieces.size() - 1);
    }
  }

  private static CaptureInterface named(int id, int section, String side) {
    byte[] name = (side + section).getBytes(StandardCharsets.UTF_8);
    var option = new BlockOption(2, name, ByteOrder.LITTLE_ENDIAN);
    return new CaptureInterface(id, section, 1, 0, null, List.of(option));
  }

  @Test
  void sectionsAndInterfacesGoOn() throws IOException {
    List<Frame> frames = sample("k-honoured").frames();
    Path file = folder.resolve("sections.pcapng");
    try (CaptureWriter to = CaptureWriter.pcapng(Files.newOutputStream(file))) {
      int number = 0;
      for (int section = 0; section < 3; section++) {
        to.section(List.of());
        int first = section * 2;
        to.announce(named(first, section, "left"));
        to.announce(named(first + 1, section, "right"));
        for (Frame frame : frames) {
          number++;
          to.write(numbered(number, first + number % 2, frame.data()));
        }
      }
    }
    List<Shown> shown = fromTheStart(file, KeyRing.EMPTY, new FrameIndex());
    assertThat(shown.getLast().lines().toString()).containsAnyOf("left2", "right2");
    assertThat(check(file)).isEqualTo(3 * frames.size() - 1);
  }

  @Test
  void manyFramesHaveFewPlacesEvenlySpread() throws IOException {
    byte[] packet = sample("k-honoured").frames().getFirst().data();
    int frames = 5_000;
    Path file = folder.resolve("many.pcap");
    try (CaptureWriter to = CaptureWriter.pcapNanos(Files.newOutputStream(file), 1)) {
      for (int i = 1; i <= frames; i++) {
        to.write(numbered(i, 0, packet));
      }
    }
    FrameIndex index = new FrameIndex(1);
    try (CaptureReader reader = CaptureReader.open(file)) {
      var decoder = new FrameDecoder(reader, NO_NOTES, DecodeAs.NONE, Set.of(), KeyRing.EMPTY);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        decoder.displayed(decoder.decode(frame));
        index.passed(reader, decoder);
      }
    }
    assertThat(index.before(1)).isNull();
    int places = 0;
    int last = 0;
    for (int number = 1; number <= frames; number++) {
      FrameIndex.Place place = index.before(number);
      int at = place == null ? 0 : place.frames();
      assertThat(number - at).isLessThanOrEqualTo(frames / 32 + 1);
      places += at > last ? 1 : 0;
      last = at;
    }
    assertThat(places).isBetween(32, 64);
  }

  @Test
  void whatIsDecryptedOrPackedHasNone() throws IOException {
    Sample sample = sample("protected-signalling");
    FrameIndex withKeys = new FrameIndex(1);
    fromTheStart(sample.capture(), KeyFiles.read(sample.keyFolder()), withKeys);
    assertThat(withKeys.before(Integer.MAX_VALUE)).isNull();
    Path packed = folder.resolve("packed.pcapng.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(sample.capture(), out);
    }
    FrameIndex ofPacked = new FrameIndex(1);
    fromTheStart(packed, KeyRing.EMPTY, ofPacked);
    assertThat(ofPacked.before(Integer.MAX_VALUE)).isNull();
  }

  /** With the first key in the capture the places before it are gone: they know too little. */
  @Test
  void keysInTheCaptureEndIt() throws IOException {
    Sample sample = sample("protected-signalling");
    byte[] table = Files.readAllBytes(sample.keyFolder().resolve("esp_sa"));
    byte[] body =
        ByteBuffer.allocate(8 + table.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(KeyFiles.ESP_SECRETS)
            .putInt(table.length)
            .put(table)
            .array();
    List<Frame> frames = sample.frames();
    Path file = folder.resolve("secrets.pcapng");
    int half = frames.size() / 2;
    try (CaptureWriter to = CaptureWriter.pcapng(Files.newOutputStream(file))) {
      for (int i = 0; i < frames.size(); i++) {
        if (i == half) {
          to.write(new RawBlock(RawBlock.SECRETS, 0, ByteOrder.LITTLE_ENDIAN, body));
        }
        to.write(frames.get(i));
      }
    }
    FrameIndex index = new FrameIndex(1);
    int placesSeen = 0;
    try (CaptureReader reader = CaptureReader.open(file)) {
      var decoder = new FrameDecoder(reader, NO_NOTES, DecodeAs.NONE, Set.of(), KeyRing.EMPTY);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        decoder.displayed(decoder.decode(frame));
        index.passed(reader, decoder);
        placesSeen += index.before(Integer.MAX_VALUE) == null ? 0 : 1;
      }
    }
    assertThat(placesSeen).isEqualTo(half);
    assertThat(index.before(Integer.MAX_VALUE)).isNull();
  }
}
