package org.roamscope.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.crypto.KeyMaterial;

/** No text of this package, whatever the input, holds a key or eight digits of one. */
class NoLeakTest {
  /** Digits in a row that count as a part of a key. */
  private static final int PART = 8;

  private static final List<String> PARTS = parts();

  @TempDir Path folder;

  /** Every key as hexadecimal digits, with spaces, as base64 and as it is, cut into parts. */
  private static List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (String key : Samples.KEYS) {
      byte[] octets = HexFormat.of().parseHex(key);
      for (int at = 0; at + PART <= key.length(); at++) {
        parts.add(key.substring(at, at + PART));
      }
      parts.add(HexFormat.ofDelimiter(" ").formatHex(octets, 0, 6));
      parts.add(HexFormat.ofDelimiter(":").formatHex(octets, 0, 6));
      String base64 = Base64.getEncoder().encodeToString(octets);
      for (int at = 0; at + 6 <= base64.length() - 2; at++) {
        parts.add(base64.substring(at, at + 6).toLowerCase(Locale.ROOT));
      }
      parts.add(new String(octets, 0, 6, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
    }
    return List.copyOf(parts);
  }

  private static void clean(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String part : PARTS) {
      if (lower.contains(part)) {
        throw new AssertionError("a part of a key shows in: " + text);
      }
    }
  }

  private static String everything(KeyRing ring) {
    StringBuilder all = new StringBuilder(ring.toString());
    all.append(ring.problems()).append(ring.warnings());
    for (IkeV2Keys keys : ring.ikeV2()) {
      all.append(keys).append(keys.ei()).append(keys.derivation()).append(keys.hashCode());
    }
    for (IkeV1Keys keys : ring.ikeV1()) {
      all.append(keys).append(keys.derivation()).append(keys.hashCode());
    }
    for (IpsecKeys keys : ring.esp()) {
      all.append(keys).append(keys.keys()).append(keys.hashCode());
    }
    return all.toString();
  }

  @Test
  void theSearchFindsKeys() {
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Samples.KEY20));
    for (String leak :
        List.of(
            Samples.KEY16.toUpperCase(Locale.ROOT),
            "key " + Samples.OTHER32.substring(11, 19) + "...",
            "9f 3c 71 d2 a8 5e",
            base64,
            "hmacsha1authenticati")) {
      assertThatThrownBy(() -> clean(leak)).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void wholeFiles() {
    for (String sample : Samples.ALL) {
      KeyRing ring = Samples.read(sample);
      assertThat(ring.isEmpty()).isFalse();
      clean(everything(ring));
      clean(everything(Samples.read(sample, "ikev2_decryption_table")));
    }
  }

  @Test
  void keysInTheWrongColumn() {
    String key = Samples.KEY16;
    for (String table : List.of(Samples.IKEV2, Samples.IKEV1, Samples.ESP, Samples.SECRETS)) {
      for (String line : table.split("\n", -1)) {
        String[] fields = line.split(",", -1);
        for (int i = 0; i < fields.length; i++) {
          String[] wrong = fields.clone();
          wrong[i] = i % 2 == 0 ? key : "\"" + key + "\"";
          for (String name :
              List.of("ikev2_decryption_table", "ikev1_decryption_table", "esp_sa")) {
            clean(everything(Samples.read(String.join(",", wrong), name)));
          }
        }
      }
    }
    String json = Samples.JSON;
    for (String member : List.of("spi_i", "algs", "enc_ws", "spi", "src", "family", "icookie")) {
      clean(
          everything(
              Samples.read(
                  json.replaceAll(
                      "\"" + member + "\": \"[^\"]*\"", "\"" + member + "\": \"" + key + "\""))));
    }
    clean(everything(Samples.read(json.replace("\"SK_ei\": \"", "\"SK_ei\": "))));
  }

  @Test
  void brokenFiles() {
    SplittableRandom random = new SplittableRandom(4303);
    for (int i = 0; i < 4000; i++) {
      String sample = Samples.ALL.get(i % Samples.ALL.size());
      clean(everything(Samples.read(Mutants.of(sample, random), i % 3 == 0 ? "esp_sa" : "x")));
    }
  }

  @Test
  void fieldsOfRows() {
    clean(Row.of(Samples.KEY16 + ",\"" + Samples.KEY20 + "\"").get(1).toString());
  }

  @Test
  void secrets() {
    byte[] octets = HexFormat.of().parseHex(Samples.KEY32);
    KeyMaterial secret = KeyMaterial.copyOf(octets);
    assertThat(secret).hasToString("KeyMaterial[32 octets]");
    assertThat(secret.hashCode()).isEqualTo(KeyMaterial.copyOf(new byte[32]).hashCode());
    assertThat(secret)
        .isEqualTo(KeyMaterial.copyOf(octets))
        .isNotEqualTo(KeyMaterial.copyOf(new byte[32]));
    octets[0] = 0;
    secret.octets()[1] = 0;
    assertThat(HexFormat.of().formatHex(secret.octets())).isEqualTo(Samples.KEY32);
  }

  @Test
  void writing() throws IOException {
    KeyRing ring = Samples.read(Samples.ESP).and(Samples.read(Samples.XFRM));
    clean(KeyWriter.write(ring, folder).toString());
    Path taken = folder.resolve("esp_sa");
    assertThat(Files.readString(taken)).contains(Samples.KEY16);
    try {
      KeyWriter.write(ring, folder);
    } catch (IOException e) {
      clean(e + Objects.toString(e.getCause()));
      return;
    }
    throw new AssertionError("a table was overwritten");
  }
}
