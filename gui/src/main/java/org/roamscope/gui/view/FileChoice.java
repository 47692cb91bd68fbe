package org.roamscope.gui.view;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Asks for files and folders, in the dialogs of the system; the one to save asks before it
 * replaces.
 */
final class FileChoice {
  private FileChoice() {}

  /** Asks for a file that is there. */
  static Optional<Path> open(Window owner, String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  /**
   * Asks where to write.
   *
   * @param name proposed
   * @param from where it begins; what is no folder is no matter
   */
  static Optional<Path> save(Window owner, String title, String name, String from) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    chooser.setInitialDirectory(folder(from));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  /** Asks for a folder. */
  static Optional<Path> folder(Window owner, String title, String from) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(folder(from));
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  private static @Nullable File folder(String name) {
    try {
      File folder = Path.of(name).toFile();
      return !name.isEmpty() && folder.isDirectory() ? folder : null;
    } catch (InvalidPathException e) {
      return null; // the chooser begins somewhere else
    }
  }
}
