package org.roamscope.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.FieldSource;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.FieldType;

/** A side of an operator, checked: it has a type, and values in a packet. */
sealed interface Operand {
  /**
   * Most values that a calculation gives; what is above is left out. Two fields that stand in a
   * packet many times would otherwise multiply without end.
   */
  int MAX_VALUES = 4096;

  /** Type of the values. */
  FieldType type();

  /** The values in a packet; none when a field is not there. */
  List<Value> values(FieldSource packet);

  /** A value out of the filter's text. */
  record Constant(FieldType type, Value value) implements Operand {
    @Override
    public List<Value> values(FieldSource packet) {
      return List.of(value);
    }
  }

  /** A field; {@code layers} is null for all of them. */
  record Field(FieldType type, String name, @Nullable Ranges layers) implements Operand {
    /** The occurrences that the layers let through. */
    List<Occurrence> occurrences(FieldSource packet) {
      List<Occurrence> all = packet.occurrences(name);
      if (layers == null || all.isEmpty()) {
        return all;
      }
      int innermost = all.stream().mapToInt(Occurrence::layer).max().orElse(0);
      return all.stream().filter(one -> layers.hold(one.layer(), innermost)).toList();
    }

    @Override
    public List<Value> values(FieldSource packet) {
      List<Occurrence> occurrences = occurrences(packet);
      List<Value> values = new ArrayList<>(occurrences.size());
      for (Occurrence occurrence : occurrences) {
        values.add(Value.of(occurrence));
      }
      return values;
    }
  }

  /** Octets cut out of each value; a value that is too short gives none of them. */
  record Slice(Operand of, Ranges ranges) implements Operand {
    @Override
    public FieldType type() {
      return FieldType.BYTES;
    }

    @Override
    public List<Value> values(FieldSource packet) {
      List<Value> parts = new ArrayList<>();
      for (Value value : of.values(packet)) {
        parts.add(new Value.Octets(ranges.cut(octets(value)), Value.Octets.Kind.BYTES));
      }
      return parts;
    }

    private static byte[] octets(Value value) {
      return switch (value) {
        case Value.Octets(byte[] octets, var kind) -> octets;
        case Value.Address(var address, int prefix) -> address.bytes();
        case Value.Whole number -> new byte[0];
        case Value.Time time -> new byte[0];
      };
    }
  }

  /** Each value of the left with each of the right. */
  record Calculation(Arithmetic how, Operand left, Operand right) implements Operand {
    @Override
    public FieldType type() {
      return left.type();
    }

    @Override
    public List<Value> values(FieldSource packet) {
      List<Value> results = new ArrayList<>();
      List<Value> rights = right.values(packet);
      for (Value a : left.values(packet)) {
        for (Value b : rights) {
          Value result = how.apply(a, b);
          if (result != null && results.size() < MAX_VALUES) {
            results.add(result);
          }
        }
      }
      return results;
    }
  }

  /** Each value with the other sign. */
  record Negative(Operand of) implements Operand {
    @Override
    public FieldType type() {
      return of.type();
    }

    @Override
    public List<Value> values(FieldSource packet) {
      return of.values(packet).stream().map(Arithmetic::negative).toList();
    }
  }

  /** What a function gives. */
  record Call(Function function, FieldType type, List<Operand> arguments) implements Operand {
    @Override
    public List<Value> values(FieldSource packet) {
      return function.apply(arguments, packet);
    }
  }
}
