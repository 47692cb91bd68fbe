package org.roamscope.filter;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.FieldType;

/** Filters out of the grammar, over real fields and mostly with values that packets have. */
final class RandomFilters {
  private static final List<String> COMPARISONS =
      List.of("==", "!=", "===", "!==", ">", "<", ">=", "<=", "eq", "ne", "gt", "all_eq", "any_ne");

  private final Random random;
  private final List<FieldCatalog.Entry> fields;
  private final List<Map<String, List<Occurrence>>> packets;

  RandomFilters(
      Random random, List<FieldCatalog.Entry> fields, List<Map<String, List<Occurrence>>> packets) {
    this.random = random;
    this.fields = fields;
    this.packets = packets;
  }

  String next() {
    return expression(2);
  }

  private String expression(int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(10)) {
      case 0 -> expression(depth - 1) + " and " + expression(depth - 1);
      case 1 -> expression(depth - 1) + " || " + expression(depth - 1);
      case 2 -> "not " + expression(depth - 1);
      case 3 -> "(" + expression(depth - 1) + ")";
      default -> test();
    };
  }

  private String test() {
    FieldCatalog.Entry field = field();
    FieldType type = field.info().type();
    String name = field.name();
    return switch (random.nextInt(10)) {
      case 0 -> name;
      case 1 ->
          name + pick(List.of(" in {", " not in {")) + value(field) + ", " + value(field) + "}";
      case 2 -> name + " in {" + value(field) + " .. " + value(field) + "}";
      case 3 -> pick(List.of("any ", "all ")) + name + comparison() + value(field);
      case 4 -> pick(List.of("len(", "count(")) + name + ")" + comparison() + random.nextInt(9);
      case 5 ->
          pick(List.of("max(", "min(", "abs(", "string("))
              + name
              + ")"
              + comparison()
              + value(field);
      case 6 ->
          type.integer()
              ? name
                  + " "
                  + pick(List.of("+", "-", "*", "/", "%", "&"))
                  + " "
                  + (1 + random.nextInt(9))
                  + comparison()
                  + random.nextInt(200)
              : name
                  + "["
                  + pick(List.of("0", "0:2", "1-2", "-1", "2:", "0,2"))
                  + "]"
                  + comparison()
                  + pick(List.of("02", "e6:2a", "20:01", "0xff"));
      case 7 -> name + comparison() + field().name();
      case 8 ->
          name + pick(List.of(" contains ", " matches ", " ~ ")) + pick(List.of("02", "\"a\""));
      default -> name + comparison() + value(field);
    };
  }

  private String comparison() {
    return " " + pick(COMPARISONS) + " ";
  }

  private FieldCatalog.Entry field() {
    return fields.get(random.nextInt(fields.size()));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** A value that some packet has; now and then one that fits no type. */
  private String value(FieldCatalog.Entry field) {
    if (random.nextInt(25) == 0) {
      return pick(List.of("foo", "\"x\"", "99999999999", "1.2.3.4"));
    }
    for (int i = 0; i < 200; i++) {
      List<Occurrence> values =
          packets.get(random.nextInt(packets.size())).getOrDefault(field.name(), List.of());
      if (!values.isEmpty()) {
        Occurrence one = pick(values);
        String plain = one.info().plain(one.value());
        return field.info().type() == FieldType.STRING ? "\"" + plain + "\"" : plain;
      }
    }
    return "1";
  }
}
