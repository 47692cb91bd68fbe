package org.roamscope.cli.board;

import java.util.Comparator;
import java.util.List;
import org.roamscope.field.PlainText;
import org.roamscope.report.WatchedUe;

/**
 * Where the user is.
 *
 * @param selected name of the UE that is selected; empty for the first. A name, not a place: what
 *     is looked at stays when others come before it
 * @param order of the UEs
 * @param search part of the names that are shown, empty for all
 * @param panel what is shown
 * @param top first line shown of a text
 */
record View(String selected, Order order, String search, Panel panel, int top) {
  static final View FIRST = new View("", Order.TROUBLE, "", Panel.TABLE, 0);

  /** Characters of a search. */
  private static final int LONGEST_SEARCH = 64;

  /** What is shown below the figures. */
  enum Panel {
    /** The UEs. */
    TABLE,
    /** The UEs, while a search is typed. */
    SEARCH,
    /** One UE. */
    DETAILS,
    /** The keys. */
    HELP
  }

  /** In which order UEs stand. */
  enum Order {
    TROUBLE("trouble first"),
    LATEST("last handover first"),
    NAME("by home address");

    private final String words;

    Order(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    private Order next() {
      return switch (this) {
        case TROUBLE -> LATEST;
        case LATEST -> NAME;
        case NAME -> TROUBLE;
      };
    }

    private List<WatchedUe> sorted(List<WatchedUe> troubleFirst) {
      Comparator<WatchedUe> byName = Comparator.comparing(WatchedUe::name);
      return switch (this) {
        case TROUBLE -> troubleFirst;
        case LATEST ->
            troubleFirst.stream()
                .sorted(
                    Comparator.comparingLong(View::lastHandover).reversed().thenComparing(byName))
                .toList();
        case NAME -> troubleFirst.stream().sorted(byName).toList();
      };
    }
  }

  private static long lastHandover(WatchedUe ue) {
    return ue.last() == null ? Long.MIN_VALUE : ue.last().movement().begin().timeNanos();
  }

  /** The UEs that are shown, in their order. */
  List<WatchedUe> shown(List<WatchedUe> all) {
    List<WatchedUe> found =
        search.isEmpty() ? all : all.stream().filter(ue -> ue.matches(search)).toList();
    return order.sorted(found);
  }

  /** Place of the selected UE among those shown; the first when it is not there. */
  int place(List<WatchedUe> shown) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).name().equals(selected)) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Where the user is after a key that has to do with the view; the same for others.
   *
   * @param all the UEs there are
   * @param page lines of a page
   */
  View after(Key key, List<WatchedUe> all, int page) {
    return switch (panel) {
      case TABLE -> ofTable(key, all, page);
      case SEARCH -> ofSearch(key, all, page);
      case DETAILS, HELP -> ofText(key, page);
    };
  }

  private View ofTable(Key key, List<WatchedUe> all, int page) {
    if (key instanceof Key.Typed(int character)) {
      return switch (character) {
        case '/' -> with(Panel.SEARCH);
        case '?', 'h' -> with(Panel.HELP);
        case 's' -> new View(selected, order.next(), search, panel, 0);
        case 'j' -> move(all, 1);
        case 'k' -> move(all, -1);
        case ' ' -> move(all, page);
        default -> this;
      };
    }
    return switch ((Key.Named) key) {
      case UP -> move(all, -1);
      case DOWN -> move(all, 1);
      case PAGE_UP -> move(all, -page);
      case PAGE_DOWN -> move(all, page);
      case HOME -> move(all, -all.size());
      case END -> move(all, all.size());
      case ENTER -> shown(all).isEmpty() ? this : move(all, 0).with(Panel.DETAILS);
      case ESCAPE -> searching("");
      case BACKSPACE -> this;
    };
  }

  private View ofSearch(Key key, List<WatchedUe> all, int page) {
    if (key instanceof Key.Typed(int character)) {
      boolean takes = search.length() < LONGEST_SEARCH && PlainText.passes(character);
      return takes ? searching(search + Character.toString(character)) : this;
    }
    return switch ((Key.Named) key) {
      case ENTER -> with(Panel.TABLE);
      case ESCAPE -> searching("").with(Panel.TABLE);
      case BACKSPACE ->
          search.isEmpty()
              ? with(Panel.TABLE)
              : searching(search.substring(0, search.offsetByCodePoints(search.length(), -1)));
      case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END -> ofTable(key, all, page);
    };
  }

  private View ofText(Key key, int page) {
    if (key instanceof Key.Typed(int character)) {
      return switch (character) {
        case 'j' -> scrolled(1);
        case 'k' -> scrolled(-1);
        case ' ' -> scrolled(page);
        case '?', 'h' -> panel == Panel.HELP ? with(Panel.TABLE) : with(Panel.HELP);
        default -> this;
      };
    }
    return switch ((Key.Named) key) {
      case UP -> scrolled(-1);
      case DOWN -> scrolled(1);
      case PAGE_UP -> scrolled(-page);
      case PAGE_DOWN -> scrolled(page);
      case HOME -> scrolled(-top);
      case END -> this;
      case ENTER, ESCAPE, BACKSPACE -> with(Panel.TABLE);
    };
  }

  private View move(List<WatchedUe> all, int by) {
    List<WatchedUe> shown = shown(all);
    if (shown.isEmpty()) {
      return this;
    }
    int place = Math.clamp((long) place(shown) + by, 0, shown.size() - 1);
    return new View(shown.get(place).name(), order, search, panel, 0);
  }

  private View scrolled(int by) {
    return new View(selected, order, search, panel, Math.max(0, top + by));
  }

  private View searching(String text) {
    return new View(selected, order, text, panel, 0);
  }

  private View with(Panel other) {
    return new View(selected, order, search, other, 0);
  }
}
