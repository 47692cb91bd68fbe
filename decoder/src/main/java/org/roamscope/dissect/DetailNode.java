package org.roamscope.dissect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldValue;

/**
 * A line of the detail tree, made on demand from the layouts.
 *
 * @param text {@code label: value}, or the name of a structure
 * @param info the field, or null for a structure that is no filter of its own
 * @param value its value, or null for a structure that is no filter of its own
 * @param source the structure's octets, from whose byte source the span counts
 * @param span where the bits are in the byte source
 * @param hidden true for a second name of a field, which people need not see
 * @param derived true when no octets of the structure hold the value
 * @param children lines below
 */
public record DetailNode(
    String text,
    @Nullable FieldInfo info,
    @Nullable FieldValue value,
    Slice source,
    Span span,
    boolean hidden,
    boolean derived,
    List<DetailNode> children) {
  /** Parts below this depth are not opened. */
  public static final int MAX_DEPTH = 16;

  /** The tree of an element. */
  public static DetailNode of(Element element) {
    return of(element, 0);
  }

  /** The same line with another text. */
  public DetailNode withText(String other) {
    return new DetailNode(other, info, value, source, span, hidden, derived, children);
  }

  /** The same line with other lines below. */
  public DetailNode withChildren(List<DetailNode> others) {
    return new DetailNode(text, info, value, source, span, hidden, derived, List.copyOf(others));
  }

  /** Display filter name, empty for a structure that is no filter of its own. */
  public String filterName() {
    return info == null ? "" : info.name();
  }

  private static DetailNode of(Element element, int depth) {
    Slice slice = element.slice();
    List<DetailNode> children = new ArrayList<>();
    for (Field field : element.layout().fields()) {
      if (Fields.shown(field, slice)) {
        children.add(
            new DetailNode(
                field.label() + ": " + field.text(slice),
                field.info(),
                field.value(slice),
                slice,
                field.span(slice),
                field.hidden(),
                false,
                List.of()));
      }
    }
    for (Derived field : element.layout().derived()) {
      FieldValue value = element.derived(field);
      if (value != null) {
        children.add(
            new DetailNode(
                field.info().label() + ": " + field.text(value),
                field.info(),
                value,
                slice,
                slice.span(),
                false,
                true,
                List.of()));
      }
    }
    if (depth < MAX_DEPTH) {
      for (Element part : element.parts()) {
        children.add(of(part, depth + 1));
      }
    }
    FieldInfo self = element.layout().self();
    return new DetailNode(
        element.title(),
        self,
        self == null ? null : new FieldValue.Octets(slice),
        slice,
        slice.span(),
        false,
        false,
        List.copyOf(children));
  }
}
