package org.roamscope.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.Registration;

/** Which handover a finding belongs to, and its fingerprint. */
public final class Fingerprints {
  private final Map<Place, Handover> places = new HashMap<>();

  /** A frame of a UE. */
  private record Place(IpAddress ue, At at) {}

  /** Of findings about these handovers. */
  public Fingerprints(List<Handover> handovers) {
    for (Handover handover : handovers) {
      own(handover);
    }
    for (Handover handover : handovers) {
      handover.evidence().forEach(at -> put(handover, at));
    }
  }

  /** The frames that are the handover itself come before those that are only evidence of one. */
  private void own(Handover handover) {
    put(handover, handover.movement().begin());
    Registration registration = handover.movement().registration();
    if (registration != null) {
      registration.updates().forEach(update -> put(handover, update.at()));
      registration.answers().forEach(answer -> put(handover, answer.at()));
    }
  }

  private void put(Handover handover, At at) {
    places.putIfAbsent(new Place(handover.movement().ue().homeAddress(), at), handover);
  }

  /** The handover whose frames hold the primary frame of the finding. */
  public Optional<Handover> handover(Finding finding) {
    IpAddress ue = finding.ue();
    return ue == null
        ? Optional.empty()
        : Optional.ofNullable(places.get(new Place(ue, finding.primary().at())));
  }

  /** The fingerprint. */
  public Fingerprint of(Finding finding) {
    IpAddress ue = finding.ue();
    Optional<Handover> handover = handover(finding);
    return new Fingerprint(
        finding.rule().id(),
        ue == null ? "" : ue.toString(),
        handover.map(moved -> moved.movement().fromAddress()).map(IpAddress::toString).orElse(""),
        handover.map(moved -> moved.movement().to().toString()).orElse(""));
  }
}
