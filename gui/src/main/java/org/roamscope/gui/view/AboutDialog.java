package org.roamscope.gui.view;

import atlantafx.base.theme.Styles;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Name, purpose and versions. */
final class AboutDialog extends Dialog<Void> {
  AboutDialog(Window owner, String version) {
    initOwner(owner);
    setTitle("About Roamscope");
    var name = new Label("Roamscope");
    name.getStyleClass().add(Styles.TITLE_2);
    var purpose = new Label("The packet analyzer for mobility signalling and its keys.");
    var versions =
        new Label(
            "Version %s\nJava %s, JavaFX %s"
                .formatted(
                    version,
                    System.getProperty("java.version"),
                    System.getProperty("javafx.version")));
    versions.setId("about-versions");
    versions.getStyleClass().add(Styles.TEXT_MUTED);
    var content = new VBox(name, purpose, versions);
    content.getStyleClass().add("about");
    getDialogPane().setId("about-pane");
    getDialogPane().setContent(content);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Theme.dress(getDialogPane().getScene());
  }
}
