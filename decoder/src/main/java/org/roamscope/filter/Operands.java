package org.roamscope.filter;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldType;

/** From terms to operands: gives each its type, and checks that operators and functions fit it. */
final class Operands {
  private final String text;
  private final FieldCatalog catalog;
  private final Literals literals;
  private final Set<String> fields = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  /**
   * What values are read as.
   *
   * @param type their type
   * @param field whose labels count, null for none
   */
  record Wanted(FieldType type, FieldCatalog.@Nullable Entry field) {}

  Operands(String text, FieldCatalog catalog, ZoneId zone) {
    this.text = text;
    this.catalog = catalog;
    literals = new Literals(text, zone);
  }

  /** Names of all fields that were asked for. */
  Set<String> fields() {
    return fields;
  }

  /** What is valid and should not be written so. */
  Set<String> warnings() {
    return warnings;
  }

  FilterException wrong(Term where, String message) {
    return FilterException.at(text, where.part(), message);
  }

  /** The error for a word that should have been a field, with a suggestion. */
  FilterException unknown(Term.Literal literal, String message) {
    FilterException wrong = wrong(literal, message);
    String help =
        literal.token().kind() == Token.Kind.WORD
            ? Suggestion.of(literal.token().text(), catalog)
            : null;
    return help == null ? wrong : wrong.suggest(help);
  }

  /** A term that begins with a field or a function. */
  Operand operand(Term term) throws FilterException {
    return switch (term) {
      case Term.Field field -> field(field);
      case Term.Slice slice -> slice(slice);
      case Term.Call call -> call(call);
      case Term.Binary binary -> {
        constantFirst(binary);
        yield calculation(binary, operand(binary.left()));
      }
      case Term.Negative negative -> {
        constantFirst(negative);
        yield negative(negative, operand(negative.of()));
      }
      case Term.Literal literal ->
          throw unknown(literal, "Need a field or field-like value on the LHS.");
    };
  }

  private void constantFirst(Term term) throws FilterException {
    Term.Literal constant = Term.leadingLiteral(term);
    if (constant != null) {
      throw unknown(constant, "Constant arithmetic expression on the LHS is invalid.");
    }
  }

  /** A term on the right: values in it are read as the type wanted. */
  Operand operand(Term term, Wanted wanted) throws FilterException {
    if (Term.leadingLiteral(term) == null) {
      return operand(term);
    }
    return switch (term) {
      case Term.Literal literal -> constant(literal, wanted);
      case Term.Binary binary -> calculation(binary, operand(binary.left(), arithmetic(wanted)));
      case Term.Negative negative -> negative(negative, operand(negative.of(), arithmetic(wanted)));
      case Term.Field field -> field(field);
      case Term.Slice slice -> slice(slice);
      case Term.Call call -> call(call);
    };
  }

  private static Wanted arithmetic(Wanted wanted) {
    return wanted.type() == FieldType.BOOLEAN ? wanted : new Wanted(wanted.type(), null);
  }

  private Operand constant(Term.Literal literal, Wanted wanted) throws FilterException {
    boolean bare = literal.token().kind() == Token.Kind.WORD;
    if (wanted.type() == FieldType.STRING && bare) {
      warnings.add("Put quotes around text: \"" + literal.token().text() + "\".");
    }
    return new Operand.Constant(
        wanted.type(), literals.read(literal.token(), wanted.type(), wanted.field()));
  }

  private Operand.Field field(Term.Field field) {
    fields.add(field.entry().name());
    return new Operand.Field(field.entry().info().type(), field.entry().name(), field.layers());
  }

  private Operand slice(Term.Slice slice) throws FilterException {
    if (slice.of() instanceof Term.Literal literal) {
      throw unknown(literal, "Range is not supported for entity " + literal.token().text());
    }
    Operand of = operand(slice.of());
    if (!Types.sliceable(of.type())) {
      throw wrong(
          slice,
          slice.of() instanceof Term.Call(Part part, String name, List<Term> arguments)
              ? "Return value of function \"%s\" is a %s and cannot be converted into a sequence of bytes."
                  .formatted(name, Types.name(of.type()))
              : "\"%s\" is a %s and cannot be sliced into a sequence of bytes."
                  .formatted(shown(slice.of()), Types.name(of.type())));
    }
    return new Operand.Slice(of, slice.ranges());
  }

  private Operand negative(Term.Negative negative, Operand of) throws FilterException {
    if (!Arithmetic.SUBTRACT.on(of.type())) {
      throw wrong(negative.of(), Types.code(of.type()) + " cannot -.");
    }
    return new Operand.Negative(of);
  }

  private Operand calculation(Term.Binary binary, Operand left) throws FilterException {
    Arithmetic how = binary.how();
    can(how, left.type(), binary.left());
    if (binary.right() instanceof Term.Literal(Token token) && token.kind() == Token.Kind.STRING) {
      throw wrong(binary.right(), token.text() + " is not a valid arithmetic operand.");
    }
    FieldType masked = left.type() == FieldType.ETHER ? FieldType.BYTES : left.type();
    Operand right = operand(binary.right(), new Wanted(masked, null));
    can(how, right.type(), binary.right());
    compatible(left.type(), binary.left(), right.type(), binary.right());
    return new Operand.Calculation(how, left, right);
  }

  private void can(Arithmetic how, FieldType type, Term where) throws FilterException {
    if (!how.on(type)) {
      throw wrong(where, Types.code(type) + " cannot " + how.sign() + ".");
    }
  }

  private Operand call(Term.Call call) throws FilterException {
    Function function = Function.find(call.name());
    if (function == null) {
      throw wrong(call, "Function '" + call.name() + "' does not exist");
    }
    if (call.arguments().isEmpty()) {
      throw wrong(call, "Function " + call.name() + " needs at least 1 arguments.");
    }
    if (call.arguments().size() > function.most()) {
      throw wrong(
          call, "Function " + call.name() + " can only accept " + function.most() + " arguments.");
    }
    return switch (function) {
      case UPPER, LOWER -> {
        Term argument = call.arguments().getFirst();
        if (!(argument instanceof Term.Field field)
            || field.entry().info().type() != FieldType.STRING) {
          throw wrong(
              argument,
              "Only string type fields can be used as parameter for " + call.name() + "()");
        }
        yield new Operand.Call(function, FieldType.STRING, List.of(field(field)));
      }
      case LEN, COUNT -> new Operand.Call(function, FieldType.UINT32, List.of(onlyField(call)));
      case STRING -> {
        Operand.Field field = onlyField(call);
        if (!speakable(field.type())) {
          throw wrong(
              call.arguments().getFirst(),
              "String conversion for field \"" + field.name() + "\" is not supported");
        }
        yield new Operand.Call(function, FieldType.STRING, List.of(field));
      }
      case MAX, MIN -> extreme(function, call);
      case ABS -> {
        Term argument = call.arguments().getFirst();
        Operand of = operand(argument);
        if (!Arithmetic.SUBTRACT.on(of.type()) && of.type() != FieldType.BOOLEAN) {
          throw wrong(argument, "'" + shown(argument) + "' is not a valid argument to 'abs'()");
        }
        yield new Operand.Call(function, of.type(), List.of(of));
      }
    };
  }

  private Operand.Field onlyField(Term.Call call) throws FilterException {
    Term argument = call.arguments().getFirst();
    if (argument instanceof Term.Field field) {
      return field(field);
    }
    String message = "Only fields can be used as parameter for " + call.name() + "()";
    throw argument instanceof Term.Literal literal
        ? unknown(literal, message)
        : wrong(argument, message);
  }

  private static boolean speakable(FieldType type) {
    return type.integer()
        || type == FieldType.IPV4
        || type == FieldType.IPV6
        || type == FieldType.ETHER;
  }

  /** The first argument gives the type; values may follow. */
  private Operand extreme(Function function, Term.Call call) throws FilterException {
    List<Operand> arguments = new ArrayList<>();
    FieldType type = null;
    for (Term argument : call.arguments()) {
      if (argument instanceof Term.Literal literal
          && (type == null || literal.token().kind() == Token.Kind.STRING)) {
        throw unknown(
            literal,
            "Argument '" + literal.token().text() + "' is not valid for " + call.name() + "()");
      }
      Operand operand =
          type == null ? operand(argument) : operand(argument, new Wanted(type, null));
      if (type == null) {
        type = operand.type();
      } else if (type != operand.type()) {
        throw wrong(
            argument,
            "Arguments to '%s' must have the same type (expected %s, got %s)"
                .formatted(call.name(), Types.code(type), Types.code(operand.type())));
      }
      arguments.add(operand);
    }
    if (type == null || type == FieldType.NONE) {
      throw wrong(call, "A label has no value for " + call.name() + "()");
    }
    return new Operand.Call(function, type, List.copyOf(arguments));
  }

  /** Checks that values of both types can be compared. */
  void compatible(FieldType left, Term leftTerm, FieldType right, Term rightTerm)
      throws FilterException {
    if (!Types.compatible(left, right)) {
      boolean typed = leftTerm instanceof Term.Call || rightTerm instanceof Term.Call;
      throw wrong(
          rightTerm,
          (typed ? shown(leftTerm) + type(left) : shown(leftTerm))
              + " and "
              + (typed ? shown(rightTerm) + type(right) : shown(rightTerm))
              + " are not of compatible types.");
    }
  }

  private static String type(FieldType type) {
    return " (type=" + Types.name(type) + ")";
  }

  /** A term as messages name it. */
  static String shown(Term term) {
    return switch (term) {
      case Term.Literal literal -> literal.token().text();
      case Term.Field field -> field.entry().name();
      case Term.Slice slice -> shown(slice.of());
      case Term.Call call -> "return value of " + call.name() + "()";
      case Term.Binary binary -> binary.how().sign();
      case Term.Negative negative -> "-";
    };
  }
}
