package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/** A registry of attributes with the layout of each; the layouts are made once. */
final class AttributeFamily {
  static final int HEADER = 4;
  private static final int LIFE_DURATION_OCTETS = 4;

  /** IKEv2 transforms. */
  static final AttributeFamily TRANSFORM =
      new AttributeFamily(
              "isakmp.ike2.attr", rfc(5996, "3.3.5"), IkeCodePoints.TRANSFORM_ATTRIBUTES)
          .number(14, "key_length", "Key length", null);

  /** IKEv1, the ISAKMP SA. */
  static final AttributeFamily PHASE_1 =
      new AttributeFamily("isakmp.ike.attr", rfc(2409, "appendix A"), IkeCodePoints.IKE_ATTRIBUTES)
          .number(1, "encryption_algorithm", "Encryption algorithm", IkeCodePoints.IKE_ENCRYPTION)
          .number(2, "hash_algorithm", "Hash algorithm", IkeCodePoints.IKE_HASH)
          .number(
              3, "authentication_method", "Authentication method", IkeCodePoints.IKE_AUTHENTICATION)
          .number(4, "group_description", "Group description", IkeCodePoints.GROUPS)
          .number(11, "life_type", "Life type", IkeCodePoints.LIFE_TYPES)
          .lifeDuration(12)
          .number(14, "key_length", "Key length", null);

  /** IKEv1, IPsec SAs. */
  static final AttributeFamily PHASE_2 =
      new AttributeFamily("isakmp.ipsec.attr", rfc(2407, "4.5"), IkeCodePoints.IPSEC_ATTRIBUTES)
          .number(1, "life_type", "Life type", IkeCodePoints.LIFE_TYPES)
          .lifeDuration(2)
          .number(3, "group_description", "Group description", IkeCodePoints.GROUPS)
          .number(4, "encap_mode", "Encapsulation mode", IkeCodePoints.ENCAPSULATION_MODES)
          .number(
              5, "auth_algorithm", "Authentication algorithm", IkeCodePoints.IPSEC_AUTHENTICATION)
          .number(6, "key_length", "Key length", null)
          .number(7, "key_rounds", "Key rounds", null);

  private final String prefix;
  private final Clause clause;
  private final CodePoints types;
  private final Map<Integer, Layout> numbers = new TreeMap<>();
  private final Map<Integer, Layout> durations = new TreeMap<>();
  private final Layout otherShort;
  private final Layout otherLong;

  private AttributeFamily(String prefix, Clause clause, CodePoints types) {
    this.prefix = prefix;
    this.clause = clause;
    this.types = types;
    otherShort = start(prefix, clause, types);
    otherShort.octets(2, "value", "Value");
    otherShort.total(HEADER);
    otherLong = start(prefix, clause, types);
    otherLong.u16("length", "Length");
    otherLong.rest("value", "Value");
    otherLong.total(HEADER);
  }

  private static Layout start(String prefix, Clause clause, CodePoints types) {
    Layout wire = Layout.of(prefix, "Attribute", clause);
    wire.flag("format", "Value of fixed length (AF)");
    wire.uint(15, "type", "Type").names(types);
    return wire;
  }

  /** An attribute whose value is a number of 16 bits. */
  private AttributeFamily number(int type, String field, String label, @Nullable CodePoints names) {
    Layout wire = start(prefix, clause, types);
    BytesField value = wire.octets(2, "value", "Value");
    UInt number = wire.again(value).u16(field, label);
    if (names != null) {
      number.names(names);
    }
    numbers.put(type, wire.total(HEADER));
    return this;
  }

  /** A lifetime: a number of 16 or 32 bits. */
  private AttributeFamily lifeDuration(int type) {
    Layout wire = start(prefix, clause, types);
    wire.u16("length", "Length");
    BytesField value = wire.octets(LIFE_DURATION_OCTETS, "value", "Value");
    wire.again(value).u32("life_duration", "Life duration");
    durations.put(type, wire.total(HEADER + LIFE_DURATION_OCTETS));
    return number(type, "life_duration", "Life duration", null);
  }

  String prefix() {
    return prefix;
  }

  List<Layout> all() {
    List<Layout> all = new ArrayList<>(numbers.values());
    all.addAll(durations.values());
    all.add(otherShort);
    all.add(otherLong);
    return all;
  }

  /** The layout for an attribute of at least {@link #HEADER} octets. */
  Layout find(Slice attribute) {
    int type = attribute.u16(0) & 0x7fff;
    if (attribute.u8(0) >= 0x80) {
      return numbers.getOrDefault(type, otherShort);
    }
    return attribute.u16(2) == LIFE_DURATION_OCTETS
        ? durations.getOrDefault(type, otherLong)
        : otherLong;
  }
}
