package org.roamscope.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML under construction: everything that comes in as text is escaped, every element is closed.
 */
final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; {@code style} is a class or empty. */
  Html open(String tag, String style) {
    return open(tag, style, "");
  }

  /** Opens an element that links can point at. */
  Html open(String tag, String style, String id) {
    start(tag, style, id);
    open.push(tag);
    return this;
  }

  /** Opens an element that is open to the reader from the start ({@code details}). */
  Html unfolded(String style) {
    out.append("<details class=\"").append(HtmlText.of(style)).append("\" open>");
    open.push("details");
    return this;
  }

  /** Closes the element opened last. */
  Html close() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    switch (tag) {
      case "span", "a", "b", "code" -> {}
      default -> out.append('\n');
    }
    return this;
  }

  private void start(String tag, String style, String id) {
    out.append('<').append(tag);
    if (!style.isEmpty()) {
      out.append(" class=\"").append(HtmlText.of(style)).append('"');
    }
    if (!id.isEmpty()) {
      out.append(" id=\"").append(HtmlText.of(id)).append('"');
    }
    out.append('>');
  }

  /** Text. */
  Html text(String text) {
    out.append(HtmlText.of(text));
    return this;
  }

  /** An element with text only. */
  Html leaf(String tag, String style, String text) {
    return open(tag, style).text(text).close();
  }

  /** A link within the page. */
  Html link(String id, String text) {
    out.append("<a href=\"#").append(HtmlText.of(id)).append("\">").append(HtmlText.of(text));
    out.append("</a>");
    return this;
  }

  /** A term with its description, in a {@code dl}; nothing when there is no description. */
  Html fact(String term, String description) {
    if (!description.isEmpty()) {
      open("div", "").leaf("dt", "", term).leaf("dd", "", description).close();
    }
    return this;
  }

  /** The head of a table. */
  Html table(String... heads) {
    open("div", "scroll").open("table", "").open("thead", "").open("tr", "");
    for (String head : heads) {
      leaf("th", "", head);
    }
    return close().close().open("tbody", "");
  }

  /** Closes a table. */
  Html tableEnd() {
    return close().close().close();
  }

  /** A word that says how bad it is, with a sign before it: colour is never the only one. */
  Html chip(Lines.Style style, String word) {
    String sign =
        switch (style) {
          case BAD -> "\u2715";
          case DOUBTFUL -> "\u25b2";
          case NOTABLE, HEADING -> "\u25cf";
          case GOOD -> "\u2713";
        };
    open("span", "chip " + tone(style));
    return leaf("span", "sign", sign).text(" " + word).close();
  }

  /** The class of a style. */
  static String tone(Lines.Style style) {
    return switch (style) {
      case BAD -> "t-bad";
      case DOUBTFUL -> "t-doubt";
      case NOTABLE, HEADING -> "t-note";
      case GOOD -> "t-good";
    };
  }

  /** Markup that was made here: a drawing. */
  Html drawing(String svg) {
    out.append(svg);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
