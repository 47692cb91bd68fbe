package org.roamscope.report;

import java.util.List;

/** A Markdown page of the project as HTML: headings, paragraphs, lists, code. */
final class HtmlMarkdown {
  private HtmlMarkdown() {}

  /** Adds the page; its headings become paragraphs in bold. */
  static void add(Html html, String markdown) {
    boolean list = false;
    for (PageText.Block block : PageText.blocks(markdown)) {
      boolean item = block.kind() == PageText.Kind.ITEM;
      if (item != list) {
        if (item) {
          html.open("ul", "");
        } else {
          html.close();
        }
        list = item;
      }
      switch (block.kind()) {
        case HEADING -> html.leaf("p", "subhead", block.text());
        case ITEM -> inline(html.open("li", ""), block.text()).close();
        case PARAGRAPH -> inline(html.open("p", ""), block.text()).close();
      }
    }
    if (list) {
      html.close();
    }
  }

  /** Every other piece between grave accents is code. */
  private static Html inline(Html html, String text) {
    boolean code = false;
    for (String piece : List.of(text.replace("**", "").split("`", -1))) {
      if (code) {
        html.leaf("code", "", piece);
      } else {
        html.text(piece);
      }
      code = !code;
    }
    return html;
  }

  /** What stands under a heading of level 2, empty when there is no such heading. */
  static String section(String page, String heading) {
    int start = page.indexOf("\n## " + heading + "\n");
    if (start < 0) {
      return "";
    }
    int from = start + heading.length() + 5;
    int end = page.indexOf("\n## ", from);
    return page.substring(from, end < 0 ? page.length() : end).strip();
  }
}
