package org.roamscope.field;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;

/** A number of 1 to 64 bits, unsigned unless said otherwise. */
public final class UInt extends Field {
  private @Nullable CodePoints registry;
  private LongFunction<String> format = Long::toUnsignedString;
  private FieldType type;
  private FieldBase base = FieldBase.DEC;
  private LongFunction<FieldValue> reading = FieldValue.Numeric::new;

  UInt(Place place) {
    super(place);
    type = FieldType.unsigned(place.bits());
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
    base = FieldBase.HEX;
    return this;
  }

  /** Gives the value another type than the narrowest unsigned one. */
  public UInt as(FieldType other) {
    type = other;
    return this;
  }

  /** The value is a two's complement number of the field's width. */
  public UInt signed() {
    int unused = 64 - bits();
    type = FieldType.signed(bits());
    reading = number -> new FieldValue.Numeric(number << unused >> unused);
    format = number -> Long.toString(number << unused >> unused);
    return this;
  }

  /** Reads the bits as a value of another kind, for example a time. */
  public UInt read(FieldType as, LongFunction<FieldValue> how) {
    type = as;
    reading = how;
    return this;
  }

  @Override
  public FieldType type() {
    return type;
  }

  @Override
  public FieldBase base() {
    return base;
  }

  @Override
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
  public FieldValue value(Slice slice) {
    return reading.apply(get(slice));
  }

  @Override
  public String text(Slice slice) {
    return format.apply(get(slice));
  }

  @Override
  UInt alias(String filterName, String label) {
    UInt other = new UInt(place().named(filterName, label));
    other.registry = registry;
    other.format = format;
    other.type = type;
    other.base = base;
    other.reading = reading;
    return other;
  }
}
