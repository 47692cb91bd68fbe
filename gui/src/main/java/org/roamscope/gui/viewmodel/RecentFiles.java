package org.roamscope.gui.viewmodel;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Files opened before, the latest first; kept in the settings. */
public final class RecentFiles {
  /** Files remembered when nobody says otherwise. */
  static final int NORMAL = 10;

  /** Files that can be remembered. */
  public static final int MOST = 50;

  private static final String KEY = "recent";

  private final Settings settings;
  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private final IntegerProperty most = new SimpleIntegerProperty(this, "most", NORMAL);

  RecentFiles(Settings settings) {
    this.settings = settings;
    for (String file : settings.list(KEY, MOST)) {
      path(file).ifPresent(files::add);
    }
    most.addListener((_, _, _) -> keep());
  }

  /** Empty where the locale of this run cannot say the name that another one could. */
  private static Optional<Path> path(String file) {
    try {
      return Optional.of(Path.of(file));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Puts files to the front. */
  void remember(List<Path> opened) {
    for (Path file : opened.reversed()) {
      files.remove(file);
      files.addFirst(file);
    }
    keep();
  }

  private void keep() {
    while (files.size() > most.get()) {
      files.removeLast();
    }
    settings.list(KEY, files.stream().map(Path::toString).toList());
  }

  ObservableList<Path> files() {
    return FXCollections.unmodifiableObservableList(files);
  }

  /** How many are remembered; fewer at once forgets the others. */
  IntegerProperty most() {
    return most;
  }
}
