package org.roamscope.decrypt;

import java.util.Optional;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;
import org.roamscope.ike.Proposal;
import org.roamscope.ike.SecurityAssociation;

/**
 * Which IKE SA an SPI of AH or ESP was negotiated in. Whoever sends a proposal chose the SPI in it
 * (RFC 7296 section 3.3.1, RFC 2408 section 3.5), so that requests tell as much as answers.
 */
final class ChildSpis {
  private static final int MOST_SPIS = 16_384;
  private static final int AH = 2;
  private static final int ESP = 3;
  private static final int OCTETS = 4;

  private final BoundedMap<Long, IkeSpis> parents = new BoundedMap<>(MOST_SPIS);

  /** Takes the SPIs of an SA payload. Where an SPI is used again, the last one counts. */
  void learn(IkeSpis parent, SecurityAssociation association) {
    for (Proposal proposal : association.proposals()) {
      Slice spi = proposal.spi();
      boolean child = proposal.protocol() == AH || proposal.protocol() == ESP;
      if (child && spi.length() == OCTETS && spi.u32(0) != 0) {
        parents.put(spi.u32(0), parent);
      }
    }
  }

  /** The IKE SA, when an exchange that was opened showed the SPI. */
  Optional<IkeSpis> parent(long spi) {
    return Optional.ofNullable(parents.get(spi));
  }
}
