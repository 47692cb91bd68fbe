package org.roamscope.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roamscope.capture.Frame;
import org.roamscope.track.At;

class RecentFramesTest {
  private static final int OCTETS = 100;
  private static final long MEMORY = 1 << 20;

  private int number;

  private void add(RecentFrames recent, boolean signalling) {
    Frame frame = new Frame(++number, number, 1, 0, OCTETS, new byte[OCTETS], List.of());
    recent.add(frame, new Outline(new At(0, number, number), signalling, Set.of()));
  }

  private static List<Integer> numbers(RecentFrames recent) {
    return recent.all().stream().map(one -> one.frame().number()).toList();
  }

  @Test
  void keepsTheOrderOfTheCapture() {
    RecentFrames recent = new RecentFrames(MEMORY);
    for (int i = 0; i < 10; i++) {
      add(recent, i % 3 == 0);
    }
    assertThat(numbers(recent)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void memoryDoesNotGrowWithTime() {
    RecentFrames recent = new RecentFrames(MEMORY);
    for (int i = 0; i < 100_000; i++) {
      add(recent, i % 2 == 0);
      assertThat(recent.octets()).isLessThanOrEqualTo(MEMORY);
    }
    assertThat(numbers(recent)).isSorted().hasSizeLessThan(3_000).startsWith(1).endsWith(100_000);
  }

  @Test
  void whatUsersSendPushesNoSignallingOut() {
    RecentFrames recent = new RecentFrames(MEMORY);
    add(recent, true);
    add(recent, true);
    for (int i = 0; i < 100_000; i++) {
      add(recent, false);
    }
    assertThat(numbers(recent)).startsWith(1, 2).hasSizeLessThan(1_000);
  }
}
