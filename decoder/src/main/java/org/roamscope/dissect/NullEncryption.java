package org.roamscope.dissect;

import java.util.ArrayList;
import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.ipsec.NullEsp;
import org.roamscope.mobility.MobilityDissector;
import org.roamscope.mobility.MobilityHeader;

/** Looks into ESP without a key: with NULL encryption the inside proves itself. */
public final class NullEncryption {
  private NullEncryption() {}

  /**
   * What an ESP packet holds in the clear.
   *
   * @param packet from the SPI to the end of the integrity check value
   * @param scope the IP header around it
   */
  public static Optional<NullEsp.Inner> find(Slice packet, IpScope scope) {
    return NullEsp.find(packet, (next, payload) -> proves(scope, next, payload));
  }

  /** A Mobility Header as long as its octets with a right checksum: 1 in 65,536 by chance. */
  private static boolean proves(IpScope scope, int nextHeader, Slice payload) {
    if (nextHeader != MobilityHeader.PROTOCOL || scope.source().v4()) {
      return false;
    }
    MobilityHeader header =
        MobilityDissector.dissect(
            payload, scope.effectiveSource(), scope.effectiveDestination(), new ArrayList<>());
    return header != null
        && header.checksum() == ChecksumStatus.GOOD
        && header.slice().length() == payload.length();
  }
}
