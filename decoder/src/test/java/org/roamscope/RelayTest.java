package org.roamscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed on to another thread comes there once, in order, and a failure comes back. */
class RelayTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 10_000})
  void everythingIsTakenInOrder(int count) {
    List<Integer> taken = new ArrayList<>();
    Relay<Integer> relay = Relay.aside(taken::add);
    for (int i = 0; i < count; i++) {
      relay.accept(i, 100);
    }
    relay.finish();
    assertThat(taken).isEqualTo(IntStream.range(0, count).boxed().toList());
    relay.accept(count, 100);
    relay.finish();
    relay.finish();
    assertThat(taken).hasSize(count + 1).last().isEqualTo(count);
  }

  @Test
  void whatIsHandedOnAtOnceIsTakenByTheCaller() {
    List<Thread> threads = new ArrayList<>();
    Relay<Integer> relay = Relay.atOnce(any -> threads.add(Thread.currentThread()));
    relay.accept(1, 100);
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void othersWorkWhileTheNextBlockFills() {
    Set<Thread> threads = new HashSet<>();
    Relay<Integer> relay = Relay.aside(any -> threads.add(Thread.currentThread()));
    IntStream.range(0, 1_000).forEach(i -> relay.accept(i, 100));
    relay.finish();
    assertThat(threads).isNotEmpty().doesNotContain(Thread.currentThread());
  }

  /** Two blocks are under way at most, however large their parts are. */
  @ParameterizedTest
  @ValueSource(ints = {10, 100_000})
  void whoIsFasterWaits(int size) {
    AtomicInteger taken = new AtomicInteger();
    Relay<Integer> relay = Relay.aside(any -> taken.incrementAndGet());
    int most = size == 10 ? 256 : 3;
    for (int i = 1; i <= 5_000; i++) {
      relay.accept(i, size);
      assertThat(i - taken.get()).isLessThanOrEqualTo(2 * most);
    }
  }

  @Test
  void aFailureOfTheTakerIsTold() {
    Relay<Integer> relay =
        Relay.aside(thing -> {
          if (thing == 300) {
            throw new IllegalStateException("cannot take 300");
          }
        });
    assertThatThrownBy(
            () -> {
              IntStream.range(0, 1_000).forEach(i -> relay.accept(i, 10));
              relay.finish();
            })
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("cannot take 300");
  }
}
