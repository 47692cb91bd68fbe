package org.roamscope.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WidthsTest {
  @Test
  void countsColumnsNotCharacters() {
    assertThat(Widths.of("abc")).isEqualTo(3);
    assertThat(Widths.of("\u6f22\u5b57")).isEqualTo(4);
    assertThat(Widths.of("e\u0301")).isEqualTo(1);
    assertThat(Widths.of("\ud83d\ude00")).isEqualTo(2);
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(Widths.cut("\u6f22\u5b57", 3)).isEqualTo("\u6f22");
    assertThat(Widths.cut("abc", 0)).isEmpty();
  }

  @Test
  void theEndOfAnAddressStays() {
    assertThat(Widths.tail("2001:db8:100::a1", 10, true)).isEqualTo("\u20268:100::a1");
    assertThat(Widths.tail("::1", 5, false)).isEqualTo("::1  ");
    assertThat(Widths.tail("2001:db8::1", 4, false)).isEqualTo("~::1");
    assertThat(Widths.tail("2001:db8::1", 0, true)).isEmpty();
  }

  @Test
  void wrapsAtBlanksAndInLongWords() {
    assertThat(Widths.wrapped("one two three", 7)).isEqualTo(List.of("one two", "three"));
    assertThat(Widths.wrapped("abcdefghij k", 4)).isEqualTo(List.of("abcd", "efgh", "ij k"));
    assertThat(Widths.wrapped("\u6f22\u5b57", 1)).isNotEmpty();
  }
}
