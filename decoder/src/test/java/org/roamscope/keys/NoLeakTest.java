package org.roamscope.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.crypto.KeyMaterial;

/** No text of this package, whatever the input, holds a key or eight digits of one. */
class NoLeakTest {
  private static final KeyLeaks LEAKS =
      new KeyLeaks(Samples.KEYS.stream().map(HexFormat.of()::parseHex).toList());

  @TempDir Path folder;

  private static void clean(String text) {
    LEAKS.noneIn("a text", text);
  }

  /** The text of all that a ring holds, and of all that these hold. */
  private static String everything(KeyRing ring) {
    StringBuilder all = new StringBuilder(ring.toString());
    all.append(ring.problems()).append(ring.warnings());
    Stream.of(ring.ikeV2(), ring.ikeV1(), ring.esp())
        .flatMap(List::stream)
        .forEach(keys -> {
          text(keys, all);
          all.append(keys.hashCode());
        });
    return all.toString();
  }

  private static void text(@Nullable Object value, StringBuilder into) {
    into.append(value).append('\n');
    if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        try {
          text(component.getAccessor().invoke(value), into);
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(e.getMessage(), e);
        }
      }
    }
  }

  /** A new record with text or octets must be looked at here; keys are KeyMaterial. */
  @Test
  void recordsHoldKeysAsKeyMaterialOnly() {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(
                        "org.roamscope.keys", "org.roamscope.crypto", "org.roamscope.decrypt")
                    .stream()
                    .filter(JavaClass::isRecord)
                    .filter(record ->
                        record.getFields().stream()
                            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                            .map(field -> field.getRawType().getName())
                            .anyMatch(
                                Set.of("java.lang.String", "[B", "java.nio.ByteBuffer")::contains))
                    .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder(
            // file names, places, addresses, SPIs
            "AddressPattern",
            "KeyOrigin",
            "KeyProblem",
            "KeyWarning",
            // names of algorithms, sentences
            "Unsupported",
            "Malformed",
            "Fault",
            // with a text of its own, which fieldsOfRows() looks at
            "Field");
  }

  @Test
  void theSearchFindsKeys() {
    byte[] octets = HexFormat.of().parseHex(Samples.KEY20);
    for (String leak :
        List.of(
            Samples.KEY16.toUpperCase(Locale.ROOT),
            "key " + Samples.OTHER32.substring(11, 19) + "...",
            "9f 3c 71 d2",
            "9F:3C:71:D2",
            "0x9f,0x3c,0x71,0xd2",
            "\\x9f\\x3c\\x71\\xd2",
            "9f3c\n71d2",
            Base64.getEncoder().encodeToString(octets),
            Base64.getUrlEncoder().encodeToString(octets).substring(4, 14),
            new String(octets, 3, 6, ISO_8859_1),
            "Hn3sY8pQ1cVj6uFg5bTe")) {
      assertThatThrownBy(() -> clean(leak)).as(leak).isInstanceOf(AssertionError.class);
    }
    clean("9f3c71 and d3a8");
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
