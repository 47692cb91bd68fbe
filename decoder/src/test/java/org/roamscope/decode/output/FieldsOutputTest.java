package org.roamscope.decode.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.TestFrames;

/** {@code -T fields} and its options; {@link TsharkTest} holds them against tshark. */
class FieldsOutputTest {
  private static final List<String> NAMES =
      List.of("frame.number", "frame.comment", "esp.spi", "roam.ue");

  @BeforeEach
  void catalogue() {}

  private static DecodedFrame frame() {
    return new TestFrames(new byte[3])
        .comment("a\tb\nc\u001b\u202e\"\\")
        .audited("x", 0, "K001", "m")
        .make();
  }

  private static String run(String... options) {
    FieldsOptions chosen = FieldsOptions.DEFAULT;
    for (String option : options) {
      chosen = chosen.with(option);
    }
    return Outputs.whole(new FieldsOutput(NAMES, chosen), frame());
  }

  @Test
  void hostileTextStaysOnItsLine() {
    assertThat(run()).isEqualTo("1\ta\\tb\\nc\\u{1b}\\u{202e}\"\\\t\tx\n");
    assertThat(run("escape=n")).isEqualTo("1\ta\tb\nc\\u{1b}\\u{202e}\"\\\t\tx\n");
  }

  @Test
  void absentFieldsHaveNoQuotesAndTheHeaderHasNone() {
    assertThat(run("bom=y", "header=y", "quote=d", "separator=,"))
        .startsWith("\ufeffframe.number,frame.comment,esp.spi,roam.ue\n")
        .endsWith("\n\"1\",\"a\\tb\\nc\\u{1b}\\u{202e}\"\\\",,\"x\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"header=x", "aggregator=", "occurrence=x", "quote=q", "nosuch=1", "bom", ""})
  void wrongOptions(String option) {
    assertThatThrownBy(() -> FieldsOptions.DEFAULT.with(option))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("is not a valid field output option=value pair.");
  }

  @Test
  void unknownNames() {
    assertThat(FieldsOutput.unknown(List.of("frame.number", "b.c", "a", "b.c")))
        .containsExactly("b.c", "a");
    assertThatThrownBy(() -> new FieldsOutput(List.of("a"), FieldsOptions.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
