package org.roamscope.keys;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Octets of a key. Its text, its hash and its exceptions say the length at most; the octets come
 * out of {@link #bytes()} alone. Comparison takes the same time wherever the difference is.
 */
public final class Secret {
  /** No octets: the key of an algorithm that has none. */
  public static final Secret NONE = new Secret(new byte[0]);

  private final byte[] octets;

  private Secret(byte[] octets) {
    this.octets = octets;
  }

  /** Takes a copy. */
  public static Secret of(byte[] octets) {
    return octets.length == 0 ? NONE : new Secret(octets.clone());
  }

  /** A copy; whoever takes it wipes it. */
  public byte[] bytes() {
    return octets.clone();
  }

  /** Number of octets. */
  public int length() {
    return octets.length;
  }

  /** True when there are no octets. */
  public boolean isEmpty() {
    return octets.length == 0;
  }

  /** Some of the octets, as a secret of its own. */
  Secret part(int from, int to) {
    return of(Arrays.copyOfRange(octets, from, to));
  }

  /** Overwrites the octets with zeros; the length stays. */
  public void wipe() {
    Arrays.fill(octets, (byte) 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(octets, secret.octets);
  }

  /** Depends on the length only, so that no octet shows in it. */
  @Override
  public int hashCode() {
    return octets.length;
  }

  /** The length, for example {@code secret of 16 octets}. */
  @Override
  public String toString() {
    return "secret of " + octets.length + " octets";
  }
}
