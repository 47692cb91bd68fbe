package org.roamscope.track;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * A change of care-of address and everything the capture shows about IKE around it.
 *
 * @param ue who moved
 * @param from registration at the place left; null when the capture starts after it
 * @param fromAddress care-of address left: of the registration, or where the IKE SA was used
 *     before; null when the capture shows neither
 * @param to address moved to
 * @param toAddresses addresses that IKE may use there
 * @param registration the registration for the new place, null when no Binding Update was seen
 * @param attempts refused or unanswered registrations for the same place before it
 * @param begin first packet that shows the move at the home agent's signalling
 * @param strays acknowledgements sent there whose Binding Updates the capture lacks
 * @param ike evidence
 */
public record Movement(
    Ue ue,
    @Nullable Registration from,
    @Nullable IpAddress fromAddress,
    IpAddress to,
    Set<IpAddress> toAddresses,
    @Nullable Registration registration,
    List<Registration> attempts,
    At begin,
    List<Event.BindingAcknowledgement> strays,
    IkeEvidence ike) {
  /** True when the binding was granted (or, inside ESP, seems to be). */
  public boolean bound() {
    return registration != null && registration.effective();
  }
}
