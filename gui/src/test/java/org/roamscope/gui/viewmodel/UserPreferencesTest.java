package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.audit.Profile;
import org.roamscope.decode.output.Column;

class UserPreferencesTest {
  @TempDir private Path folder;

  private MainViewModel model() {
    return new MainViewModel(
        Runnable::run, Runnable::run, Settings.forgetful(), Optional.of(folder), "test");
  }

  private Path file() {
    return folder.resolve("preferences");
  }

  private static void changeAll(MainViewModel model) {
    model.look().theme().set(Look.Theme.DARK);
    model.zoom(3);
    model.times().display().set(TimeDisplay.SINCE_DISPLAYED);
    model.times().precision().set(3);
    model.profile().chosen().set(Profile.RFC6275);
    var workspace = model.workspace();
    workspace.columns().set(ColumnLayout.DEFAULT.toggled(Column.UE).moved(Column.K, -9));
    workspace.fields().add("mip6.bu.seqnr", 3);
    workspace.fields().rename("mip6.bu.seqnr", "Seq; no");
    workspace.colours().on().set(false);
    workspace.names().on().set(true);
    workspace.names().file().set(workspace.names().own().orElseThrow() + ".lab");
    workspace.exportFolder().set("/some where/ä");
    workspace.autoscroll().set(false);
  }

  @Test
  void whatIsChangedIsThereAgainTheNextTime() throws IOException {
    var model = model();
    assertThat(file()).doesNotExist();
    changeAll(model);
    String written = Files.readString(file());
    assertThat(written)
        .contains(
            "\ntheme: dark\n",
            "\nzoom: 130\n",
            "\ntime.format: since-displayed\n",
            "\nspecification: rfc6275\n",
            "\n#recent.files: 10\n");
    var again = model();
    assertThat(again.dark().get()).isTrue();
    assertThat(again.zoom().get()).isEqualTo(130);
    assertThat(again.times().display().get()).isEqualTo(TimeDisplay.SINCE_DISPLAYED);
    assertThat(again.times().precision().get()).isEqualTo(3);
    assertThat(again.profile().now()).isEqualTo(Profile.RFC6275);
    var workspace = again.workspace();
    assertThat(workspace.columns().get()).isEqualTo(model.workspace().columns().get());
    assertThat(workspace.columns().get().order()).startsWith(Column.K, Column.NO);
    assertThat(workspace.fields().columns().get().all())
        .containsExactly(new FieldColumn("mip6.bu.seqnr", 3, "Seq, no"));
    assertThat(workspace.colours().on().get()).isFalse();
    assertThat(workspace.names().on().get()).isTrue();
    assertThat(workspace.names().file().get()).endsWith(".lab");
    assertThat(workspace.exportFolder().get()).isEqualTo("/some where/ä");
    assertThat(workspace.autoscroll().get()).isFalse();
    assertThat(workspace.preferences().text()).isEqualTo(written);
  }

  @Test
  void defaultsComeBackAtOnceAndStay() throws IOException {
    var model = model();
    String before = model.workspace().preferences().text();
    changeAll(model);
    model.workspace().preferences().reset();
    assertThat(model.dark().get()).isFalse();
    assertThat(model.workspace().columns().get()).isEqualTo(ColumnLayout.DEFAULT);
    assertThat(Files.readString(file())).isEqualTo(before);
    assertThat(model().workspace().preferences().text()).isEqualTo(before);
  }

  @Test
  void whatIsWrongIsSaidAndTheRestCounts() throws IOException {
    Files.writeString(
        file(),
        """
        zoom: 9999
        theme: dark
        nonsense
        time.decimals: x
        recent.files: -1
        columns: no, nosuch
        gui.layout: 3: 4
        """);
    var model = model();
    assertThat(model.dark().get()).isTrue();
    assertThat(model.zoom().get()).isEqualTo(100);
    assertThat(model.workspace().columns().get()).isEqualTo(ColumnLayout.DEFAULT);
    assertThat(model.banner().get())
        .contains(
            "line 3 is no setting",
            "zoom cannot be \"9999\": Size in per cent (70 to 200)",
            "time.decimals cannot be",
            "recent.files cannot be",
            "columns cannot be")
        .doesNotContain("gui.layout");
    model.zoom(1);
    assertThat(Files.readString(file())).contains("\nzoom: 110\n", "\ngui.layout: 3: 4\n");
  }

  @Test
  void picturesChangeNothing() {
    var model = model();
    model.workspace().keepNothing();
    model.dark().set(true);
    assertThat(file()).doesNotExist();
  }

  @Test
  void theThemeFollowsTheSystemUntilTheUserChooses() {
    var look = new Look();
    look.systemDark().set(true);
    assertThat(look.dark().get()).isTrue();
    assertThat(look.theme().get()).isEqualTo(Look.Theme.SYSTEM);
    look.dark().set(false);
    assertThat(look.theme().get()).isEqualTo(Look.Theme.LIGHT);
    look.systemDark().set(false);
    look.systemDark().set(true);
    assertThat(look.dark().get()).isFalse();
    look.theme().set(Look.Theme.SYSTEM);
    assertThat(look.dark().get()).isTrue();
  }

  @Test
  void columnsAreReadAsTheyAreWritten() {
    var layout = new ColumnLayout(List.of(Column.INFO, Column.NO), Set.of(Column.TIME));
    assertThat(ColumnLayout.of(layout.text())).contains(layout);
    assertThat(layout.text()).startsWith("info, no, !time, source");
    assertThat(ColumnLayout.of("No, info").orElseThrow().shows(Column.TIME)).isFalse();
    assertThat(ColumnLayout.of("!no")).isEmpty();
    assertThat(ColumnLayout.of("")).isEmpty();
    assertThat(layout.moved(Column.INFO, -1)).isEqualTo(layout);
    var one = ColumnLayout.of("no").orElseThrow();
    assertThat(one.toggled(Column.NO)).isEqualTo(one);
    assertThat(one.toggled(Column.TIME).shows(Column.TIME)).isTrue();
  }
}
