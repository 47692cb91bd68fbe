package org.roamscope.gui.view;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Stage;
import org.roamscope.gui.viewmodel.MainViewModel;

/** Lets the user choose interfaces while captures are open. */
final class CaptureDialog extends Dialog<Void> {
  CaptureDialog(Stage owner, MainViewModel model) {
    initOwner(owner);
    setTitle("Capture");
    setHeaderText(null);
    setResizable(true);
    var interfaces = new InterfacesPane(model, this::close);
    interfaces.setPrefWidth(720);
    getDialogPane().setId("capture-pane");
    getDialogPane().setContent(interfaces);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Theme.dress(getDialogPane().getScene());
    Theme.follow(getDialogPane(), model.dark(), model.zoom());
    setOnShown(_ -> interfaces.look(true));
    setOnHidden(_ -> interfaces.look(false));
  }

  /** Asks whether captured packets that were not saved may be lost. */
  static boolean mayLose(Stage owner, MainViewModel model) {
    var lose = new ButtonType("Lose them", ButtonBar.ButtonData.OK_DONE);
    var alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "The captured packets were not saved (File > Save captured packets).",
            lose,
            ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle("Capture");
    alert.setHeaderText(null);
    alert.getDialogPane().setId("lose-capture");
    Theme.dress(alert.getDialogPane().getScene());
    Theme.follow(alert.getDialogPane(), model.dark(), model.zoom());
    return alert.showAndWait().filter(lose::equals).isPresent();
  }
}
