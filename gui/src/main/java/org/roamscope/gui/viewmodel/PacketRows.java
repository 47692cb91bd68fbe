package org.roamscope.gui.viewmodel;

import java.io.IOException;
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
  private @Nullable FilterTail tail;

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
    endTail();
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
    if (tail == null) {
      shown.get().grow(rows);
    } else {
      goOn();
    }
  }

  /** Shows what a filter leaves of a live capture, which is no reason to wait for its end. */
  private void beginTail(CaptureSet of, Filter asked) {
    endTail();
    tail = new FilterTail(of, asked);
    filteredBy = asked;
    shown.set(PacketList.growing());
    goOn();
    changed.run();
  }

  /** Filters what came since; one round at a time. */
  private void goOn() {
    FilterTail round = tail;
    if (round == null || filtering != null || !round.behind()) {
      return;
    }
    var stop = new AtomicBoolean();
    filtering = stop;
    background.execute(() -> {
      try {
        int[] more = round.more(stop);
        foreground.execute(() -> haveMore(round, stop, more));
      } catch (IOException e) {
        // The rows stay out; opening a packet says what is wrong with the file.
        System.getLogger(PacketRows.class.getName())
            .log(System.Logger.Level.DEBUG, "a live capture cannot be filtered", e);
        foreground.execute(() -> haveMore(round, stop, new int[0]));
      }
    });
  }

  private void haveMore(FilterTail round, AtomicBoolean stop, int[] more) {
    if (round == tail && !stop.get()) {
      filtering = null;
      if (more.length > 0) {
        shown.get().append(more);
        goOn();
      }
      changed.run();
    }
  }

  private void endTail() {
    FilterTail old = tail;
    tail = null;
    if (old != null) {
      stopFilter();
      background.execute(old::close);
    }
  }

  /** More is known of the packets of a live capture: what asks for that is asked anew. */
  void haveLooked() {
    CaptureSet of = captures;
    Filter asked = wanted;
    if (of != null && asked != null && tail != null && needsAudit(asked) && filtering == null) {
      beginTail(of, asked);
    }
  }

  private static boolean needsAudit(Filter asked) {
    return asked.fields().stream().anyMatch(DecodeCatalog.audited()::contains);
  }

  /**
   * All rows are there.
   *
   * @param sorted all rows in the order of time; empty for one capture, which has its own order
   */
  void haveRead(CaptureSet captures, int[] sorted) {
    read = true;
    order = sorted;
    if (tail != null) {
      endTail(); // the whole is filtered once more, with all that is known
      filteredBy = null;
      return;
    }
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
    endTail();
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
    if (of == null || asked == null || asked.equals(filteredBy) || filtering != null) {
      return;
    }
    if (!read) {
      if (of.live() != null) {
        beginTail(of, asked);
      }
      return;
    }
    if (needsAudit(asked) && !audited && !of.isCancelled()) {
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
