package org.roamscope.field;

import java.util.List;

/** A packet as a filter sees it: values by field name. */
@FunctionalInterface
public interface FieldSource {
  /**
   * One value in the packet.
   *
   * @param info its field
   * @param value the value
   * @param layer which of the headers of its protocol it is in, 1 for the outermost
   */
  record Occurrence(FieldInfo info, FieldValue value, int layer) {}

  /** All values of a field, in the order of the detail tree; empty when the packet has none. */
  List<Occurrence> occurrences(String filterName);
}
