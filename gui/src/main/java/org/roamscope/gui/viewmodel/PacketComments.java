package org.roamscope.gui.viewmodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;

/**
 * Comments that the user wrote on packets. They stay while the same captures are read anew, and go
 * into every export of packets; captures themselves are never changed.
 */
public final class PacketComments {
  /** Characters of a comment; as UTF-8 they fit the 16-bit length of a pcapng option. */
  public static final int MAX_LENGTH = 4000;

  /**
   * A comment in the list of all.
   *
   * @param number of its packet, as the packet list has it
   * @param own true for one of the user, false for one in the capture
   * @param whole printable, with its line ends
   * @param row of its packet
   */
  public record Line(String number, boolean own, String whole, int row) {
    /** The comment on one line. */
    public String text() {
      return whole.replace("\n", " / ");
    }
  }

  private final Map<Integer, String> texts = new TreeMap<>();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
  private Map<Integer, String> exported = Map.of();
  private List<Path> files = List.of();
  private @Nullable CaptureSet captures;
  private BooleanSupplier confirm = () -> true;

  PacketComments() {}

  /** Says who is asked before comments are lost that were not exported; true to lose them. */
  public void confirm(BooleanSupplier by) {
    confirm = by;
  }

  /** False when comments would be lost and the user wants to keep them. */
  public boolean mayLeave(List<Path> next) {
    return next.equals(files) || texts.equals(exported) || confirm.getAsBoolean();
  }

  void open(@Nullable CaptureSet opened) {
    captures = opened;
    List<Path> now = opened == null ? List.of() : opened.files();
    if (!now.equals(files)) {
      files = now;
      texts.clear();
      exported = Map.of();
      changed();
    }
  }

  /** Writes a comment on a row in place of the one before; blank takes it away. */
  public void set(int row, String text) {
    String said = text.strip();
    if (row < 0) {
      return;
    }
    if (said.isEmpty()) {
      texts.remove(row);
    } else {
      texts.put(row, said.substring(0, Math.min(MAX_LENGTH, said.length())));
    }
    changed();
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  /** What the user wrote on a row. */
  public Optional<String> on(int row) {
    return Optional.ofNullable(texts.get(row));
  }

  /** All comments, by row. */
  public Map<Integer, String> all() {
    return Map.copyOf(texts);
  }

  /** Every comment there is so far, by packet; of a packet those of the capture first. */
  public List<Line> lines() {
    CaptureSet of = captures;
    if (of == null) {
      return List.of();
    }
    Map<Integer, List<Line>> lines = new TreeMap<>();
    of.comments()
        .all()
        .forEach(
            one -> add(lines, new Line(of.number(one.row()), false, whole(one.text()), one.row())));
    texts.forEach((row, text) -> add(lines, new Line(of.number(row), true, whole(text), row)));
    return lines.values().stream().flatMap(List::stream).toList();
  }

  private static void add(Map<Integer, List<Line>> lines, Line line) {
    lines.computeIfAbsent(line.row(), _ -> new ArrayList<>()).add(line);
  }

  private static String whole(String text) {
    return text.strip().lines().map(PlainText::of).collect(Collectors.joining("\n"));
  }

  /** What {@link #lines} leaves out, a sentence; empty for nothing. */
  public String leftOut() {
    CaptureSet of = captures;
    int more = of == null ? 0 : of.comments().more();
    return more == 0 ? "" : more + " further comments of the captures are not in this list.";
  }

  /** These were written into a file. */
  void haveExported(Map<Integer, String> written) {
    exported = written;
  }

  /** Becomes another number when a comment changes. */
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }
}
