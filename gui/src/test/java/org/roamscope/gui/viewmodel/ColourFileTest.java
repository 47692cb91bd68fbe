package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourFileTest {
  /** Lines as Wireshark 4.0 ships them, and one that is switched off. */
  private static final String WIRESHARK =
      """
      # This file was created by Wireshark. Edit with care.
      @Bad TCP@tcp.analysis.flags && !tcp.analysis.window_update@[4718,10030,11796][63479,34695,34695]
      !@Routing@hsrp || eigrp || ospf@[65534,62325,54808][4718,10030,11796]

      @ICMP errors@icmp.type in { 3..5, 11 } || icmpv6.type in { 1..4 }@[4718,10030,11796][47031,63479,29812]
      """;

  @Test
  void readsWiresharksFile() {
    ColourFile file = ColourFile.parse(WIRESHARK);
    assertThat(file.problems()).isEmpty();
    assertThat(file.rules())
        .extracting(ColourRule::name)
        .containsExactly("Bad TCP", "Routing", "ICMP errors");
    assertThat(file.rules()).extracting(ColourRule::enabled).containsExactly(true, false, true);
    assertThat(file.rules().getFirst().background()).isEqualTo(new Rgb(4718, 10030, 11796));
    assertThat(file.rules().getFirst().foreground()).isEqualTo(new Rgb(63479, 34695, 34695));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<ColourRule> rules = ColourFile.parse(WIRESHARK).rules();
    assertThat(ColourFile.parse(ColourFile.text(rules)).rules()).isEqualTo(rules);
    assertThat(ColourFile.text(rules))
        .contains("\n!@Routing@hsrp || eigrp || ospf@[65534,62325,54808][4718,10030,11796]\n");
  }

  @Test
  void aFilterMayHoldWhatSeparatesTheParts() {
    var rule =
        new ColourRule(
            true, "a@b\nc", "mip6.mnid.identifier == \"a@[1,2,3]\"", Rgb.WHITE, Rgb.BLACK);
    var read = ColourFile.parse(ColourFile.text(List.of(rule)));
    assertThat(read.problems()).isEmpty();
    assertThat(read.rules()).containsExactly(rule);
    assertThat(rule.name()).isEqualTo("a b c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@a@b@[1,2,3]",
        "a@b@[1,2,3][1,2,3]",
        "@a@b@[1,2,70000][1,2,3]",
        "@a@b@[1,2,-3][1,2,3]",
        "x"
      })
  void aLineThatIsNoRuleIsSaid(String line) {
    ColourFile file = ColourFile.parse("# a comment\n" + line + "\n@ok@mipv6@[1,2,3][4,5,6]");
    assertThat(file.rules()).extracting(ColourRule::name).containsExactly("ok");
    assertThat(file.problems()).singleElement().asString().startsWith("line 2 is no colour rule");
  }

  @Test
  void tooManyRulesAreSaid() {
    ColourFile file = ColourFile.parse("@a@b@[1,2,3][4,5,6]\n".repeat(1002));
    assertThat(file.rules()).hasSize(1000);
    assertThat(file.problems()).singleElement().asString().contains("line 1001", "1000 rules");
  }
}
