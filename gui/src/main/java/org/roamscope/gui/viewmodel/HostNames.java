package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;

/**
 * Names of addresses, from a hosts file and from the captures themselves; nobody is asked over the
 * network. Off unless the user wants them: captures are judged by addresses, and filters, reports
 * and exports keep these.
 */
public final class HostNames {
  private static final int MAX_OCTETS = 8 << 20;
  private static final int MAX_SAID = 3;

  private final Executor background;
  private final Executor foreground;
  private final Consumer<String> say;
  private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
  private final StringProperty file = new SimpleStringProperty(this, "file", "");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
  private Optional<Path> own = Optional.empty();

  /** Names of the hosts file, by the text of the address. */
  private Map<String, String> read = Map.of();

  /** Names that the captures hold. */
  private Map<IpAddress, String> captured = Map.of();

  private AddressNames names = AddressNames.NONE;

  private String fromFile = "";
  private int requests;

  /** Where names come from. */
  private record Read(Map<String, String> names, String words, List<String> problems) {}

  /**
   * No names.
   *
   * @param say told, printable, what is wrong with a file
   */
  HostNames(Executor background, Executor foreground, Consumer<String> say) {
    this.background = background;
    this.foreground = foreground;
    this.say = say;
    on.addListener((_, _, _) -> reload());
    file.addListener((_, _, _) -> reload());
  }

  /** Takes the hosts file of a configuration profile, where no other one is chosen. */
  void profile(Optional<Path> hosts) {
    own = hosts;
    reload();
  }

  /** Reads the file again. */
  public void reload() {
    int request = ++requests;
    if (!on.get()) {
      take(new Read(Map.of(), "", List.of()));
      return;
    }
    String chosen = file.get();
    Optional<Path> from = own;
    background.execute(() -> {
      Read read = read(chosen, from);
      foreground.execute(() -> {
        if (request == requests) {
          take(read);
        }
      });
    });
  }

  private void take(Read read) {
    this.read = read.names();
    fromFile =
        (read.words()
                + read.problems().stream().map(line -> "\n" + line).reduce("", String::concat))
            .strip();
    join();
    if (!read.problems().isEmpty()) {
      say.accept(read.words() + " " + String.join("; ", some(read.problems())));
    }
  }

  /** Takes the names that the open captures hold, in the place of those before. */
  void captured(Map<IpAddress, String> by) {
    if (!captured.equals(by)) {
      captured = by;
      join();
    }
  }

  /** Whoever wrote the hosts file knows better than whoever made the capture. */
  private void join() {
    Map<String, String> all = new HashMap<>();
    if (on.get()) {
      captured.forEach((address, name) -> all.put(address.toString(), PlainText.of(name)));
      all.putAll(read);
    }
    names = new AddressNames(all);
    said.set(
        on.get() && !captured.isEmpty()
            ? (fromFile + "\n" + counted(captured.size()) + " from the captures.").strip()
            : fromFile);
    changes.set(changes.get() + 1);
  }

  private static String counted(int count) {
    return count + (count == 1 ? " name" : " names");
  }

  private static List<String> some(List<String> problems) {
    if (problems.size() <= MAX_SAID) {
      return problems;
    }
    List<String> few = new ArrayList<>(problems.subList(0, MAX_SAID));
    few.add("and " + (problems.size() - MAX_SAID) + " more");
    return few;
  }

  private static Read read(String chosen, Optional<Path> own) {
    Path path;
    try {
      if (chosen.isEmpty() && own.isEmpty()) {
        return new Read(Map.of(), "No hosts file.", List.of());
      }
      path = chosen.isEmpty() ? own.get() : Path.of(chosen);
    } catch (InvalidPathException e) {
      return failed(chosen, "it is no file name");
    }
    String shown = path.toString();
    if (Files.notExists(path)) {
      return chosen.isEmpty()
          ? new Read(Map.of(), PlainText.of("There is no " + shown + " yet."), List.of())
          : failed(shown, "there is no such file");
    }
    try (var in = Files.newInputStream(path)) {
      byte[] octets = in.readNBytes(MAX_OCTETS + 1);
      if (octets.length > MAX_OCTETS) {
        return failed(shown, "it has more than " + MAX_OCTETS + " octets");
      }
      HostsFile hosts = HostsFile.parse(text(octets));
      Map<String, String> names = new HashMap<>();
      hosts.names().forEach((address, name) -> names.put(address.toString(), PlainText.of(name)));
      String words = counted(names.size()) + " from " + shown + ".";
      return new Read(Map.copyOf(names), PlainText.of(words), hosts.problems());
    } catch (IOException e) {
      return failed(shown, String.valueOf(e.getMessage()));
    }
  }

  /** What is not UTF-8 becomes U+FFFD: a comment in another encoding is no reason to refuse all. */
  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.UTF_8);
  }

  private static Read failed(String file, String why) {
    return new Read(Map.of(), "No names:", List.of(PlainText.of(file + ": " + why)));
  }

  // ---- names in texts ------------------------------------------------------------------------

  /** A text with names in the place of the addresses that have one. */
  public String replaced(String text) {
    return names.replaced(text);
  }

  /** A text with {@code name (address)} where an address has a name. */
  public String beside(String text) {
    return names.beside(text);
  }

  /** True while no address has a name. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** The names as they are now, for another thread. */
  AddressNames now() {
    return names;
  }

  // ---- state ---------------------------------------------------------------------------------

  /** Whether names are shown. */
  public BooleanProperty on() {
    return on;
  }

  /** A hosts file in the place of the profile's own; empty for that one. */
  public StringProperty file() {
    return file;
  }

  /** The hosts file of the profile; empty when nothing is kept. */
  public Optional<Path> own() {
    return own;
  }

  /** What was read, and what is wrong with it, a line each. */
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /** Becomes another number when addresses may have other names. */
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }
}
