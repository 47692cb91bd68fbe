package org.roamscope.gui.viewmodel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** How everything looks: size and theme. */
final class Look {
  private static final int NORMAL_ZOOM = 100;
  private static final int ZOOM_STEP = 10;
  private static final int MIN_ZOOM = 70;
  private static final int MAX_ZOOM = 200;

  private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
  private final IntegerProperty zoom = new SimpleIntegerProperty(this, "zoom", NORMAL_ZOOM);

  /** Makes everything larger, or smaller when {@code steps} is negative; 0 is the normal size. */
  void zoom(int steps) {
    zoom.set(
        steps == 0
            ? NORMAL_ZOOM
            : Math.clamp(zoom.get() + (long) steps * ZOOM_STEP, MIN_ZOOM, MAX_ZOOM));
  }

  /** Size of everything in per cent. */
  ReadOnlyIntegerProperty zoom() {
    return zoom;
  }

  /** Whether the dark theme is on. */
  BooleanProperty dark() {
    return dark;
  }
}
