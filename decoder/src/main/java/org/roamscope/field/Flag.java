package org.roamscope.field;

import org.roamscope.bytes.Slice;

/** One bit. */
public final class Flag extends Field {
  Flag(String filterName, String label, int bit) {
    super(filterName, label, bit, 1);
  }

  /** True when set. */
  public boolean get(Slice slice) {
    return slice.bits(bit(), 1) == 1;
  }

  @Override
  public String text(Slice slice) {
    return get(slice) ? "Set" : "Not set";
  }
}
