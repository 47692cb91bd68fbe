package org.roamscope.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written whole or not at all: a temporary file in the same folder, synced and moved
 * into place by {@link #finish}; {@link #close} removes what was not. A symbolic link is not
 * followed.
 */
public final class WholeFile implements AutoCloseable {
  private final Path path;
  private final Path temporary;
  private final OutputStream out;

  private WholeFile(Path path, Path temporary, OutputStream out) {
    this.path = path;
    this.temporary = temporary;
    this.out = out;
  }

  /**
   * Begins a file.
   *
   * @throws IOException when it could not be put there in the end
   */
  public static WholeFile open(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      throw new IOException(path + " is a symbolic link");
    }
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(path + " is a directory");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("the folder " + folder + " does not exist");
    }
    Path temporary = Files.createTempFile(folder, ".roamscope-", ".part");
    return new WholeFile(path, temporary, Files.newOutputStream(temporary));
  }

  /**
   * Writes a text file.
   *
   * @throws IOException when it cannot be written; what was there before is still there
   */
  public static void write(Path path, String text) throws IOException {
    try (WholeFile file = open(path)) {
      file.out().write(text.getBytes(StandardCharsets.UTF_8));
      file.finish();
    }
  }

  /** Where the content goes. */
  public OutputStream out() {
    return out;
  }

  /** Ends writing, so that what was written can be read before it is put into its place. */
  public Path written() throws IOException {
    out.close();
    return temporary;
  }

  /** Puts the file into its place. */
  public void finish() throws IOException {
    out.close();
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try (out) {
      Files.deleteIfExists(temporary);
    }
  }
}
