package org.roamscope.gui.view;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.roamscope.gui.viewmodel.ExportViewModel;
import org.roamscope.gui.viewmodel.ExportViewModel.Drawing;
import org.roamscope.gui.viewmodel.ExportViewModel.Packets;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.ReportForm;
import org.roamscope.gui.viewmodel.UeDetail;

/** Packets, report and drawings as files. */
final class ExportMenu extends Menu {
  private final Stage stage;
  private final MainViewModel model;
  private final ExportViewModel exports;
  private final CheckMenuItem annotated = new CheckMenuItem("With _comments on packets");

  /** Pictures of the chosen UE as it is drawn now; empty without one. */
  interface Pictures {
    /** The timeline. */
    Optional<WritableImage> timeline();
  }

  ExportMenu(Stage stage, MainViewModel model, Pictures pictures) {
    super("_Export");
    this.stage = stage;
    this.model = model;
    exports = model.exports();
    setId("export");
    annotated.setId("export-annotated");
    getItems()
        .addAll(
            packets("_Displayed packets…", Packets.DISPLAYED),
            packets("_Selected packet…", Packets.SELECTED),
            packets("Packets of the _UE…", Packets.UE),
            annotated,
            item("wireshark", "Displayed packets in _Wireshark", exports::wireshark),
            new SeparatorMenuItem());
    for (ReportForm form : ReportForm.values()) {
      getItems()
          .add(
              item(
                  "report-" + form.extension(),
                  "Report as " + form.label() + "…",
                  () ->
                      target("report." + form.extension())
                          .ifPresent(to -> exports.report(form, to))));
    }
    getItems()
        .addAll(
            item("tables", "Tables as CSV…", () -> folder().ifPresent(exports::tables)),
            new SeparatorMenuItem(),
            svg("Timeline of the UE as SVG…", Drawing.TIMELINE),
            item("timeline-png", "Timeline of the UE as PNG…", () -> png(pictures::timeline)),
            svg("Ladder of the UE as SVG…", Drawing.LADDER),
            item("ladder-png", "Ladder of the UE as PNG…", this::ladder));
  }

  private MenuItem packets(String text, Packets which) {
    String name = which.name().toLowerCase(Locale.ROOT);
    return item(
        name,
        text,
        () ->
            target(name + ".pcapng")
                .ifPresent(to -> exports.packets(which, annotated.isSelected(), to)));
  }

  private MenuItem svg(String text, Drawing drawing) {
    String name = drawing.name().toLowerCase(Locale.ROOT);
    return item(
        name + "-svg", text, () -> target(name + ".svg").ifPresent(to -> exports.svg(drawing, to)));
  }

  private void png(Supplier<Optional<WritableImage>> picture) {
    Optional<WritableImage> drawn = picture.get();
    if (drawn.isEmpty()) {
      model.say("No UE is chosen: there is no timeline to write.");
      return;
    }
    target("timeline.png").ifPresent(to -> exports.picture(() -> Png.of(drawn.get()), to));
  }

  private void ladder() {
    UeDetail ue = model.ues().detail().get();
    if (ue == null) {
      model.say("No UE is chosen: there is no ladder to write.");
      return;
    }
    var pages = new LadderPages(ue.ladder(), DrawingColors.of(model.dark().get()));
    target("ladder.png").ifPresent(to -> exports.pages(pages, to));
  }

  /** The chooser asks before a file is replaced. */
  private Optional<Path> target(String name) {
    return FileChoice.save(stage, "Export", name, model.workspace().exportFolder().get());
  }

  private Optional<Path> folder() {
    return FileChoice.folder(
        stage, "Folder for the tables", model.workspace().exportFolder().get());
  }

  private static MenuItem item(String id, String text, Runnable action) {
    var item = new MenuItem(text);
    item.setId("export-" + id);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
