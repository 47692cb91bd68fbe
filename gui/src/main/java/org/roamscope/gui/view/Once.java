package org.roamscope.gui.view;

import java.util.function.Supplier;
import javafx.scene.control.Dialog;
import org.jspecify.annotations.Nullable;

/** A dialog beside the window, made when it is first asked for; there is never a second one. */
final class Once {
  private final Supplier<Dialog<Void>> make;
  private @Nullable Dialog<Void> made;

  Once(Supplier<Dialog<Void>> make) {
    this.make = make;
  }

  /** Shows the dialog, or brings it to the front. */
  void show() {
    Dialog<Void> dialog = made;
    if (dialog == null) {
      dialog = make.get();
      made = dialog;
    }
    if (dialog.isShowing()) {
      dialog.getDialogPane().getScene().getWindow().requestFocus();
    } else {
      dialog.show();
    }
  }
}
