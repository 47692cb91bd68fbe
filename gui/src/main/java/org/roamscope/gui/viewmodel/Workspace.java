package org.roamscope.gui.viewmodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What users make their own: colour rules, which are kept in a folder, and comments. */
public final class Workspace {
  private static final String COLOURS = "colorfilters";

  private final ProfileFiles files;
  private final Optional<Path> folder;
  private final ColourRulesViewModel colours;
  private final PacketComments comments = new PacketComments();

  /**
   * Reads what is kept.
   *
   * @param folder where it is kept; empty to keep nothing beyond this run
   * @param say told, printable, what cannot be read or written
   */
  Workspace(Executor background, Executor foreground, Optional<Path> folder, Consumer<String> say) {
    this.folder = folder;
    files = new ProfileFiles(background, foreground, say);
    colours = new ColourRulesViewModel(background, foreground);
    colours.load(read(COLOURS), text -> write(COLOURS, text));
  }

  private Optional<String> read(String name) {
    return folder.flatMap(in -> files.read(in.resolve(name)));
  }

  private void write(String name, String text) {
    folder.ifPresent(in -> files.write(in.resolve(name), text));
  }

  /** Writes what is not written yet; before the end. */
  public void flush() {
    files.flush();
  }

  void open(@Nullable CaptureSet captures) {
    colours.open(captures);
    comments.open(captures);
  }

  void haveAudited() {
    colours.haveAudited();
  }

  /** A packet with what is said of it here before its own lines. */
  public FrameDetail remarked(FrameDetail packet) {
    List<String> remarks = new ArrayList<>();
    comments.on(packet.row()).ifPresent(text -> remarks.add("Your comment: " + text));
    colours.rule(packet.row()).ifPresent(rule -> remarks.add("Coloring Rule Name: " + rule.name()));
    return packet.remarked(remarks);
  }

  /** The user's comments on packets. */
  public PacketComments comments() {
    return comments;
  }

  /** The colour rules. */
  public ColourRulesViewModel colours() {
    return colours;
  }
}
