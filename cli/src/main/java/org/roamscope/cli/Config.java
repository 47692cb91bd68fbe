package org.roamscope.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Policy.Suppression;
import org.roamscope.audit.Severity;

/**
 * What {@code roamscope.toml} says.
 *
 * @param select ids of rules; empty for all
 * @param ignore ids of rules
 * @param severities by rule id
 * @param failOn severity or {@code never}, or null
 * @param profile name, or null
 * @param strictness name, or null
 * @param keys files and folders
 * @param suppressions in the order of the file
 */
record Config(
    List<String> select,
    List<String> ignore,
    Map<String, Severity> severities,
    @Nullable String failOn,
    @Nullable String profile,
    @Nullable String strictness,
    List<Path> keys,
    List<Dated> suppressions) {
  static final Config NONE =
      new Config(List.of(), List.of(), Map.of(), null, null, null, List.of(), List.of());

  /**
   * A suppression and how long it is good for.
   *
   * @param suppression what does not count
   * @param expires last day on which it applies, or null
   * @param where file and line
   */
  record Dated(Suppression suppression, @Nullable LocalDate expires, String where) {
    boolean expired(LocalDate today) {
      return expires != null && expires.isBefore(today);
    }
  }
}
