package org.roamscope.ike;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * The header of a proposal or transform whose length cannot be.
 *
 * @param type payload type
 * @param slice the header
 */
record LoneHeader(int type, Slice slice) implements Element {
  @Override
  public Layout layout() {
    return GenericHeader.ALONE;
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return GenericHeader.announced(field, type);
  }
}
