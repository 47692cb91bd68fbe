package org.roamscope.field;

import org.roamscope.bytes.Slice;

/** One bit. */
public final class Flag extends Field {
  Flag(Place place) {
    super(place);
  }

  /** True when set. */
  public boolean get(Slice slice) {
    return slice.bits(bit(), 1) == 1;
  }

  @Override
  public FieldType type() {
    return FieldType.BOOLEAN;
  }

  @Override
  public FieldBase base() {
    return FieldBase.DEC;
  }

  @Override
  public FieldValue value(Slice slice) {
    return new FieldValue.Bool(get(slice));
  }

  @Override
  public String text(Slice slice) {
    return get(slice) ? "Set" : "Not set";
  }

  @Override
  Flag alias(String filterName, String label) {
    return new Flag(place().named(filterName, label));
  }
}
