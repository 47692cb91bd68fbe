package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Verdict;
import org.roamscope.report.Report;
import org.roamscope.report.UeReports;
import org.roamscope.report.UeSummary;
import org.roamscope.track.Registration;

/**
 * The page of the UEs: all of them, those that a search leaves, and the one that was chosen. All
 * methods and properties belong to the thread of {@code foreground}; what takes time runs in {@code
 * background}.
 */
public final class UeViewModel {
  private final Executor background;
  private final Executor foreground;
  private final ObservableList<UeSummary> shown = FXCollections.observableArrayList();
  private final ObservableList<UeSummary> view = FXCollections.unmodifiableObservableList(shown);
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ReadOnlyObjectWrapper<@Nullable UeDetail> detail =
      new ReadOnlyObjectWrapper<>(this, "detail");
  private final StateViewModel state;
  private UnaryOperator<String> named = UnaryOperator.identity();
  private List<UeSummary> all = List.of();
  private @Nullable Comparator<UeSummary> order;
  private @Nullable UeReports reports;
  private @Nullable UeSummary chosen;
  private final AtomicInteger listings = new AtomicInteger();
  private boolean listing;
  private int requests;
  private int refreshes;
  private boolean refreshing;
  private @Nullable Report next;

  /** No UEs. */
  public UeViewModel(Executor background, Executor foreground) {
    this.background = background;
    this.foreground = foreground;
    state = new StateViewModel(background, foreground);
    detail.subscribe(state::show);
    search.subscribe(_ -> list());
  }

  /** The search also looks in names of addresses. */
  void searchNames(HostNames by) {
    named = by::replaced;
    by.changes().addListener((_, _, _) -> list());
  }

  /** Puts the UEs into another order; null for trouble first. */
  public void order(@Nullable Comparator<UeSummary> by) {
    order = by;
    list();
  }

  /** Searches and sorts: of a million UEs that takes a while, so only the last wish counts. */
  private void list() {
    int request = listings.incrementAndGet();
    List<UeSummary> from = all;
    Comparator<UeSummary> by = order;
    String words = search.get().strip().toLowerCase(Locale.ROOT);
    if (words.isEmpty() && by == null) {
      listed(from);
      return;
    }
    listing = true;
    background.execute(() -> {
      List<UeSummary> found = new ArrayList<>();
      for (UeSummary summary : from) {
        if (request != listings.get()) {
          return;
        }
        if (matches(summary, words)) {
          found.add(summary);
        }
      }
      if (by != null) {
        found.sort(by);
      }
      foreground.execute(() -> {
        if (request == listings.get()) {
          listed(found);
        }
      });
    });
  }

  private void listed(List<UeSummary> found) {
    listing = false;
    shown.clear(); // else a table would look for what is selected, row after row
    shown.setAll(found);
  }

  /** Takes the UEs of a report in place of those before; null for none. */
  void show(@Nullable Report report) {
    int request = ++requests;
    refreshes++;
    next = null;
    reports = null;
    chosen = null;
    detail.set(null);
    all = List.of();
    search.set("");
    list();
    if (report != null) {
      background.execute(() -> {
        UeReports made = new UeReports(report);
        foreground.execute(() -> {
          if (request == requests) {
            reports = made;
            all = made.summaries();
            list();
          }
        });
      });
    }
  }

  /** Takes a report that knows more of the same UEs; the chosen one and the search stay. */
  void refresh(Report report) {
    if (refreshing) {
      next = report;
      return;
    }
    refreshing = true;
    int request = ++refreshes;
    background.execute(() -> {
      UeReports made = new UeReports(report);
      foreground.execute(() -> refreshed(request, made));
    });
  }

  private void refreshed(int request, UeReports made) {
    refreshing = false;
    Report latest = next;
    next = null;
    if (request != refreshes) {
      return; // other captures are open
    }
    requests++;
    reports = made;
    all = made.summaries();
    UeSummary before = chosen;
    chosen = null;
    all.stream()
        .filter(summary -> before != null && summary.sameUe(before))
        .findFirst()
        .ifPresent(this::choose);
    list();
    if (latest != null) {
      refresh(latest);
    }
  }

  /** Chooses a UE; what is to be drawn of it follows. Null for none. */
  public void choose(@Nullable UeSummary summary) {
    UeReports known = reports;
    if (known == null || summary == null || summary.equals(chosen)) {
      return;
    }
    chosen = summary;
    int request = ++requests;
    background.execute(() -> {
      UeDetail made = UeDetail.of(known, summary);
      foreground.execute(() -> {
        if (request == requests) {
          detail.set(made);
        }
      });
    });
  }

  private boolean matches(UeSummary summary, String words) {
    var ue = summary.ue();
    return Stream.concat(
            Stream.of(
                summary.id(),
                ue.homeAddress().toString(),
                ue.homeAgent().toString(),
                verdict(summary)),
            Stream.of(
                    ue.identities().stream(),
                    careOf(summary),
                    summary.verdicts().stream().map(Verdict::name))
                .flatMap(names -> names))
        .anyMatch(text ->
            text.toLowerCase(Locale.ROOT).contains(words)
                || named.apply(text).toLowerCase(Locale.ROOT).contains(words));
  }

  private static Stream<String> careOf(UeSummary summary) {
    Registration latest = summary.latest();
    return latest == null ? Stream.empty() : Stream.of(latest.careOfAddress().toString());
  }

  /** The worst verdict with its sign. */
  public static String verdict(UeSummary summary) {
    return summary.verdict() == null
        ? "– no handover"
        : ReportTexts.sign(summary.tone()) + " " + summary.verdict();
  }

  /** What was found and the worst of it, for example {@code 3 (Warning)}; empty for nothing. */
  public static String findings(UeSummary summary) {
    return summary.severity() == null
        ? ""
        : summary.findings() + " (" + Expert.word(summary.severity()) + ")";
  }

  /** K asked and granted last, for example {@code 1 / 0}; a question mark for what was not seen. */
  public static String k(UeSummary summary) {
    Registration latest = summary.latest();
    return latest == null
        ? "?"
        : ReportTexts.k(latest.keyManagementRequested(), latest.keyManagementGranted());
  }

  /** The UEs that the search leaves, trouble first. */
  public ObservableList<UeSummary> shown() {
    return view;
  }

  /** Where the chosen UE is among those shown; -1 when it is not. */
  public int placeOfChosen() {
    UeSummary now = chosen;
    if (now == null) {
      return -1;
    }
    return order == null
        ? Math.max(
            -1, Collections.binarySearch(shown, now, Comparator.comparingInt(UeSummary::rank)))
        : shown.indexOf(now);
  }

  /** How many UEs there are. */
  public int count() {
    return all.size();
  }

  /** True while what was asked for is not there yet. */
  public boolean busy() {
    UeDetail now = detail.get();
    return reports == null
        || listing
        || chosen != null && (now == null || !now.summary().equals(chosen));
  }

  /** What to look for in names, addresses, identities and verdicts. */
  public StringProperty search() {
    return search;
  }

  /** Its binding and its IKE SAs after a packet. */
  public StateViewModel state() {
    return state;
  }

  /** The chosen UE; null until it is there. */
  public ReadOnlyObjectProperty<@Nullable UeDetail> detail() {
    return detail.getReadOnlyProperty();
  }
}
