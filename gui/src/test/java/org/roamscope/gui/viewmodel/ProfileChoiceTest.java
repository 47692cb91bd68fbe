package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Profile;
import org.roamscope.report.Report;

class ProfileChoiceTest {
  @TempDir private Path folder;

  @Test
  void anotherProfileJudgesAnewWithoutReading() {
    var main = new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
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
}
