package org.roamscope.ike;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * A name in DER, RFC 5280 section 4.1.2.4: a sequence of sets of pairs of an attribute type and a
 * string.
 */
final class DistinguishedName {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int MAX_PAIRS = 64;

  /** Short names of attribute types, RFC 4514 section 3, by the octets of their identifiers. */
  private static final Map<String, String> SHORT =
      Map.of(
          "550403", "CN",
          "550406", "C",
          "550407", "L",
          "550408", "ST",
          "55040a", "O",
          "55040b", "OU",
          "2a864886f70d010901", "E",
          "0992268993f22c640119", "DC",
          "0992268993f22c640101", "UID");

  /**
   * Tag and content of a value in DER.
   *
   * @param tag its first octet
   * @param content what it holds
   * @param octets its length with tag and length
   */
  private record Der(int tag, Slice content, int octets) {
    /** The value that {@code slice} begins with, or one with tag -1 when it begins with none. */
    static Der first(Slice slice) {
      if (!slice.holds(0, 2)) {
        return new Der(-1, slice, slice.length());
      }
      int size = slice.u8(1);
      int header = 2;
      if (size >= 0x80) {
        int count = size & 0x7f;
        if (count < 1 || count > 2 || !slice.holds(2, count)) {
          return new Der(-1, slice, slice.length());
        }
        size = count == 1 ? slice.u8(2) : slice.u16(2);
        header += count;
      }
      return slice.holds(header, size)
          ? new Der(slice.u8(0), slice.part(header, size), header + size)
          : new Der(-1, slice, slice.length());
    }
  }

  private DistinguishedName() {}

  /**
   * Adds the form of the name under {@code field} and the name as text. The layout goes on where it
   * stood.
   */
  static void add(Layout wire, BytesField name, String field, String label) {
    wire.again(name)
        .u8(field, label)
        .read(FieldType.UINT32, tag -> new FieldValue.Numeric(0))
        .shownAs(tag -> "rdnSequence (0)");
    wire.again(name)
        .rest("roam.ike.distinguished_name", "Name")
        .read(FieldType.STRING, octets -> new FieldValue.Text(text(octets)))
        .shownAs(DistinguishedName::text);
  }

  /** True when the octets can be a name: they begin with a sequence. */
  static boolean begins(Slice octets) {
    return octets.length() > 0 && octets.u8(0) == SEQUENCE;
  }

  /** For example {@code C=CH, O=Strong, CN=moon}; the octets when they make no name. */
  static String text(Slice octets) {
    Der name = Der.first(octets);
    List<String> pairs = new ArrayList<>();
    int at = 0;
    while (name.tag() == SEQUENCE && at < name.content().length() && pairs.size() < MAX_PAIRS) {
      Der set = Der.first(name.content().from(at));
      Der pair = Der.first(set.content());
      Der type = Der.first(pair.content());
      if (set.tag() != SET || pair.tag() != SEQUENCE || type.tag() != OBJECT_IDENTIFIER) {
        return BytesField.hex(octets);
      }
      String identifier = Hex.plain(type.content().bytes());
      Der value = Der.first(pair.content().from(type.octets()));
      pairs.add(SHORT.getOrDefault(identifier, identifier) + "=" + Texts.utf8(value.content()));
      at += set.octets();
    }
    return pairs.isEmpty() ? BytesField.hex(octets) : String.join(", ", pairs);
  }
}
