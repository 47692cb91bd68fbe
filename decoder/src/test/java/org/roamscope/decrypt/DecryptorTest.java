package org.roamscope.decrypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.crypto.EspKeys;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameNotes;
import org.roamscope.decode.output.JsonOutput;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.ike.DecryptedPayloads;
import org.roamscope.ike.IkePayload;
import org.roamscope.ipsec.EspTrailer;
import org.roamscope.keys.IkeV1Keys;
import org.roamscope.keys.IkeV2Keys;
import org.roamscope.keys.IpsecKeys;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyLeaks;
import org.roamscope.keys.KeyRing;
import org.roamscope.mobility.BindingUpdate;
import org.roamscope.mobility.MobilityHeader;

/**
 * Captures of a real IKE daemon and their keys. {@code esp}: AES-CBC with HMAC-SHA1, a handover
 * with BU and BA inside ESP. {@code mobike}: IKEv2 that moves by itself. {@code ikev1}: Main Mode.
 */
class DecryptorTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/roamscope/decrypt");
  private static final List<String> ALL = List.of("esp", "mobike", "ikev1");

  private static KeyRing keys(String name) {
    return KeyFiles.read(List.of(FOLDER.resolve(name).resolve("keys.json")));
  }

  private record Decoded(List<DecodedFrame> frames, Coverage coverage) {}

  private static Decoded decode(String name, KeyRing keys) throws IOException {
    try (CaptureReader reader = CaptureReader.open(FOLDER.resolve(name).resolve("capture.pcap"))) {
      FrameDecoder decoder =
          new FrameDecoder(reader, FrameNotes.NONE::of, DecodeAs.NONE, Set.of(), keys);
      List<DecodedFrame> frames = new ArrayList<>();
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(decoder.decode(frame));
      }
      return new Decoded(frames, decoder.coverage());
    }
  }

  private static Dissection frame(Decoded decoded, int number) {
    return decoded.frames().get(number - 1).dissection();
  }

  private static long readable(Coverage coverage) {
    return coverage.packets(Outcome.OPENED);
  }

  private static long closed(Coverage coverage) {
    return coverage.rows().stream().mapToLong(Coverage.Row::closed).sum();
  }

  /** Frame 9: Binding Update 101 with K, lifetime 15; HMAC-SHA1-96 checked. */
  @Test
  void theInsideOfEspIsDissected() throws IOException {
    Decoded decoded = decode("esp", keys("esp"));
    Dissection update = frame(decoded, 9);
    assertThat(update.protectedByEsp()).isTrue();
    assertThat(update.problems()).isEmpty();
    assertThat(update.first(EspTrailer.class).orElseThrow().icv()).isEqualTo(ChecksumStatus.GOOD);
    assertThat(update.first(EspTrailer.class).orElseThrow().padLength()).isEqualTo(14);
    BindingUpdate message =
        (BindingUpdate) update.first(MobilityHeader.class).orElseThrow().message();
    assertThat(message.sequence()).isEqualTo(101);
    assertThat(message.keyManagement()).isTrue();
    assertThat(decoded.coverage().complete()).as(decoded.coverage().table()).isTrue();
  }

  /** IKE_AUTH request: IDi, N, IDr, AUTH, N, SA, TSi, TSr and notifications behind the message. */
  @Test
  void thePayloadsOfIkeAuthStandBehindTheMessage() throws IOException {
    Decoded decoded = decode("esp", keys("esp"));
    List<DecryptedPayloads> found =
        decoded.frames().stream()
            .flatMap(one -> one.dissection().first(DecryptedPayloads.class).stream())
            .toList();
    assertThat(found.getFirst().parts().stream().map(IkePayload::type))
        .startsWith(35, 41, 36, 39, 41, 33, 44, 45);
    assertThat(found.getFirst().decryption().status()).isEqualTo(ChecksumStatus.GOOD);
  }

  @Test
  void everythingOpensWithAllKeys() throws IOException {
    for (String name : ALL) {
      Coverage coverage = decode(name, keys(name)).coverage();
      assertThat(coverage.complete()).as(coverage.table()).isTrue();
      assertThat(readable(coverage)).isPositive();
      assertThat(coverage.table()).contains("opened").doesNotContain("no key", "wrong");
    }
  }

  @Test
  void nothingOpensWithoutKeys() throws IOException {
    for (String name : ALL) {
      long all = readable(decode(name, keys(name)).coverage());
      Coverage coverage = decode(name, KeyRing.EMPTY).coverage();
      assertThat(readable(coverage)).isZero();
      assertThat(coverage.packets(Outcome.NO_KEY)).isEqualTo(all);
      assertThat(coverage.complete()).isFalse();
    }
  }

  /** With the keys of IKE alone ESP opens too: they follow from SK_d and the nonces. */
  @Test
  void childKeysFollowFromIke() throws IOException {
    KeyRing all = keys("esp");
    KeyRing ike = new KeyRing(all.ikeV2(), List.of(), List.of(), List.of(), List.of());
    Decoded decoded = decode("esp", ike);
    assertThat(decoded.coverage().complete()).as(decoded.coverage().table()).isTrue();
    assertThat(frame(decoded, 9).protectedByEsp()).isTrue();
  }

  /** The keys of ESP alone, from a table in Wireshark's form: IKE stays closed. */
  @Test
  void halfOfTheKeysOpenHalf() throws IOException {
    Coverage coverage =
        decode("esp", KeyFiles.read(FOLDER.resolve("esp").resolve("esp_sa"))).coverage();
    for (Coverage.Row row : coverage.rows()) {
      switch (row.subject()) {
        case Coverage.Esp esp -> assertThat(row.closed()).isZero();
        case Coverage.Ah ah -> throw new AssertionError(ah);
        case Coverage.Ike ike -> {
          assertThat(row.packets(Outcome.OPENED)).isZero();
          assertThat(row.packets(Outcome.NO_KEY)).isEqualTo(row.closed()).isPositive();
        }
      }
    }
  }

  private static KeyMaterial flipped(KeyMaterial secret, SplittableRandom random) {
    byte[] octets = secret.octets();
    for (int i = 0; i < octets.length; i++) {
      octets[i] ^= (byte) (1 + random.nextInt(255));
    }
    return KeyMaterial.copyOf(octets);
  }

  private static KeyRing wrong(KeyRing ring) {
    return wrong(ring, new SplittableRandom(1));
  }

  private static KeyRing wrong(KeyRing ring, SplittableRandom random) {
    return new KeyRing(
        ring.ikeV2().stream()
            .map(keys ->
                new IkeV2Keys(
                    keys.spiI(),
                    keys.spiR(),
                    keys.encryption(),
                    flipped(keys.ei(), random),
                    flipped(keys.er(), random),
                    keys.integrity(),
                    flipped(keys.ai(), random),
                    flipped(keys.ar(), random),
                    keys.derivation(),
                    keys.origin()))
            .toList(),
        ring.ikeV1().stream()
            .map(keys ->
                new IkeV1Keys(
                    keys.initiatorCookie(),
                    keys.responderCookie(),
                    flipped(keys.key(), random),
                    keys.derivation(),
                    keys.origin()))
            .toList(),
        ring.esp().stream()
            .map(keys ->
                new IpsecKeys(
                    keys.protocol(),
                    keys.family(),
                    keys.source(),
                    keys.destination(),
                    keys.spi(),
                    new EspKeys(
                        keys.keys().encryption(),
                        flipped(keys.keys().encryptionKey(), random),
                        keys.keys().integrity(),
                        flipped(keys.keys().integrityKey(), random)),
                    keys.sequenceNumbers(),
                    keys.highSequence(),
                    keys.origin()))
            .toList(),
        List.of(),
        List.of());
  }

  @Test
  void wrongKeysAreToldFromMissingOnes() throws IOException {
    for (String name : ALL) {
      long all = readable(decode(name, keys(name)).coverage());
      Coverage coverage = decode(name, wrong(keys(name))).coverage();
      assertThat(readable(coverage)).isZero();
      assertThat(closed(coverage)).isEqualTo(all);
      assertThat(coverage.packets(Outcome.WRONG_KEY)).as(coverage.table()).isPositive();
    }
  }

  /** A wrong key before the right one spoils nothing. */
  @Test
  void everyKeyIsTried() throws IOException {
    for (String name : ALL) {
      Coverage coverage = decode(name, wrong(keys(name)).and(keys(name))).coverage();
      assertThat(coverage.complete()).as(coverage.table()).isTrue();
    }
  }

  /** Wrong keys of every kind, right ones anywhere between them: every frame is the same. */
  @Test
  void noWrongKeySpoilsAnything() throws IOException {
    SplittableRandom random = new SplittableRandom(4301);
    for (String name : ALL) {
      KeyRing right = keys(name);
      String expected = texts(decode(name, right));
      for (int round = 0; round < 12; round++) {
        KeyRing mixed = mixed(right, random);
        Decoded decoded = decode(name, mixed);
        assertThat(texts(decoded).equals(expected)).as("%s, round %d", name, round).isTrue();
        assertThat(decoded.coverage().complete()).as(decoded.coverage().table()).isTrue();
      }
    }
  }

  /** Every field with its octets. */
  private static String texts(Decoded decoded) throws IOException {
    StringBuilder out = new StringBuilder();
    JsonOutput output = JsonOutput.raw();
    output.begin(out);
    for (DecodedFrame frame : decoded.frames()) {
      output.frame(frame, out);
    }
    output.end(out);
    return out.toString();
  }

  private static KeyRing mixed(KeyRing right, SplittableRandom random) {
    List<IkeV2Keys> ikeV2 = new ArrayList<>(right.ikeV2());
    List<IkeV1Keys> ikeV1 = new ArrayList<>(right.ikeV1());
    List<IpsecKeys> esp = new ArrayList<>(right.esp());
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      KeyRing wrong = wrong(right, random);
      ikeV2.addAll(wrong.ikeV2());
      ikeV1.addAll(wrong.ikeV1());
      esp.addAll(wrong.esp());
    }
    Random order = new Random(random.nextLong());
    Collections.shuffle(ikeV2, order);
    Collections.shuffle(ikeV1, order);
    Collections.shuffle(esp, order);
    return new KeyRing(ikeV2, ikeV1, esp, List.of(), List.of());
  }

  /** What a file names and no cipher here does is right in the file, and said of the packets. */
  @Test
  void anAlgorithmWithoutACipherIsNotSupported() throws IOException {
    String key = "00".repeat(20);
    String esp =
        "\"IPv6\",\"*\",\"*\",\"0xc3b14232\",\"CAMELLIA-CTR [RFC5529]\",\"0xKEY\","
            + "\"HMAC-SHA-1-96 [RFC2404]\",\"0xKEY\"";
    String ike =
        "123ae01c1cccdcc9,a52861c0ef3d4eab,KEY,KEY,\"CAMELLIA-CTR-128 [RFC5529]\",KEY,KEY,"
            + "\"HMAC_SHA1_96 [RFC2404]\"";
    KeyRing ring =
        KeyFiles.read(new StringReader(esp.replace("KEY", key)), "esp_sa")
            .and(KeyFiles.read(new StringReader(ike.replace("KEY", key)), "ike"));
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.ikeV2()).hasSize(1);
    assertThat(ring.esp()).hasSize(1);
    Coverage coverage = decode("esp", ring).coverage();
    assertThat(coverage.packets(Outcome.UNSUPPORTED)).as(coverage.table()).isPositive();
    assertThat(readable(coverage)).isZero();
  }

  /** Several keys that nothing tells apart are not wrong when no cipher could use one. */
  @Test
  void severalKeysWithoutACipherAreNotSupported() throws IOException {
    String row = "\"IPv6\",\"*\",\"*\",\"0xc3b14232\",\"ALGORITHM\",\"0xKEY\",\"NULL\",\"\"\n";
    String unsupported = row.replace("ALGORITHM", "CAMELLIA-CTR [RFC5529]");
    String one = unsupported.replace("KEY", "00".repeat(20));
    String two = unsupported.replace("KEY", "01".repeat(20));
    String cipher = row.replace("ALGORITHM", "AES-CTR [RFC3686]").replace("KEY", "02".repeat(20));
    Coverage neither =
        decode("esp", KeyFiles.read(new StringReader(one + two), "esp_sa")).coverage();
    assertThat(neither.packets(Outcome.UNSUPPORTED)).as(neither.table()).isPositive();
    assertThat(neither.packets(Outcome.WRONG_KEY)).isZero();
    Coverage mixed =
        decode("esp", KeyFiles.read(new StringReader(one + two + cipher), "esp_sa")).coverage();
    assertThat(mixed.packets(Outcome.UNSUPPORTED) + mixed.packets(Outcome.WRONG_KEY))
        .isEqualTo(neither.packets(Outcome.UNSUPPORTED));
    assertThat(mixed.packets(Outcome.WRONG_KEY)).as(mixed.table()).isPositive();
  }

  /** Frames cut and flipped anywhere give a dissection, and never a payload that was changed. */
  @Test
  void damagedFramesStayClosed() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    for (String name : ALL) {
      Decryptor decryptor = new Decryptor(keys(name));
      for (DecodedFrame decoded : decode(name, KeyRing.EMPTY).frames()) {
        byte[] octets = decoded.frame().data();
        int link = decoded.frame().linkType();
        for (int i = 0; i < 40; i++) {
          decryptor.begin(i, i);
          Slice cut = Slice.of(Arrays.copyOf(octets, random.nextInt(octets.length)), octets.length);
          assertThat(Dissector.dissect(link, cut, null, DecodeAs.NONE, decryptor)).isNotNull();
          byte[] changed = octets.clone();
          changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
          assertThat(Dissector.dissect(link, Slice.of(changed), null, DecodeAs.NONE, decryptor))
              .isNotNull();
        }
      }
      assertThat(decryptor.coverage().packets(Outcome.CUT)).isPositive();
    }
  }

  /** Neither the table nor the text of anything that stands around holds a part of a key. */
  @Test
  void noTextHoldsAKey() throws IOException {
    for (String name : ALL) {
      KeyRing ring = keys(name);
      Decoded decoded = decode(name, ring);
      Coverage coverage = decoded.coverage();
      StringBuilder text = new StringBuilder(coverage.table());
      text.append(coverage.rows()).append(new Decryptor(ring)).append(ring);
      decoded.frames().forEach(frame -> text.append(frame.dissection()));
      List<byte[]> octets = new ArrayList<>();
      ring.ikeV2()
          .forEach(keys ->
              Stream.of(keys.ei(), keys.er(), keys.ai(), keys.ar())
                  .map(KeyMaterial::octets)
                  .forEach(octets::add));
      ring.ikeV1().forEach(keys -> octets.add(keys.key().octets()));
      ring.esp()
          .forEach(keys -> {
            octets.add(keys.keys().encryptionKey().octets());
            octets.add(keys.keys().integrityKey().octets());
          });
      new KeyLeaks(octets).noneIn(name, text.toString());
    }
  }
}
