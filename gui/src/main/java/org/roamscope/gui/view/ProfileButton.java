package org.roamscope.gui.view;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.roamscope.gui.viewmodel.ConfigurationProfiles;

/** The configuration profile in use, in the status bar; a click offers the others. */
final class ProfileButton extends Button {
  private final ConfigurationProfiles profiles;
  private final Runnable manage;
  private final ContextMenu menu = new ContextMenu();

  ProfileButton(ConfigurationProfiles profiles, Runnable manage) {
    this.profiles = profiles;
    this.manage = manage;
    setId("profile-in-use");
    getStyleClass().add("status-button");
    setMinWidth(Button.USE_PREF_SIZE);
    setMnemonicParsing(false);
    setMaxHeight(Double.MAX_VALUE);
    textProperty().bind(profiles.current().map(name -> "Profile: " + name));
    accessibleTextProperty()
        .bind(profiles.current().map(name -> "Configuration profile " + name + "; offers others"));
    setTooltip(new Tooltip("Configuration profile; click for another"));
    menu.setId("profile-menu");
    setOnAction(_ -> offer());
  }

  private void offer() {
    menu.getItems().clear();
    var group = new ToggleGroup();
    for (String name : profiles.names()) {
      var item = new RadioMenuItem(name);
      item.setMnemonicParsing(false);
      item.setToggleGroup(group);
      item.setSelected(name.equals(profiles.current().get()));
      item.setOnAction(_ -> profiles.choose(name));
      menu.getItems().add(item);
    }
    var others = new MenuItem("_Manage profiles…");
    others.setId("profile-manage");
    others.setOnAction(_ -> manage.run());
    menu.getItems().addAll(new SeparatorMenuItem(), others);
    menu.show(this, Side.TOP, 0, 0);
  }
}
