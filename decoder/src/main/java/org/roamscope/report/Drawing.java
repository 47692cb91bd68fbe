package org.roamscope.report;

import java.util.Locale;

/**
 * SVG under construction: text is selectable, every colour is a class of {@link Palette}, nothing
 * is loaded and nothing runs.
 */
final class Drawing {
  /** Where a text stands relative to its point. */
  enum Anchor {
    START(""),
    MIDDLE(" mid"),
    END(" end");

    private final String style;

    Anchor(String style) {
      this.style = style;
    }
  }

  private final StringBuilder body = new StringBuilder();
  private final int width;
  private int height;

  Drawing(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  void height(int pixels) {
    height = pixels;
  }

  /** A line. */
  void line(double x1, double y1, double x2, double y2, String style) {
    body.append("<line");
    attribute("x1", x1);
    attribute("y1", y1);
    attribute("x2", x2);
    attribute("y2", y2);
    style(style);
    body.append("/>\n");
  }

  /** A rectangle with round corners and a title that a pointer shows. */
  void box(double x, double y, double boxWidth, double boxHeight, String style, String title) {
    body.append("<rect");
    attribute("x", x);
    attribute("y", y);
    attribute("width", Math.max(1, boxWidth));
    attribute("height", Math.max(1, boxHeight));
    attribute("rx", 3);
    style(style);
    if (title.isEmpty()) {
      body.append("/>\n");
    } else {
      body.append("><title>").append(HtmlText.of(title)).append("</title></rect>\n");
    }
  }

  /** A dot. */
  void dot(double x, double y, double radius, String style) {
    body.append("<circle");
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", radius);
    style(style);
    body.append("/>\n");
  }

  /** A filled shape or a line through points: x and y in turn. */
  void path(String style, boolean closed, double... points) {
    body.append("<path d=\"");
    for (int i = 0; i < points.length; i += 2) {
      body.append(i == 0 ? "M" : "L").append(number(points[i])).append(' ');
      body.append(number(points[i + 1]));
    }
    body.append(closed ? "Z\"" : "\"");
    style(style);
    body.append("/>\n");
  }

  /** Text; it is escaped here. */
  void text(double x, double y, Anchor anchor, String style, String text) {
    body.append("<text");
    attribute("x", x);
    attribute("y", y);
    style(style + anchor.style);
    body.append('>').append(HtmlText.of(text)).append("</text>\n");
  }

  private void style(String style) {
    if (!style.isBlank()) {
      body.append(" class=\"").append(style.strip()).append('"');
    }
  }

  private void attribute(String name, double value) {
    body.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  private static String number(double value) {
    double tenths = Math.round(value * 10) / 10.0;
    return tenths == Math.rint(tenths)
        ? Long.toString((long) tenths)
        : String.format(Locale.ROOT, "%.1f", tenths);
  }

  /** To stand in a page that has the styles. */
  String inline(String label) {
    return element(label, "");
  }

  /** A file of its own. */
  String standalone(String label) {
    return element(label, "<style>\n" + Palette.css() + Palette.DRAWING + "</style>\n");
  }

  private String element(String label, String style) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" role=\"img\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" aria-label=\""
        + HtmlText.of(label)
        + "\">\n"
        + "<title>"
        + HtmlText.of(label)
        + "</title>\n"
        + style
        + body
        + "</svg>\n";
  }
}
