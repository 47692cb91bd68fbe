package org.roamscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Verdict;
import org.roamscope.mobility.MobilityCodePoints;
import org.roamscope.track.BindingTracker;
import org.roamscope.track.Event;

/** What could not be read and what was not judged, and what would settle it. */
final class Unread {
  private final ReportIndex index;

  Unread(ReportIndex index) {
    this.index = index;
  }

  /** A sentence each, with the styles of {@link Lines}; empty when nothing is missing. */
  List<String> sentences() {
    List<String> lines = new ArrayList<>();
    List<Handover> open =
        index.report().audit().handovers().stream()
            .filter(handover -> handover.verdict() == Verdict.INCONCLUSIVE)
            .toList();
    List<String> others = notJudged();
    if (!others.isEmpty()) {
      lines.add("Seen and not judged: " + String.join(", ", others) + ".");
    }
    Map<String, List<Handover>> reasons = new LinkedHashMap<>();
    open.forEach(handover ->
        reasons.computeIfAbsent(handover.reason(), any -> new ArrayList<>()).add(handover));
    reasons.forEach((reason, handovers) ->
        lines.add(
            Frames.count(handovers.size(), "handover stays", "handovers stay")
                + " "
                + VerdictWords.name(Verdict.INCONCLUSIVE)
                + " ("
                + reason
                + "; "
                + index.frames().list(handovers.stream().map(h -> h.movement().begin()).toList())
                + "). "
                + remedy(reason)));
    return lines;
  }

  /** True when signalling was seen that gives no verdict. */
  boolean unjudged() {
    return !notJudged().isEmpty();
  }

  /** Mobility signalling that gives no verdict. */
  private List<String> notJudged() {
    List<String> others = new ArrayList<>();
    BindingTracker bindings = index.correlation().tracker().bindings();
    if (bindings.proxies() > 0) {
      others.add(Frames.count(bindings.proxies(), "proxy registration", "proxy registrations"));
    }
    if (!bindings.strays().isEmpty()) {
      others.add(
          Frames.count(
              bindings.strays().size(),
              "acknowledgement without its Binding Update",
              "acknowledgements without their Binding Update"));
    }
    if (!bindings.toCorrespondents().isEmpty()) {
      others.add(
          Frames.count(
              bindings.toCorrespondents().size(),
              "Binding Update without H",
              "Binding Updates without H"));
    }
    Map<Integer, Integer> types = new TreeMap<>();
    for (Event.OtherMobility other : index.correlation().tracker().others()) {
      types.merge(other.type(), 1, Integer::sum);
    }
    types.forEach((type, count) ->
        others.add(Lines.glued(count + " " + MobilityCodePoints.MESSAGE_TYPES.name(type))));
    return others;
  }

  /** What would settle it. */
  static String remedy(String reason) {
    return switch (reason) {
      case "encrypted_no_key" -> "To settle it, fetch the keys named under Encrypted.";
      case "capture_starts_late" -> "To settle it, start the capture before the UE attaches.";
      case "capture_ends_early" -> "To settle it, let the capture run on for some seconds.";
      case "packets_lost" ->
          "To settle it, capture both directions, without loss, at the home agent.";
      default -> "";
    };
  }
}
