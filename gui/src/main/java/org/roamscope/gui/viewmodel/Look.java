package org.roamscope.gui.viewmodel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How everything looks: size and theme. */
public final class Look {
  /** Size in per cent without zoom. */
  public static final int NORMAL_ZOOM = 100;

  /** What one step of the zoom adds. */
  public static final int ZOOM_STEP = 10;

  /** The smallest size. */
  public static final int MIN_ZOOM = 70;

  /** The largest size. */
  public static final int MAX_ZOOM = 200;

  /** Whose choice it is whether the theme is dark. */
  public enum Theme {
    /** That of the system. */
    SYSTEM("As the system"),
    /** Light. */
    LIGHT("Light"),
    /** Dark. */
    DARK("Dark");

    private final String words;

    Theme(String words) {
      this.words = words;
    }

    /** What a choice calls it. */
    public String words() {
      return words;
    }
  }

  private final ObjectProperty<Theme> theme =
      new SimpleObjectProperty<>(this, "theme", Theme.SYSTEM);
  private final BooleanProperty systemDark = new SimpleBooleanProperty(this, "systemDark");
  private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
  private final IntegerProperty zoom = new SimpleIntegerProperty(this, "zoom", NORMAL_ZOOM);

  Look() {
    theme.addListener((_, _, _) -> dark.set(wanted()));
    systemDark.addListener((_, _, _) -> dark.set(wanted()));
    dark.addListener((_, _, now) -> {
      if (now != wanted()) {
        theme.set(now ? Theme.DARK : Theme.LIGHT);
      }
    });
  }

  private boolean wanted() {
    return theme.get() == Theme.SYSTEM ? systemDark.get() : theme.get() == Theme.DARK;
  }

  /** Makes everything larger, or smaller when {@code steps} is negative; 0 is the normal size. */
  void zoom(int steps) {
    zoom.set(
        steps == 0
            ? NORMAL_ZOOM
            : Math.clamp(zoom.get() + (long) steps * ZOOM_STEP, MIN_ZOOM, MAX_ZOOM));
  }

  /** Size of everything in per cent. */
  public IntegerProperty zoom() {
    return zoom;
  }

  /** Whose choice the theme is. */
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /** Whether the system is dark now. */
  public BooleanProperty systemDark() {
    return systemDark;
  }

  /** Whether the dark theme is on; setting it is a choice against the system. */
  public BooleanProperty dark() {
    return dark;
  }
}
