package org.roamscope.decrypt;

import java.util.Comparator;
import org.roamscope.bytes.Hex;

/**
 * SPIs of an IKEv2 SA or cookies of an IKEv1 SA.
 *
 * @param initiator SPI or cookie of the initiator
 * @param responder SPI or cookie of the responder
 */
public record IkeSpis(long initiator, long responder) implements Comparable<IkeSpis> {
  private static final Comparator<IkeSpis> ORDER =
      Comparator.comparingLong(IkeSpis::initiator).thenComparingLong(IkeSpis::responder);

  /** Both in hexadecimal, with a space between. */
  public String text() {
    return Hex.spi64(initiator) + " " + Hex.spi64(responder);
  }

  @Override
  public int compareTo(IkeSpis other) {
    return ORDER.compare(this, other);
  }
}
