package org.roamscope.gui.viewmodel;

import java.nio.file.Path;
import java.util.List;
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
      files.add(Path.of(file));
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
