package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.DUPLICATE;
import static org.roamscope.field.ProblemKind.ORDER;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.roamscope.field.Clause;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

/**
 * Which mobility options may stand twice, where, and beside what. Only what a specification rules
 * out is here; an option without a row may stand anywhere, any number of times.
 */
final class MobilityOptionRules {
  private static final int NONCE_INDICES = 4;
  private static final int AUTHORIZATION_DATA = 5;

  /** Options that say one thing about the whole message or its mobile node. */
  private static final Set<Integer> ONCE =
      Set.of(
          2, 3, 4, 5, 10, 11, 13, 14, 15, 16, 17, 20, 21, 23, 24, 25, 26, 27, 28, 31, 32, 33, 38,
          39, 40, 42, 43, 46, 47, 48, 49, 62, 64);

  /** Options after which nothing may stand, not even padding. */
  private static final Map<Integer, Clause> LAST =
      Map.of(AUTHORIZATION_DATA, rfc(6275, "6.2.7"), 21, rfc(5568, "6.4.5"));

  /**
   * Where an option may stand.
   *
   * @param messages MH Types
   * @param clause what says so
   */
  private record Place(Set<Integer> messages, Clause clause) {}

  /** Beside the base messages: fast ones carry a new care-of address, revocations name bindings. */
  private static final Map<Integer, Place> PLACES =
      Map.ofEntries(
          Map.entry(2, new Place(Set.of(6, 12), rfc(6275, "6.2.4"))), // 12: RFC 5142 section 4
          Map.entry(3, new Place(Set.of(5, 8, 9, 16), rfc(6275, "6.2.5"))),
          Map.entry(NONCE_INDICES, new Place(Set.of(5), rfc(6275, "6.2.6"))),
          Map.entry(AUTHORIZATION_DATA, new Place(Set.of(5, 6), rfc(6275, "6.2.7"))),
          Map.entry(14, new Place(Set.of(6), rfc(4866, ""))),
          Map.entry(15, new Place(Set.of(5), rfc(4866, ""))),
          Map.entry(16, new Place(Set.of(6), rfc(4866, ""))),
          Map.entry(21, new Place(Set.of(8, 9), rfc(5568, "6.4.5"))),
          Map.entry(28, new Place(Set.of(13), rfc(5847, ""))),
          Map.entry(30, new Place(Set.of(6), rfc(5555, "3.2.1"))),
          Map.entry(31, new Place(Set.of(6), rfc(5555, "3.2.2"))),
          Map.entry(32, new Place(Set.of(5, 16), rfc(5555, "3.1.2"))),
          Map.entry(40, new Place(Set.of(14), rfc(5949, "6.2.1"))));

  private MobilityOptionRules() {}

  /** Reports options that stand twice, in the wrong message or in the wrong place. */
  static void check(int messageType, MobilityMessage message, List<Problem> problems) {
    List<MobilityOption> options = message.options();
    // what the capture cut off may be the authorization
    boolean authorized =
        message.slice().truncated()
            || options.stream().anyMatch(option -> option.type() == AUTHORIZATION_DATA);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      MobilityOption option = options.get(i);
      int type = option.type();
      if (!seen.add(type) && ONCE.contains(type)) {
        problems.add(problem(DUPLICATE, option, "may stand once and stands here again."));
      }
      Place place = PLACES.get(type);
      if (place != null && !place.messages.contains(messageType)) {
        problems.add(
            problem(
                ORDER,
                option,
                "belongs in "
                    + names(place.messages)
                    + ", not in "
                    + MobilityCodePoints.MESSAGE_TYPES.name(messageType)
                    + " ("
                    + place.clause
                    + ")."));
      } else if (type == NONCE_INDICES && !authorized) {
        problems.add(
            problem(
                ORDER,
                option,
                "is valid beside Binding Authorization Data only (RFC 6275 6.2.6)."));
      }
      Clause last = LAST.get(type);
      if (last != null && i + 1 < options.size()) {
        problems.add(problem(ORDER, option, "must come last (" + last + ")."));
      }
    }
  }

  private static Problem problem(ProblemKind kind, MobilityOption option, String what) {
    return Problem.of(
        kind,
        option.slice().span(),
        "mip6.mobility_opt",
        MobilityCodePoints.OPTION_TYPES.name(option.type()) + " " + what);
  }

  private static String names(Set<Integer> messages) {
    return new TreeSet<>(messages)
        .stream()
            .map(type -> MobilityCodePoints.MESSAGE_TYPES.name(type))
            .collect(Collectors.joining(" or "));
  }
}
