package org.roamscope.mobility;

import static org.roamscope.field.ProblemKind.LENGTH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.bytes.Slice;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;

/**
 * A list of sub-options, each with an octet for its type and one for the length of its data, at the
 * end of an option. An option has at most 1022 octets of them, so the walk is bounded.
 */
final class SubOptions {
  private final CodePoints names;
  private final OptionShape other;
  private final Map<Integer, OptionShape> shapes;

  private SubOptions(CodePoints names, OptionShape other, Map<Integer, OptionShape> shapes) {
    this.names = names;
    this.other = other;
    this.shapes = shapes;
  }

  /**
   * A list.
   *
   * @param names names of the types
   * @param other layout of types that {@code shapes} lacks: type, length, octets
   */
  static SubOptions of(CodePoints names, Layout other, Map<Integer, OptionShape> shapes) {
    return new SubOptions(names, OptionShape.open(other), new TreeMap<>(shapes));
  }

  /** Every layout of the list. */
  List<Layout> layouts() {
    List<Layout> all = new ArrayList<>();
    shapes.values().forEach(shape -> all.addAll(shape.layouts()));
    all.addAll(other.layouts());
    return all;
  }

  /** Reads the list that begins at {@code from} in the option. */
  List<Element> read(Slice option, int from, List<Problem> problems) {
    List<Element> parts = new ArrayList<>();
    int at = from;
    while (at < option.length()) {
      Slice one = option.part(at, option.holds(at, 2) ? 2L + option.u8(at + 1) : 2);
      add(parts, option, at, one, problems);
      at += one.length();
    }
    return List.copyOf(parts);
  }

  /** Adds one sub-option and says what is wrong with it. */
  void add(List<Element> parts, Slice option, int at, Slice one, List<Problem> problems) {
    int type = one.u8(0);
    String name = names.name(type);
    OptionShape shape = shapes.getOrDefault(type, other);
    long left = option.claimedLength() - at;
    if (one.claimedLength() > left) {
      problems.add(
          new Problem(
              LENGTH,
              one.span(),
              "mip6.opt.len.invalid",
              one.claimedLength(),
              left,
              name
                  + " claims "
                  + one.claimedLength()
                  + " octets, its option has "
                  + left
                  + " left."));
    }
    Layout layout = shape.layout(one);
    List<Element> inside = List.of();
    if (one.holds(0, shape.layout().octets())) {
      inside = shape.inside().read(one, problems);
    }
    OptionChecks.check(shape, layout, name, one, problems);
    parts.add(new SubOption(name, layout, one, inside));
  }
}
