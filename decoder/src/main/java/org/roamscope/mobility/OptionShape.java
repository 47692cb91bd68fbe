package org.roamscope.mobility;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.field.UInt;

/**
 * What one type of option, or of sub-option, looks like: its layouts, how long it may be, where it
 * may stand, what values are forbidden, what is inside. A value: each step gives another shape.
 *
 * @param layout the layout that shows every option of the type, however long
 * @param variants layouts for some of them: by length, by a flag; the first that fits is taken
 * @param lengths what the length of the data may be
 * @param alignment where it may start
 * @param inside reads the structures inside
 * @param rules values that are forbidden
 */
record OptionShape(
    Layout layout,
    List<Variant> variants,
    Lengths lengths,
    Alignment alignment,
    Inside inside,
    List<ValueRule> rules) {
  /**
   * A layout for some options of a type.
   *
   * @param layout its fields
   * @param when says of which
   */
  record Variant(Layout layout, Predicate<Slice> when) {}

  /**
   * What the length of the data may be.
   *
   * @param fits says of a number of octets
   * @param text what is wanted, for people
   */
  record Lengths(IntPredicate fits, String text) {}

  /**
   * Where an option may start, counted from the start of the Mobility Header; RFC 6275 section
   * 6.2.1.
   *
   * @param multiple 1 for anywhere
   * @param offset what is added to a multiple
   */
  record Alignment(int multiple, int offset) {
    boolean fits(int at) {
      return at % multiple == offset % multiple;
    }
  }

  /** Reads structures inside an option, and says what is wrong with them. */
  @FunctionalInterface
  interface Inside {
    List<Element> read(Slice option, List<Problem> problems);
  }

  /**
   * A value that is forbidden.
   *
   * @param field at fault
   * @param broken says of an option that holds the field
   * @param text a sentence for people
   */
  record ValueRule(Field field, Predicate<Slice> broken, String text) {}

  private static final Alignment ANYWHERE = new Alignment(1, 0);

  private static OptionShape of(Layout layout, Lengths lengths) {
    return new OptionShape(
        layout, List.of(), lengths, ANYWHERE, (option, problems) -> List.of(), List.of());
  }

  /** Data of exactly the octets of the layout. */
  static OptionShape fixed(Layout layout) {
    return lengths(layout, layout.octets() - 2);
  }

  /** Data of at least the fixed octets of the layout. */
  static OptionShape open(Layout layout) {
    return atLeast(layout, layout.octets() - 2);
  }

  /** Data of at least so many octets. */
  static OptionShape atLeast(Layout layout, int octets) {
    return of(layout, new Lengths(length -> length >= octets, octets + " or more"));
  }

  /** Data of one of these numbers of octets. */
  static OptionShape lengths(Layout layout, int... octets) {
    StringBuilder text = new StringBuilder();
    for (int length : octets) {
      text.append(text.isEmpty() ? "" : " or ").append(length);
    }
    return of(
        layout,
        new Lengths(
            length -> {
              for (int wanted : octets) {
                if (length == wanted) {
                  return true;
                }
              }
              return false;
            },
            text.toString()));
  }

  /** Data of a multiple of so many octets, at least one of them. */
  static OptionShape groups(Layout layout, int octets) {
    return of(
        layout,
        new Lengths(length -> length > 0 && length % octets == 0, "a multiple of " + octets));
  }

  /** Starts at a multiple of {@code multiple} plus {@code offset}. */
  OptionShape aligned(int multiple, int offset) {
    return new OptionShape(
        layout, variants, lengths, new Alignment(multiple, offset), inside, rules);
  }

  /** Has other fields when the condition is met; the option holds the fixed fields then. */
  OptionShape variant(Layout other, Predicate<Slice> when) {
    return new OptionShape(
        layout, plus(variants, new Variant(other, when)), lengths, alignment, inside, rules);
  }

  /** Has other fields when the data is so long. */
  OptionShape variant(Layout other) {
    return variant(other, option -> option.claimedLength() == other.octets());
  }

  /** Has structures inside. */
  OptionShape with(Inside reader) {
    return new OptionShape(layout, variants, lengths, alignment, reader, rules);
  }

  /** Forbids values of a number. */
  OptionShape forbid(UInt field, LongPredicate bad, String text) {
    return reject(field, option -> bad.test(field.get(option)), text);
  }

  /** Forbids what a field, or several, say. */
  OptionShape reject(Field field, Predicate<Slice> broken, String text) {
    return new OptionShape(
        layout,
        variants,
        lengths,
        alignment,
        inside,
        plus(rules, new ValueRule(field, broken, text)));
  }

  /** The layout that shows this option. */
  Layout layout(Slice option) {
    for (Variant variant : variants) {
      if (option.holds(0, layout.octets())
          && variant.when().test(option)
          && option.holds(0, variant.layout().octets())) {
        return variant.layout();
      }
    }
    return layout;
  }

  /** Every layout of the type. */
  List<Layout> layouts() {
    List<Layout> all = new ArrayList<>(List.of(layout));
    variants.forEach(variant -> all.add(variant.layout()));
    return all;
  }

  private static <T> List<T> plus(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }

  /** Variants for each of a list of layouts, by the number that an option says. */
  OptionShape choose(List<Layout> layouts, Function<Slice, Layout> chosen) {
    OptionShape shape = this;
    for (Layout one : layouts) {
      if (one != layout) {
        shape = shape.variant(one, option -> chosen.apply(option) == one);
      }
    }
    return shape;
  }
}
