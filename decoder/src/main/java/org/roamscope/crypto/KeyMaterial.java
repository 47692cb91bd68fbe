package org.roamscope.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.roamscope.bytes.Slice;

/**
 * Octets that nobody may read over a shoulder: a key, or what keys are made of. They do not show in
 * {@link #toString()} nor in any message, comparison takes the same time wherever the first
 * difference lies, and {@link #wipe()} forgets them.
 */
public final class KeyMaterial {
  private final byte[] octets;

  private KeyMaterial(byte[] octets) {
    this.octets = octets;
  }

  /** A copy of {@code octets}. */
  public static KeyMaterial copyOf(byte[] octets) {
    return new KeyMaterial(octets.clone());
  }

  /** A copy of the readable octets of {@code slice}. */
  public static KeyMaterial copyOf(Slice slice) {
    return new KeyMaterial(slice.bytes());
  }

  /** The key of an algorithm that has none. */
  public static KeyMaterial none() {
    return new KeyMaterial(new byte[0]);
  }

  /** Length in octets. */
  public int length() {
    return octets.length;
  }

  /** True when {@link #length()} is 0. */
  public boolean isEmpty() {
    return octets.length == 0;
  }

  /**
   * A copy of {@code count} octets from {@code at}.
   *
   * @throws IndexOutOfBoundsException if they are not there
   */
  public KeyMaterial part(int at, int count) {
    Objects.checkFromIndexSize(at, count, octets.length);
    return new KeyMaterial(Arrays.copyOfRange(octets, at, at + count));
  }

  /** A copy of the octets, for a cipher or for a key file that the user asked for. */
  public byte[] octets() {
    return octets.clone();
  }

  /** Overwrites the octets with zeros. Ciphers that were made from them go on. */
  public void wipe() {
    Arrays.fill(octets, (byte) 0);
  }

  /** Equal octets; the time taken does not depend on where they differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof KeyMaterial that && MessageDigest.isEqual(octets, that.octets);
  }

  /** From the length only: a hash of a key says something about it. */
  @Override
  public int hashCode() {
    return octets.length;
  }

  /** The length only. */
  @Override
  public String toString() {
    return "KeyMaterial[" + octets.length + " octets]";
  }
}
