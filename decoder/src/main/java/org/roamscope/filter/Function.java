package org.roamscope.filter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.field.FieldSource;

/** The functions of the language. */
enum Function {
  UPPER(1),
  LOWER(1),
  LEN(1),
  COUNT(1),
  STRING(1),
  MAX(Integer.MAX_VALUE),
  MIN(Integer.MAX_VALUE),
  ABS(1);

  private final int most;

  Function(int most) {
    this.most = most;
  }

  /** Most arguments; the least is one. */
  int most() {
    return most;
  }

  /** As filters write it. */
  String sign() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The function of that name, or null. */
  static @Nullable Function find(String name) {
    for (Function function : values()) {
      if (function.sign().equals(name)) {
        return function;
      }
    }
    return null;
  }

  /** The results; none when no argument has a value. */
  List<Value> apply(List<Operand> arguments, FieldSource packet) {
    List<Value> values = new ArrayList<>();
    for (Operand argument : arguments) {
      values.addAll(argument.values(packet));
    }
    if (values.isEmpty()) {
      return values;
    }
    return switch (this) {
      case UPPER -> values.stream().map(value -> shifted(value, 'a', 'z')).toList();
      case LOWER -> values.stream().map(value -> shifted(value, 'A', 'Z')).toList();
      case LEN ->
          values.stream().map(value -> number(octets(value, arguments.getFirst()))).toList();
      case COUNT -> List.of(number(values.size()));
      case STRING -> values.stream().map(Function::text).toList();
      case MAX -> List.of(furthest(values, 1));
      case MIN -> List.of(furthest(values, -1));
      case ABS -> values.stream().map(Arithmetic::absolute).toList();
    };
  }

  private static Value number(int number) {
    return new Value.Whole(number, Value.Width.UNSIGNED_32);
  }

  private static Value furthest(List<Value> values, int direction) {
    Value best = values.getFirst();
    for (Value value : values) {
      if (Integer.signum(value.order(best)) == direction) {
        best = value;
      }
    }
    return best;
  }

  /** Letters of ASCII in the other case. */
  private static Value shifted(Value value, char first, char last) {
    if (!(value instanceof Value.Octets(byte[] octets, Value.Octets.Kind kind))) {
      return value;
    }
    byte[] other = octets.clone();
    for (int i = 0; i < other.length; i++) {
      if (other[i] >= first && other[i] <= last) {
        other[i] ^= 0x20;
      }
    }
    return new Value.Octets(other, kind);
  }

  private static int octets(Value value, Operand argument) {
    return value instanceof Value.Octets(byte[] octets, var kind)
        ? octets.length
        : Math.max(1, argument.type().octets());
  }

  /** Numbers in decimal, addresses as they are shown. */
  private static Value text(Value value) {
    String text =
        switch (value) {
          case Value.Whole(long bits, Value.Width width) ->
              width.signed() ? Long.toString(bits) : Long.toUnsignedString(bits);
          case Value.Octets(byte[] octets, var kind) -> Hex.colons(octets);
          case Value.Address(var address, int prefix) -> address.toString();
          case Value.Time(long nanos) -> Long.toString(nanos);
        };
    return new Value.Octets(text.getBytes(StandardCharsets.UTF_8), Value.Octets.Kind.TEXT);
  }
}
