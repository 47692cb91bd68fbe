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
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/** A registry of attributes with the layout of each; the layouts are made once. */
final class AttributeFamily {
  static final int HEADER = 4;

  /** IKEv2 transforms. */
  static final AttributeFamily TRANSFORM =
      new AttributeFamily(
              "isakmp.ike2.attr", rfc(5996, "3.3.5"), TransformCodePoints.TRANSFORM_ATTRIBUTES)
          .number(14, "key_length", "Key length", null);

  /** IKEv1, the ISAKMP SA. */
  static final AttributeFamily PHASE_1 =
      new AttributeFamily(
              "isakmp.ike.attr", rfc(2409, "appendix A"), TransformCodePoints.IKE_ATTRIBUTES)
          .number(
              1, "encryption_algorithm", "Encryption algorithm", TransformCodePoints.IKE_ENCRYPTION)
          .number(2, "hash_algorithm", "Hash algorithm", TransformCodePoints.IKE_HASH)
          .number(
              3,
              "authentication_method",
              "Authentication method",
              TransformCodePoints.IKE_AUTHENTICATION)
          .number(4, "group_description", "Group description", TransformCodePoints.GROUPS)
          .number(5, "group_type", "Group type", TransformCodePoints.GROUP_TYPES)
          .octets(6, "group_prime", "Group prime")
          .octets(7, "group_generator_one", "Group generator one")
          .octets(8, "group_generator_two", "Group generator two")
          .octets(9, "group_curve_a", "Group curve A")
          .octets(10, "group_curve_b", "Group curve B")
          .number(11, "life_type", "Life type", TransformCodePoints.LIFE_TYPES)
          .lifeDuration(12)
          .octets(13, "prf", "PRF")
          .number(14, "key_length", "Key length", null)
          .octets(15, "field_size", "Field size")
          .octets(16, "group_order", "Group order")
          .octets(17, "block_size", "Block size")
          .number(
              20,
              "asymmetric_cryptographic_algorithm_type",
              "Asymmetric algorithm",
              TransformCodePoints.ASYMMETRIC);

  /** IKEv1, IPsec SAs. */
  static final AttributeFamily PHASE_2 =
      new AttributeFamily(
              "isakmp.ipsec.attr", rfc(2407, "4.5"), TransformCodePoints.IPSEC_ATTRIBUTES)
          .number(1, "life_type", "Life type", TransformCodePoints.LIFE_TYPES)
          .lifeDuration(2)
          .number(3, "group_description", "Group description", TransformCodePoints.GROUPS)
          .number(4, "encap_mode", "Encapsulation mode", TransformCodePoints.ENCAPSULATION_MODES)
          .number(
              5,
              "auth_algorithm",
              "Authentication algorithm",
              TransformCodePoints.IPSEC_AUTHENTICATION)
          .number(6, "key_length", "Key length", null)
          .number(7, "key_rounds", "Key rounds", null)
          .number(8, "cmpr_dict_size", "Compress dictionary size", null)
          .octets(9, "cmpr_algorithm", "Compress private algorithm")
          .number(10, "ecn_tunnel", "ECN tunnel", TransformCodePoints.ECN_TUNNEL)
          .number(11, "ext_seq_nbr", "Extended sequence numbers", TransformCodePoints.LONG_SEQUENCE)
          .number(12, "auth_key_length", "Authentication key length", null)
          .octets(13, "sig_enco_algorithm", "Signature encoding algorithm")
          .number(
              14,
              "addr_preservation",
              "Address preservation",
              TransformCodePoints.ADDRESS_PRESERVATION)
          .number(15, "sa_direction", "SA direction", TransformCodePoints.SA_DIRECTIONS);

  /** Lifetime that the responder will keep to, RFC 2407 section 4.6.3.1, for the ISAKMP SA. */
  static final AttributeFamily RESPONDER_PHASE_1 =
      new AttributeFamily(
              "isakmp.notify.data.resp_lifetime.ike.attr",
              rfc(2407, "4.6.3.1"),
              TransformCodePoints.IKE_ATTRIBUTES)
          .number(11, "life_type", "Life type", TransformCodePoints.LIFE_TYPES)
          .lifeDuration(12);

  /** The same for IPsec SAs. */
  static final AttributeFamily RESPONDER_PHASE_2 =
      new AttributeFamily(
              "isakmp.notify.data.resp_lifetime.ipsec.attr",
              rfc(2407, "4.6.3.1"),
              TransformCodePoints.IPSEC_ATTRIBUTES)
          .number(1, "life_type", "Life type", TransformCodePoints.LIFE_TYPES)
          .lifeDuration(2);

  /** Header compression of a Child SA, RFC 5857 section 3.1.2. */
  static final AttributeFamily HEADER_COMPRESSION =
      new AttributeFamily(
              "isakmp.notify.data.rohc.attr", rfc(5857, "3.1.2"), NotifyCodePoints.ROHC_ATTRIBUTES)
          .number(1, "max_cid", "Maximum context identifier", null)
          .number(2, "profile", "ROHC profile", null)
          .number(3, "integ", "ROHC integrity algorithm", TransformCodePoints.INTEGRITY)
          .number(4, "icv_len", "ROHC ICV length", null)
          .number(5, "mrru", "Maximum reconstructed reception unit", null);

  private static final int SHORT = -2;
  private static final int ANY = -1;

  /**
   * Which attribute a layout is for.
   *
   * @param type attribute type
   * @param length octets of the value, {@link #ANY}, or {@link #SHORT} for the form without length
   */
  private record Key(int type, int length) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = Integer.compare(type, other.type);
      return order == 0 ? Integer.compare(length, other.length) : order;
    }
  }

  private final String prefix;
  private final Clause clause;
  private final CodePoints types;
  private final Map<Key, Layout> known = new TreeMap<>();
  private final Layout otherShort;
  private final Layout otherLong;

  private AttributeFamily(String prefix, Clause clause, CodePoints types) {
    this.prefix = prefix;
    this.clause = clause;
    this.types = types;
    otherShort = start();
    otherShort.octets(2, "value", "Value");
    otherShort.total(HEADER);
    otherLong = start();
    otherLong.u16("length", "Length");
    otherLong.rest("value", "Value");
    otherLong.total(HEADER);
  }

  private Layout start() {
    Layout wire = Layout.of(prefix, "Attribute", clause).structure(prefix);
    wire.flag("format", "Value of fixed length (AF)");
    wire.uint(15, "type", "Type").names(types);
    return wire;
  }

  /** The form without length: the value is two octets, to be read again. */
  private Layout startShort() {
    Layout wire = start();
    BytesField value = wire.octets(2, "value", "Value");
    return wire.again(value);
  }

  /** The form with length; the value goes to the end and is to be read again. */
  private Layout startLong() {
    Layout wire = start();
    wire.u16("length", "Length");
    BytesField value = wire.rest("value", "Value");
    return wire.again(value);
  }

  /** An attribute whose value is a number of 16 bits. */
  private AttributeFamily number(int type, String field, String label, @Nullable CodePoints names) {
    Layout brief = startShort();
    name(brief.u16(field, label), names);
    known.put(new Key(type, SHORT), brief.total(HEADER));
    Layout full = startLong();
    name(full.u16(field, label), names);
    known.put(new Key(type, 2), full.total(HEADER + 2));
    Layout small = startLong();
    name(small.u8(field, label).as(FieldType.UINT16), names);
    known.put(new Key(type, 1), small.total(HEADER + 1));
    return this;
  }

  private static void name(UInt number, @Nullable CodePoints names) {
    if (names != null) {
      number.names(names);
    }
  }

  /** An attribute whose value is octets. */
  private AttributeFamily octets(int type, String field, String label) {
    Layout brief = startShort();
    brief.octets(2, field, label);
    known.put(new Key(type, SHORT), brief.total(HEADER));
    Layout full = startLong();
    full.rest(field, label);
    known.put(new Key(type, ANY), full.total(HEADER));
    return this;
  }

  /** A lifetime: a number of any size; the name tells numbers of 32 and 64 bits apart. */
  private AttributeFamily lifeDuration(int type) {
    Layout brief = startShort();
    brief.u16("life_duration", "Life duration").as(FieldType.UINT32);
    known.put(new Key(type, SHORT), brief.total(HEADER));
    for (int octets = 1; octets <= Long.BYTES; octets++) {
      boolean small = octets <= Integer.BYTES;
      Layout full = startLong();
      full.uint(octets * 8, small ? "life_duration" : "life_duration64", "Life duration")
          .as(small ? FieldType.UINT32 : FieldType.UINT64);
      known.put(new Key(type, octets), full.total(HEADER + octets));
    }
    Layout longer = startLong();
    longer.rest("life_duration_bytes", "Life duration");
    known.put(new Key(type, ANY), longer.total(HEADER));
    return this;
  }

  String prefix() {
    return prefix;
  }

  /** The layout of an attribute with length whose value is not read. */
  Layout other() {
    return otherLong;
  }

  List<Layout> all() {
    List<Layout> all = new ArrayList<>(known.values());
    all.add(otherShort);
    all.add(otherLong);
    return all;
  }

  /** The layout for an attribute of at least {@link #HEADER} octets. */
  Layout find(Slice attribute) {
    int type = attribute.u16(0) & 0x7fff;
    if (attribute.u8(0) >= 0x80) {
      return known.getOrDefault(new Key(type, SHORT), otherShort);
    }
    Layout exact = known.get(new Key(type, attribute.u16(2)));
    return exact == null ? known.getOrDefault(new Key(type, ANY), otherLong) : exact;
  }
}
