package org.roamscope.net;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * Octets that this version does not look into, under the name of what they are.
 *
 * @param slice the octets
 * @param title what they are, for people
 */
public record Opaque(Slice slice, String title) implements Element {
  static final Layout WIRE = Layout.of("data", "Data", new Clause("none", "")).protocol("data");

  static final BytesField DATA = WIRE.rest("data.data", "Data");
  static final Derived LENGTH = WIRE.derived(FieldType.INT32, "len", "Length");

  static {
    WIRE.total(0);
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return slice.length() == 0 ? null : new FieldValue.Numeric(slice.length());
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
