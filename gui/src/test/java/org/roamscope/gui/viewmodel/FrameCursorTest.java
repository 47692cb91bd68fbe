package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.Analysis;
import org.roamscope.bytes.Hex;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameIndex;
import org.roamscope.decode.FrameNotes;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.DetailNode;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;

class FrameCursorTest {
  /** More than a cursor keeps, so that all of it can be passed over. */
  private static final int BETWEEN = 150;

  /** An empty UDP datagram between strangers, in IPv4 and Ethernet. */
  private static final byte[] PLAIN =
      Hex.parse(
          "0000000000000000000000000800"
              + "4500001c0000000040110000c0000201c0000202"
              + "03e807d000080000");

  @TempDir private Path folder;

  /** A move of a UE, with much plain traffic between its messages. */
  private Analysis.Source capture() throws IOException {
    Path file = folder.resolve("mixed.pcap");
    Path sample = SampleFiles.in(folder, "needless-rerun-after");
    try (CaptureReader from = CaptureReader.open(sample);
        CaptureWriter to = CaptureWriter.pcapNanos(Files.newOutputStream(file), 1)) {
      int number = 0;
      for (Frame frame = from.next(); frame != null; frame = from.next()) {
        assertThat(frame.linkType()).isEqualTo(1);
        to.write(frame(++number, frame.timeNanos(), frame.data()));
        for (int i = 1; i <= BETWEEN; i++) {
          to.write(frame(++number, frame.timeNanos() + i, PLAIN));
        }
      }
    }
    return new Analysis.Source.File(file, "mixed.pcap");
  }

  private static Frame frame(int number, long nanos, byte[] data) {
    return new Frame(number, nanos, 1, 0, data.length, data, List.of());
  }

  private static List<DecodedFrame> oneAfterTheOther(Analysis.Source source) throws IOException {
    return oneAfterTheOther(source, new FrameIndex());
  }

  private static List<DecodedFrame> oneAfterTheOther(Analysis.Source source, FrameIndex index)
      throws IOException {
    List<DecodedFrame> all = new ArrayList<>();
    try (CaptureReader reader = source.open()) {
      var decoder =
          new FrameDecoder(reader, FrameNotes.NONE::of, DecodeAs.NONE, Set.of(), KeyRing.EMPTY);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        DecodedFrame decoded = decoder.decode(frame);
        decoder.displayed(decoded);
        index.passed(reader, decoder);
        all.add(decoded);
      }
    }
    return all;
  }

  @Test
  void aFrameReachedByAJumpIsTheSameAsOneReachedStepByStep() throws IOException {
    Analysis.Source source = capture();
    List<DecodedFrame> all = oneAfterTheOther(source);
    for (int number : new int[] {1, 2, BETWEEN + 1, all.size() / 2, all.size()}) {
      same(jump(source, number), all.get(number - 1));
    }
    for (int number = 1; number <= all.size(); number += BETWEEN + 1) {
      same(jump(source, number), all.get(number - 1));
    }
    assertThat(all).anyMatch(frame -> frame.mobile().moved());
  }

  private static DecodedFrame jump(Analysis.Source source, int number) throws IOException {
    var cursor =
        new FrameCursor(source, new FrameIndex(), KeyRing.EMPTY, FrameNotes.NONE::of, Set.of());
    DecodedFrame found = Objects.requireNonNull(cursor.find(number, () -> false));
    cursor.close();
    return found;
  }

  private static void same(DecodedFrame found, DecodedFrame expected) {
    assertThat(found.frame()).isEqualTo(expected.frame());
    assertThat(found.clock()).isEqualTo(expected.clock());
    assertThat(found.mobile()).isEqualTo(expected.mobile());
    assertThat(found.summary()).isEqualTo(expected.summary());
    assertThat(texts(FrameDetail.of(0, "1", found).tree()))
        .isEqualTo(texts(FrameDetail.of(0, "1", expected).tree()));
  }

  private static List<String> texts(List<DetailNode> nodes) {
    List<String> all = new ArrayList<>();
    for (DetailNode node : nodes) {
      all.add(node.text());
      all.addAll(texts(node.children()));
    }
    return all;
  }

  @Test
  void backAndForthLeadsToTheSameFrames() throws IOException {
    Analysis.Source source = capture();
    List<DecodedFrame> all = oneAfterTheOther(source);
    var cursor =
        new FrameCursor(source, new FrameIndex(), KeyRing.EMPTY, FrameNotes.NONE::of, Set.of());
    int last = all.size();
    for (int number : new int[] {last, 1, last / 2, last, last - 1, 2, last + 1}) {
      DecodedFrame found = cursor.find(number, () -> false);
      if (number > last) {
        assertThat(found).isNull();
      } else {
        same(Objects.requireNonNull(found), all.get(number - 1));
      }
    }
    cursor.close();
  }

  @Test
  void aJumpGoesOnFromThePlaceBeforeIt() throws IOException {
    var index = new FrameIndex(100);
    Analysis.Source source = capture();
    List<DecodedFrame> all = oneAfterTheOther(source, index);
    var cursor = new FrameCursor(source, index, KeyRing.EMPTY, FrameNotes.NONE::of, Set.of());
    int last = all.size();
    int middle = last / 2;
    // Frames that were passed need no other reading, and frames ahead of it are near.
    int[][] jumps = {
      {last, place(last)},
      {last - 1, place(last)},
      {middle, place(middle)},
      {middle - 100, place(middle)},
      {middle + 1, place(middle)},
      {1, 0},
      {last - 1, place(last - 1)}
    };
    for (int[] jump : jumps) {
      same(Objects.requireNonNull(cursor.find(jump[0], () -> false)), all.get(jump[0] - 1));
      assertThat(cursor.begunAfter()).isEqualTo(jump[1]);
    }
    assertThat(place(middle)).isPositive();
    cursor.close();
  }

  /** The last place that leaves room for what is kept for the way back. */
  private static int place(int number) {
    return (number - 128 - 1) / 100 * 100;
  }

  @Test
  void aJumpIntoAFileThatIsGoneOrShorterSaysSo() throws IOException {
    var index = new FrameIndex(100);
    Analysis.Source source = capture();
    int last = oneAfterTheOther(source, index).size();
    var cursor = new FrameCursor(source, index, KeyRing.EMPTY, FrameNotes.NONE::of, Set.of());
    Path file = folder.resolve("mixed.pcap");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1_000));
    assertThatThrownBy(() -> cursor.find(last, () -> false))
        .isInstanceOf(CaptureException.class)
        .hasMessage(file + " is shorter than it was");
    Files.delete(file);
    assertThatThrownBy(() -> cursor.find(last, () -> false))
        .isInstanceOf(CaptureException.class)
        .hasMessage(file + " does not exist");
  }

  /** What was learnt before a place is not enough for keys that the capture holds behind it. */
  @Test
  void keysBehindThePlaceLeadBackToTheBeginning() throws IOException {
    byte[] row =
        ("Any,*,*,0x1234abcd,AES-CBC [RFC3602],0x" + "9f".repeat(16) + ",NULL,,32-bit,0\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] body =
        ByteBuffer.allocate(8 + row.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(KeyFiles.ESP_SECRETS)
            .putInt(row.length)
            .put(row)
            .array();
    Path file = folder.resolve("secrets.pcapng");
    var index = new FrameIndex(100);
    int number = 0;
    try (CaptureReader from = capture().open();
        CaptureWriter to = CaptureWriter.pcapng(Files.newOutputStream(file))) {
      for (Frame frame = from.next(); frame != null; frame = from.next()) {
        to.write(frame);
        if (++number == 450) {
          to.flush();
          oneAfterTheOther(new Analysis.Source.File(file, "so far"), index);
          to.write(new RawBlock(RawBlock.SECRETS, 0, ByteOrder.LITTLE_ENDIAN, body));
        }
      }
    }
    assertThat(Objects.requireNonNull(index.before(number)).frames()).isEqualTo(400);
    Analysis.Source source = new Analysis.Source.File(file, "secrets");
    List<DecodedFrame> all = oneAfterTheOther(source);
    var cursor = new FrameCursor(source, index, KeyRing.EMPTY, FrameNotes.NONE::of, Set.of());
    same(Objects.requireNonNull(cursor.find(number, () -> false)), all.get(number - 1));
    assertThat(cursor.begunAfter()).isZero();
    cursor.close();
  }

  /** What is passed over changes no answer. */
  @Test
  void filtersFindTheSameWhetherPlainTrafficIsPassedOverOrNot() throws IOException {
    capture();
    var main = new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
    main.open(List.of(folder.resolve("mixed.pcap")));
    for (String filter :
        List.of(
            "mipv6", "!mipv6", "isakmp || esp", "mip6.bu.k_flag == 1", "roam.finding", "roam.ue")) {
      List<Integer> slowly = filtered(main, "(" + filter + ") && frame.number > 0");
      assertThat(filtered(main, filter)).isEqualTo(slowly).isNotEmpty();
    }
  }

  private static List<Integer> filtered(MainViewModel main, String filter) {
    main.filter().text().set(filter);
    main.filter().apply();
    return List.copyOf(main.packets().get());
  }
}
