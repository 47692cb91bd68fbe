package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.decode.output.Column;
import org.roamscope.report.LadderColumn;
import org.roamscope.report.Timeline;

class HostNamesTest {
  @TempDir private Path folder;

  private final List<String> said = new ArrayList<>();
  private HostNames names = names(Runnable::run);

  private HostNames names(Executor background) {
    return new HostNames(background, Runnable::run, said::add);
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("hosts"),
        "2001:db8:100::a1 alice\n192.0.2.1 ha\n2001:db8:b::a1 visited\n2001:db8:: net\n");
    names.profile(Optional.of(folder.resolve("hosts")));
    names.on().set(true);
  }

  @Test
  void addressesStayUntilTheUserWantsNames() {
    names.on().set(false);
    assertThat(names.replaced("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(names.said().get()).isEmpty();
    names.on().set(true);
    assertThat(names.replaced("192.0.2.1")).isEqualTo("ha");
    assertThat(names.said().get()).startsWith("4 names from ");
  }

  @Test
  void namesStandInThePlaceOfAddressesOrBeforeThem() {
    assertThat(names.replaced("2001:db8:b::a1 (moved)")).isEqualTo("visited (moved)");
    assertThat(names.beside("Source Address: 2001:db8:100::a1"))
        .isEqualTo("Source Address: alice (2001:db8:100::a1)");
    assertThat(names.replaced("[2001:db8:b::a1]:500 → 192.0.2.1:4500."))
        .isEqualTo("visited:500 → ha:4500.");
    assertThat(names.beside("from 192.0.2.1. It is 2001:db8::, is it"))
        .isEqualTo("from ha (192.0.2.1). It is net (2001:db8::), is it");
    assertThat(names.beside("[2001:db8:b::a1]:500")).isEqualTo("[visited (2001:db8:b::a1)]:500");
  }

  @Test
  void whatIsNoAddressStaysAsItIs() {
    for (String text :
        new String[] {
          "",
          "192.0.2.10",
          "2192.0.2.1",
          "192.0.2.1/32",
          "2001:db8::/32",
          "192.0.2.1.2",
          "a@192.0.2.1",
          "192.0.2.1-x",
          "2001:db8:100::a12",
          "1:2001:db8:100::a1",
          "02:00:00:00:00:01",
          "12:30:05.192",
          ":::",
          "192.0.2.1:500:1"
        }) {
      assertThat(names.replaced(text)).isEqualTo(text);
      assertThat(names.beside(text)).isEqualTo(text);
    }
  }

  @Test
  void anotherFileTakesThePlaceOfTheProfilesOwn() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "192.0.2.1 other\nnonsense\n");
    int before = names.changes().get();
    names.file().set(other.toString());
    assertThat(names.changes().get()).isGreaterThan(before);
    assertThat(names.replaced("192.0.2.1 2001:db8:100::a1")).isEqualTo("other 2001:db8:100::a1");
    assertThat(names.said().get())
        .isEqualTo("1 name from " + other + ".\nline 2: nonsense is no IP address");
    assertThat(said)
        .containsExactly("1 name from " + other + ". line 2: nonsense is no IP address");
    Files.writeString(other, "192.0.2.1 again\n");
    names.reload();
    assertThat(names.replaced("192.0.2.1")).isEqualTo("again");
    names.file().set(folder.resolve("gone").toString());
    assertThat(names.replaced("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(said.getLast()).endsWith("gone: there is no such file");
    names.file().set("");
    assertThat(names.replaced("192.0.2.1")).isEqualTo("ha");
  }

  @Test
  void aProfileWithoutHostsIsNoFault() {
    names.profile(Optional.of(folder.resolve("none")));
    assertThat(names.isEmpty()).isTrue();
    assertThat(names.said().get()).startsWith("There is no ");
    assertThat(said).isEmpty();
  }

  @Test
  void hostileNamesArePlainAndOneOddLineSpoilsNothing() throws IOException {
    Files.write(
        folder.resolve("hosts"),
        "# caf\u00e9\n192.0.2.1 a\u202eb\u001b[31m\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(folder.resolve("utf"), "192.0.2.1 a\u202eb\u001b[31m\n");
    names.reload();
    assertThat(names.replaced("192.0.2.1")).isEqualTo("a?b\\u{1b}[31m");
    names.file().set(folder.resolve("utf").toString());
    assertThat(names.replaced("192.0.2.1")).isEqualTo("a\\u{202e}b\\u{1b}[31m");
  }

  @Test
  void theLastAnswerCountsAndNoneComesAfterSwitchingOff() {
    var waiting = new ArrayDeque<Runnable>();
    names = names(waiting::add);
    names.profile(Optional.of(folder.resolve("hosts")));
    names.on().set(true);
    names.on().set(false);
    waiting.forEach(Runnable::run);
    assertThat(names.isEmpty()).isTrue();
  }

  @Test
  void theUeItsLadderAndItsTimelineAreNamedAndFound() throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.copy(folder.resolve("hosts"), folder.resolve("config/hosts"));
    var main =
        new MainViewModel(
            Runnable::run,
            Runnable::run,
            Settings.forgetful(),
            Optional.of(folder.resolve("config")),
            "test");
    main.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
    main.ues().search().set("visited");
    assertThat(main.ues().shown()).isEmpty();
    main.workspace().names().on().set(true);
    assertThat(main.workspace().names().replaced("2001:db8:b::a1")).isEqualTo("visited");
    assertThat(main.ues().shown()).hasSize(1);
    main.ues().choose(main.ues().shown().getFirst());
    UeDetail ue = Objects.requireNonNull(main.ues().detail().get());
    var shown = main.workspace().names();
    assertThat(NamedDrawings.ladder(ue, shown).columns())
        .extracting(LadderColumn::name)
        .contains("CoA1", "CoA2 visited");
    assertThat(NamedDrawings.timeline(ue, shown).lanes().getFirst().spans())
        .extracting(span -> span.label() + ": " + span.detail())
        .contains("CoA2 visited: visited (2001:db8:b::a1) from visited (2001:db8:b::a1)");
    // Where there is no room for the name, the place is still told.
    assertThat(labels(NamedDrawings.timeline(ue, shown), 4000)).contains("CoA2 visited");
    assertThat(labels(NamedDrawings.timeline(ue, shown), 700))
        .contains("CoA2")
        .doesNotContain("CoA2 visited");
    assertThat(NamedDrawings.timeline(ue, shown).title()).startsWith("UE alice (2001:db8:100::a1)");
    // What is asked for, copied and filtered stays the address.
    assertThat(main.text(8, Column.HOA)).isEqualTo("2001:db8:100::a1");
  }

  private static List<String> labels(Timeline timeline, double width) {
    var window = TimeWindow.whole(timeline.fromNanos(), timeline.untilNanos());
    return TimelineLayout.of(timeline, window, 0, width, 13).parts().stream()
        .map(TimelineLayout.Part::label)
        .toList();
  }
}
