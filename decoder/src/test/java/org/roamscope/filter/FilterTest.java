package org.roamscope.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamscope.bytes.Slice;
import org.roamscope.field.FieldValue;

class FilterTest {
  /** Lines {@code yes FILTER} and {@code no FILTER}; others are comments. */
  static Stream<Arguments> table() throws IOException {
    return lines("filters.txt")
        .filter(line -> line.startsWith("yes ") || line.startsWith("no "))
        .map(line -> Arguments.of(line.substring(line.indexOf(' ') + 1), line.startsWith("yes ")));
  }

  /** Blocks of a filter, a line of messages and the marks; an empty line ends a block. */
  static Stream<Arguments> errors() throws IOException {
    String all = String.join("\n", lines("errors.txt").toList());
    return Stream.of(all.split("\n\n"))
        .map(block -> block.split("\n", 2))
        .map(block -> Arguments.of(block[0], block[1].strip()));
  }

  private static Stream<String> lines(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(FilterTest.class.getResourceAsStream(name));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList().stream();
    }
  }

  private static boolean matches(String filter) throws FilterException {
    return Filter.compile(filter, Bench.CATALOG).matches(Bench.packet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void saysYesOrNo(String filter, boolean expected) throws FilterException {
    assertThat(matches(filter)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void saysWhatIsWrong(String filter, String expected) {
    assertThatThrownBy(() -> Filter.compile(filter, Bench.CATALOG))
        .isInstanceOfSatisfying(
            FilterException.class, e -> assertThat(e.render()).isEqualTo(expected));
  }

  @Test
  void theTableIsLong() throws IOException {
    assertThat(table().count() + errors().count()).isGreaterThan(250);
  }

  @Test
  void asksInOrderAndNoFurtherThanNeeded() throws FilterException {
    Filter filter = Filter.compile("t.absent or frame.number == 5 or udp.port == 1", Bench.CATALOG);
    Bench.Packet packet = Bench.packet();
    assertThat(filter.fields()).containsExactly("t.absent", "frame.number", "udp.port");
    assertThat(filter.matches(packet)).isTrue();
    assertThat(packet.asked()).containsExactly("t.absent", "frame.number");
  }

  @Test
  void timesWithoutZoneAreInTheOneGiven() throws FilterException {
    String filter = "frame.time == \"2026-01-01 01:00:00.5\"";
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(Filter.compile(filter, Bench.CATALOG, berlin).matches(Bench.packet())).isTrue();
    assertThat(matches(filter)).isFalse();
  }

  @Test
  void warnsOfWhatIsDeprecated() throws FilterException {
    assertThat(Filter.compile("udp.port ~= 5", Bench.CATALOG).warnings())
        .containsExactly("\"~=\" is deprecated, use \"!==\".");
    assertThat(Filter.compile("t.text == abc", Bench.CATALOG).warnings())
        .containsExactly("Put quotes around text: \"abc\".");
    assertThat(Filter.compile("udp.port == 5", Bench.CATALOG).warnings()).isEmpty();
  }

  @Test
  void valuesOfAnotherKindThanTheTypeSaysMatchNothing() throws FilterException {
    Bench.Packet odd = new Bench.Packet().add("udp.port", new FieldValue.Text("500"));
    for (String filter :
        List.of("udp.port == 500", "udp.port > 1", "udp.port + 1 == 501", "udp.port & 1")) {
      assertThat(Filter.compile(filter, Bench.CATALOG).matches(odd)).as(filter).isFalse();
    }
  }

  @Test
  void expressionsThatWouldRunForEverGiveUp() throws FilterException {
    Bench.Packet packet =
        new Bench.Packet()
            .add("t.text", new FieldValue.Text("a".repeat(5000) + "!"))
            .add("t.spi", new FieldValue.Octets(Slice.of(new byte[100_000])));
    for (String filter :
        List.of(
            "t.text matches \"^(a+)+$\"",
            "t.text matches \"^(a|aa)+$\"",
            "t.text matches \"(.*)*x\"",
            "t.spi matches \"^(.|\\\\n)*x\"")) {
      assertThat(Filter.compile(filter, Bench.CATALOG).matches(packet)).as(filter).isFalse();
    }
  }

  @Test
  void calculationsDoNotMultiplyWithoutEnd() throws FilterException {
    Bench.Packet packet = new Bench.Packet();
    for (int i = 0; i < 300; i++) {
      packet.add("udp.port", new FieldValue.Numeric(i));
    }
    String sum = "udp.port" + " + udp.port".repeat(100) + " == 65535";
    assertThat(Filter.compile(sum, Bench.CATALOG).matches(packet)).isFalse();
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    for (String filter :
        List.of(
            "(".repeat(129) + "udp" + ")".repeat(129),
            "udp.port == 1" + " + 1".repeat(129),
            "max(".repeat(129) + "udp.port" + ")".repeat(129) + " == 1",
            "t.spi" + "[0]".repeat(129),
            "udp.port == " + "{".repeat(129) + "1" + "}".repeat(129))) {
      assertThatThrownBy(() -> Filter.compile(filter, Bench.CATALOG))
          .isInstanceOf(FilterException.class)
          .hasMessage("More than 128 levels in one another.");
    }
    assertThatThrownBy(() -> Filter.compile(" ".repeat(65_537), Bench.CATALOG))
        .isInstanceOf(FilterException.class)
        .hasMessage("A filter has at most 65536 characters.");
  }

  @Test
  void longFiltersOfOneLevelAreFine() throws FilterException {
    assertThat(matches("udp" + " and udp".repeat(5000))).isTrue();
    assertThat(matches("!".repeat(60_001) + "udp")).isFalse();
    assertThat(matches("frame.number <= 5" + " <= frame.number".repeat(0))).isTrue();
    assertThat(matches("frame.number" + " <= frame.number".repeat(3000))).isTrue();
    assertThat(matches("udp.port in {" + "1, ".repeat(20_000) + "500}")).isTrue();
  }
}
