package org.roamscope.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.FieldCatalog;

/** What stands on a side of an operator, as written. */
sealed interface Term {
  /** The part that messages point at. */
  Part part();

  /** A value, quoted or not. */
  record Literal(Token token) implements Term {
    @Override
    public Part part() {
      return token.part();
    }
  }

  /** A field; {@code layers} is null for all of them. */
  record Field(Part part, FieldCatalog.Entry entry, @Nullable Ranges layers) implements Term {}

  /** Octets cut out of a value. */
  record Slice(Term of, Ranges ranges) implements Term {
    @Override
    public Part part() {
      return of.part();
    }
  }

  /** A function with its arguments. */
  record Call(Part part, String name, List<Term> arguments) implements Term {}

  /** Two values make a third. */
  record Binary(Part part, Arithmetic how, Term left, Term right) implements Term {}

  /** A value with a minus before it. */
  record Negative(Part part, Term of) implements Term {}

  /** The first value of a calculation that begins with one; else null. */
  static @Nullable Literal leadingLiteral(Term term) {
    return switch (term) {
      case Literal literal -> literal;
      case Binary binary -> leadingLiteral(binary.left());
      case Negative negative -> leadingLiteral(negative.of());
      case Field field -> null;
      case Slice slice -> null;
      case Call call -> null;
    };
  }
}
