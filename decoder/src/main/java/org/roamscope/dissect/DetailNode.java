package org.roamscope.dissect;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Span;
import org.roamscope.field.Element;
import org.roamscope.field.Field;

/**
 * A line of the detail tree, made on demand from the layouts.
 *
 * @param text {@code label: value}
 * @param filterName display filter name
 * @param span where the bits are in the element's byte source
 * @param children lines below
 */
public record DetailNode(String text, String filterName, Span span, List<DetailNode> children) {
  /** Parts below this depth are not opened. */
  private static final int MAX_DEPTH = 16;

  /** The tree of an element. */
  public static DetailNode of(Element element) {
    return of(element, 0);
  }

  private static DetailNode of(Element element, int depth) {
    List<DetailNode> children = new ArrayList<>();
    for (Field field : element.layout().fields()) {
      if (field.in(element.slice())) {
        children.add(
            new DetailNode(
                field.label() + ": " + field.text(element.slice()),
                field.filterName(),
                field.span(element.slice()),
                List.of()));
      }
    }
    if (depth < MAX_DEPTH) {
      for (Element part : element.parts()) {
        children.add(of(part, depth + 1));
      }
    }
    return new DetailNode(
        element.title(), element.layout().prefix(), element.slice().span(), List.copyOf(children));
  }
}
