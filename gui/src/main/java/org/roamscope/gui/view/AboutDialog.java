package org.roamscope.gui.view;

import atlantafx.base.theme.Styles;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.roamscope.gui.viewmodel.MainViewModel;

/** Name, purpose and versions. */
final class AboutDialog extends Dialog<Void> {
  AboutDialog(Window owner, MainViewModel model, String version) {
    initOwner(owner);
    setTitle("About Roamscope");
    var versions =
        Texts.label(
            "Version %s\nJava %s, JavaFX %s"
                .formatted(
                    version,
                    System.getProperty("java.version"),
                    System.getProperty("javafx.version")),
            Styles.TEXT_MUTED);
    versions.setId("about-versions");
    var content =
        new VBox(
            Texts.label("Roamscope", Styles.TITLE_2),
            Texts.label("The packet analyzer for mobility signalling and its keys."),
            versions);
    content.getStyleClass().add("about");
    getDialogPane().setId("about-pane");
    getDialogPane().setContent(content);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Theme.dress(getDialogPane().getScene());
    Theme.follow(getDialogPane(), model.dark(), model.zoom());
  }
}
