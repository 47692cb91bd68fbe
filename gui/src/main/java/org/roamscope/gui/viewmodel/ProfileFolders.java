package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.roamscope.capture.WholeFile;
import org.roamscope.field.PlainText;

/**
 * The folders of configuration profiles: the user's folder itself is {@value #DEFAULT}, the others
 * are in {@code profiles} below it, as Wireshark has them. Only the files that a profile is made of
 * are copied and put into archives: what else lies there, such as keys, stays. Messages of
 * exceptions are sentences for people.
 */
public final class ProfileFolders {
  /** The profile that is always there. */
  public static final String DEFAULT = "Default";

  /** What a profile is made of. */
  static final List<String> FILES =
      List.of("preferences", "colorfilters", "dfilter_buttons", "hosts");

  private static final String BELOW = "profiles";
  private static final String NOT_IN_NAMES = "/\\:*?\"<>|";
  private static final int MAX_NAME = 60;
  private static final int MAX_PROFILES = 200;
  private static final int MAX_ENTRIES = 2_000;
  private static final int MAX_OCTETS = 1 << 20;

  private final Path root;

  /** Profiles in a user's folder, which need not be there. */
  public ProfileFolders(Path root) {
    this.root = root;
  }

  /** Where a profile is kept. */
  Path folder(String name) {
    return name.equals(DEFAULT) ? root : root.resolve(BELOW).resolve(name);
  }

  /** All profiles, {@value #DEFAULT} first. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    Path below = root.resolve(BELOW);
    if (Files.isDirectory(below)) {
      try (var folders = Files.newDirectoryStream(below, Files::isDirectory)) {
        for (Path folder : folders) {
          String name = folder.getFileName().toString();
          if (wrong(name).isEmpty() && names.size() < MAX_PROFILES) {
            names.add(name);
          }
        }
      } catch (IOException e) {
        // What cannot be listed cannot be chosen either.
        System.getLogger(ProfileFolders.class.getName())
            .log(System.Logger.Level.DEBUG, "profiles cannot be listed", e);
      }
    }
    names.sort(String.CASE_INSENSITIVE_ORDER);
    names.addFirst(DEFAULT);
    return List.copyOf(names);
  }

  /** Why a profile cannot have that name, a sentence; empty when it can. */
  static Optional<String> wrong(String name) {
    if (name.isBlank() || !name.equals(name.strip())) {
      return Optional.of("A profile needs a name, without blanks around it.");
    }
    if (name.length() > MAX_NAME) {
      return Optional.of("The name has more than " + MAX_NAME + " characters.");
    }
    if (name.startsWith(".") || name.endsWith(".")) {
      return Optional.of("A name has no full stop at its ends.");
    }
    return name.codePoints().allMatch(c -> PlainText.passes(c) && NOT_IN_NAMES.indexOf(c) < 0)
        ? Optional.empty()
        : Optional.of("A name has none of " + NOT_IN_NAMES.replace("", " ").strip() + " in it.");
  }

  /** The name as it is written on disk; capital and small letters are the same for a person. */
  public Optional<String> find(String name) {
    return names().stream().filter(name::equalsIgnoreCase).findFirst();
  }

  private Path fresh(String name) throws IOException {
    Optional<String> wrong = wrong(name);
    if (wrong.isPresent()) {
      throw new IOException(wrong.get());
    }
    if (find(name).isPresent()) {
      throw new IOException("There is a profile " + name + " already.");
    }
    return folder(name);
  }

  /** Makes a profile with the defaults. */
  synchronized void create(String name) throws IOException {
    Files.createDirectories(fresh(name));
  }

  /** Makes a profile with the files of another. */
  synchronized void copy(String from, String name) throws IOException {
    Path to = Files.createDirectories(fresh(name));
    for (String file : FILES) {
      Path source = folder(from).resolve(file);
      if (Files.isRegularFile(source)) {
        Files.copy(source, to.resolve(file));
      }
    }
  }

  /** Gives a profile another name. */
  synchronized void rename(String from, String name) throws IOException {
    refuseDefault(from);
    boolean otherLetters = from.equalsIgnoreCase(name) && wrong(name).isEmpty();
    Files.move(folder(from), otherLetters ? folder(name) : fresh(name));
  }

  /** Deletes a profile; one with foreign files in its folder stays. */
  synchronized void delete(String name) throws IOException {
    refuseDefault(name);
    List<Path> ours = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder(name))) {
      for (Path file : files) {
        String plain = file.getFileName().toString().replaceFirst("\\.damaged(-\\d+)?$", "");
        if (!FILES.contains(plain) || Files.isDirectory(file)) {
          throw new IOException(
              name + " is not deleted: other files are in its folder, such as " + file);
        }
        ours.add(file);
      }
    }
    for (Path file : ours) {
      Files.delete(file);
    }
    Files.delete(folder(name));
  }

  private static void refuseDefault(String name) throws IOException {
    if (name.equals(DEFAULT)) {
      throw new IOException("The profile " + DEFAULT + " is always there.");
    }
  }

  // ---- archives ------------------------------------------------------------------------------

  /** Writes profiles into a zip archive, a folder each, whole or not at all. */
  synchronized void exportTo(Path zip, List<String> names) throws IOException {
    try (WholeFile file = WholeFile.open(zip)) {
      var out = new ZipOutputStream(file.out());
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name + "/"));
        out.closeEntry();
        for (String part : FILES) {
          Path source = folder(name).resolve(part);
          if (Files.isRegularFile(source)) {
            out.putNextEntry(new ZipEntry(name + "/" + part));
            Files.copy(source, out);
            out.closeEntry();
          }
        }
      }
      out.finish();
      file.finish();
    }
  }

  /**
   * What an import did.
   *
   * @param made names of the profiles, as they are now
   * @param left entries that are no part of a profile
   */
  record Imported(List<String> made, int left) {}

  /**
   * Makes profiles of the folders in a zip archive, Wireshark's too. Nothing is replaced: a name
   * that is there already gets a number. An archive that is too large changes nothing.
   */
  synchronized Imported importFrom(Path zip) throws IOException {
    Map<String, Map<String, byte[]>> found = new LinkedHashMap<>();
    int left = 0;
    int entries = 0;
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (++entries > MAX_ENTRIES) {
          throw new IOException("the archive has more than " + MAX_ENTRIES + " entries");
        }
        String[] path = entry.getName().split("/", -1);
        String file = path[path.length - 1];
        String name = path.length < 2 ? "" : path[path.length - 2];
        boolean folder = file.isEmpty();
        if (wrong(name).isPresent() || !folder && !FILES.contains(file)) {
          left += folder ? 0 : 1;
          continue;
        }
        if (folder && name.equals(BELOW)) {
          continue; // what Wireshark's own folder is called
        }
        Map<String, byte[]> files = found.computeIfAbsent(name, _ -> new LinkedHashMap<>());
        if (found.size() > MAX_PROFILES) {
          throw new IOException("the archive has more than " + MAX_PROFILES + " profiles");
        }
        if (!folder) {
          files.put(file, octets(in, entry));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("the archive has names that are not UTF-8", e);
    }
    if (found.isEmpty()) {
      throw new IOException("no profile is in " + zip);
    }
    List<String> made = new ArrayList<>();
    for (var profile : found.entrySet()) {
      String name = free(profile.getKey());
      Path to = Files.createDirectories(fresh(name));
      for (var file : profile.getValue().entrySet()) {
        Files.write(to.resolve(file.getKey()), file.getValue());
      }
      made.add(name);
    }
    return new Imported(List.copyOf(made), left);
  }

  private static byte[] octets(InputStream in, ZipEntry entry) throws IOException {
    byte[] octets = in.readNBytes(MAX_OCTETS + 1);
    if (octets.length > MAX_OCTETS) {
      throw new IOException(entry.getName() + " has more than " + MAX_OCTETS + " octets");
    }
    return octets;
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; find(free).isPresent(); i++) {
      free = name + " " + i;
    }
    return free;
  }
}
