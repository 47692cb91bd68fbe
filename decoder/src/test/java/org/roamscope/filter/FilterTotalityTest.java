package org.roamscope.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is typed: a filter or a {@link FilterException}, soon, and then an answer. */
class FilterTotalityTest {
  private static final int ROUNDS = 200_000;
  private static final List<String> PIECES =
      List.of(
          "udp.port",
          "ip.addr",
          "t.spi",
          "t.text",
          "frame.time",
          "frame.delta",
          "mip6.mhtype",
          "mip6.bu.k_flag",
          "t.u64",
          "t.i32",
          "nothing",
          "==",
          "!=",
          "===",
          "!==",
          "~=",
          ">",
          "<=",
          "&&",
          "or",
          "and",
          "not",
          "!",
          "any",
          "all",
          "in",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "#",
          ",",
          "..",
          ":",
          "-",
          "+",
          "*",
          "/",
          "%",
          "&",
          "contains",
          "matches",
          "~",
          "\"",
          "'",
          "\\",
          "\"a*\"",
          "\"(a|b)+\"",
          "r\"x\"",
          "'a'",
          "5",
          "0x1f",
          "-1",
          "1.5",
          "10.0.0.0/8",
          "2001:db8::/32",
          "aa:bb",
          "99999999999999999999",
          "True",
          "max(",
          "len(",
          "abs(",
          "string(",
          "\"2026-01-01\"",
          "\"Binding Update\"",
          "\u00e4",
          "\ud800",
          "\0",
          "$",
          "^");

  @Test
  void neverFailsOtherwise() throws IOException {
    Random random = new Random(4017);
    List<String> seeds = FilterTest.table().map(arguments -> (String) arguments.get()[0]).toList();
    int[] valid = new int[1];
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            String text = i % 2 == 0 ? random(random) : mutated(seeds, random);
            assertThatCode(() -> valid[0] += run(text)).as(text).doesNotThrowAnyException();
          }
        });
    assertThat(valid[0]).as("some are filters").isGreaterThan(ROUNDS / 50);
  }

  private static int run(String text) {
    try {
      Filter filter = Filter.compile(text, Bench.CATALOG);
      filter.matches(Bench.packet());
      filter.matches(name -> List.of());
      return 1;
    } catch (FilterException e) {
      assertThat(e.render()).isNotEmpty();
      assertThat(e.column()).isLessThanOrEqualTo(text.length());
      FilterCompletion.at(text, text.length() / 2, Bench.CATALOG);
      return 0;
    }
  }

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static String mutated(List<String> seeds, Random random) {
    StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
        case 2 -> text.insert(at, (char) random.nextInt(0x180));
        default -> text.append(' ').append(seeds.get(random.nextInt(seeds.size())));
      }
    }
    return text.toString();
  }
}
