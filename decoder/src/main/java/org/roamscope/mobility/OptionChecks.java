package org.roamscope.mobility;

import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.RESERVED;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.BytesField;
import org.roamscope.field.Field;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.field.UInt;

/** What can be wrong with one option or sub-option: its length, reserved bits, forbidden values. */
final class OptionChecks {
  private static final String LENGTH_FIELD = "mip6.opt.len.invalid";

  private OptionChecks() {}

  /** Says what is wrong. The option's bytes begin with type and length. */
  static void check(
      OptionShape shape, Layout layout, String name, Slice option, List<Problem> problems) {
    length(shape, name, option, problems);
    reserved(layout, name, option, problems);
    for (OptionShape.ValueRule rule : shape.rules()) {
      if (rule.field().in(option) && rule.broken().test(option)) {
        problems.add(
            Problem.of(
                VALUE,
                rule.field().span(option),
                rule.field().filterName(),
                name + ": " + rule.text()));
      }
    }
  }

  private static void length(OptionShape shape, String name, Slice option, List<Problem> problems) {
    int octets = shape.layout().octets();
    boolean judged = option.holds(0, 2) || !option.truncated();
    if (judged && option.claimedLength() < octets) {
      problems.add(
          new Problem(
              LENGTH,
              option.span(),
              LENGTH_FIELD,
              octets,
              option.claimedLength(),
              "Mobility option "
                  + name
                  + " needs "
                  + octets
                  + " octets, it has "
                  + option.claimedLength()
                  + "."));
      return;
    }
    int data = (int) Math.min(Integer.MAX_VALUE, option.claimedLength() - 2);
    if (judged && !shape.lengths().fits().test(data)) {
      problems.add(
          Problem.of(
              LENGTH,
              option.span(1, 1),
              LENGTH_FIELD,
              name
                  + " has "
                  + data
                  + " octets of data instead of "
                  + shape.lengths().text()
                  + "."));
    }
  }

  /** Reserved fields are zero when sent and ignored when received. */
  static void reserved(Layout layout, String name, Slice option, List<Problem> problems) {
    for (Field field : layout.fields()) {
      if (field.label().equals("Reserved") && field.in(option) && !zero(field, option)) {
        problems.add(
            Problem.of(
                RESERVED, field.span(option), field.filterName(), name + ": reserved, not zero."));
      }
    }
  }

  private static boolean zero(Field field, Slice option) {
    return switch (field) {
      case UInt number -> number.get(option) == 0;
      case BytesField octets -> zero(octets.get(option));
      case Flag flag -> !flag.get(option);
      case AddressField address -> address.get(option).unspecified();
    };
  }

  /** True when all octets are zero. */
  static boolean zero(Slice octets) {
    for (int i = 0; i < octets.length(); i++) {
      if (octets.u8(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
