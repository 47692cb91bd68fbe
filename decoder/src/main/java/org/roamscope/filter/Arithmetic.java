package org.roamscope.filter;

import org.jspecify.annotations.Nullable;
import org.roamscope.field.FieldType;
import org.roamscope.field.IpAddress;

/** What two values can make. */
enum Arithmetic {
  AND("&"),
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  MODULO("%");

  private final String sign;

  Arithmetic(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  /** True when values of the type can be calculated with in this way. */
  boolean on(FieldType type) {
    return switch (this) {
      case AND ->
          type.integer()
              || Types.sliceable(type) && type != FieldType.STRING && type != FieldType.PROTOCOL;
      case ADD, SUBTRACT -> type.integer() || type == FieldType.RELATIVE_TIME;
      case MULTIPLY, DIVIDE, MODULO -> type.integer();
    };
  }

  /** The result, of the left one's width; null when there is none: a division by zero. */
  @Nullable Value apply(Value left, Value right) {
    return switch (left) {
      case Value.Whole a when right instanceof Value.Whole b -> numbers(a, b);
      case Value.Time a when right instanceof Value.Time b ->
          new Value.Time(this == SUBTRACT ? a.nanos() - b.nanos() : a.nanos() + b.nanos());
      case Value.Octets a when right instanceof Value.Octets b -> octets(a.octets(), b.octets());
      case Value.Address a
          when right instanceof Value.Address b && a.address().v4() == b.address().v4() ->
          new Value.Address(
              new IpAddress(
                  a.address().high() & b.address().high(),
                  a.address().low() & b.address().low(),
                  a.address().v4()),
              a.prefix());
      case Value.Whole a -> null;
      case Value.Time a -> null;
      case Value.Octets a -> null;
      case Value.Address a -> null;
    };
  }

  private @Nullable Value numbers(Value.Whole left, Value.Whole right) {
    long a = left.bits();
    long b = right.bits();
    boolean signed = left.negative() || right.negative();
    boolean below = this == SUBTRACT && left.order(right) < 0;
    if (b == 0 && (this == DIVIDE || this == MODULO)) {
      return null;
    }
    return (below ? signed(left.width()) : left.width())
        .wrap(
            switch (this) {
              case AND -> a & b;
              case ADD -> a + b;
              case SUBTRACT -> a - b;
              case MULTIPLY -> a * b;
              case DIVIDE -> signed ? a / b : Long.divideUnsigned(a, b);
              case MODULO -> signed ? a % b : Long.remainderUnsigned(a, b);
            });
  }

  /** As many octets as the shorter one has. */
  private static Value octets(byte[] left, byte[] right) {
    byte[] both = new byte[Math.min(left.length, right.length)];
    for (int i = 0; i < both.length; i++) {
      both[i] = (byte) (left[i] & right[i]);
    }
    return new Value.Octets(both, Value.Octets.Kind.BYTES);
  }

  private static Value.Width signed(Value.Width width) {
    return switch (width) {
      case UNSIGNED_32, SIGNED_32 -> Value.Width.SIGNED_32;
      case UNSIGNED_64, SIGNED_64 -> Value.Width.SIGNED_64;
    };
  }

  /** The value with the other sign. */
  static Value negative(Value value) {
    return switch (value) {
      case Value.Whole(long bits, Value.Width width) -> signed(width).wrap(-bits);
      case Value.Time time -> new Value.Time(-time.nanos());
      case Value.Octets octets -> octets;
      case Value.Address address -> address;
    };
  }

  /** The value without its sign. */
  static Value absolute(Value value) {
    boolean below =
        switch (value) {
          case Value.Whole number -> number.negative();
          case Value.Time(long nanos) -> nanos < 0;
          case Value.Octets octets -> false;
          case Value.Address address -> false;
        };
    return below ? negative(value) : value;
  }
}
