package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.roamscope.field.PlainText;

/**
 * The configuration profiles, as Wireshark calls them: settings, colour rules, filter buttons and
 * hosts under a name, to change between them. They have nothing to do with the profile whose text
 * decides.
 */
public final class ConfigurationProfiles {
  private static final String SETTING = "configuration";

  private final Executor background;
  private final Executor foreground;
  private final Settings settings;
  private final Optional<ProfileFolders> folders;
  private final ProfileFiles files;
  private final Function<Path, Runnable> reader;
  private final ObservableList<String> names =
      FXCollections.observableArrayList(ProfileFolders.DEFAULT);
  private final ReadOnlyStringWrapper current =
      new ReadOnlyStringWrapper(this, "current", ProfileFolders.DEFAULT);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private int requests;

  /** Works on the folders. */
  @FunctionalInterface
  private interface Work {
    /** What was done, a sentence. */
    String on(ProfileFolders folders) throws IOException;
  }

  /**
   * The profile that was in use last.
   *
   * @param root the user's folder; empty when nothing is kept, and there is one profile only
   * @param files what is not written yet
   * @param reader reads the profile in a folder, and gives what takes it into use
   */
  ConfigurationProfiles(
      Executor background,
      Executor foreground,
      Settings settings,
      Optional<Path> root,
      ProfileFiles files,
      Function<Path, Runnable> reader) {
    this.background = background;
    this.foreground = foreground;
    this.settings = settings;
    this.files = files;
    this.reader = reader;
    folders = root.map(ProfileFolders::new);
    folders.ifPresent(these -> {
      names.setAll(these.names());
      settings.list(SETTING, 1).stream()
          .filter(names::contains)
          .findFirst()
          .ifPresent(current::set);
    });
  }

  /** The folder of the profile in use; empty when nothing is kept. */
  Optional<Path> folder() {
    return folders.map(these -> these.folder(current.get()));
  }

  /** Takes a profile into use, now and at the next start. */
  public void choose(String name) {
    settings.list(SETTING, List.of(name));
    chooseOnce(name);
  }

  /** Takes a profile into use for this run. */
  public void chooseOnce(String name) {
    int request = ++requests;
    folders.ifPresent(these ->
        background.execute(() -> {
          files.flush();
          List<String> all = these.names();
          String found = these.find(name).orElse("");
          Runnable use =
              found.isEmpty()
                  ? () -> said.set(PlainText.of("There is no profile " + name + "."))
                  : reader.apply(these.folder(found));
          foreground.execute(() -> {
            names.setAll(all);
            if (request == requests) {
              current.set(found.isEmpty() ? current.get() : found);
              use.run();
            }
          });
        }));
  }

  /** Makes a profile with the defaults and takes it into use. */
  public void create(String name) {
    run(
        these -> {
          these.create(name);
          return "Profile " + name + " is new.";
        },
        () -> choose(name));
  }

  /** Makes a profile that begins as a copy, and takes it into use. */
  public void copy(String from, String name) {
    run(
        these -> {
          these.copy(from, name);
          return "Profile " + name + " is a copy of " + from + ".";
        },
        () -> choose(name));
  }

  /** Gives a profile another name. */
  public void rename(String from, String name) {
    run(
        these -> {
          these.rename(from, name);
          return "Profile " + from + " is called " + name + " now.";
        },
        () -> {
          if (current.get().equals(from)) {
            choose(name);
          }
        });
  }

  /** Deletes a profile; when it is in use, the default one is from then on. */
  public void delete(String name) {
    run(
        these -> {
          these.delete(name);
          return "Profile " + name + " is deleted.";
        },
        () -> {
          if (current.get().equals(name)) {
            choose(ProfileFolders.DEFAULT);
          }
        });
  }

  /** Writes profiles into a zip archive. */
  public void exportTo(Path zip, List<String> which) {
    List<String> some = List.copyOf(which);
    run(
        these -> {
          these.exportTo(zip, some);
          return counted(some) + " written to " + zip + ".";
        },
        () -> {});
  }

  /** Makes profiles of what a zip archive holds; none is replaced. */
  public void importFrom(Path zip) {
    run(
        these -> {
          ProfileFolders.Imported done = these.importFrom(zip);
          return counted(done.made())
              + " imported: "
              + String.join(", ", done.made())
              + "."
              + (done.left() == 0
                  ? ""
                  : " Files that are no part of a profile here: " + done.left() + ".");
        },
        () -> {});
  }

  private static String counted(List<String> profiles) {
    return profiles.size() + (profiles.size() == 1 ? " profile" : " profiles");
  }

  private void run(Work work, Runnable then) {
    folders.ifPresent(these ->
        background.execute(() -> {
          String outcome;
          boolean done;
          try {
            files.flush();
            outcome = work.on(these);
            done = true;
          } catch (IOException e) {
            outcome = "Not done: " + e.getMessage();
            done = false;
          }
          List<String> all = these.names();
          String words = PlainText.of(outcome);
          boolean well = done;
          foreground.execute(() -> {
            names.setAll(all);
            said.set(words);
            if (well) {
              then.run();
            }
          });
        }));
  }

  /** Why a profile cannot be called that, a sentence; empty when it can. */
  public Optional<String> refusal(String name) {
    Optional<String> wrong = ProfileFolders.wrong(name);
    return wrong.isPresent() || names.stream().noneMatch(name::equalsIgnoreCase)
        ? wrong
        : Optional.of("There is a profile of that name already.");
  }

  /** All profiles, the default one first. */
  public ObservableList<String> names() {
    return FXCollections.unmodifiableObservableList(names);
  }

  /** The profile in use. */
  public ReadOnlyStringProperty current() {
    return current.getReadOnlyProperty();
  }

  /** What was done, or why it was not. */
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }
}
