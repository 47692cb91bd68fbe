package org.roamscope.audit;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules as people name them: an id, a name, a family such as K or DSM, the beginning of ids. */
public final class RuleNames {
  private static final int NEAR = 3;
  private static final int LONGEST = 100;

  private RuleNames() {}

  /** Ids of the rules that are meant, in any case; empty when there is none. */
  public static Set<String> ids(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    boolean family = wanted.matches("[A-Z]+");
    return rules()
        .filter(info ->
            info.name().toUpperCase(Locale.ROOT).equals(wanted)
                || (family
                    ? info.family().equals(wanted)
                    : wanted.matches("[A-Z]+\\d+") && info.id().startsWith(wanted)))
        .map(RuleInfo::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Some names that look like it, the nearest first. */
  public static List<String> near(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    String start = wanted.substring(0, Math.min(wanted.length(), LONGEST));
    return rules()
        .flatMap(info -> Stream.of(info.id(), info.name(), info.family()))
        .distinct()
        .sorted(
            Comparator.<String>comparingInt(
                    known -> distance(start, known.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(NEAR)
        .toList();
  }

  private static Stream<RuleInfo> rules() {
    return RuleCatalog.all().stream().map(Rule::info);
  }

  /** Edits that turn one text into the other. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
