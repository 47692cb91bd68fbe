package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * Octets that this version does not look into, under the name of what they are.
 *
 * @param slice the octets
 * @param title what they are, for people
 */
public record Opaque(Slice slice, String title) implements Element {
  static final Layout WIRE = Layout.of("data", "Data", new Clause("none", ""));

  static final BytesField DATA = WIRE.rest("data.data", "Data");

  static {
    WIRE.total(0);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
