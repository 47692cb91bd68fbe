package org.roamscope.gui.viewmodel;

import java.util.Objects;
import java.util.Optional;
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
  private final ReadOnlyObjectWrapper<@Nullable RowSort> sort =
      new ReadOnlyObjectWrapper<>(this, "sort");
  private PacketList unsorted = PacketList.all(0);
  private int[] order = new int[0];
  private int sortRequests;
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
    sort.set(null);
    show(PacketList.all(0));
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
      show(PacketList.of(order));
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
        show(read && of.several() ? PacketList.of(order) : PacketList.all(of.rowCount()));
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
    show(
        of.several()
            ? PacketList.of(CaptureSet.inOrder(order, found))
            : PacketList.ascending(found));
    changed.run();
  }

  private void show(PacketList list) {
    unsorted = list;
    shown.set(list);
    sortShown();
  }

  /** Puts what is shown into an order; null for that of time. */
  void sort(@Nullable RowSort by) {
    if (!Objects.equals(sort.get(), by)) {
      sort.set(by);
      shown.set(unsorted);
      sortShown();
    }
  }

  /** Why the rows cannot be put into an order now, as a sentence; empty when they can. */
  Optional<String> sortRefusal() {
    if (!read) {
      return Optional.of("The packets can be sorted once all were read.");
    }
    return unsorted.size() > RowSort.MAX_ROWS
        ? Optional.of(
            "More than "
                + RowSort.MAX_ROWS
                + " packets are not sorted; a filter makes the list shorter.")
        : Optional.empty();
  }

  private void sortShown() {
    sortRequests++;
    CaptureSet of = captures;
    RowSort by = sort.get();
    PacketList list = unsorted;
    if (of == null || by == null) {
      return;
    }
    if (sortRefusal().isPresent()) {
      sort.set(null);
      return;
    }
    int request = sortRequests;
    background.execute(() -> {
      PacketList sorted = PacketList.of(by.sorted(of, list));
      foreground.execute(() -> {
        if (request == sortRequests) {
          shown.set(sorted);
        }
      });
    });
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

  /** The order in which rows are shown; null for that of time. */
  ReadOnlyObjectProperty<@Nullable RowSort> sorted() {
    return sort.getReadOnlyProperty();
  }

  /** The rows shown. */
  ReadOnlyObjectProperty<PacketList> shown() {
    return shown.getReadOnlyProperty();
  }
}
