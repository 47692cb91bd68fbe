package org.roamscope.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.decrypt.Coverage;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Correlation;
import org.roamscope.track.Ue;

/** What several parts of a report ask for: names of UEs, frame numbers, what is said of whom. */
final class ReportIndex {
  private final Report report;
  private final Frames frames;

  /** Only of UEs that have their home address in common with others. */
  private final Map<Ue, String> ids = new HashMap<>();

  private final List<Person> people;
  private @Nullable Map<Ue, Person> byUe;
  private @Nullable Map<Ue, List<Coverage.Row>> ipsec;

  ReportIndex(Report report) {
    this.report = report;
    frames = new Frames(report.captures().size() > 1, correlation().observation().firstNanos());
    List<Correlation.History> histories = correlation().histories();
    for (int i = 1; i < histories.size(); i++) { // they are in the order of their home addresses
      Ue one = histories.get(i - 1).ue();
      Ue other = histories.get(i).ue();
      if (one.homeAddress().equals(other.homeAddress())) {
        for (Ue ue : List.of(one, other)) {
          ids.put(ue, ue.homeAddress() + "@" + ue.homeAgent());
        }
      }
    }
    people = people(histories);
  }

  private List<Person> people(List<Correlation.History> histories) {
    Map<Ue, List<Handover>> handovers = new HashMap<>();
    for (Handover handover : report.audit().handovers()) {
      handovers.computeIfAbsent(handover.movement().ue(), any -> new ArrayList<>()).add(handover);
    }
    Map<IpAddress, List<Finding>> findings = new HashMap<>();
    for (Finding finding : report.audit().findings()) {
      IpAddress ue = finding.ue();
      if (ue != null) {
        findings.computeIfAbsent(ue, any -> new ArrayList<>()).add(finding);
      }
    }
    return histories.stream()
        .map(history ->
            new Person(
                history,
                handovers.getOrDefault(history.ue(), List.of()),
                findings.getOrDefault(history.ue().homeAddress(), List.of())))
        .sorted(Person.TROUBLE_FIRST)
        .toList();
  }

  Report report() {
    return report;
  }

  Correlation correlation() {
    return report.audit().correlation();
  }

  Frames frames() {
    return frames;
  }

  /** The name of a UE: its home address, with the home agent where two share the address. */
  String id(Ue ue) {
    return ids.getOrDefault(ue, ue.homeAddress().toString());
  }

  /** A UE with all that is said of it. */
  Person person(Correlation.History history) {
    return person(history.ue()).orElseGet(() -> new Person(history, List.of(), List.of()));
  }

  /** A UE of this report with all that is said of it. */
  synchronized Optional<Person> person(Ue ue) {
    Map<Ue, Person> known = byUe;
    if (known == null) {
      known =
          people.stream()
              .collect(Collectors.toMap(person -> person.history().ue(), Function.identity()));
      byUe = known;
    }
    return Optional.ofNullable(known.get(ue));
  }

  /** AH and ESP of a UE, as far as SPIs and addresses tell whose they are. */
  synchronized List<Coverage.Row> ipsec(Ue ue) {
    Map<Ue, List<Coverage.Row>> known = ipsec;
    if (known == null) {
      known = new HashMap<>();
      for (KeyCoverage.Entry entry : KeyCoverage.of(report)) {
        if (entry.ue() != null && !(entry.row().subject() instanceof Coverage.Ike)) {
          known.computeIfAbsent(entry.ue(), any -> new ArrayList<>()).add(entry.row());
        }
      }
      ipsec = known;
    }
    return known.getOrDefault(ue, List.of());
  }

  /** All UEs, trouble first. */
  List<Person> people() {
    return people;
  }
}
