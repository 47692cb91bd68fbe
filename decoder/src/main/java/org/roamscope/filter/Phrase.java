package org.roamscope.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter, or a part of it that is true or false, as written. */
sealed interface Phrase {
  /** True when all are. */
  record And(List<Phrase> parts) implements Phrase {}

  /** True when one is. */
  record Or(List<Phrase> parts) implements Phrase {}

  /** True when the other is not. */
  record Not(Phrase of) implements Phrase {}

  /** A term alone: there is such a field, or a calculation gives something. */
  record Presence(Term of) implements Phrase {}

  /** Two terms compared; {@code sign} is the operator as written. */
  record Comparison(Relation relation, String sign, Quantifier quantifier, Term left, Term right)
      implements Phrase {}

  /** The left holds the right. */
  record Contains(Quantifier quantifier, Term left, Term right) implements Phrase {}

  /** The left fits an expression. */
  record Matches(String sign, Quantifier quantifier, Term left, Term right) implements Phrase {}

  /** The left is one of some values. */
  record Member(Quantifier quantifier, Term left, List<Choice> choices) implements Phrase {}

  /** A value of a set, or the first and last of a range. */
  record Choice(Term first, @Nullable Term last) {}

  /** How many of a field's values must fit. */
  enum Quantifier {
    /** One. */
    ANY,
    /** All, and there must be one. */
    ALL
  }
}
