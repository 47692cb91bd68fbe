package org.roamscope.field;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;

/**
 * A field that no octets of its structure hold, but that follows from them or from what stands
 * around: a checksum's verdict, a type that the structure before announced. The value comes from
 * {@link Element#derived}.
 */
public final class Derived {
  private final FieldInfo info;

  Derived(FieldInfo info) {
    this.info = info;
  }

  /** Display filter name. */
  public String filterName() {
    return info.name();
  }

  /** What the catalogue knows of this field. */
  public FieldInfo info() {
    return info;
  }

  /** The value as people read it: named where it has a name. */
  public String text(FieldValue value) {
    @Nullable CodePoints names = info.names();
    if (names != null && value instanceof FieldValue.Numeric(long number)) {
      return names.name(number) + " (" + number + ")";
    }
    return switch (value) {
      case FieldValue.Octets(Slice octets) -> BytesField.hex(octets);
      case FieldValue.Bool(boolean set) -> set ? "Set" : "Not set";
      default -> info.plain(value);
    };
  }
}
