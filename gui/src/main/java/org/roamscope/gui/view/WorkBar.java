package org.roamscope.gui.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.MainViewModel.Work;

/** The answer of the audit in one line; while something runs, how far it is, and Cancel. */
final class WorkBar extends HBox {
  private final MainViewModel model;
  private final Label headline = Texts.label("", "headline");
  private final Label doing = Texts.label("", "quiet");
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel = new Button("Cancel");

  WorkBar(MainViewModel model) {
    this.model = model;
    headline.setId("headline");
    headline.textProperty().bind(model.headline());
    doing.setId("work");
    doing.setMinWidth(Region.USE_PREF_SIZE);
    progress.setId("progress");
    progress.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setId("cancel");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(_ -> model.cancel());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(headline, space, doing, progress, cancel);
    getStyleClass().add("work-bar");
    model.work().subscribe(_ -> show());
    model.progress().subscribe(_ -> show());
    model.headline().subscribe(_ -> show());
  }

  private void show() {
    Work work = model.work().get();
    boolean busy = work != Work.NONE;
    double share = model.progress().get();
    doing.setText(
        switch (work) {
          case NONE -> "";
          case READING -> "Reading, " + Math.round(share * 100) + " %";
          case AUDITING -> "Judging handovers…";
          case FILTERING -> "Filtering…";
          case CAPTURING -> "Capturing from " + model.live().names().get();
        });
    progress.setProgress(share < 0 ? ProgressBar.INDETERMINATE_PROGRESS : share);
    progress.setAccessibleText(doing.getText());
    cancel.setText(work == Work.CAPTURING ? "Stop" : "Cancel");
    see(doing, busy);
    see(progress, busy && work != Work.CAPTURING);
    see(cancel, busy);
    boolean shown = busy || !headline.getText().isEmpty();
    setVisible(shown);
    setManaged(shown);
  }

  private static void see(Region node, boolean seen) {
    node.setVisible(seen);
    node.setManaged(seen);
  }
}
