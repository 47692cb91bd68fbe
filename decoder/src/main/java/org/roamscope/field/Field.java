package org.roamscope.field;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;

/** One field of a {@link Layout}: where it lies, what it is called, how it reads. */
public abstract sealed class Field permits UInt, Flag, AddressField, BytesField {
  private final Place place;
  private boolean hidden;
  private @Nullable FieldInfo info;

  /**
   * What every kind of field has.
   *
   * @param filterName display filter name
   * @param label name for people
   * @param clause where the structure is specified
   * @param bit first bit, from the start of the structure
   * @param bits width, 0 to the end
   */
  record Place(String filterName, String label, Clause clause, int bit, int bits) {
    Place named(String otherFilterName, String otherLabel) {
      return new Place(otherFilterName, otherLabel, clause, bit, bits);
    }
  }

  Field(Place place) {
    this.place = place;
  }

  final Place place() {
    return place;
  }

  /** Display filter name, for example {@code mip6.bu.k_flag}. */
  public final String filterName() {
    return place.filterName();
  }

  /** Name for people, as the specification has it. */
  public final String label() {
    return place.label();
  }

  /** First bit, counted from the start of the structure. */
  public final int bit() {
    return place.bit();
  }

  /** Width in bits; 0 for a field that runs to the end of the structure. */
  public final int bits() {
    return place.bits();
  }

  /** True for a second name of a field that stands under its first one in the detail tree. */
  public final boolean hidden() {
    return hidden;
  }

  final void hide() {
    hidden = true;
  }

  /** What the catalogue knows of this field. */
  public final FieldInfo info() {
    FieldInfo known = info;
    if (known == null) {
      known = new FieldInfo(filterName(), label(), type(), base(), registry(), place.clause());
      info = known;
    }
    return known;
  }

  /** True when the slice holds the whole field. */
  public final boolean in(Slice slice) {
    return bits() == 0 ? slice.holds(bit() / 8, 0) : slice.holds(0, (bit() + bits() + 7) / 8);
  }

  /** Where the field lies in the slice's byte source. */
  public final Span span(Slice slice) {
    long width = bits() == 0 ? Math.max(0, (slice.length() - bit() / 8) * 8L) : bits();
    return new Span(slice.offset() * 8L + bit(), width);
  }

  /** Type of the values. */
  public abstract FieldType type();

  /** How values are written alone. */
  public abstract FieldBase base();

  /** The registry of the values, or null. */
  public @Nullable CodePoints registry() {
    return null;
  }

  /** The value. The field must be {@link #in} the slice. */
  public abstract FieldValue value(Slice slice);

  /** The value as people read it. The field must be {@link #in} the slice. */
  public abstract String text(Slice slice);

  /** The same field under another name. */
  abstract Field alias(String filterName, String label);
}
