package org.roamscope.gui.view;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.roamscope.gui.viewmodel.MainViewModel;

/** Two buttons that go back and forward through pages, packets and UEs. */
final class BackForward extends HBox {
  BackForward(MainViewModel model) {
    getStyleClass().add("back-forward");
    getChildren()
        .addAll(
            button("go-back", "←", "Back (Alt+Left)", model::back, model.navigation().canGoBack()),
            button(
                "go-forward",
                "→",
                "Forward (Alt+Right)",
                model::forward,
                model.navigation().canGoForward()));
  }

  private static Button button(
      String id, String sign, String says, Runnable action, ObservableBooleanValue possible) {
    var button = new Button(sign);
    button.setId(id);
    button.setAccessibleText(says);
    button.setTooltip(new Tooltip(says));
    button.setOnAction(_ -> action.run());
    possible.subscribe(can -> button.setDisable(!can));
    return button;
  }
}
