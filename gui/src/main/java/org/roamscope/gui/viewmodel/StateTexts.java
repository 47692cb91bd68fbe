package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.report.BindingState;
import org.roamscope.report.HandoverCard.Fact;
import org.roamscope.report.UeState;
import org.roamscope.report.UeState.HomeAgent;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/** A state of a UE in words. */
public final class StateTexts {
  private StateTexts() {}

  /** Which packet has passed, for example {@code After packet 17, at 12.345000 s}. */
  public static String title(UeState state, ReportTexts texts) {
    return "After packet " + texts.number(state.at()) + ", at " + texts.seconds(state.at()) + " s";
  }

  /** The entry of the Binding Cache, a value each. */
  public static List<Fact> binding(UeState state, ReportTexts texts) {
    BindingState binding = state.binding();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Binding", binding.status().words()));
    Registration entry = binding.entry();
    if (entry == null) {
      return facts;
    }
    facts.add(new Fact("Home address", entry.homeAddress().toString()));
    if (binding.bound()) {
      facts.add(new Fact("Care-of address", entry.careOfAddress().toString()));
    }
    if (entry.natted()) {
      facts.add(
          new Fact("Behind NAT", entry.path().source() + " port " + entry.path().sourcePort()));
    }
    Event.BindingAcknowledgement answer = binding.answer();
    if (answer != null) {
      facts.add(new Fact("Sequence", Integer.toString(answer.sequence())));
      facts.add(new Fact("Lifetime left", binding.lifetime()));
      facts.add(new Fact("Flags of the BU", binding.flags()));
      var update = binding.update();
      facts.add(
          new Fact(
              "K asked / granted",
              ReportTexts.k(
                  update == null ? null : update.flags().keyManagement(), answer.keyManagement())));
      facts.add(new Fact("Granted in packet", texts.number(answer.at())));
    }
    return facts;
  }

  /** What is under way or was refused, a sentence; empty when nothing is. */
  public static String pending(UeState state, ReportTexts texts) {
    Event.BindingUpdate waiting = state.binding().waiting();
    if (waiting != null) {
      return "Binding Update "
          + waiting.sequence()
          + " in packet "
          + texts.number(waiting.at())
          + " from "
          + waiting.careOfAddress()
          + " has no answer yet.";
    }
    Event.BindingAcknowledgement refusal = state.binding().refusal();
    return refusal == null
        ? ""
        : "Binding Update "
            + refusal.sequence()
            + " was refused with status "
            + refusal.status()
            + " in packet "
            + texts.number(refusal.at())
            + ".";
  }

  /** What is not in the table of IKE SAs: ended ones, and the whole home agent. */
  public static String rest(StateViewModel.Shown shown) {
    int ended = shown.state().ended();
    String gone =
        ended == 0 ? "" : ended + (ended == 1 ? " IKE SA has" : " IKE SAs have") + " ended. ";
    return gone
        + shown
            .homeAgent()
            .map(agent -> homeAgent(shown, agent))
            .orElse("More than " + HomeAgent.MOST_UES + " UEs: the home agent is not counted.");
  }

  private static String homeAgent(StateViewModel.Shown shown, HomeAgent agent) {
    return "Home agent "
        + shown.ue().summary().ue().homeAgent()
        + ": "
        + agent.bound()
        + " of "
        + agent.ues()
        + (agent.ues() == 1 ? " UE" : " UEs")
        + " bound, IKE SAs that stand: "
        + agent.ikeSas();
  }
}
