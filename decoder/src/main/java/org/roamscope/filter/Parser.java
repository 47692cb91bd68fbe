package org.roamscope.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.FieldCatalog;
import org.roamscope.filter.Phrase.Quantifier;

/** Reads a filter by recursive descent. {@code and} binds tighter than {@code or}. */
final class Parser {
  /** How deep brackets, calls and calculations may stand in each other. */
  static final int MAX_DEPTH = 128;

  private final String text;
  private final FieldCatalog catalog;
  private final Lexer lexer;
  private Token token;
  private int depth;

  private Parser(String text, FieldCatalog catalog) throws FilterException {
    this.text = text;
    this.catalog = catalog;
    lexer = new Lexer(text, name -> catalog.find(name) != null);
    token = lexer.next();
  }

  /** The filter, or null for a text without any token: it lets every packet pass. */
  static @Nullable Phrase parse(String text, FieldCatalog catalog) throws FilterException {
    Parser parser = new Parser(text, catalog);
    if (parser.token.kind() == Token.Kind.END) {
      return null;
    }
    Phrase phrase = parser.or();
    if (parser.token.kind() != Token.Kind.END) {
      throw parser.unexpected();
    }
    return phrase;
  }

  private Phrase or() throws FilterException {
    List<Phrase> parts = new ArrayList<>(List.of(and()));
    while (token.is("or") || token.is("||")) {
      advance();
      parts.add(and());
    }
    return parts.size() == 1 ? parts.getFirst() : new Phrase.Or(List.copyOf(parts));
  }

  private Phrase and() throws FilterException {
    List<Phrase> parts = new ArrayList<>(List.of(not()));
    while (token.is("and") || token.is("&&")) {
      advance();
      parts.add(not());
    }
    return parts.size() == 1 ? parts.getFirst() : new Phrase.And(List.copyOf(parts));
  }

  private Phrase not() throws FilterException {
    boolean negated = false;
    while (token.is("not") || token.is("!")) {
      advance();
      negated = !negated;
    }
    Phrase phrase;
    if (token.is("(")) {
      deeper();
      advance();
      phrase = or();
      expect(")");
      depth--;
    } else {
      phrase = test();
    }
    return negated ? new Phrase.Not(phrase) : phrase;
  }

  private Phrase test() throws FilterException {
    Quantifier quantifier = null;
    if (token.is("any") || token.is("all")) {
      quantifier = token.is("any") ? Quantifier.ANY : Quantifier.ALL;
      advance();
    }
    Term left = arithmetic();
    Relation.Operator operator = Relation.operator(token);
    if (operator != null) {
      return chain(left, quantifier);
    }
    Quantifier many = quantifier == null ? Quantifier.ANY : quantifier;
    if (token.is("contains")) {
      advance();
      return new Phrase.Contains(many, left, arithmetic());
    }
    if (token.is("matches") || token.is("~")) {
      String sign = token.text();
      advance();
      return new Phrase.Matches(sign, many, left, entity());
    }
    if (token.is("in")) {
      return member(many, left);
    }
    if (token.is("not")) {
      advance();
      if (!token.is("in")) {
        throw unexpected();
      }
      return new Phrase.Not(member(many, left));
    }
    if (quantifier != null) {
      throw unexpected();
    }
    return new Phrase.Presence(left);
  }

  /** {@code a < b < c} is {@code a < b and b < c}. */
  private Phrase chain(Term first, @Nullable Quantifier quantifier) throws FilterException {
    List<Phrase> parts = new ArrayList<>();
    Term left = first;
    Relation.Operator operator = Relation.operator(token);
    while (operator != null) {
      String sign = token.text();
      advance();
      Term right = arithmetic();
      Quantifier many = quantifier == null ? operator.quantifier() : quantifier;
      parts.add(new Phrase.Comparison(operator.relation(), sign, many, left, right));
      left = right;
      operator = Relation.operator(token);
    }
    return parts.size() == 1 ? parts.getFirst() : new Phrase.And(List.copyOf(parts));
  }

  private Phrase member(Quantifier quantifier, Term left) throws FilterException {
    advance();
    expect("{");
    List<Phrase.Choice> choices = new ArrayList<>(List.of(choice()));
    while (token.is(",")) {
      advance();
      choices.add(choice());
    }
    expect("}");
    return new Phrase.Member(quantifier, left, List.copyOf(choices));
  }

  private Phrase.Choice choice() throws FilterException {
    Term first = signed();
    if (!token.is("..")) {
      return new Phrase.Choice(first, null);
    }
    advance();
    return new Phrase.Choice(first, signed());
  }

  private Term arithmetic() throws FilterException {
    int before = depth;
    Term left = sum();
    while (token.is("&") || token.is("bitwise_and")) {
      left = binary(Arithmetic.AND, left, 1);
    }
    depth = before;
    return left;
  }

  private Term sum() throws FilterException {
    Term left = product();
    while (token.is("+") || token.is("-")) {
      left = binary(token.is("+") ? Arithmetic.ADD : Arithmetic.SUBTRACT, left, 2);
    }
    return left;
  }

  private Term product() throws FilterException {
    Term left = factor();
    while (token.is("*") || token.is("/") || token.is("%")) {
      Arithmetic how =
          token.is("*")
              ? Arithmetic.MULTIPLY
              : token.is("/") ? Arithmetic.DIVIDE : Arithmetic.MODULO;
      left = binary(how, left, 3);
    }
    return left;
  }

  /** The right side, of a rank above the operator's. Each operator is one more level of depth. */
  private Term binary(Arithmetic how, Term left, int rank) throws FilterException {
    deeper();
    Part part = token.part();
    advance();
    Term right = rank == 1 ? sum() : rank == 2 ? product() : factor();
    return new Term.Binary(part, how, left, right);
  }

  private Term factor() throws FilterException {
    if (token.is("-") || token.is("+")) {
      return signed();
    }
    if (!token.is("{")) {
      return entity();
    }
    return braces();
  }

  private Term braces() throws FilterException {
    deeper();
    advance();
    Term inside = arithmetic();
    expect("}");
    depth--;
    return inside;
  }

  private Term signed() throws FilterException {
    if (!token.is("-") && !token.is("+")) {
      return entity();
    }
    Part part = token.part();
    boolean minus = token.is("-");
    advance();
    Term of = token.is("{") ? braces() : entity();
    return minus ? new Term.Negative(part, of) : of;
  }

  private Term entity() throws FilterException {
    Token first = token;
    if (first.kind() == Token.Kind.SIGN || first.kind() == Token.Kind.END) {
      throw unexpected();
    }
    advance();
    if (token.is("(") && first.kind() == Token.Kind.WORD) {
      return slices(call(first));
    }
    FieldCatalog.Entry entry =
        first.kind() == Token.Kind.WORD || first.kind() == Token.Kind.FIELD
            ? catalog.find(first.value())
            : null;
    if (token.is("#")) {
      return slices(layered(first, entry));
    }
    return slices(
        entry == null ? new Term.Literal(first) : new Term.Field(first.part(), entry, null));
  }

  private Term layered(Token first, FieldCatalog.@Nullable Entry entry) throws FilterException {
    Part digits = lexer.layer();
    Ranges layers =
        digits.length() > 0 ? Ranges.layer(text, digits) : Ranges.parse(text, lexer.brackets());
    if (entry == null) {
      throw FilterException.at(text, first.part(), first.text() + " is not a valid field");
    }
    advance();
    return new Term.Field(first.part(), entry, layers);
  }

  private Term slices(Term of) throws FilterException {
    int before = depth;
    Term term = of;
    while (token.is("[")) {
      deeper();
      Ranges ranges = Ranges.parse(text, lexer.brackets());
      advance();
      term = new Term.Slice(term, ranges);
    }
    depth = before;
    return term;
  }

  private Term call(Token name) throws FilterException {
    deeper();
    advance();
    List<Term> arguments = new ArrayList<>();
    if (!token.is(")")) {
      arguments.add(arithmetic());
      while (token.is(",")) {
        advance();
        arguments.add(arithmetic());
      }
    }
    expect(")");
    depth--;
    return new Term.Call(name.part(), name.text(), List.copyOf(arguments));
  }

  private void deeper() throws FilterException {
    depth++;
    if (depth > MAX_DEPTH) {
      throw FilterException.at(
          text, token.part(), "More than " + MAX_DEPTH + " levels in one another.");
    }
  }

  private void expect(String sign) throws FilterException {
    if (!token.is(sign)) {
      throw unexpected();
    }
    advance();
  }

  private void advance() throws FilterException {
    token = lexer.next();
  }

  private FilterException unexpected() {
    return Lexer.unexpected(text, token);
  }
}
