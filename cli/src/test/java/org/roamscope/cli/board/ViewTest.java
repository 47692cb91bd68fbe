package org.roamscope.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.report.Tone;
import org.roamscope.report.WatchedUe;

class ViewTest {
  private static final int PAGE = 3;

  private static WatchedUe ue(String name, String identity) {
    return new WatchedUe(
        name, identity, "2001:db8:c::1", Tone.GOOD, "", 0, "1/1", null, null, 0, List.of(), 0);
  }

  private static final List<WatchedUe> UES =
      List.of(
          ue("2001:db8::d", ""),
          ue("2001:db8::b", "user@Example.org"),
          ue("2001:db8::c", ""),
          ue("2001:db8::a", ""),
          ue("2001:db8::e", ""));

  private static View press(View view, Object... keys) {
    View now = view;
    for (Object key : keys) {
      if (key instanceof String text) {
        for (int c : text.codePoints().toArray()) {
          now = now.after(new Key.Typed(c), UES, PAGE);
        }
      } else {
        now = now.after((Key) key, UES, PAGE);
      }
    }
    return now;
  }

  @Test
  void movesByLinesPagesAndToTheEnds() {
    assertThat(press(View.FIRST, Key.Named.DOWN).selected()).isEqualTo("2001:db8::b");
    assertThat(press(View.FIRST, Key.Named.DOWN, Key.Named.UP).selected()).isEqualTo("2001:db8::d");
    assertThat(press(View.FIRST, "jjk").selected()).isEqualTo("2001:db8::b");
    assertThat(press(View.FIRST, Key.Named.PAGE_DOWN).selected()).isEqualTo("2001:db8::a");
    assertThat(press(View.FIRST, "  ").selected()).isEqualTo("2001:db8::e");
    assertThat(press(View.FIRST, Key.Named.END, Key.Named.PAGE_UP).selected())
        .isEqualTo("2001:db8::b");
    assertThat(press(View.FIRST, Key.Named.END, Key.Named.HOME).selected())
        .isEqualTo("2001:db8::d");
  }

  @Test
  void whatIsSelectedStaysSelectedWhenOthersComeBeforeIt() {
    View view = press(View.FIRST, Key.Named.DOWN);
    List<WatchedUe> later = new ArrayList<>(UES);
    later.addFirst(ue("2001:db8::f", ""));
    assertThat(view.place(view.shown(UES))).isEqualTo(1);
    assertThat(view.place(view.shown(later))).isEqualTo(2);
  }

  @Test
  void searchesInNamesAndIdentitiesWhileItIsTyped() {
    View typing = press(View.FIRST, "/EXAM");
    assertThat(typing.panel()).isEqualTo(View.Panel.SEARCH);
    assertThat(typing.shown(UES)).extracting(WatchedUe::name).containsExactly("2001:db8::b");
    View kept = press(typing, Key.Named.ENTER);
    assertThat(kept.search()).isEqualTo("EXAM");
    assertThat(kept.panel()).isEqualTo(View.Panel.TABLE);
    assertThat(press(kept, Key.Named.ESCAPE).shown(UES)).hasSize(UES.size());
    assertThat(press(typing, Key.Named.ESCAPE).search()).isEmpty();
    assertThat(press(typing, Key.Named.BACKSPACE).search()).isEqualTo("EXA");
    assertThat(press(View.FIRST, "/", Key.Named.BACKSPACE).panel()).isEqualTo(View.Panel.TABLE);
  }

  @Test
  void aSearchIsPlainAndBounded() {
    assertThat(press(View.FIRST, "/" + "x".repeat(500)).search()).hasSize(64);
    assertThat(press(View.FIRST, "/a\u009b\u202eb").search()).isEqualTo("ab");
  }

  @Test
  void sortsByEachOrderInTurn() {
    View byName = press(View.FIRST, "ss");
    assertThat(byName.order()).isEqualTo(View.Order.NAME);
    assertThat(byName.shown(UES).getFirst().name()).isEqualTo("2001:db8::a");
    assertThat(press(byName, "s").shown(UES)).isEqualTo(UES);
  }

  @Test
  void opensAndLeavesDetailsAndHelp() {
    View details = press(View.FIRST, Key.Named.ENTER);
    assertThat(details.panel()).isEqualTo(View.Panel.DETAILS);
    assertThat(details.selected()).isEqualTo("2001:db8::d");
    assertThat(press(details, Key.Named.DOWN, Key.Named.DOWN, Key.Named.UP).top()).isEqualTo(1);
    assertThat(press(details, Key.Named.ESCAPE).panel()).isEqualTo(View.Panel.TABLE);
    assertThat(press(View.FIRST, "?").panel()).isEqualTo(View.Panel.HELP);
    assertThat(press(View.FIRST, "??").panel()).isEqualTo(View.Panel.TABLE);
    assertThat(press(View.FIRST, "/zzz", Key.Named.ENTER, Key.Named.ENTER).panel())
        .isEqualTo(View.Panel.TABLE);
  }
}
