package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowMemoryTest {
  /** What the serial collector lets objects have of {@code -Xmx}: all but one survivor space. */
  private static long given(long mebibytes) {
    return mebibytes * Heap.MEBIBYTE * 29 / 30;
  }

  private static long number(String in, String pattern) {
    MatchResult found =
        Pattern.compile(pattern).matcher(in).results().findFirst().orElseThrow(AssertionError::new);
    return Long.parseLong(found.group(1));
  }

  @Test
  void theUsualWindowFitsTheHeapOfTheLauncherAndMore() {
    assertThat(WindowMemory.warning(100_000, given(512))).isEmpty();
    assertThat(WindowMemory.warning(370_000, given(512))).isEmpty();
    assertThat(WindowMemory.warning(380_000, given(512)).orElseThrow())
        .contains("needs a heap of 499 MiB and this one has 494");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 380_000, 500_000, 1_000_000, 12_345_678, Integer.MAX_VALUE})
  void whoeverFollowsTheAdviceIsNotWarnedAgain(int window) {
    String warning = WindowMemory.warning(window, Heap.MEBIBYTE).orElseThrow();
    long heap = number(warning, "-Xmx(\\d+)m");
    assertThat(WindowMemory.warning(window, given(heap))).isEmpty();
  }

  @Test
  void whatFitsIsSaidWhereAnythingDoes() {
    String warning = WindowMemory.warning(1_000_000, given(512)).orElseThrow();
    int fits = (int) number(warning, "or --window (\\d+) at most");
    assertThat(WindowMemory.warning(fits, given(512))).isEmpty();
    assertThat(WindowMemory.warning(fits + 1_000, given(512))).isPresent();
    assertThat(WindowMemory.warning(1_000, 64 * Heap.MEBIBYTE).orElseThrow())
        .doesNotContain("at most");
  }
}
