package org.roamscope.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.Analysis;
import org.roamscope.Decrypting;
import org.roamscope.Lab;
import org.roamscope.audit.Profile;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Element;
import org.roamscope.ike.DecryptedPayloads;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyLeaks;
import org.roamscope.keys.KeyRing;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.net.Ipv4Header;
import org.roamscope.net.UdpHeader;
import org.roamscope.report.Report;

/** A copy reads without keys as the capture did with them. */
class DecryptedCopyTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/roamscope/decrypt");

  @TempDir private Path folder;

  private record Copy(List<Frame> before, List<Frame> after, Decrypting.Result result) {}

  private Copy copy(Path capture, KeyRing keys, Path to) throws IOException {
    List<Frame> after = new ArrayList<>();
    Decrypting.Result result;
    try (CaptureWriter writer = CaptureWriter.pcapng(Files.newOutputStream(to))) {
      result =
          Decrypting.run(
              new Analysis.Source.File(capture, "a"),
              keys,
              (frame, reader) -> {
                after.add(frame);
                writer.write(frame);
              },
              () -> false);
    }
    List<Frame> before = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(capture)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        before.add(frame);
      }
    }
    return new Copy(before, after, result);
  }

  private static List<DecodedFrame> decode(Path capture, KeyRing keys) throws IOException {
    try (CaptureReader reader = CaptureReader.open(capture)) {
      FrameDecoder decoder =
          new FrameDecoder(reader, FrameNotes.NONE::of, DecodeAs.NONE, Set.of(), keys);
      List<DecodedFrame> frames = new ArrayList<>();
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(decoder.decode(frame));
      }
      return frames;
    }
  }

  /** Messages of mobility, and payloads of IKE by type and octets: of an opened one the inside. */
  private static List<String> inside(DecodedFrame frame) {
    List<String> texts = new ArrayList<>();
    List<Element> elements = frame.dissection().elements();
    for (Element element : elements) {
      switch (element) {
        case MobilityHeader header -> texts.add(octets(header.slice().bytes()));
        case DecryptedPayloads payloads -> payloads(payloads.parts(), texts);
        case IkeMessage message
            when elements.stream().noneMatch(DecryptedPayloads.class::isInstance) ->
            payloads(message.parts(), texts);
        default -> {}
      }
    }
    return texts;
  }

  private static void payloads(List<IkePayload> parts, List<String> texts) {
    parts.forEach(part -> texts.add(part.type() + " " + octets(part.slice().bytes())));
  }

  private static String octets(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  private static List<String> verdicts(Path capture, KeyRing keys) {
    Report report =
        Analysis.run(
            List.of(new Analysis.Source.File(capture, "a")),
            keys,
            Profile.TS24303,
            "0",
            (name, bytes, frames) -> {},
            () -> false);
    List<String> verdicts = new ArrayList<>();
    report.audit().handovers().forEach(handover -> verdicts.add(handover.verdict().toString()));
    return verdicts;
  }

  private Copy same(Path capture, KeyRing keys) throws IOException {
    Path to = Files.createTempFile(folder, "copy", ".pcapng");
    Copy copy = copy(capture, keys, to);
    List<DecodedFrame> with = decode(capture, keys);
    List<DecodedFrame> without = decode(to, KeyRing.EMPTY);
    assertThat(without).hasSameSizeAs(with);
    for (int i = 0; i < with.size(); i++) {
      if (copy.after().get(i).equals(copy.before().get(i))) {
        continue;
      }
      assertThat(inside(without.get(i)))
          .as("inside of frame %s", i + 1)
          .isEqualTo(inside(with.get(i)));
      assertThat(checksums(without.get(i)))
          .as("bad checksums of frame %s", i + 1)
          .isLessThanOrEqualTo(checksums(with.get(i)));
      assertThat(without.get(i).dissection().scopes().getFirst().source())
          .isEqualTo(with.get(i).dissection().scopes().getFirst().source());
    }
    List<String> original = verdicts(capture, keys);
    // What IKE says in the clear is believed by nobody: a verdict that rests on it is left open.
    for (String verdict : verdicts(to, KeyRing.EMPTY)) {
      assertThat(verdict.equals("INCONCLUSIVE") || original.remove(verdict))
          .as("%s is no verdict of the original", verdict)
          .isTrue();
    }
    return copy;
  }

  private static long checksums(DecodedFrame frame) {
    return frame.dissection().elements().stream()
        .filter(element ->
            element instanceof UdpHeader udp && udp.checksumStatus() == ChecksumStatus.BAD
                || element instanceof Ipv4Header ip && ip.checksum() == ChecksumStatus.BAD)
        .count();
  }

  private static KeyRing keys(String name) {
    return KeyFiles.read(List.of(FOLDER.resolve(name).resolve("keys.json")));
  }

  @TestFactory
  Stream<DynamicTest> readsWithoutKeysAsTheCaptureDidWithThem() {
    return Stream.of("esp", "mobike", "ikev1")
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () -> {
                  Copy copy = same(FOLDER.resolve(name).resolve("capture.pcap"), keys(name));
                  assertThat(copy.result().changed()).isPositive();
                }));
  }

  @TestFactory
  Stream<DynamicTest> theLabToo() throws IOException {
    return Lab.files("captures").stream()
        .map(capture ->
            DynamicTest.dynamicTest(
                capture.getFileName().toString(), () -> same(capture, Lab.keys(capture))));
  }

  @Test
  void noEspThatOpenedIsLeft() throws IOException {
    Path to = folder.resolve("esp.pcapng");
    copy(FOLDER.resolve("esp").resolve("capture.pcap"), keys("esp"), to);
    List<DecodedFrame> frames = decode(to, KeyRing.EMPTY);
    assertThat(frames)
        .noneMatch(frame -> frame.dissection().first(EspHeader.class).isPresent())
        .anyMatch(frame -> frame.dissection().first(MobilityHeader.class).isPresent())
        .noneMatch(frame -> frame.dissection().protectedByEsp());
  }

  /** Times and comments stay; one more says what was done and holds no key. */
  @Test
  void changedFramesSayWithWhat() throws IOException {
    Path capture = FOLDER.resolve("esp").resolve("capture.pcap");
    Path commented = folder.resolve("commented.pcapng");
    try (CaptureReader reader = CaptureReader.open(capture);
        CaptureWriter writer = CaptureWriter.pcapng(Files.newOutputStream(commented))) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        writer.write(
            new Frame(
                frame.number(),
                frame.timeNanos(),
                frame.linkType(),
                0,
                frame.originalLength(),
                frame.data(),
                List.of(
                    BlockOption.comment("mine"), new BlockOption(3, new byte[] {2, 1, 2, 3, 4}))));
      }
    }
    KeyRing ring = keys("esp");
    Copy copy = copy(commented, ring, folder.resolve("out.pcapng"));
    TreeMap<String, Integer> said = new TreeMap<>();
    for (int i = 0; i < copy.before().size(); i++) {
      Frame before = copy.before().get(i);
      Frame after = copy.after().get(i);
      assertThat(after.timeNanos()).isEqualTo(before.timeNanos());
      if (!after.equals(before)) {
        assertThat(after.options()).extracting(BlockOption::code).containsExactly(1, 1);
        String text = new String(after.options().get(1).value(), StandardCharsets.UTF_8);
        said.merge(text, 1, Integer::sum);
      }
    }
    assertThat(said.keySet())
        .anyMatch(text ->
            text.startsWith("decrypted by Roamscope: ESP SPI 0x")
                && text.contains(", AES-CBC, key")
                && text.contains(" keys.json"))
        .anyMatch(text -> text.startsWith("decrypted by Roamscope: IKEv2 SA "));
    List<byte[]> secrets = new ArrayList<>();
    ring.ikeV2().forEach(one -> secrets.addAll(List.of(one.ei().octets(), one.er().octets())));
    ring.esp().forEach(one -> secrets.add(one.keys().encryptionKey().octets()));
    KeyLeaks leaks = new KeyLeaks(secrets);
    said.keySet().forEach(text -> leaks.noneIn("a comment", text));
  }

  @Test
  void withoutKeysTheFramesStay() throws IOException {
    Path capture = FOLDER.resolve("esp").resolve("capture.pcap");
    Copy copy = copy(capture, KeyRing.EMPTY, folder.resolve("same.pcapng"));
    assertThat(copy.after()).isEqualTo(copy.before());
    assertThat(copy.result().changed()).isZero();
    assertThat(copy.result().same())
        .containsOnlyKeys(DecryptedCopy.Reason.CLOSED)
        .containsValue((long) copy.before().size());
  }

  /** Frames cut and flipped anywhere give a frame. */
  @Test
  void damagedFramesThrowNothing() throws IOException {
    Path capture = FOLDER.resolve("esp").resolve("capture.pcap");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Frame> frames = copy(capture, keys("esp"), folder.resolve("x.pcapng")).before();
    try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
      for (Frame frame : frames) {
        writer.write(frame);
        for (int at = 0; at < Math.min(120, frame.data().length); at++) {
          byte[] octets = frame.data().clone();
          octets[at] ^= (byte) (1 << at % 8);
          writer.write(new Frame(1, 0, frame.linkType(), 0, octets.length, octets, List.of()));
        }
      }
    }
    Path damaged = folder.resolve("damaged.pcapng");
    Files.write(damaged, out.toByteArray());
    Copy copy = copy(damaged, keys("esp"), folder.resolve("y.pcapng"));
    assertThat(copy.after()).hasSameSizeAs(copy.before());
    assertThat(copy.result().changed()).isPositive();
  }
}
