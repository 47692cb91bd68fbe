package org.roamscope.gui.viewmodel;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Files opened before, the latest first; kept in the settings. */
final class RecentFiles {
  /** Files remembered. */
  static final int MAX = 10;

  private static final String KEY = "recent";

  private final Settings settings;
  private final ObservableList<Path> files = FXCollections.observableArrayList();

  RecentFiles(Settings settings) {
    this.settings = settings;
    for (String file : settings.list(KEY, MAX)) {
      path(file).ifPresent(files::add);
    }
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
    while (files.size() > MAX) {
      files.removeLast();
    }
    settings.list(KEY, files.stream().map(Path::toString).toList());
  }

  ObservableList<Path> files() {
    return FXCollections.unmodifiableObservableList(files);
  }
}
