package org.roamscope.gui.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.roamscope.gui.viewmodel.MainViewModel;

/** What is wrong with the files, until it is read and dismissed. */
final class Banner extends HBox {
  Banner(MainViewModel model) {
    setId("banner");
    Label text = Texts.wrapped("");
    text.setId("banner-text");
    text.textProperty().bind(model.banner());
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var dismiss = new Button("Dismiss");
    dismiss.setId("banner-dismiss");
    dismiss.setMinWidth(Button.USE_PREF_SIZE);
    dismiss.setOnAction(_ -> model.dismissBanner());
    getChildren().addAll(Texts.label("⚠", "sign"), text, dismiss);
    getStyleClass().add("banner");
    visibleProperty().bind(model.banner().isNotEmpty());
    managedProperty().bind(model.banner().isNotEmpty());
  }
}
