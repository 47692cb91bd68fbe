package org.roamscope.samples.differential;

import java.util.Optional;
import org.roamscope.bytes.Slice;

/**
 * A generated frame with something encrypted in it.
 *
 * @param frame an Ethernet frame
 * @param clear an Ethernet frame that holds the same in the clear; empty for what opens nothing yet
 * @param inside what the two have in common
 * @param what algorithms and form, for messages
 */
record Sealed(Slice frame, Optional<Slice> clear, Inside inside, String what) {
  /** What is equal in a sealed frame and its like in the clear. */
  enum Inside {
    /** All but the link. */
    PACKET,
    /** All above IP. */
    UPPER,
    /** The payloads of IKE. */
    IKE
  }
}
