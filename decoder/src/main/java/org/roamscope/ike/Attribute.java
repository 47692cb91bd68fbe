package org.roamscope.ike;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * An attribute of a transform, RFC 5996 section 3.3.5 and RFC 2408 section 3.3.
 *
 * <pre>
 * 0: AF (1)  Attribute Type (15)
 * 2: AF=1: Value (16)    AF=0: Length (16)  4: Value
 * </pre>
 *
 * @param layout by family, type and form
 * @param slice the attribute
 */
public record Attribute(Layout layout, Slice slice) implements Element {
  /** Attributes read from one transform. */
  public static final int MAX_ATTRIBUTES = 256;

  private static final int HEADER = AttributeFamily.HEADER;

  static List<Element> list(AttributeFamily family, Slice list, ProblemLog log) {
    String field = family.prefix() + ".length";
    List<Element> found = new ArrayList<>();
    int at = 0;
    while (list.from(at).claimedLength() > 0) {
      Slice rest = list.from(at);
      if (found.size() == MAX_ATTRIBUTES) {
        log.limit(rest, field, "attributes", MAX_ATTRIBUTES);
        break;
      }
      if (!log.holds(rest, HEADER, field, "An attribute")) {
        break;
      }
      int octets = HEADER + (rest.u8(0) >= 0x80 ? 0 : rest.u16(2));
      if (!log.holds(rest, octets, field, "An attribute")) {
        found.add(new Attribute(family.other(), rest));
        at = list.length();
        break;
      }
      Slice attribute = rest.part(0, octets);
      found.add(new Attribute(family.find(attribute), attribute));
      at += octets;
    }
    if (at < list.length()) {
      found.add(new Undissected(list.from(at)));
    }
    return List.copyOf(found);
  }

  /** Attribute type. */
  public int type() {
    return slice.u16(0) & 0x7fff;
  }

  /** The value: two octets in the short form. */
  public Slice value() {
    return slice.u8(0) >= 0x80 ? slice.part(2, 2) : slice.from(HEADER);
  }

  @Override
  public String title() {
    UInt type = (UInt) layout.fields().get(1);
    return "Attribute " + type.text(slice);
  }
}
