package org.roamscope.bytes;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one kind of table that may be keyed by what packets say. It holds at most {@code capacity}
 * entries. When it is full, the oldest unconfirmed entry goes first and a confirmed one only when
 * no other is left, so that a flood of new keys does not push out what proved itself. Keys are
 * comparable: a hash table then stays logarithmic under chosen collisions.
 *
 * @param <K> key
 * @param <V> value
 */
public final class BoundedMap<K extends Comparable<? super K>, V> {
  private final int capacity;
  private final Map<K, V> unconfirmed = new LinkedHashMap<>();
  private final Map<K, V> confirmed = new LinkedHashMap<>();
  private long evictions;

  /** A table of at most {@code capacity} entries. */
  public BoundedMap(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity " + capacity);
    }
    this.capacity = capacity;
  }

  /**
   * The same entries in the same order.
   *
   * @param value what to keep for a value: a copy where it changes
   */
  public BoundedMap<K, V> copy(UnaryOperator<V> value) {
    BoundedMap<K, V> copy = new BoundedMap<>(capacity);
    unconfirmed.forEach((key, old) -> copy.unconfirmed.put(key, value.apply(old)));
    confirmed.forEach((key, old) -> copy.confirmed.put(key, value.apply(old)));
    copy.evictions = evictions;
    return copy;
  }

  /** The value, or null. */
  public @Nullable V get(K key) {
    V value = confirmed.isEmpty() ? null : confirmed.get(key);
    return value == null ? unconfirmed.get(key) : value;
  }

  /** The value, made and kept as unconfirmed when it is new. */
  public V getOrAdd(K key, Supplier<V> make) {
    V value = get(key);
    if (value == null) {
      value = make.get();
      put(key, value);
    }
    return value;
  }

  /** Adds or replaces; a new entry is unconfirmed. */
  public void put(K key, V value) {
    if (!confirmed.isEmpty() && confirmed.replace(key, value) != null
        || unconfirmed.put(key, value) != null) {
      return;
    }
    if (size() > capacity) { // the newest goes last
      boolean onlyNew = unconfirmed.size() == 1;
      Iterator<K> oldest = (onlyNew ? confirmed : unconfirmed).keySet().iterator();
      oldest.next();
      oldest.remove();
      evictions++;
    }
  }

  /** From now on this entry goes last. */
  public void confirm(K key) {
    V value = unconfirmed.remove(key);
    if (value != null) {
      confirmed.put(key, value);
    }
  }

  /** Removes an entry. */
  public void remove(K key) {
    if (confirmed.remove(key) == null) {
      unconfirmed.remove(key);
    }
  }

  /** Entries held. */
  public int size() {
    return confirmed.size() + unconfirmed.size();
  }

  /** Entries that had to go for others. */
  public long evictions() {
    return evictions;
  }

  /** All values: confirmed ones, then the others. */
  public Stream<V> values() {
    return Stream.concat(confirmed.values().stream(), unconfirmed.values().stream());
  }

  /** Unconfirmed values, oldest first. */
  public Collection<V> unconfirmedValues() {
    return unconfirmed.values();
  }

  /** Confirmed values, in the order of their confirmation. */
  public Collection<V> confirmedValues() {
    return confirmed.values();
  }
}
