package org.roamscope.gui.viewmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** Rows selected before, to go back to and forward again. */
final class SelectionHistory {
  private static final int MAX = 100;

  private final Deque<Integer> back = new ArrayDeque<>();
  private final Deque<Integer> forward = new ArrayDeque<>();
  private int current = -1;

  void select(int row) {
    if (row == current) {
      return;
    }
    if (current >= 0) {
      push(back, current);
    }
    current = row;
    forward.clear();
  }

  OptionalInt back() {
    return move(back, forward);
  }

  OptionalInt forward() {
    return move(forward, back);
  }

  void clear() {
    back.clear();
    forward.clear();
    current = -1;
  }

  private OptionalInt move(Deque<Integer> from, Deque<Integer> to) {
    if (from.isEmpty()) {
      return OptionalInt.empty();
    }
    if (current >= 0) {
      push(to, current);
    }
    current = from.removeLast();
    return OptionalInt.of(current);
  }

  private static void push(Deque<Integer> stack, int row) {
    if (stack.size() == MAX) {
      stack.removeFirst();
    }
    stack.addLast(row);
  }
}
