package org.roamscope.gui.view;

import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.roamscope.gui.viewmodel.ExportViewModel;

/** What is being written, how far it is, and what came of it. */
final class ExportBar extends HBox {
  ExportBar(ExportViewModel model) {
    getStyleClass().add("export-bar");
    var said = Texts.label("");
    said.setId("export-said");
    said.textProperty().bind(model.said());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var progress = new ProgressBar();
    progress.setAccessibleText("Writing");
    progress.visibleProperty().bind(model.busy());
    model
        .progress()
        .subscribe(share ->
            progress.setProgress(
                share.doubleValue() < 0
                    ? ProgressBar.INDETERMINATE_PROGRESS
                    : share.doubleValue()));
    var end = new Button();
    end.setId("export-end");
    model.busy().subscribe(busy -> end.setText(busy ? "Cancel" : "Dismiss"));
    end.setOnAction(_ -> {
      if (model.busy().get()) {
        model.cancel();
      } else {
        model.dismiss();
      }
    });
    end.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(said, space, progress, end);
    visibleProperty().bind(said.textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}
