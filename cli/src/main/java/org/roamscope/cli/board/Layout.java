package org.roamscope.cli.board;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.cli.board.Line.Look;
import org.roamscope.report.WatchedUe;

/** What stands on the screen: lines for the figures, the view and the size. */
final class Layout {
  /** Rows below which there is no message line. */
  private static final int LOW = 12;

  private final Figures figures;
  private final View view;
  private final boolean paused;
  private final int columns;
  private final int rows;
  private final Signs signs;
  private final List<Line> above;

  /**
   * Lays out.
   *
   * @param columns of the terminal, at least 1
   * @param rows of the terminal, at least 1
   */
  Layout(Figures figures, View view, boolean paused, int columns, int rows, Signs signs) {
    this.figures = figures;
    this.view = view;
    this.paused = paused;
    this.columns = columns;
    this.rows = rows;
    this.signs = signs;
    Header header = new Header(figures, signs, columns);
    above = new ArrayList<>(List.of(header.bar(paused)));
    above.addAll(header.lines(rows < LOW ? Math.max(0, rows - 7) : Math.max(5, rows / 3)));
  }

  /** Rows of the table or text that fit at once. */
  int page() {
    return Math.max(1, rows - above.size() - 1 - below().size());
  }

  /** The whole screen: never more lines than it has rows. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>(above);
    switch (view.panel()) {
      case TABLE, SEARCH -> table(lines);
      case DETAILS, HELP -> text(lines);
    }
    List<Line> below = below();
    while (lines.size() < rows - below.size()) {
      lines.add(new Line(columns));
    }
    List<Line> cut = lines.subList(0, Math.max(0, Math.min(lines.size(), rows - below.size())));
    List<Line> whole = new ArrayList<>(cut);
    whole.addAll(below);
    return List.copyOf(whole.subList(Math.max(0, whole.size() - rows), whole.size()));
  }

  private void table(List<Line> lines) {
    List<WatchedUe> shown = view.shown(figures.ues().ues());
    Table table = new Table(figures.latestNanos(), signs, columns);
    lines.add(table.heading());
    int page = page();
    int place = view.place(shown);
    int first = place / page * page;
    for (int i = first; i < Math.min(shown.size(), first + page); i++) {
      lines.add(table.row(shown.get(i), i == place));
    }
    if (shown.isEmpty()) {
      lines.add(new Line(columns).add(nothing()));
    }
  }

  private String nothing() {
    if (!view.search().isEmpty()) {
      return " no UE has '" + view.search() + "' in its name";
    }
    return figures.packets() == 0 ? " no packet so far" : " no UE so far";
  }

  private void text(List<Line> lines) {
    String title = view.panel() == View.Panel.HELP ? " Keys" : " The UE";
    lines.add(new Line(columns).add(title, Look.INVERSE).upTo(columns, Look.INVERSE));
    List<String> text = text();
    int first = Math.min(view.top(), Math.max(0, text.size() - page()));
    for (int i = first; i < Math.min(text.size(), first + page()); i++) {
      lines.add(new Line(columns).add(" " + text.get(i)));
    }
  }

  /** The view without scrolling beyond the end of a text. */
  View held() {
    int last = Math.max(0, text().size() - page());
    return view.top() <= last
        ? view
        : new View(view.selected(), view.order(), view.search(), view.panel(), last);
  }

  private List<String> text() {
    List<String> paragraphs =
        switch (view.panel()) {
          case HELP -> HELP;
          case DETAILS -> details();
          case TABLE, SEARCH -> List.of();
        };
    List<String> lines = new ArrayList<>();
    paragraphs.forEach(paragraph -> lines.addAll(Widths.wrapped(paragraph, columns - 2)));
    return lines;
  }

  private List<String> details() {
    return figures.ues().ues().stream()
        .filter(ue -> ue.name().equals(view.selected()))
        .findFirst()
        .map(WatchedUe::details)
        .orElse(List.of(view.selected() + " is no longer among those that are shown"));
  }

  private List<Line> below() {
    List<Line> lines = new ArrayList<>();
    if (rows >= LOW) {
      lines.add(new Line(columns).add(" " + figures.message()));
    }
    Line keys = new Line(columns);
    if (view.panel() == View.Panel.SEARCH) {
      keys.add(" /" + view.search(), Look.STRONG).add("_   Enter keeps it, Esc clears it");
    } else if (view.panel() == View.Panel.TABLE) {
      keys.add(" " + standing(), Look.STRONG);
      keys.add("   q quit  Enter details  / search  s sort  p " + (paused ? "go on" : "pause"));
      keys.add("  ? help");
    } else {
      keys.add(" Esc back", Look.STRONG).add("   Up, Down scroll  q quit");
    }
    lines.add(keys);
    return lines;
  }

  /** Which of how many UEs, in which order. */
  private String standing() {
    List<WatchedUe> shown = view.shown(figures.ues().ues());
    int all = figures.ues().all();
    String which = shown.isEmpty() ? "0" : view.place(shown) + 1 + "/" + Texts.number(shown.size());
    String more = shown.size() < all ? " of " + Texts.number(all) : "";
    String search = view.search().isEmpty() ? "" : " with '" + view.search() + "'";
    return which + more + search + (columns < 100 ? "" : ", " + view.order().words());
  }

  private static final List<String> HELP =
      List.of(
          "q           quit; so does Ctrl-C",
          "Up, Down    the UE before, after; also k, j",
          "PgUp, PgDn  a page; also the space bar",
          "Home, End   the first, the last",
          "Enter       all that is said of the UE, with frames and clauses; Esc goes back",
          "/           show only UEs with a text in their address or identity; Esc shows all",
          "s           sort: trouble first, last handover first, by home address",
          "p           pause: the screen stands still, the watch goes on",
          "?           this page",
          "",
          "A UE stands with the worst that is said of it within the window (--window). Totals count"
              + " from the start. K is what the Binding Update asked and what the answer granted in"
              + " the last handover. Times are those of the capture, UTC.");
}
