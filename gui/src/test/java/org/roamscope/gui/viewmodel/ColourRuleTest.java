package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourRuleTest {
  @Test
  void contrastIsThatOfWcag() {
    assertThat(Rgb.BLACK.contrast(Rgb.WHITE)).isEqualTo(21, within(1e-9));
    assertThat(Rgb.of(0x767676).contrast(Rgb.WHITE)).isEqualTo(4.54, within(0.01));
    assertThat(Rgb.of(0x12ab9f).web()).isEqualTo("#12ab9f");
  }

  @ParameterizedTest
  @CsvSource({
    "ffffff,ffffff",
    "000000,000000",
    "ffd6d1,ffd6d1",
    "7f7f7f,808080",
    "ff0000,00ff00",
    "0000ff,ff0000",
    "1b2028,20304a"
  })
  void textCanBeReadInBothThemes(String background, String text) {
    var rule =
        new ColourRule(
            true,
            "",
            "",
            Rgb.of(Integer.parseInt(background, 16)),
            Rgb.of(Integer.parseInt(text, 16)));
    for (boolean dark : new boolean[] {false, true}) {
      ColourRule.Shown shown = rule.in(dark);
      assertThat(shown.text().contrast(shown.background())).isGreaterThanOrEqualTo(Rgb.READABLE);
    }
  }

  @Test
  void everyDefaultRuleIsUnderstoodAndKeepsItsPlaceInBothThemes() {
    for (ColourRule rule : DefaultColours.RULES) {
      assertThat(FilterState.of(rule.filter()))
          .as(rule.name())
          .isInstanceOf(FilterState.Valid.class);
      assertThat(rule.in(false).text()).as(rule.name()).isEqualTo(rule.foreground());
      assertThat(rule.in(true).background().luminance()).as(rule.name()).isLessThan(0.1);
    }
  }

  @Test
  void aDarkRowStaysAsItIs() {
    var rule =
        new ColourRule(true, "", "", new Rgb(4718, 10030, 11796), new Rgb(63479, 34695, 34695));
    assertThat(rule.in(true)).isEqualTo(new ColourRule.Shown(rule.background(), rule.foreground()));
  }
}
