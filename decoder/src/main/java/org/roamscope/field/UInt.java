package org.roamscope.field;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;

/** An unsigned number of 1 to 64 bits. */
public final class UInt extends Field {
  private @Nullable CodePoints registry;
  private LongFunction<String> format = Long::toUnsignedString;

  UInt(String filterName, String label, int bit, int bits) {
    super(filterName, label, bit, bits);
  }

  /** Names the values. */
  public UInt names(CodePoints points) {
    registry = points;
    format = number -> points.name(number) + " (" + number + ")";
    return this;
  }

  /** Shows the value in the way given. */
  public UInt shownAs(LongFunction<String> how) {
    format = how;
    return this;
  }

  /** Shows the value as hexadecimal digits, padded to the field's width. */
  public UInt hex() {
    int digits = (bits() + 3) / 4;
    format = number -> String.format("0x%0" + digits + "x", number);
    return this;
  }

  /** The registry of the values, or null. */
  public @Nullable CodePoints registry() {
    return registry;
  }

  /** The value; 64-bit values keep their bits. */
  public long get(Slice slice) {
    return slice.bits(bit(), bits());
  }

  /** The value of a field of at most 31 bits. */
  public int getInt(Slice slice) {
    return (int) get(slice);
  }

  @Override
  public String text(Slice slice) {
    return format.apply(get(slice));
  }
}
