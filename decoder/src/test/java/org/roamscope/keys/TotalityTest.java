package org.roamscope.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No input makes a parser throw or stay. */
class TotalityTest {
  private static final int MUTANTS = 200_000;
  private static final List<String> NAMES =
      Arrays.stream(KeyKind.values()).map(KeyKind::usualName).toList();

  @Test
  void mutants() {
    SplittableRandom random = new SplittableRandom(7296);
    for (int i = 0; i < MUTANTS; i++) {
      String mutant = Mutants.of(Samples.ALL.get(i % Samples.ALL.size()), random);
      try {
        read(mutant, i);
      } catch (RuntimeException e) {
        throw new AssertionError("mutant " + i, e);
      }
    }
  }

  private static void read(String mutant, int round) {
    KeyRing ring =
        round % 4 == 0
            ? KeyFiles.fromSecretsBlock(
                KeyFiles.ESP_SECRETS, mutant.getBytes(StandardCharsets.ISO_8859_1))
            : Samples.read(mutant, NAMES.get(round % NAMES.size()));
    if (ring.problems().size() > 202) {
      throw new IllegalStateException("too many problems");
    }
  }

  @Test
  void everyPrefix() {
    for (String sample : Samples.ALL) {
      for (int end = 0; end < sample.length(); end += 3) {
        assertThat(Samples.read(sample.substring(0, end))).isNotNull();
      }
    }
  }

  @Test
  void hostileLines() {
    String spaces = " ".repeat(65_000);
    for (String line :
        new String[] {
          spaces + "x",
          "| " + spaces,
          "1[IKE] " + spaces,
          "{\"a\":" + "[".repeat(60_000),
          "src " + "1".repeat(60_000),
          ",".repeat(65_000),
          "\"".repeat(65_000),
          "| " + "0a ".repeat(20_000)
        }) {
      String many = (line + "\n").repeat(40);
      for (KeyKind kind : KeyKind.values()) {
        assertThat(Samples.read(many, kind.usualName()).isEmpty()).isTrue();
      }
      assertThat(Samples.read(Samples.STRONGSWAN + many).ikeV2()).hasSize(1);
      assertThat(Samples.read(Samples.LIBRESWAN + many).ikeV2()).hasSize(1);
      assertThat(Samples.read(Samples.XFRM + many).esp()).hasSize(3);
    }
  }

  /** Every kind is recognised by its sample, and so the mutants reach every parser. */
  @Test
  void everyKindHasASample() {
    assertThat(
            Samples.ALL.stream()
                .map(sample ->
                    KeyKind.of(new KeyText(sample.getBytes(StandardCharsets.ISO_8859_1)), "x")))
        .contains(KeyKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aLineOfTenMegabytes(KeyKind kind) {
    KeyRing ring = Samples.read("9".repeat(10 << 20) + "\n" + Samples.KEY16, kind.usualName());
    assertThat(ring.isEmpty()).isTrue();
    assertThat(ring.problems()).hasSizeLessThan(3);
  }

  @ParameterizedTest
  @EnumSource
  void nothingAboveTheLimitIsRead(KeyKind kind) {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '\n';
          }

          @Override
          public int read(byte[] into, int from, int count) {
            Arrays.fill(into, from, from + count, (byte) '\n');
            return count;
          }
        };
    KeyRing ring = KeyFiles.read(endless, kind.usualName());
    assertThat(ring.problems()).extracting(KeyProblem::text).containsExactly("larger than 64 MiB");
  }

  /** A table of a million rows, right or wrong, is a matter of seconds. */
  @Test
  @Timeout(60)
  void aMillionRows() {
    String right = "fafaeb49382a763c," + Samples.KEY16 + "\n";
    KeyRing ring = Samples.read(right.repeat(1_000_000), "ikev1_decryption_table");
    assertThat(ring.ikeV1()).hasSize(1_000_000);
    assertThat(ring.problems()).isEmpty();
    KeyRing wrong = Samples.read("x,y\n".repeat(1_000_000), "ikev1_decryption_table");
    assertThat(wrong.isEmpty()).isTrue();
    assertThat(wrong.problems()).hasSize(201);
  }
}
