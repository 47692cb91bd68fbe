package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.IkeSpis;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/**
 * What a UE and its home agent hold of each other once a frame has passed: the Binding Cache entry
 * (RFC 6275 section 9.1) and the IKE SAs. Only frames up to that one count, whatever the capture
 * shows later.
 *
 * @param at the frame
 * @param binding the entry of the Binding Cache
 * @param ikeSas IKE SAs that stand or are being set up, in the order of their first message
 * @param ended IKE SAs that have ended, were replaced or came to nothing
 */
public record UeState(At at, BindingState binding, List<Sa> ikeSas, int ended) {
  /**
   * An IKE SA at the frame.
   *
   * @param sa the SA with all that the capture shows of it
   * @param name its letter in ladder and timeline
   * @param state half-open or established
   * @param ends both ends as they were seen last
   * @param children ESP and AH negotiated in it, as {@code ESP 0x1, to 2001:db8::1}; the exchange
   *     that made them must be open, and when they were made is not told
   * @param where whether the UE used it last from where its binding is
   */
  public record Sa(
      IkeSa sa,
      String name,
      IkeSa.State state,
      IkeSa.Endpoints ends,
      SortedSet<String> children,
      Where where) {}

  /** Where an IKE SA was used last, held against the binding. */
  public enum Where {
    /** From the place of the binding. */
    WITH_BINDING("with the binding"),
    /** From another place; with K agreed both ends move it without a message. */
    ELSEWHERE("last seen elsewhere"),
    /** There is no binding to hold it against. */
    NO_BINDING("no binding");

    private final String words;

    Where(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }

    private static Where of(BindingState binding, IkeSa.Endpoints ends) {
      Registration entry = binding.entry();
      if (entry == null || !binding.bound()) {
        return NO_BINDING;
      }
      Set<IpAddress> places = entry.addresses();
      return places.contains(ends.initiator()) || places.contains(ends.responder())
          ? WITH_BINDING
          : ELSEWHERE;
    }
  }

  /** The state of a UE at a frame. */
  static UeState of(ReportIndex index, Correlation.History history, At at) {
    BindingState binding = BindingState.of(history.ue().registrations(), at);
    List<Sa> standing = new ArrayList<>();
    int ended = 0;
    int number = 0;
    for (IkeSa sa : history.ikeSas()) {
      String name = IkeNames.letter(number++);
      if (!reached(sa.first(), at)) {
        continue;
      }
      IkeSa.State state = state(sa, at);
      if (state == IkeSa.State.HALF_OPEN || state == IkeSa.State.ESTABLISHED) {
        IkeSa.Endpoints ends = ends(sa, at);
        standing.add(new Sa(sa, name, state, ends, children(index, sa), Where.of(binding, ends)));
      } else {
        ended++;
      }
    }
    return new UeState(at, binding, List.copyOf(standing), ended);
  }

  /** Where an SA stands at a frame that is not before its first message. */
  static IkeSa.State state(IkeSa sa, At at) {
    At end = LadderBands.ended(sa);
    if (end != null && reached(end, at)) {
      return sa.successor() == null ? IkeSa.State.DELETED : IkeSa.State.REKEYED;
    }
    if (sa.state() == IkeSa.State.FAILED && reached(sa.last(), at)) {
      return IkeSa.State.FAILED;
    }
    return sa.stood() && LadderBands.established(sa) <= at.timeNanos()
        ? IkeSa.State.ESTABLISHED
        : IkeSa.State.HALF_OPEN;
  }

  /** True when a frame has passed at another. */
  static boolean reached(At frame, At at) {
    return frame.compareTo(at) <= 0;
  }

  private static IkeSa.Endpoints ends(IkeSa sa, At at) {
    IkeSa.Endpoints known = sa.endpoints().getFirst();
    for (IkeSa.Endpoints next : sa.endpoints()) {
      known = reached(next.at(), at) ? next : known;
    }
    return known;
  }

  private static SortedSet<String> children(ReportIndex index, IkeSa sa) {
    IkeSpis spis = new IkeSpis(sa.initiatorSpi(), sa.responderSpi());
    SortedSet<String> found = new TreeSet<>();
    for (Coverage.Row row : index.report().coverage().rows()) {
      if (spis.equals(row.parent())) {
        Coverage.Subject subject = row.subject();
        found.add(subject.protocol() + " " + subject.spi() + ", " + subject.addresses());
      }
    }
    return found;
  }

  /**
   * What a home agent holds of all its UEs once a frame has passed.
   *
   * @param ues UEs of the home agent in the capture
   * @param bound those with a binding
   * @param ikeSas IKE SAs that stand
   */
  public record HomeAgent(int ues, int bound, int ikeSas) {
    /** UEs beyond which nothing is counted: it would take too long for every frame. */
    public static final int MOST_UES = 10_000;

    /** Counts at a frame; empty with too many UEs. */
    static Optional<HomeAgent> of(Correlation correlation, Ue ue, At at) {
      if (correlation.histories().size() > MOST_UES) {
        return Optional.empty();
      }
      int ues = 0;
      int bound = 0;
      int sas = 0;
      for (Correlation.History history : correlation.histories()) {
        if (history.ue().homeAgent().equals(ue.homeAgent())) {
          ues++;
          bound += BindingState.of(history.ue().registrations(), at).bound() ? 1 : 0;
          sas += (int) history.ikeSas().stream().filter(sa -> stands(sa, at)).count();
        }
      }
      return Optional.of(new HomeAgent(ues, bound, sas));
    }

    private static boolean stands(IkeSa sa, At at) {
      return reached(sa.first(), at) && state(sa, at) == IkeSa.State.ESTABLISHED;
    }
  }
}
