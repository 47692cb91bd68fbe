package org.roamscope.decrypt;

import java.util.Comparator;

/** SPIs of an IKEv2 SA or cookies of an IKEv1 SA. */
record IkeSpis(long initiator, long responder) implements Comparable<IkeSpis> {
  private static final Comparator<IkeSpis> ORDER =
      Comparator.comparingLong(IkeSpis::initiator).thenComparingLong(IkeSpis::responder);

  @Override
  public int compareTo(IkeSpis other) {
    return ORDER.compare(this, other);
  }
}
