package org.roamscope.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.dissect.Dissector;
import org.roamscope.ike.Encrypted;
import org.roamscope.ike.EncryptedFragment;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.KeyExchange;
import org.roamscope.ipsec.EspHeader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Captures whose keys are known, where the folder is there: beside the checkout or where
 * ROAMSCOPE_SHARED says. Every protected message and packet opens.
 */
class SharedKeysTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static @Nullable Path shared;

  @BeforeAll
  static void find() {
    String told = System.getenv("ROAMSCOPE_SHARED");
    Path folder =
        told != null
            ? Path.of(told)
            : Path.of(System.getProperty("roamscope.root", "."), "..", "shared");
    shared = Files.isDirectory(folder) ? folder.normalize() : null;
  }

  private static Path shared() {
    Assumptions.assumeTrue(shared != null, "no shared captures here");
    return Objects.requireNonNull(shared);
  }

  private static KeyMaterial key(String text) {
    return KeyMaterial.copyOf(
        text.startsWith("0x") ? Hex.parse(text.substring(2)) : Hex.parse(text));
  }

  /** One table of keys and what was opened with it. */
  private static final class Ring {
    final Map<Long, IkeV2Cipher> initiators = new HashMap<>();
    final Map<Long, IkeV2Cipher> responders = new HashMap<>();
    final Map<Long, EspOpener> esp = new HashMap<>();
    final Map<Long, KeyMaterial> ikeV1 = new HashMap<>();
    final Map<Long, IkeV1Cipher> ikeV1Ciphers = new HashMap<>();
    final Map<Long, Slice> publicI = new HashMap<>();
    final Map<Long, Slice> publicR = new HashMap<>();
    final List<String> failures = new ArrayList<>();
    int ikeOpened;
    int espOpened;
    int ikeV1Opened;

    void ike(
        String spiI,
        String ei,
        String er,
        String encryption,
        String ai,
        String ar,
        String integrity) {
      Encryption encrypt = Encryption.ofIkeName(encryption).orElseThrow().encryption();
      Integrity check = Integrity.ofIkeName(integrity).orElseThrow();
      long spi = Long.parseUnsignedLong(spiI, 16);
      initiators.put(spi, new IkeV2Cipher(encrypt, key(ei), check, key(ai)));
      responders.put(spi, new IkeV2Cipher(encrypt, key(er), check, key(ar)));
    }

    void esp(String spi, String encryption, String key, String integrity, String integrityKey) {
      esp.put(
          Long.parseLong(spi.replace("0x", ""), 16),
          new EspOpener(
              new EspKeys(
                  Encryption.ofEspName(encryption).orElseThrow(),
                  key(key),
                  Integrity.ofEspName(integrity).orElseThrow(),
                  key(integrityKey))));
    }

    void read(Path capture) throws IOException {
      try (CaptureReader reader = CaptureReader.open(capture)) {
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
          var dissection = Dissector.dissect(frame.linkType(), frame.slice(), null);
          int number = frame.number();
          dissection.first(IkeMessage.class).ifPresent(message -> message(number, message));
          dissection.first(EspHeader.class).ifPresent(packet -> packet(number, packet));
        }
      }
    }

    private void packet(int frame, EspHeader packet) {
      EspOpener opener = esp.get(packet.spi());
      if (opener != null) {
        espOpened++;
        expect(frame, opener.open(packet.slice()));
      }
    }

    private void message(int frame, IkeMessage message) {
      Slice octets = message.slice().part(0, message.claimedLength());
      if (message.majorVersion() == 1) {
        messageV1(frame, message, octets);
        return;
      }
      IkeV2Cipher cipher =
          (message.fromOriginalInitiator() ? initiators : responders).get(message.initiatorSpi());
      for (IkePayload payload : message.parts()) {
        if (cipher != null && payload instanceof Encrypted sk) {
          ikeOpened++;
          expect(frame, cipher.open(octets, sk.slice().offset() - octets.offset() + 4));
        } else if (cipher != null && payload instanceof EncryptedFragment skf) {
          ikeOpened++;
          expect(frame, cipher.openFragment(octets, skf.slice().offset() - octets.offset() + 8));
        }
      }
    }

    private void messageV1(int frame, IkeMessage message, Slice octets) {
      long spi = message.initiatorSpi();
      KeyMaterial key = ikeV1.get(spi);
      if (key == null) {
        return;
      }
      if (!message.encrypted()) {
        for (IkePayload payload : message.parts()) {
          if (payload instanceof KeyExchange exchange) {
            (publicI.putIfAbsent(spi, exchange.data()) == null ? publicI : publicR)
                .put(spi, exchange.data());
          }
        }
        return;
      }
      IkeV1Cipher cipher =
          ikeV1Ciphers.computeIfAbsent(
              spi,
              one ->
                  new IkeV1Cipher(
                      Encryption.AES_CBC,
                      HashFunction.SHA1,
                      key,
                      Objects.requireNonNull(publicI.get(one)),
                      Objects.requireNonNull(publicR.get(one))));
      ikeV1Opened++;
      Opened<IkePlaintext> opened = cipher.open(message.messageId(), octets.from(28));
      if (!(opened instanceof Success)) {
        failures.add("frame " + frame + ": " + opened);
      }
    }

    private void expect(int frame, Opened<?> opened) {
      if (!(opened instanceof Success<?> success) || success.verdict() != Verdict.GOOD) {
        failures.add("frame " + frame + ": " + opened);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaptureOfTheLab() throws IOException {
    List<Path> folders;
    try (Stream<Path> files = Files.list(shared().resolve("lab/keys"))) {
      folders = files.sorted().toList();
    }
    return folders.stream()
        .flatMap(folder ->
            Stream.of("ha.pcap", "ha.pcapng", "ue.pcapng")
                .map(end -> shared().resolve("lab/captures/" + folder.getFileName() + "." + end))
                .filter(Files::exists)
                .map(capture ->
                    DynamicTest.dynamicTest(
                        capture.getFileName().toString(), () -> lab(folder, capture))));
  }

  private static void lab(Path folder, Path capture) throws IOException {
    JsonNode keys = JSON.readTree(folder.resolve("keys.json"));
    Ring ring = new Ring();
    for (JsonNode sa : keys.get("ikev2")) {
      ring.ike(
          sa.get("spi_i").asString(),
          sa.get("SK_ei").asString(),
          sa.get("SK_er").asString(),
          sa.get("enc_ws").asString(),
          sa.get("SK_ai").asString(),
          sa.get("SK_ar").asString(),
          sa.get("integ_ws").asString());
    }
    for (JsonNode sa : keys.get("ikev1")) {
      ring.ikeV1.put(
          Long.parseUnsignedLong(sa.get("icookie").asString(), 16), key(sa.get("key").asString()));
    }
    for (JsonNode sa : keys.get("esp")) {
      ring.esp(
          sa.get("spi").asString(),
          sa.get("enc_ws").asString(),
          sa.get("enc_key").asString(),
          sa.get("auth_ws").asString(),
          sa.get("auth_key").asString());
    }
    ring.read(capture);
    assertThat(ring.failures).isEmpty();
    String name = capture.getFileName().toString();
    assertThat(ring.ikeOpened + ring.ikeV1Opened).as("IKE messages").isPositive();
    if (name.startsWith("s12")) {
      assertThat(ring.espOpened).as("ESP packets").isPositive();
    }
    if (name.startsWith("s15")) {
      assertThat(ring.ikeV1Opened).as("IKEv1 messages").isGreaterThan(5);
    }
  }

  /** Other people's daemons and algorithms: 3DES, AES-CBC, AES-CTR, AES-CCM, AES-GCM. */
  @TestFactory
  Stream<DynamicTest> capturesOfOthers() {
    Path folder = shared().resolve("captures");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no captures of others here");
    String wiki = "ipsec_ikev2_esp_aes_gcm_aes_ctr_aes_cbc";
    return Stream.of(
        other(folder, "wireshark-test/ikev2-decrypt-3des-sha1_160.pcap", "wireshark-test", 2, 0),
        other(folder, "wireshark-test/ikev2-decrypt-aes128ccm12.pcap", "wireshark-test", 2, 0),
        other(folder, "wireshark-test/ikev2-decrypt-aes256cbc.pcapng", "wireshark-test", 2, 0),
        other(folder, "wireshark-test/ikev2-decrypt-aes256gcm16.pcap", "wireshark-test", 2, 0),
        other(folder, "wireshark-test/esp-bug-12671.pcapng.gz", "wireshark-test", 0, 2),
        other(
            folder,
            "wireshark-wiki/" + wiki + "__ipsec_ikev2_esp_aes-gcm_aes-ctr_aes-cbc__capture.pcapng",
            "wireshark-wiki." + wiki,
            6,
            6));
  }

  private static DynamicTest other(Path folder, String capture, String keys, int ike, int esp) {
    return DynamicTest.dynamicTest(
        capture,
        () -> {
          Ring ring = new Ring();
          for (String[] row : table(folder.resolve("keys/" + keys + ".ikev2_decryption_table"))) {
            if (Encryption.ofIkeName(row[4]).isPresent()
                && Integrity.ofIkeName(row[7]).isPresent()) {
              ring.ike(row[0], row[2], row[3], row[4], row[5], row[6], row[7]);
            }
          }
          for (String[] row : table(folder.resolve("keys/" + keys + ".esp_sa"))) {
            ring.esp(row[3], row[4], row[5], row[6], row[7]);
          }
          ring.read(folder.resolve(capture));
          assertThat(ring.failures).isEmpty();
          assertThat(ring.ikeOpened).as("IKE messages").isGreaterThanOrEqualTo(ike);
          assertThat(ring.espOpened).as("ESP packets").isGreaterThanOrEqualTo(esp);
        });
  }

  /** Manual keys written as text, one SPI for many addresses: DES, 3DES, AES, Blowfish, none. */
  @TestFactory
  Stream<DynamicTest> manualKeysOfOthers() {
    Path folder = shared().resolve("captures");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no captures of others here");
    return Stream.of(
        manual(folder, "ipsec_esp_capture_1", 240), manual(folder, "ipsec_esp_capture_3", 9));
  }

  private static DynamicTest manual(Path folder, String name, int expected) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          List<EspOpener> openers = new ArrayList<>();
          for (String[] row : table(folder.resolve("keys/wireshark-wiki." + name + ".esp_sa"))) {
            Encryption.ofEspName(row[4])
                .ifPresent(encryption ->
                    openers.add(
                        new EspOpener(
                            new EspKeys(
                                encryption,
                                KeyMaterial.copyOf(row[5].getBytes(US_ASCII)),
                                Integrity.ofEspName(row[6]).orElseThrow(),
                                KeyMaterial.copyOf(row[7].getBytes(US_ASCII))))));
          }
          int opened = 0;
          Path capture = folder.resolve("wireshark-wiki/ipsec_esp__" + name + "__capture.pcap");
          try (CaptureReader reader = CaptureReader.open(capture)) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
              var packet =
                  Dissector.dissect(frame.linkType(), frame.slice(), null).first(EspHeader.class);
              if (packet.isPresent()
                  && openers.stream()
                      .anyMatch(opener -> opener.open(packet.get().slice()) instanceof Success)) {
                opened++;
              }
            }
          }
          assertThat(opened).isEqualTo(expected);
        });
  }

  private static List<String[]> table(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.replace("\"", "").split(",", -1))
        .toList();
  }
}
