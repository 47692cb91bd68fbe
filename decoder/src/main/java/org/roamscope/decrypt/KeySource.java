package org.roamscope.decrypt;

import org.roamscope.keys.KeyOrigin;

/**
 * Where the key comes from that opened a packet: a place, never the key.
 *
 * @param origin where it stands, or where what it was derived from stands
 * @param relation which of the two
 */
public record KeySource(KeyOrigin origin, Relation relation) {
  /** How a key follows from what a file says. */
  public enum Relation {
    /** The file holds it. */
    TOLD,
    /** The file holds the keys of the IKE SA that negotiated it. */
    DERIVED
  }

  static KeySource told(KeyOrigin origin) {
    return new KeySource(origin, Relation.TOLD);
  }

  static KeySource derived(KeyOrigin origin) {
    return new KeySource(origin, Relation.DERIVED);
  }

  /** {@code file:line} or {@code derived from file:line}; the file name may hold anything. */
  public String text() {
    return switch (relation) {
      case TOLD -> origin.toString();
      case DERIVED -> "derived from " + origin;
    };
  }
}
