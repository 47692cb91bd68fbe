package org.roamscope.gui.viewmodel;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Span;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.FieldInfo;
import org.roamscope.gui.viewmodel.FrameDetail.Marked;

/** What is selected inside the opened frame: a line of the tree and its octets, in both ways. */
public final class FrameLink {
  private final ReadOnlyObjectWrapper<List<DetailNode>> path =
      new ReadOnlyObjectWrapper<>(this, "path", List.of());
  private final ReadOnlyObjectWrapper<@Nullable Marked> marked =
      new ReadOnlyObjectWrapper<>(this, "marked");
  private final ReadOnlyStringWrapper description =
      new ReadOnlyStringWrapper(this, "description", "");
  private @Nullable FrameDetail detail;

  /** Nothing opened. */
  public FrameLink() {}

  /** Another frame was opened, or none. */
  public void open(@Nullable FrameDetail opened) {
    detail = opened;
    path.set(List.of());
    marked.set(null);
    description.set("");
  }

  /** A line of the tree was selected, null for none. */
  public void select(@Nullable DetailNode node) {
    FrameDetail now = detail;
    if (now == null || node == null) {
      marked.set(null);
      description.set("");
      return;
    }
    marked.set(now.octets(node));
    description.set(describe(node, marked.get()));
  }

  /** An octet was selected: the line that says what it means follows. */
  public void pick(int source, int octet) {
    FrameDetail now = detail;
    if (now == null) {
      return;
    }
    List<DetailNode> found = now.path(source, octet);
    if (found.isEmpty()) {
      marked.set(new Marked(source, octet, octet + 1));
      description.set("");
      return;
    }
    path.set(List.of());
    path.set(found);
    select(found.getLast());
  }

  private static String describe(DetailNode node, @Nullable Marked octets) {
    FieldInfo info = node.info();
    String name = info == null ? "" : info.label() + " (" + info.name() + ")";
    String place = octets == null ? "" : place(node.span(), octets);
    return name.isEmpty() || place.isEmpty() ? name + place : name + ", " + place;
  }

  private static String place(Span span, Marked octets) {
    boolean whole = (span.bit() & 7) == 0 && (span.bits() & 7) == 0;
    if (!whole) {
      return span.bits() == 1 ? "1 bit" : span.bits() + " bits";
    }
    int count = octets.to() - octets.from();
    return String.format(Locale.ROOT, "%d byte%s", count, count == 1 ? "" : "s");
  }

  /** Lines to open and the one to select, after an octet was picked. */
  public ReadOnlyObjectProperty<List<DetailNode>> path() {
    return path.getReadOnlyProperty();
  }

  /** Octets to mark, null for none. */
  public ReadOnlyObjectProperty<@Nullable Marked> marked() {
    return marked.getReadOnlyProperty();
  }

  /** Field and size of what is selected, for the status bar. */
  public ReadOnlyStringProperty description() {
    return description.getReadOnlyProperty();
  }
}
