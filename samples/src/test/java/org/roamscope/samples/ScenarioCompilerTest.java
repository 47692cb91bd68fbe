package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioCompilerTest {
  private static final String HEAD =
      """
      # Title

      ```scenario
      ha 2001:db8:100::1 203.0.113.1
      ue 2001:db8:100::a1
      place a 2001:db8:a::a1
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | unknown word: hello",
        "0.000 fly ue | unknown word: fly",
        "0.000 bu ue4 | no such UE: ue4",
        "0.000 bu ue from b | no such place: b",
        "0.000 bu ue k | unknown word: k",
        "0.000 bu ue lifetime 5 | a lifetime is a multiple of 4 seconds",
        "0.000 bu ue seq 65536 | the sequence number is not within 0 to 65535: 65536",
        "0.000 dpd ue | ue has no IKE SA",
        "0.000 ike-init ue twice | unknown word: twice",
        "0.000 raw 0g | octets cannot be read: 0g",
        "0.000 copy 1 | a frame number is not within 1 to 0: 1",
        "1e3 bu ue | the time in seconds is missing: 1e3",
        "place b 2001:db8::x | the address at the place cannot be read: 2001:db8::x"
      })
  void whatIsNotUnderstoodIsAnErrorWithItsLine(String line, String message) {
    assertThatThrownBy(() -> compile(line)).hasMessage("page.md:7: " + message);
  }

  @Test
  void timesDoNotGoBack() {
    assertThatThrownBy(() -> compile("1.0 bu ue from a\n0.5 ba ue"))
        .hasMessage("page.md:8: times must not go back");
  }

  @Test
  void rawOctetsAreTheFrame() {
    assertThat(compile("0.5 raw 0102 03")).isEqualTo(3);
  }

  @Test
  void pagesAreStrictToo() {
    assertThatThrownBy(() -> Page.parse("page.md", "# T\n```python\n```\n"))
        .hasMessage("page.md:2: an unknown or second block: python");
    assertThatThrownBy(() -> Page.parse("page.md", "# T\n```expect\nnone\n"))
        .hasMessage("page.md:3: the block expect is not closed");
    assertThatThrownBy(() -> Page.parse("page.md", "# T\n"))
        .hasMessage("page.md:1: a page needs a title and an expect block");
  }

  private static int compile(String lines) {
    Page page = Page.parse("page.md", HEAD + lines + "\n```\n```expect\nnone\n```\n");
    return ScenarioCompiler.compile(page).getFirst().data().length;
  }
}
