package org.roamscope.audit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The window of RFC 6275 section 9.5.1: with 15, the numbers 0 to 15 and 32783 to 65535. */
class SequenceNumbersTest {
  @Test
  void theWindowIsHalfOfAllNumbers() {
    for (int number = 0; number <= 65535; number++) {
      boolean refused = number <= 15 || number >= 32783;
      assertThat(SequenceNumbers.greater(number, 15)).as("%d", number).isEqualTo(!refused);
    }
  }

  @Test
  void numbersWrap() {
    assertThat(SequenceNumbers.greater(0, 65535)).isTrue();
    assertThat(SequenceNumbers.greater(65535, 0)).isFalse();
  }
}
