package org.roamscope.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldType;

/** From phrases to conditions: checks that both sides of each operator fit. */
final class Checker {
  private final String text;
  private final Operands operands;

  Checker(String text, Operands operands) {
    this.text = text;
    this.operands = operands;
  }

  Condition check(Phrase phrase) throws FilterException {
    return switch (phrase) {
      case Phrase.And(List<Phrase> parts) -> new Condition.And(all(parts));
      case Phrase.Or(List<Phrase> parts) -> new Condition.Or(all(parts));
      case Phrase.Not(Phrase of) -> new Condition.Not(check(of));
      case Phrase.Presence(Term of) -> presence(of);
      case Phrase.Comparison comparison -> comparison(comparison);
      case Phrase.Contains contains -> contains(contains);
      case Phrase.Matches matches -> matches(matches);
      case Phrase.Member member -> member(member);
    };
  }

  private List<Condition> all(List<Phrase> phrases) throws FilterException {
    List<Condition> all = new ArrayList<>(phrases.size());
    for (Phrase phrase : phrases) {
      all.add(check(phrase));
    }
    return List.copyOf(all);
  }

  private Condition presence(Term term) throws FilterException {
    if (term instanceof Term.Literal literal) {
      throw operands.unknown(
          literal, literal.token().text() + " is neither a field nor a protocol name.");
    }
    Operand operand = operands.operand(term);
    return switch (operand) {
      case Operand.Field field -> new Condition.Present(field);
      case Operand.Slice slice -> new Condition.Cut(slice);
      case Operand.Calculation calculation -> new Condition.NotZero(calculation);
      case Operand.Negative negative -> new Condition.NotZero(negative);
      case Operand.Call call ->
          throw operands.wrong(term, "You cannot test whether a function is present.");
      case Operand.Constant constant ->
          throw operands.wrong(term, "A value alone says nothing of a packet.");
    };
  }

  private Operand left(Term term, String sign) throws FilterException {
    if (term instanceof Term.Literal literal) {
      throw operands.unknown(
          literal,
          "Left side of %s expression must be a field or function, not %s."
              .formatted(sign, literal.token().text()));
    }
    return operands.operand(term);
  }

  private Condition comparison(Phrase.Comparison it) throws FilterException {
    Operand left = left(it.left(), "\"" + it.sign() + "\"");
    if (left.type() == FieldType.NONE) {
      throw cannot(it.left(), left, it.sign());
    }
    if (it.sign().equals("~=")) {
      operands.warnings().add("\"~=\" is deprecated, use \"!==\".");
    }
    Operand right = right(it.left(), left, it.right());
    return new Condition.Compared(it.relation(), it.quantifier(), left, right);
  }

  /** A term on the right of an operator, of a type that fits the left one's. */
  private Operand right(Term leftTerm, Operand left, Term rightTerm) throws FilterException {
    Operand right = operands.operand(rightTerm, new Operands.Wanted(left.type(), entry(leftTerm)));
    operands.compatible(left.type(), leftTerm, right.type(), rightTerm);
    return right;
  }

  private static FieldCatalog.@Nullable Entry entry(Term term) {
    return term instanceof Term.Field field ? field.entry() : null;
  }

  private FilterException cannot(Term term, Operand operand, String sign) {
    String name = term instanceof Term.Call call ? "Function " + call.name() : Operands.shown(term);
    return operands.wrong(
        term,
        "%s (type=%s) cannot participate in %s comparison."
            .formatted(name, Types.name(operand.type()), sign));
  }

  private Operand searchable(Term term, String sign) throws FilterException {
    Operand left = left(term, sign);
    if (!Types.searchable(left.type())) {
      throw cannot(term, left, sign);
    }
    return left;
  }

  private Condition contains(Phrase.Contains it) throws FilterException {
    Operand left = searchable(it.left(), "contains");
    FieldType wanted = left.type() == FieldType.ETHER ? FieldType.BYTES : left.type();
    Operand right = operands.operand(it.right(), new Operands.Wanted(wanted, null));
    operands.compatible(left.type(), it.left(), right.type(), it.right());
    return new Condition.Containing(it.quantifier(), left, right);
  }

  private Condition matches(Phrase.Matches it) throws FilterException {
    Operand left = searchable(it.left(), it.sign());
    if (!(it.right() instanceof Term.Literal(Token token)) || token.kind() != Token.Kind.STRING) {
      throw operands.wrong(
          it.right(), "Matches requires a double quoted string on the right side.");
    }
    return new Condition.Matching(it.quantifier(), left, Expression.of(text, token));
  }

  private Condition member(Phrase.Member it) throws FilterException {
    if (it.left() instanceof Term.Literal literal) {
      throw operands.unknown(literal, "Only a field may be tested for membership in a set.");
    }
    Operand left = operands.operand(it.left());
    if (left.type() == FieldType.NONE) {
      throw cannot(it.left(), left, "in");
    }
    List<Condition> choices = new ArrayList<>();
    for (Phrase.Choice choice : it.choices()) {
      Operand first = right(it.left(), left, choice.first());
      Term last = choice.last();
      choices.add(
          last == null
              ? new Condition.Compared(Relation.EQUAL, it.quantifier(), left, first)
              : new Condition.Between(it.quantifier(), left, first, right(it.left(), left, last)));
    }
    return choices.size() == 1 ? choices.getFirst() : new Condition.Or(List.copyOf(choices));
  }
}
