package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Profile;
import org.roamscope.report.Report;

class ProfileChoiceTest {
  @TempDir private Path folder;

  private final Map<String, List<String>> kept = new HashMap<>();
  private final Settings settings =
      new Settings() {
        @Override
        public List<String> list(String name, int most) {
          return kept.getOrDefault(name, List.of());
        }

        @Override
        public void list(String name, List<String> texts) {
          kept.put(name, texts);
        }
      };

  @Test
  void anotherProfileJudgesAnewWithoutReading() {
    var main = new MainViewModel(Runnable::run, Runnable::run, settings, "test");
    main.open(List.of(SampleFiles.in(folder, "nat-detection-f-clear")));
    Report before = Objects.requireNonNull(main.report().get());
    assertThat(rules(before)).contains("DSM002");
    main.profile().chosen().set(Profile.RFC5555);
    Report after = Objects.requireNonNull(main.report().get());
    assertThat(after.audit().profile()).isEqualTo(Profile.RFC5555);
    assertThat(rules(after)).doesNotContain("DSM002");
    assertThat(after.audit().correlation()).isSameAs(before.audit().correlation());
    assertThat(main.work().get()).isEqualTo(MainViewModel.Work.NONE);
  }

  private static List<String> rules(Report report) {
    return report.audit().findings().stream().map(Finding::rule).map(rule -> rule.id()).toList();
  }

  @Test
  void isRememberedAndForgivesWhatItDoesNotKnow() {
    var choice = new ProfileChoice(settings, () -> {});
    assertThat(choice.now()).isEqualTo(Profile.TS24303);
    choice.chosen().set(Profile.RFC6275);
    assertThat(new ProfileChoice(settings, () -> {}).now()).isEqualTo(Profile.RFC6275);
    kept.put("profile", List.of("rfc9999"));
    assertThat(new ProfileChoice(settings, () -> {}).now()).isEqualTo(Profile.TS24303);
  }
}
