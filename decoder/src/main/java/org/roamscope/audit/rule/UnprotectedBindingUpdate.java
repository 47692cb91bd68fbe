package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Rule;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Protection;
import org.roamscope.track.Registration;

/**
 * A home registration outside ESP, without an authentication option in its place, at a home agent
 * that is reached under ESP. An error where the same UE is protected at other times, a warning
 * where only others are. A capture without any ESP to the home agent does not show that it is
 * required: such is a test network, or a capture from behind the point where ESP ends.
 */
public final class UnprotectedBindingUpdate implements Rule {
  private static final int MOST_RELATED = 20;

  private static final RuleInfo INFO =
      new RuleInfo(
          "DSM009",
          "binding-update-unprotected",
          Severity.ERROR,
          "A Binding Update to the home agent is not protected by ESP.",
          List.of(rfc(6275, "5.1"), rfc(4877, "4.1"), rfc(5555, "5")));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** A UE with registrations in the clear. */
  private record Clear(List<Registration> clear, List<Registration> sealed) {
    Event.BindingUpdate first() {
      return clear.getFirst().updates().getFirst();
    }

    boolean accepted() {
      return clear.stream().anyMatch(one -> one.outcome() == Registration.Outcome.ACCEPTED);
    }
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    List<Correlation.History> histories = context.correlation().histories();
    // Elsewhere nothing shows that ESP is required.
    Set<IpAddress> underEsp = new HashSet<>();
    for (Correlation.History history : histories) {
      if (history.ue().registrations().stream().anyMatch(Registration::protectedByEsp)) {
        underEsp.add(history.ue().homeAgent());
      }
    }
    Map<IpAddress, List<Clear>> agents = new LinkedHashMap<>();
    for (Correlation.History history : histories) {
      IpAddress agent = history.ue().homeAgent();
      List<Registration> all = history.ue().registrations();
      if (underEsp.contains(agent) && all.stream().anyMatch(UnprotectedBindingUpdate::inTheClear)) {
        Clear ue =
            new Clear(
                all.stream().filter(UnprotectedBindingUpdate::inTheClear).toList(),
                all.stream().filter(Registration::protectedByEsp).toList());
        agents.computeIfAbsent(agent, any -> new ArrayList<>()).add(ue);
      }
    }
    agents.forEach((agent, ues) -> {
      for (Clear ue : ues) {
        findings.accept(ue.sealed().isEmpty() ? others(agent, ue) : mixed(ue));
      }
    });
  }

  private static boolean inTheClear(Registration registration) {
    Event.BindingUpdate update = registration.update();
    return update != null && update.protection() == Protection.NONE;
  }

  private static Finding mixed(Clear ue) {
    List<Evidence> related = new ArrayList<>();
    Registration sealed = ue.sealed().getFirst();
    related.add(new Evidence(sealed.begun(), "esp.spi", "Binding Update inside ESP"));
    related.addAll(further(ue));
    return new Finding(
        INFO,
        ue.accepted() ? Severity.ERROR : Severity.WARNING,
        Confidence.HIGH,
        ue.first().homeAddress(),
        new Evidence(ue.first().at(), "mip6.bu", "Binding Update in the clear"),
        List.copyOf(related),
        "UE "
            + ue.first().homeAddress()
            + " sends a Binding Update in the clear although others of it are inside ESP"
            + (ue.accepted() ? ", and the home agent accepts it." : "."),
        arguments(ue.clear().size()));
  }

  private static Finding others(IpAddress agent, Clear ue) {
    return new Finding(
        INFO,
        Severity.WARNING,
        Confidence.MEDIUM,
        ue.first().homeAddress(),
        new Evidence(ue.first().at(), "mip6.bu", "Binding Update in the clear"),
        further(ue),
        "UE "
            + ue.first().homeAddress()
            + " registers in the clear at home agent "
            + agent
            + ", which others reach under ESP.",
        arguments(ue.clear().size()));
  }

  private static List<Evidence> further(Clear ue) {
    return ue.clear().stream()
        .skip(1)
        .limit(MOST_RELATED)
        .map(one -> new Evidence(one.begun(), "mip6.bu", "Another in the clear"))
        .toList();
  }

  private static Map<String, String> arguments(int registrations) {
    return Map.of("registrations", Integer.toString(registrations));
  }
}
