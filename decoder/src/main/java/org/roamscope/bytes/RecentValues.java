package org.roamscope.bytes;

import org.jspecify.annotations.Nullable;

/**
 * Makes equal values one object, as far as it remembers them: what a capture says again and again
 * (addresses, paths) is then kept once, however many events name it. It forgets whatever a newer
 * value displaces, so its size is fixed and chosen collisions cost nothing.
 *
 * <p>Threads may share one: the values are immutable, and a race costs a second object at most.
 *
 * @param <T> an immutable value with final fields, told apart by {@code equals}
 */
public final class RecentValues<T> {
  private final @Nullable Object[] slots;

  /** One that remembers {@code size} values at most, a power of two. */
  public RecentValues(int size) {
    if (size < 1 || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("size " + size);
    }
    slots = new Object[size];
  }

  /**
   * The only value remembered that may equal one with this hash code: it saves making that one.
   *
   * @param hashCode of the value looked for
   */
  @SuppressWarnings("unchecked") // slots hold what was handed in
  public @Nullable T recent(int hashCode) {
    return (T) slots[slot(hashCode)];
  }

  private int slot(int hashCode) {
    int hash = hashCode * 0x9e3779b9;
    return (hash ^ hash >>> 16) & slots.length - 1;
  }

  /** The value remembered that equals this one, else this one, remembered from now on. */
  @SuppressWarnings("unchecked") // slots hold what was handed in
  public T same(T value) {
    int slot = slot(value.hashCode());
    Object known = slots[slot];
    if (value.equals(known)) {
      return (T) known;
    }
    slots[slot] = value;
    return value;
  }
}
