package org.roamscope.report;

import java.util.List;

/**
 * One lifeline of a ladder.
 *
 * @param kind what stands there
 * @param name short and unique in its ladder: {@code CoA2}
 * @param addresses its addresses, in the order in which they were seen
 */
public record LadderColumn(Kind kind, String name, List<String> addresses) {
  /** What stands there. */
  public enum Kind {
    /** The UE at home. */
    HOME("UE at home"),
    /** The UE at a care-of address. */
    CARE_OF("UE at care-of address"),
    /** The UE at the places beyond the limit of columns. */
    ELSEWHERE("UE at one of the other places"),
    /** A NAT on the way. */
    NAT("NAT"),
    /** The home agent. */
    HOME_AGENT("home agent");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What it is called in a legend. */
    public String words() {
      return words;
    }
  }
}
