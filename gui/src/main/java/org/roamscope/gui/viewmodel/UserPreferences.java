package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The settings of a configuration profile; each change takes effect at once and is kept. */
public final class UserPreferences {
  private final List<Preference<?>> all;
  private Map<String, String> others = Map.of();
  private Consumer<String> keep = _ -> {};
  private boolean loading;

  UserPreferences(List<Preference<?>> all) {
    this.all = List.copyOf(all);
    for (Preference<?> one : this.all) {
      one.property().addListener((_, _, _) -> changed());
    }
  }

  private void changed() {
    if (!loading) {
      keep.accept(text());
    }
  }

  /**
   * Takes the settings of a profile.
   *
   * @param text its file, empty for the defaults
   * @param to told the file after each change
   * @return what is wrong with the file, a sentence each
   */
  List<String> load(Optional<String> text, Consumer<String> to) {
    PreferenceFile file =
        text.map(one -> PreferenceFile.parse(one, all.stream().map(Preference::name).toList()))
            .orElse(PreferenceFile.NONE);
    List<String> problems = new ArrayList<>(file.problems());
    keep = to;
    others = file.others();
    loading = true;
    for (Preference<?> one : all) {
      String value = file.values().get(one.name());
      if (!one.take(Optional.ofNullable(value))) {
        problems.add(one.name() + " cannot be \"" + value + "\": " + one.says());
      }
    }
    loading = false;
    return problems;
  }

  /** Takes every setting back to what a new profile has. */
  public void reset() {
    loading = true;
    all.forEach(Preference::reset);
    loading = false;
    changed();
  }

  /** The file; a default stands behind {@code #}, so that one sees what there is. */
  String text() {
    var text =
        new StringBuilder("# Settings of this configuration profile; # stands before defaults.\n");
    for (Preference<?> one : all) {
      text.append("\n# ").append(one.says()).append('\n');
      text.append(one.isDefault() ? "#" : "").append(one.name()).append(": ");
      text.append(one.text()).append('\n');
    }
    if (!others.isEmpty()) {
      text.append("\n# Kept as they are: this version does not know them.\n");
      others.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    }
    return text.toString();
  }
}
