package org.roamscope.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.CodePoints;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;

/**
 * What can stand at the caret of a filter that is being typed.
 *
 * @param from first character that a candidate replaces
 * @param to the character after the last one, the caret
 * @param candidates in the order to show them, at most {@link #MAX_CANDIDATES}
 */
public record FilterCompletion(int from, int to, List<Candidate> candidates) {
  /** Most candidates. */
  public static final int MAX_CANDIDATES = 500;

  private static final Pattern WORD = Pattern.compile("(?:[A-Za-z0-9_.-]++|\"[^\"]*+)$");
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?<field>[A-Za-z0-9_.-]++)\\s*+(?:#[0-9]++\\s*+)?"
              + "(?:[=!~]==?|[<>]=?"
              + "|(?:eq|ne|gt|lt|ge|le|any_eq|all_eq|any_ne|all_ne)(?=\\s)"
              + "|in\\s*+\\{(?:[^{}]*,)?)\\s*+$");
  private static final Pattern VALUE_BEFORE = Pattern.compile("[A-Za-z0-9_\"')\\]}]\\s++$");
  private static final Pattern WORD_BEFORE = Pattern.compile("([A-Za-z0-9_.-]++)\\s++$");
  private static final Pattern SIGNS_OF_TESTS =
      Pattern.compile("(?:and|or|not|any|all|in|contains|matches|[a-z_]*(?:eq|ne)|[gl][te])");
  private static final List<String> COMPARISONS =
      List.of("==", "!=", "===", "!==", ">", "<", ">=", "<=", "in", "not in");
  private static final int LINE = 4096;

  /** What a candidate is. */
  public enum Kind {
    /** A field or a protocol. */
    FIELD,
    /** A value of the field before it. */
    VALUE,
    /** An operator or a word of the language. */
    OPERATOR,
    /** A function; an opening parenthesis follows. */
    FUNCTION
  }

  /**
   * Something to insert.
   *
   * @param text as it stands in a filter
   * @param kind what it is
   * @param label for people: the field's name, the value's number; may be empty
   * @param type the field's type, null for what is no field
   */
  public record Candidate(String text, Kind kind, String label, @Nullable FieldType type) {}

  /** Copies the list. */
  public FilterCompletion {
    candidates = List.copyOf(candidates);
  }

  /**
   * The candidates.
   *
   * @param text what is typed so far; only the part before the caret counts
   * @param caret between 0 and the length of the text
   */
  public static FilterCompletion at(String text, int caret, FieldCatalog catalog) {
    int to = Math.clamp(caret, 0, text.length());
    int line = Math.max(0, to - LINE);
    String before = text.substring(line, to);
    Matcher matcher = WORD.matcher(before);
    String typed = matcher.find() ? matcher.group() : "";
    String head = before.substring(0, before.length() - typed.length());
    List<Candidate> found =
        candidates(head, catalog)
            .filter(one -> startsWith(one, typed))
            .limit(MAX_CANDIDATES)
            .toList();
    return new FilterCompletion(to - typed.length(), to, found);
  }

  private static boolean startsWith(Candidate candidate, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    String text = candidate.text().toLowerCase(Locale.ROOT);
    return text.startsWith(wanted)
        || candidate.kind() == Kind.VALUE && !wanted.isEmpty() && text.startsWith("\"" + wanted);
  }

  private static Stream<Candidate> candidates(String head, FieldCatalog catalog) {
    Matcher compared = COMPARED.matcher(head);
    if (compared.find()) {
      FieldCatalog.Entry entry = catalog.find(compared.group("field"));
      Stream<Candidate> values = entry == null ? Stream.of() : values(entry);
      return Stream.concat(values, fields(catalog));
    }
    if (VALUE_BEFORE.matcher(head).find()) {
      Matcher last = WORD_BEFORE.matcher(head);
      String word = last.find() ? last.group(1) : "";
      FieldCatalog.Entry entry = catalog.find(word);
      if (entry != null) {
        return operators(entry.info().type());
      }
      if (!SIGNS_OF_TESTS.matcher(word).matches()) {
        return signs(List.of("and", "or"));
      }
    }
    Stream<Candidate> functions =
        Stream.of(Function.values())
            .map(one -> new Candidate(one.sign(), Kind.FUNCTION, "function", null));
    return Stream.of(fields(catalog), functions, signs(List.of("not", "any", "all")))
        .flatMap(one -> one);
  }

  private static Stream<Candidate> fields(FieldCatalog catalog) {
    return catalog.all().stream()
        .map(entry ->
            new Candidate(entry.name(), Kind.FIELD, entry.info().label(), entry.info().type()));
  }

  private static Stream<Candidate> values(FieldCatalog.Entry entry) {
    if (entry.info().type() == FieldType.BOOLEAN) {
      return Stream.of("True", "False").map(word -> new Candidate(word, Kind.VALUE, "", null));
    }
    List<Candidate> values = new ArrayList<>();
    for (FieldInfo variant : entry.variants()) {
      CodePoints names = variant.names();
      if (names != null) {
        for (CodePoints.CodePoint point : names.all()) {
          boolean alone = entry.numbers(point.name()).size() == 1;
          String number = Long.toUnsignedString(point.number());
          Candidate candidate =
              alone
                  ? new Candidate(quoted(point.name()), Kind.VALUE, number, null)
                  : new Candidate(number, Kind.VALUE, point.name(), null);
          if (!values.contains(candidate) && values.size() < MAX_CANDIDATES) {
            values.add(candidate);
          }
        }
      }
    }
    return values.stream();
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static Stream<Candidate> operators(FieldType type) {
    List<String> operators = new ArrayList<>();
    if (type != FieldType.NONE) {
      operators.addAll(COMPARISONS);
    }
    if (Types.searchable(type)) {
      operators.addAll(List.of("contains", "matches"));
    }
    if (type.integer()) {
      operators.addAll(List.of("&", "+", "-", "*", "/", "%"));
    }
    operators.addAll(List.of("and", "or"));
    return signs(operators);
  }

  private static Stream<Candidate> signs(List<String> signs) {
    return signs.stream().map(sign -> new Candidate(sign, Kind.OPERATOR, "", null));
  }
}
