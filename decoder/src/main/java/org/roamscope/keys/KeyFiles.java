package org.roamscope.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads key files and folders of them. The kind shows in the content. Nothing here throws for what
 * a file holds, or because it cannot be read: that is a {@link KeyProblem}.
 */
public final class KeyFiles {
  /** Largest file that is read: 64 MiB. */
  public static final int LARGEST_FILE = 64 << 20;

  /** Secrets type of a pcapng Decryption Secrets Block that holds rows of ESP SAs. */
  public static final int ESP_SECRETS = 0x4553_5053;

  /** Files of a folder that are looked at. */
  private static final int MOST_FILES = 10_000;

  /** Octets in which text shows that it is text. */
  private static final int LOOK = 4096;

  private static final int CHUNK = 8 << 10;

  private KeyFiles() {}

  /** Reads a key file, or every key file in a folder, not in the folders below it. */
  public static KeyRing read(Path path) {
    return Files.isDirectory(path) ? folder(path) : file(path);
  }

  /** Reads several, one after the other. */
  public static KeyRing read(List<Path> paths) {
    KeyRing ring = KeyRing.EMPTY;
    for (Path path : paths) {
      ring = ring.and(read(path));
    }
    return ring;
  }

  /**
   * Reads a key file from a stream, which stays open.
   *
   * @param name what problems call it; decides the kind only where the content does not
   */
  public static KeyRing read(InputStream stream, String name) {
    RingBuilder out = new RingBuilder(name);
    byte[] octets = octets(stream, out);
    if (octets != null) {
      parse(octets, out);
    }
    return out.ring();
  }

  /** Reads a key file from characters; see {@link #read(InputStream, String)}. */
  public static KeyRing read(Reader reader, String name) {
    StringBuilder text = new StringBuilder();
    char[] chunk = new char[CHUNK];
    RingBuilder out = new RingBuilder(name);
    try {
      int count = reader.read(chunk);
      while (count >= 0 && text.length() <= LARGEST_FILE) {
        text.append(chunk, 0, count);
        count = reader.read(chunk);
      }
    } catch (IOException e) {
      out.problem(0, 0, "cannot be read");
      return out.ring();
    } finally {
      Arrays.fill(chunk, '\0');
    }
    if (text.length() > LARGEST_FILE) {
      tooLarge(out);
    } else {
      parse(text.toString().getBytes(StandardCharsets.UTF_8), out);
    }
    return out.ring();
  }

  /**
   * The rows of a pcapng Decryption Secrets Block. A type other than {@link #ESP_SECRETS} holds no
   * key of IPsec and gives an empty ring: no type for IKE exists.
   *
   * @param type the block's secrets type
   * @param body the block's secrets, without padding
   */
  public static KeyRing fromSecretsBlock(int type, byte[] body) {
    if (type != ESP_SECRETS) {
      return KeyRing.EMPTY;
    }
    RingBuilder out = new RingBuilder("decryption secrets");
    lines(new KeyText(body), new EspTable(out), out);
    return out.ring();
  }

  /**
   * The folder in which Wireshark keeps its tables, whether it exists or not: {@code
   * WIRESHARK_CONFIG_DIR}, else {@code APPDATA}, else {@code wireshark} in {@code XDG_CONFIG_HOME}
   * or {@code .config} of the home folder, else {@code .wireshark} there when only that exists.
   *
   * @param environment variables of the environment
   * @param home the home folder
   */
  public static Path wiresharkProfile(Map<String, String> environment, Path home) {
    String told = environment.getOrDefault("WIRESHARK_CONFIG_DIR", "");
    if (!told.isBlank()) {
      return home.resolve(told);
    }
    String roaming = environment.getOrDefault("APPDATA", "");
    if (!roaming.isBlank()) {
      return home.resolve(roaming).resolve("Wireshark");
    }
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path usual =
        (config.isBlank() ? home.resolve(".config") : home.resolve(config)).resolve("wireshark");
    Path old = home.resolve(".wireshark");
    return !Files.isDirectory(usual) && Files.isDirectory(old) ? old : usual;
  }

  /** The three tables in a folder of Wireshark's, and nothing else there. */
  public static KeyRing readWireshark(Path folder) {
    KeyRing ring = KeyRing.EMPTY;
    for (KeyKind kind : List.of(KeyKind.IKEV2_TABLE, KeyKind.IKEV1_TABLE, KeyKind.ESP_TABLE)) {
      Path table = folder.resolve(kind.usualName());
      if (Files.exists(table)) {
        ring = ring.and(file(table));
      }
    }
    return ring;
  }

  private static KeyRing folder(Path folder) {
    List<Path> files = new ArrayList<>();
    RingBuilder out = new RingBuilder(folder.toString());
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (files.size() == MOST_FILES) {
          out.problem(0, 0, "more than " + MOST_FILES + " files: the others are not read");
          break;
        }
        if (Files.isRegularFile(entry)) {
          files.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      out.problem(0, 0, "cannot be listed");
    }
    Collections.sort(files);
    List<KeyRing> rings = new ArrayList<>();
    rings.add(out.ring());
    for (Path file : files) {
      KeyRing ring = mayHoldKeys(file) ? file(file) : KeyRing.EMPTY;
      rings.add(ring);
    }
    return joined(rings);
  }

  private static KeyRing joined(List<KeyRing> rings) {
    return new KeyRing(
        rings.stream().flatMap(ring -> ring.ikeV2().stream()).toList(),
        rings.stream().flatMap(ring -> ring.ikeV1().stream()).toList(),
        rings.stream().flatMap(ring -> ring.esp().stream()).toList(),
        rings.stream().flatMap(ring -> ring.problems().stream()).toList(),
        rings.stream().flatMap(ring -> ring.warnings().stream()).toList());
  }

  /** False for captures and other files that share the folder. */
  private static boolean mayHoldKeys(Path file) {
    String name = String.valueOf(file.getFileName());
    if (KeyKind.ofName(name) != null) {
      return true;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      if (Files.size(file) > LARGEST_FILE || !text(stream.readNBytes(LOOK))) {
        return false;
      }
    } catch (IOException e) {
      // A file of unknown kind that cannot be read: as likely as not it holds no keys.
      return false;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] octets = stream.readNBytes(LARGEST_FILE);
      KeyKind kind = KeyKind.of(new KeyText(octets), name);
      boolean keys = kind != null && (kind != KeyKind.JSON || jsonOfKeys(octets, name));
      Arrays.fill(octets, (byte) 0);
      return keys;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean jsonOfKeys(byte[] octets, String name) {
    RingBuilder trial = new RingBuilder(name);
    new JsonKeys(trial).read(octets, new KeyText(octets).start());
    return !trial.ring().isEmpty();
  }

  private static boolean text(byte[] start) {
    for (byte octet : start) {
      if (octet == 0) {
        return false;
      }
    }
    return true;
  }

  private static KeyRing file(Path file) {
    RingBuilder out = new RingBuilder(file.toString());
    byte[] octets;
    try (InputStream stream = Files.newInputStream(file)) {
      octets = octets(stream, out);
    } catch (IOException e) {
      out.problem(0, 0, Files.exists(file) ? "cannot be read" : "does not exist");
      return out.ring();
    }
    if (octets != null) {
      permissions(file, out);
      parse(octets, out);
    }
    return out.ring();
  }

  private static byte @Nullable [] octets(InputStream stream, RingBuilder out) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    try {
      int count = stream.read(chunk);
      while (count >= 0) {
        if (all.size() + count > LARGEST_FILE) {
          tooLarge(out);
          return null;
        }
        all.write(chunk, 0, count);
        count = stream.read(chunk);
      }
    } catch (IOException e) {
      out.problem(0, 0, "cannot be read");
      return null;
    } finally {
      Arrays.fill(chunk, (byte) 0);
    }
    return all.toByteArray();
  }

  private static void tooLarge(RingBuilder out) {
    out.problem(0, 0, "larger than " + (LARGEST_FILE >> 20) + " MiB");
  }

  /** Parses and then overwrites the octets. */
  private static void parse(byte[] octets, RingBuilder out) {
    KeyText text = new KeyText(octets);
    KeyKind kind = KeyKind.of(new KeyText(octets), out.file);
    if (kind == null) {
      if (text.first() >= 0) {
        out.problem(1, 0, "not a key file of any known kind");
      }
    } else {
      switch (kind) {
        case IKEV2_TABLE -> lines(text, new IkeV2Table(out), out);
        case IKEV1_TABLE -> lines(text, new IkeV1Table(out), out);
        case ESP_TABLE -> lines(text, new EspTable(out), out);
        case STRONGSWAN_LOG -> lines(text, new StrongSwanLog(out), out);
        case LIBRESWAN_LOG -> lines(text, new LibreswanLog(out), out);
        case XFRM_STATE -> lines(text, new XfrmState(out), out);
        case JSON -> new JsonKeys(out).read(octets, text.start());
      }
    }
    Arrays.fill(octets, (byte) 0);
  }

  private static void lines(KeyText text, LineParser parser, RingBuilder out) {
    while (text.advance()) {
      String line = text.line();
      if (text.tooLong()) {
        out.problem(
            text.number(), 0, "a line of more than " + (KeyText.LONGEST_LINE >> 10) + " KiB");
      } else {
        parser.line(text.number(), line);
      }
    }
    parser.end();
  }

  private static void permissions(Path file, RingBuilder out) {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions;
    try {
      permissions = view.readAttributes().permissions();
    } catch (IOException e) {
      out.warning(0, 0, "who can read this file is not known");
      return;
    }
    if (permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ)) {
      out.warning(
          0,
          0,
          "others can read the keys in this file: "
              + PosixFilePermissions.toString(permissions)
              + "; it should be rw-------");
    }
  }
}
