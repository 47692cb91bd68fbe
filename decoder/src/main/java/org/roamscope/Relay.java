package org.roamscope;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Hands things on to another thread in their order, so that the next ones can be made meanwhile. It
 * hands on blocks: one is worked off while the next one fills, and who is faster waits, so that
 * memory stays bounded. What the taker writes is seen by whoever called {@link #finish}.
 *
 * @param <T> what is handed on
 */
final class Relay<T> {
  /** A block is full with so many things, */
  private static final int MOST = 256;

  /** or with so many octets. */
  private static final long MOST_OCTETS = 1 << 18;

  private final Consumer<T> taker;
  private final boolean alone;
  private List<T> block = new ArrayList<>(MOST);
  private long octets;
  private CompletableFuture<Void> handed = CompletableFuture.completedFuture(null);

  private Relay(Consumer<T> taker, boolean alone) {
    this.taker = taker;
    this.alone = alone;
  }

  /** One that hands on to another thread; never to two at once. */
  static <T> Relay<T> aside(Consumer<T> taker) {
    return new Relay<>(taker, false);
  }

  /** One that hands on at once, on the caller's thread. */
  static <T> Relay<T> atOnce(Consumer<T> taker) {
    return new Relay<>(taker, true);
  }

  /**
   * Hands on.
   *
   * @param thing what to hand on
   * @param size octets that it keeps in memory, about
   * @throws CompletionException when the taker failed on something earlier
   */
  void accept(T thing, int size) {
    if (alone) {
      taker.accept(thing);
      return;
    }
    block.add(thing);
    octets += size;
    if (block.size() == MOST || octets >= MOST_OCTETS) {
      handOn();
    }
  }

  /**
   * Returns when everything was taken.
   *
   * @throws CompletionException when the taker failed
   */
  void finish() {
    if (!block.isEmpty()) {
      handOn();
    }
    handed.join();
  }

  private void handOn() {
    handed.join();
    List<T> full = block;
    block = new ArrayList<>(MOST);
    octets = 0;
    handed = CompletableFuture.runAsync(() -> full.forEach(taker));
  }
}
