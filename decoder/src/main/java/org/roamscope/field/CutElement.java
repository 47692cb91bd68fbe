package org.roamscope.field;

import java.util.List;
import org.roamscope.bytes.Slice;

/**
 * A structure of which fewer octets are there than its fixed part has: the fields that are whole
 * are shown. It has no accessors, so nobody takes it for the real thing.
 *
 * @param slice what is there
 * @param layout the structure's definition
 * @param parts structures inside that are there
 */
public record CutElement(Slice slice, Layout layout, List<Element> parts) implements Element {
  /** Nothing inside is there. */
  public CutElement(Slice slice, Layout layout) {
    this(slice, layout, List.of());
  }
}
