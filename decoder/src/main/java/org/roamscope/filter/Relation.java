package org.roamscope.filter;

import org.jspecify.annotations.Nullable;
import org.roamscope.filter.Phrase.Quantifier;

/** How two values can stand to each other. */
enum Relation {
  EQUAL,
  DIFFERENT,
  GREATER,
  LESS,
  GREATER_OR_EQUAL,
  LESS_OR_EQUAL;

  /** What an operator asks for: a relation, and of how many values when nothing else is said. */
  record Operator(Relation relation, Quantifier quantifier) {}

  /** The operator of that name or sign, or null. */
  static @Nullable Operator operator(Token token) {
    if (token.kind() != Token.Kind.SIGN) {
      return null;
    }
    return switch (token.text()) {
      case "==", "eq", "any_eq" -> new Operator(EQUAL, Quantifier.ANY);
      case "===", "all_eq" -> new Operator(EQUAL, Quantifier.ALL);
      case "!=", "ne", "all_ne" -> new Operator(DIFFERENT, Quantifier.ALL);
      case "!==", "~=", "any_ne" -> new Operator(DIFFERENT, Quantifier.ANY);
      case ">", "gt" -> new Operator(GREATER, Quantifier.ANY);
      case "<", "lt" -> new Operator(LESS, Quantifier.ANY);
      case ">=", "ge" -> new Operator(GREATER_OR_EQUAL, Quantifier.ANY);
      case "<=", "le" -> new Operator(LESS_OR_EQUAL, Quantifier.ANY);
      default -> null;
    };
  }

  /** Does the relation hold? Values of different kinds have none. */
  boolean holds(Value left, Value right) {
    if (!left.comparable(right)) {
      return false;
    }
    int order = left.order(right);
    return switch (this) {
      case EQUAL -> order == 0;
      case DIFFERENT -> order != 0;
      case GREATER -> order > 0;
      case LESS -> order < 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case LESS_OR_EQUAL -> order <= 0;
    };
  }
}
