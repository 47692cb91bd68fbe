package org.roamscope.filter;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.roamscope.field.FieldSource;
import org.roamscope.filter.Phrase.Quantifier;

/** A checked filter, or a part of it: true or false for a packet. */
sealed interface Condition {
  boolean matches(FieldSource packet);

  /** Every packet. */
  record Everything() implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      return true;
    }
  }

  /** All of them, asked in order up to the first that says no. */
  record And(List<Condition> parts) implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      for (Condition part : parts) {
        if (!part.matches(packet)) {
          return false;
        }
      }
      return true;
    }
  }

  /** One of them, asked in order up to the first that says yes. */
  record Or(List<Condition> parts) implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      for (Condition part : parts) {
        if (part.matches(packet)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The other one's contrary. */
  record Not(Condition of) implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      return !of.matches(packet);
    }
  }

  /** The field is there. */
  record Present(Operand.Field field) implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      return !field.occurrences(packet).isEmpty();
    }
  }

  /** There are octets in that place. */
  record Cut(Operand.Slice slice) implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      return slice.values(packet).stream()
          .anyMatch(
              part -> part instanceof Value.Octets(byte[] octets, var kind) && octets.length > 0);
    }
  }

  /** A calculation gives something else than zero. */
  record NotZero(Operand of) implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      return of.values(packet).stream().anyMatch(value -> !value.zero());
    }
  }

  /** Values on both sides that stand so to each other. */
  record Compared(Relation relation, Quantifier quantifier, Operand left, Operand right)
      implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      return paired(packet, quantifier, left, right, relation::holds);
    }
  }

  /** Octets in which others stand. */
  record Containing(Quantifier quantifier, Operand left, Operand right) implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      return paired(packet, quantifier, left, right, Containing::contains);
    }

    private static boolean contains(Value left, Value right) {
      return left instanceof Value.Octets(byte[] where, var kind)
          && right instanceof Value.Octets(byte[] what, var other)
          && what.length > 0
          && indexOf(where, what) >= 0;
    }

    private static int indexOf(byte[] where, byte[] what) {
      for (int at = 0; at <= where.length - what.length; at++) {
        int same = 0;
        while (same < what.length && where[at + same] == what[same]) {
          same++;
        }
        if (same == what.length) {
          return at;
        }
      }
      return -1;
    }
  }

  /** Octets that fit an expression. */
  record Matching(Quantifier quantifier, Operand left, Expression expression) implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      return quantified(
          quantifier,
          left.values(packet),
          value ->
              value instanceof Value.Octets(byte[] octets, var kind) && expression.found(octets));
    }
  }

  /** A value between two others. */
  record Between(Quantifier quantifier, Operand left, Operand first, Operand last)
      implements Condition {
    @Override
    public boolean matches(FieldSource packet) {
      List<Value> lefts = left.values(packet);
      return !lefts.isEmpty()
          && quantified(
              quantifier,
              lefts,
              value ->
                  within(Relation.GREATER_OR_EQUAL, value, first.values(packet))
                      && within(Relation.LESS_OR_EQUAL, value, last.values(packet)));
    }

    private boolean within(Relation relation, Value value, List<Value> bounds) {
      return quantified(quantifier, bounds, bound -> relation.holds(value, bound));
    }
  }

  /** Values of both sides fit each other in pairs; a side without values fits nothing. */
  private static boolean paired(
      FieldSource packet,
      Quantifier quantifier,
      Operand left,
      Operand right,
      BiPredicate<Value, Value> fits) {
    List<Value> lefts = left.values(packet);
    if (lefts.isEmpty()) {
      return false;
    }
    List<Value> rights = right.values(packet);
    return !rights.isEmpty()
        && quantified(quantifier, lefts, a -> quantified(quantifier, rights, b -> fits.test(a, b)));
  }

  /** One of the values fits, or all do and there is one. */
  private static boolean quantified(
      Quantifier quantifier, List<Value> values, Predicate<Value> fits) {
    return switch (quantifier) {
      case ANY -> values.stream().anyMatch(fits);
      case ALL -> !values.isEmpty() && values.stream().allMatch(fits);
    };
  }
}
