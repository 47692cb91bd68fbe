package org.roamscope.gui.viewmodel;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.filter.Filter;

/**
 * Which rows the packet list shows, and in which order: all that were read, or those that pass a
 * filter. A filter waits until everything was read, and for the audit when it asks what that found.
 */
final class PacketRows {
  private final Executor background;
  private final Executor foreground;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<PacketList> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", PacketList.all(0));
  private @Nullable CaptureSet captures;
  private @Nullable Filter wanted;
  private @Nullable Filter filteredBy;
  private @Nullable AtomicBoolean filtering;
  private int[] order = new int[0];
  private boolean read;
  private boolean audited;

  /**
   * No rows.
   *
   * @param changed told when a filter begins or ends, or the rows are others
   */
  PacketRows(Executor background, Executor foreground, Runnable changed) {
    this.background = background;
    this.foreground = foreground;
    this.changed = changed;
  }

  /** Shows the rows of these captures as they come in; of none when null. */
  void open(@Nullable CaptureSet captures) {
    stopFilter();
    this.captures = captures;
    wanted = null;
    filteredBy = null;
    order = new int[0];
    read = false;
    audited = false;
    shown.set(PacketList.all(0));
  }

  /** More rows are there. */
  void grow(int rows) {
    shown.get().grow(rows);
  }

  /**
   * All rows are there.
   *
   * @param sorted all rows in the order of time; empty for one capture, which has its own order
   */
  void haveRead(CaptureSet captures, int[] sorted) {
    read = true;
    order = sorted;
    if (captures.several()) {
      shown.set(PacketList.of(order));
    } else {
      shown.get().grow(captures.rowCount());
    }
  }

  /** The audit is done; filters may ask what it found. */
  void haveAudited() {
    audited = true;
    filterIfReady();
  }

  /** Shows what passes a filter; null for everything. */
  void show(@Nullable Filter asked) {
    stopFilter();
    boolean before = wanted != null;
    wanted = asked;
    filteredBy = null;
    CaptureSet of = captures;
    if (of == null) {
      return;
    }
    if (asked == null) {
      if (before) {
        shown.set(read && of.several() ? PacketList.of(order) : PacketList.all(of.rowCount()));
      }
      changed.run();
      return;
    }
    filterIfReady();
  }

  /** Begins to filter when a filter waits and what it needs is there. */
  void filterIfReady() {
    CaptureSet of = captures;
    Filter asked = wanted;
    if (of == null || asked == null || asked.equals(filteredBy) || !read || filtering != null) {
      return;
    }
    boolean needsAudit = asked.fields().stream().anyMatch(DecodeCatalog.audited()::contains);
    if (needsAudit && !audited && !of.isCancelled()) {
      changed.run();
      return;
    }
    var stop = new AtomicBoolean();
    filtering = stop;
    changed.run();
    background.execute(() -> {
      int[] found = of.matching(asked, stop);
      foreground.execute(() -> haveFiltered(of, stop, found));
    });
  }

  private void haveFiltered(CaptureSet of, AtomicBoolean stop, int[] found) {
    if (of != captures || stop.get()) {
      return;
    }
    filtering = null;
    filteredBy = wanted;
    shown.set(
        of.several()
            ? PacketList.of(CaptureSet.inOrder(order, found))
            : PacketList.ascending(found));
    changed.run();
  }

  /** Stops a filter that runs; false when none did. */
  boolean stopFilter() {
    AtomicBoolean runs = filtering;
    if (runs == null) {
      return false;
    }
    runs.set(true);
    filtering = null;
    return true;
  }

  /** True while a filter goes through the packets. */
  boolean isFiltering() {
    return filtering != null;
  }

  /** True when the rows shown are those that passed a filter. */
  boolean isFiltered() {
    return filteredBy != null;
  }

  /** The rows shown. */
  ReadOnlyObjectProperty<PacketList> shown() {
    return shown.getReadOnlyProperty();
  }
}
