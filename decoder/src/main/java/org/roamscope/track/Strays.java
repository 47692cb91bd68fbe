package org.roamscope.track;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.roamscope.field.IpAddress;

/** Acknowledgements whose Binding Updates the capture lacks, by the UE that they are for. */
final class Strays {
  private final Map<IpAddress, List<Event.BindingAcknowledgement>> byHomeAddress;

  /** Those that a tracker holds. */
  Strays(BindingTracker bindings) {
    byHomeAddress =
        bindings.strays().stream()
            .collect(Collectors.groupingBy(Event.BindingAcknowledgement::homeAddress));
  }

  /** Those for a UE, in capture time. */
  List<Event.BindingAcknowledgement> of(Ue ue) {
    List<Event.BindingAcknowledgement> here = byHomeAddress.get(ue.homeAddress());
    return here == null
        ? List.of()
        : here.stream().filter(answer -> answer.homeAgent().equals(ue.homeAgent())).toList();
  }
}
