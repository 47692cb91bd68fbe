package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.decode.output.Column;

/** Finding, marking, and the formats of time. */
class PacketComfortsTest {
  @TempDir private Path folder;

  private final MainViewModel model = model(Runnable::run);

  private static MainViewModel model(Executor background) {
    return new MainViewModel(background, Runnable::run, Settings.forgetful(), "test");
  }

  private void open(String... names) {
    model.open(List.of(names).stream().map(name -> SampleFiles.in(folder, name)).toList());
  }

  private int found(FindQuery.Kind kind, String text, int steps) {
    model.find().kind().set(kind);
    model.find().text().set(text);
    model.find().find(steps);
    return model.selected().get();
  }

  // ---- find ----------------------------------------------------------------------------------

  @Test
  void findsTextInTheListForwardsBackwardsAndAround() {
    open("needless-rerun-after");
    assertThat(found(FindQuery.Kind.LIST, "BINDING UPDATE", 1)).isEqualTo(4);
    assertThat(found(FindQuery.Kind.LIST, "BINDING UPDATE", 1)).isEqualTo(8);
    assertThat(model.find().answer().get()).isEqualTo("2 matches");
    assertThat(found(FindQuery.Kind.LIST, "BINDING UPDATE", 1)).isEqualTo(4);
    assertThat(model.find().answer().get()).isEqualTo("2 matches; went on from the other end");
    assertThat(found(FindQuery.Kind.LIST, "BINDING UPDATE", -1)).isEqualTo(8);
  }

  @Test
  void backwardsFromNowhereBeginsAtTheEnd() {
    open("needless-rerun-after");
    assertThat(found(FindQuery.Kind.LIST, "binding update", -1)).isEqualTo(8);
  }

  @Test
  void findsWhatOnlyTheDetailsSay() {
    open("needless-rerun-after");
    assertThat(found(FindQuery.Kind.LIST, "lifetime:", 1)).isEqualTo(-1);
    assertThat(model.find().answer().get()).isEqualTo("No packet matches.");
    assertThat(found(FindQuery.Kind.DETAILS, "lifetime:", 1)).isEqualTo(4);
  }

  @Test
  void findsOctetsAndTextInOctets() {
    open("needless-rerun-after");
    // The care-of address 2001:db8:b::a1 stands in no packet before the ninth.
    assertThat(found(FindQuery.Kind.HEX, "0x20010DB8 000b", 1)).isEqualTo(8);
    byte[] data = model.detail().get().sources().getFirst().data();
    assertThat(Hex.plain(data)).contains("20010db8000b");
    assertThat(found(FindQuery.Kind.BYTES, "no such text", 1)).isEqualTo(8);
    assertThat(model.find().answer().get()).isEqualTo("No packet matches.");
  }

  @Test
  void textInOctetsIsFoundInCapitalsToo() {
    var octets = new FindQuery.InBytes("\u00e9Roam", FindQuery.Letters.ANY_CASE);
    var data = new byte[] {0, (byte) 0xe9, 'r', 'O', 'A', 'M', 1};
    var slice = Slice.of(data);
    var detail =
        new FrameDetail(
            0, "1", List.of(), List.of(new FrameDetail.Octets("Frame", 0, data, slice)));
    assertThat(octets.test(detail)).isTrue();
    assertThat(new FindQuery.InBytes("\u00e9Roam", FindQuery.Letters.EXACT).test(detail)).isFalse();
  }

  @Test
  void findsByDisplayFilterAlsoWhatTheAuditFound() {
    open("needless-rerun-after");
    assertThat(found(FindQuery.Kind.FILTER, "roam.finding == \"K001\"", 1)).isEqualTo(9);
  }

  @Test
  void saysWhatIsNothingToLookFor() {
    open("needless-rerun-after");
    assertThat(found(FindQuery.Kind.HEX, "abc", 1)).isEqualTo(-1);
    assertThat(model.find().answer().get()).startsWith("Not octets in hexadecimal");
    found(FindQuery.Kind.FILTER, "mip6.bu.k_flag ==", 1);
    assertThat(model.find().answer().get()).isNotEmpty().doesNotContain("match");
    found(FindQuery.Kind.LIST, " ", 1);
    assertThat(model.find().answer().get()).isEqualTo("Type what to look for.");
  }

  @Test
  void findsAmongTheRowsThatAFilterShows() {
    open("needless-rerun-after");
    model.filter().text().set("isakmp");
    model.filter().apply();
    assertThat(found(FindQuery.Kind.LIST, "binding update", 1)).isEqualTo(-1);
    assertThat(model.find().answer().get())
        .isEqualTo("No packet that the filter shows matches; 2 hidden.");
  }

  @Test
  void aSearchThatIsCancelledSelectsNothing() {
    Deque<Runnable> later = new ArrayDeque<>();
    var slow = model(later::add);
    slow.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
    while (!later.isEmpty()) {
      later.remove().run();
    }
    slow.find().text().set("binding update");
    slow.find().find(1);
    assertThat(slow.find().searching().get()).isTrue();
    slow.cancel();
    later.remove().run();
    assertThat(slow.selected().get()).isEqualTo(-1);
    assertThat(slow.find().searching().get()).isFalse();
  }

  // ---- marks ---------------------------------------------------------------------------------

  @Test
  void marksAreCountedSteppedThroughAndForgotten() {
    open("needless-rerun-after");
    model.select(3);
    model.toggleMark();
    model.select(7);
    model.toggleMark();
    assertThat(model.status().get()).isEqualTo("Packets: 14 · Marked: 2");
    model.stepToMarked(-1);
    assertThat(model.selected().get()).isEqualTo(3);
    model.toggleMark();
    assertThat(model.isMarked(3)).isFalse();
    assertThat(model.isMarked(7)).isTrue();
    model.filter().text().set("mip6.bu.k_flag");
    model.filter().apply();
    model.markAllShown();
    assertThat(model.status().get()).isEqualTo("Packets: 14 · Displayed: 2 (14.3%) · Marked: 3");
    model.unmarkAll();
    assertThat(model.marked().get()).isZero();
    model.markAllShown();
    model.close();
    assertThat(model.marked().get()).isZero();
  }

  // ---- time ----------------------------------------------------------------------------------

  private List<String> column(Column column) {
    return model.packets().get().stream().map(row -> model.text(row, column)).toList();
  }

  @Test
  void timesAreShownAsAsked() {
    open("needless-rerun-after");
    var times = model.times();
    String date = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";
    assertThat(model.text(9, Column.TIME)).isEqualTo("10.020000000");
    times.precision().set(3);
    assertThat(model.text(9, Column.TIME)).isEqualTo("10.020");
    times.display().set(TimeDisplay.SINCE_DISPLAYED);
    assertThat(model.text(9, Column.TIME)).isEqualTo("0.020");
    assertThat(model.text(0, Column.TIME)).isEqualTo("0.000");
    times.display().set(TimeDisplay.UTC);
    assertThat(model.text(9, Column.TIME)).matches(date + "\\.020Z");
    times.precision().set(0);
    assertThat(model.text(9, Column.TIME)).matches(date + "Z");
    times.display().set(TimeDisplay.LOCAL);
    times.zone(ZoneId.of("Asia/Kathmandu"));
    assertThat(model.text(9, Column.TIME)).matches(date + " \\+05:45");
    times.display().set(TimeDisplay.EPOCH);
    assertThat(Long.parseLong(model.text(9, Column.TIME))).isGreaterThan(1_000_000_000L);
  }

  @Test
  void sincePreviousDisplayedCountsFromWhatAFilterShows() {
    open("needless-rerun-after");
    model.times().display().set(TimeDisplay.SINCE_DISPLAYED);
    model.filter().text().set("mip6.bu.k_flag");
    model.filter().apply();
    assertThat(column(Column.TIME)).containsExactly("0.000000000", "9.000000000");
  }
}
