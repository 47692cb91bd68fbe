package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code preferences} of a configuration profile: {@code name: value}, a line each, {@code
 * #} before a comment, as Wireshark writes its own. Lines that are not ours stay as they are.
 *
 * @param values values by name; of a name that comes twice the last
 * @param others names that this version does not know, with their values
 * @param problems lines that say nothing, a sentence each
 */
record PreferenceFile(
    Map<String, String> values, Map<String, String> others, List<String> problems) {
  /** Keeps its own copies, in their order. */
  PreferenceFile {
    values = new LinkedHashMap<>(values);
    others = new LinkedHashMap<>(others);
    problems = List.copyOf(problems);
  }

  static final PreferenceFile NONE = new PreferenceFile(Map.of(), Map.of(), List.of());

  /**
   * Reads a file.
   *
   * @param known names that are ours
   */
  static PreferenceFile parse(String text, List<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).strip();
      if (name.isEmpty()) {
        problems.add("line " + number + " is no setting: name: value");
      } else {
        (known.contains(name) ? values : others).put(name, line.substring(colon + 1).strip());
      }
    }
    return new PreferenceFile(values, others, problems);
  }
}
