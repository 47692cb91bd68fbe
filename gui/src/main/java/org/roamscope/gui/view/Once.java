package org.roamscope.gui.view;

import java.util.function.Supplier;
import javafx.scene.control.Dialog;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A dialog beside the window, made when it is first asked for; there is never a second one. */
final class Once {
  private final Supplier<Dialog<Void>> make;
  private @Nullable Dialog<Void> made;

  Once(Supplier<Dialog<Void>> make) {
    this.make = make;
  }

  /** Lists and tables would keep Escape for themselves. */
  private static void closeOnEscape(Dialog<Void> dialog) {
    dialog
        .getDialogPane()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.ESCAPE) {
                dialog.close();
                event.consume();
              }
            });
  }

  /** Shows the dialog, or brings it to the front. */
  void show() {
    Dialog<Void> dialog = made;
    if (dialog == null) {
      dialog = make.get();
      made = dialog;
      closeOnEscape(dialog);
    }
    if (dialog.isShowing()) {
      dialog.getDialogPane().getScene().getWindow().requestFocus();
    } else {
      dialog.show();
    }
  }
}
