package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;
import org.roamscope.decode.output.Column;
import org.roamscope.field.IpAddress;
import org.roamscope.report.HandoverCard.Fact;
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

  // ---- names in captures ---------------------------------------------------------------------

  /** The sample with names in it, before its packets and behind them. */
  private Path named() throws IOException {
    Path file = folder.resolve("named.pcapng");
    try (var reader = CaptureReader.open(SampleFiles.in(folder, "needless-rerun-after"));
        var out = CaptureWriter.pcapng(Files.newOutputStream(file))) {
      out.write(block("2001:db8:100::a1", "captured-alice"));
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        out.write(frame);
      }
      out.write(block("2001:db8:a::a1", "first\u202eplace\u001b[31m"));
    }
    return file;
  }

  private static RawBlock block(String address, String name) {
    IpAddress ip = IpAddress.parse(address);
    byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_8);
    int length = 16 + text.length;
    var body =
        ByteBuffer.allocate(4 + length + (-length & 3) + 4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) 2)
            .putShort((short) length);
    body.order(ByteOrder.BIG_ENDIAN).putLong(ip.high()).putLong(ip.low()).put(text);
    return new RawBlock(RawBlock.NAMES, 0, ByteOrder.LITTLE_ENDIAN, body.array());
  }

  private int found(MainViewModel main, FindQuery.Kind kind, String text) {
    main.find().kind().set(kind);
    main.find().text().set(text);
    main.find().find(1);
    return main.find().answer().get().startsWith("No ") ? -1 : main.selected().get();
  }

  @Test
  void namesOfTheCaptureStandBehindThoseOfTheHostsFile() throws IOException {
    var main =
        new MainViewModel(
            Runnable::run, Runnable::run, Settings.forgetful(), Optional.of(folder), "test");
    main.open(List.of(named()));
    var shown = main.workspace().names();
    assertThat(shown.replaced("2001:db8:a::a1")).isEqualTo("2001:db8:a::a1");
    assertThat(found(main, FindQuery.Kind.LIST, "FIRST\\u{202e}")).isEqualTo(-1);
    shown.on().set(true);
    assertThat(shown.replaced("2001:db8:a::a1")).isEqualTo("first\\u{202e}place\\u{1b}[31m");
    assertThat(shown.replaced("2001:db8:100::a1")).isEqualTo("alice");
    assertThat(shown.said().get()).contains("4 names from ", "\n2 names from the captures.");
    assertThat(found(main, FindQuery.Kind.LIST, "FIRST\\u{202e}")).isZero();
    assertThat(found(main, FindQuery.Kind.LIST, "2001:db8:b::a1")).isPositive();
    assertThat(found(main, FindQuery.Kind.LIST, "visited")).isPositive();
    assertThat(found(main, FindQuery.Kind.DETAILS, "visited (2001:db8:b::a1)")).isPositive();
    var statistics = Objects.requireNonNull(main.statistics().statistics().get());
    assertThat(statistics.captures().getFirst().facts())
        .contains(new Fact("Names of addresses", "2"));
    main.open(List.of(SampleFiles.in(folder, "k-honoured")));
    assertThat(shown.replaced("2001:db8:a::a1")).isEqualTo("2001:db8:a::a1");
    assertThat(shown.replaced("2001:db8:100::a1")).isEqualTo("alice");
    statistics = Objects.requireNonNull(main.statistics().statistics().get());
    assertThat(statistics.captures().getFirst().facts())
        .extracting(Fact::name)
        .doesNotContain("Names of addresses");
  }

  private static List<String> labels(Timeline timeline, double width) {
    var window = TimeWindow.whole(timeline.fromNanos(), timeline.untilNanos());
    return TimelineLayout.of(timeline, window, 0, width, 13).parts().stream()
        .map(TimelineLayout.Part::label)
        .toList();
  }
}
