package org.roamscope.field;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;

/**
 * A dissected structure: a view of its bytes and the layout that explains them. Detail trees,
 * reports and filters read elements through this interface; trackers read typed accessors.
 */
public interface Element {
  /** The definition. */
  Layout layout();

  /** The bytes, from the structure's first octet to its last. */
  Slice slice();

  /** Structures inside this one that are not layers of their own: options, payloads, proposals. */
  default List<? extends Element> parts() {
    return List.of();
  }

  /** The value of one of the layout's derived fields, or null when this one has none. */
  default @Nullable FieldValue derived(Derived field) {
    return null;
  }

  /** Name for people; more telling than the layout's where the structure has a type. */
  default String title() {
    return layout().name();
  }
}
