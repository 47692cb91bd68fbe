package org.roamscope.field;

import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;

/** One field of a {@link Layout}: where it lies, what it is called, how it reads. */
public abstract sealed class Field permits UInt, Flag, AddressField, BytesField {
  private final String filterName;
  private final String label;
  private final int bit;
  private final int bits;

  Field(String filterName, String label, int bit, int bits) {
    this.filterName = filterName;
    this.label = label;
    this.bit = bit;
    this.bits = bits;
  }

  /** Display filter name, for example {@code mip6.bu.k_flag}. */
  public final String filterName() {
    return filterName;
  }

  /** Name for people, as the specification has it. */
  public final String label() {
    return label;
  }

  /** First bit, counted from the start of the structure. */
  public final int bit() {
    return bit;
  }

  /** Width in bits; 0 for a field that runs to the end of the structure. */
  public final int bits() {
    return bits;
  }

  /** True when the slice holds the whole field. */
  public final boolean in(Slice slice) {
    return bits == 0 ? slice.holds(bit / 8, 0) : slice.holds(0, (bit + bits + 7) / 8);
  }

  /** Where the field lies in the slice's byte source. */
  public final Span span(Slice slice) {
    long width = bits == 0 ? Math.max(0, (slice.length() - bit / 8) * 8L) : bits;
    return new Span(slice.offset() * 8L + bit, width);
  }

  /** The value as people read it. The field must be {@link #in} the slice. */
  public abstract String text(Slice slice);
}
