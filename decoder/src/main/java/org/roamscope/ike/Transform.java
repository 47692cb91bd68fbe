package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * A transform of a proposal, RFC 5996 section 3.3.2 and RFC 2408 section 3.6.
 *
 * <pre>
 * 0: 0 (last) or 3 (more)  RESERVED (8)  Transform Length (16)
 * 4: IKEv2: Transform Type (8)  RESERVED (8)   Transform ID (16)
 * 4: IKEv1: Transform # (8)     Transform-Id (8)  RESERVED2 (16)
 * 8: attributes
 * </pre>
 *
 * @param layout by type (IKEv2) or protocol (IKEv1)
 * @param slice the transform
 * @param parts attributes, and octets that make none
 */
public record Transform(Layout layout, Slice slice, List<Element> parts) implements Element {
  /** Payload type, of both versions. */
  public static final int TYPE = 3;

  /** Transforms read from one proposal. */
  public static final int MAX_TRANSFORMS = 256;

  private static final int MORE = TYPE;
  private static final int FIXED = 8;

  /** IKEv2, by transform type. */
  static final Map<Integer, Layout> BY_TYPE =
      Map.of(
          1, wire("encr", "Transform ID (ENCR)", TransformCodePoints.ENCRYPTION),
          2, wire("prf", "Transform ID (PRF)", TransformCodePoints.PSEUDO_RANDOM),
          3, wire("integ", "Transform ID (INTEG)", TransformCodePoints.INTEGRITY),
          4, wire("dh", "Transform ID (D-H)", TransformCodePoints.GROUPS),
          5, wire("esn", "Transform ID (ESN)", TransformCodePoints.EXTENDED_SEQUENCE));

  /** Additional key exchanges, RFC 9370: groups under the common name of transform IDs. */
  static final Layout ADDITIONAL_KEY_EXCHANGE =
      wire("", "Transform ID (ADDKE)", TransformCodePoints.GROUPS);

  static final Layout OTHER = wire("", "Transform ID", null);

  /** The one transform of the ISAKMP SA with attributes of its own, RFC 2407 section 4.4.2. */
  private static final int KEY_IKE = 1;

  private static final int FIRST_ADDITIONAL = 6;
  private static final int LAST_ADDITIONAL = 12;

  private static Layout byType(int type) {
    return type >= FIRST_ADDITIONAL && type <= LAST_ADDITIONAL
        ? ADDITIONAL_KEY_EXCHANGE
        : BY_TYPE.getOrDefault(type, OTHER);
  }

  /** IKEv1, by protocol. */
  static final Map<Integer, Layout> BY_PROTOCOL =
      Map.of(
          1, wireV1(TransformCodePoints.TRANSFORMS_ISAKMP),
          2, wireV1(TransformCodePoints.TRANSFORMS_AH),
          3, wireV1(TransformCodePoints.TRANSFORMS_ESP),
          4, wireV1(NotifyCodePoints.COMPRESSION));

  static final Layout OTHER_V1 = wireV1(null);

  private static Layout wire(String kind, String label, @Nullable CodePoints ids) {
    Layout wire =
        GenericHeader.plain(
            "isakmp.tf", "Transform", rfc(5996, "3.3.2"), IkeCodePoints.PAYLOAD_TYPES_V2);
    wire.u8("type", "Transform type").names(TransformCodePoints.TRANSFORM_TYPES);
    wire.octets(1, "isakmp.reserved", "Reserved");
    var id = wire.u16(kind.isEmpty() ? "isakmp.tf.id" : "isakmp.tf.id." + kind, label);
    if (ids != null) {
      id.names(ids);
    }
    return wire.total(FIXED);
  }

  private static Layout wireV1(@Nullable CodePoints ids) {
    Layout wire =
        GenericHeader.plain(
            "isakmp.trans", "Transform", rfc(2408, "3.6"), IkeCodePoints.PAYLOAD_TYPES_V1);
    wire.u8("number", "Transform number");
    var id = wire.u8("id", "Transform ID");
    if (ids != null) {
      id.names(ids);
    }
    wire.octets(2, "isakmp.reserved", "Reserved2");
    return wire.total(FIXED);
  }

  static List<Element> list(int majorVersion, int protocol, Slice list, ProblemLog log) {
    return Substructures.list(
        list,
        MORE,
        "transform",
        MAX_TRANSFORMS,
        log,
        transform -> read(majorVersion, protocol, transform, log));
  }

  private static Element read(int majorVersion, int protocol, Slice slice, ProblemLog log) {
    if (!log.holds(slice, FIXED, "isakmp.tf.type", "A transform")) {
      return new LoneHeader(TYPE, slice);
    }
    boolean v2 = majorVersion == 2;
    if (slice.u8(v2 ? 5 : 6) != 0 || !v2 && slice.u8(7) != 0) {
      log.reserved(slice, v2 ? 5 : 6, "isakmp.reserved");
    }
    Layout layout = v2 ? byType(slice.u8(4)) : BY_PROTOCOL.getOrDefault(protocol, OTHER_V1);
    AttributeFamily family =
        v2
            ? AttributeFamily.TRANSFORM
            : protocol == 1 && slice.u8(5) == KEY_IKE
                ? AttributeFamily.PHASE_1
                : AttributeFamily.PHASE_2;
    return new Transform(layout, slice, Attribute.list(family, slice.from(FIXED), log));
  }

  private boolean v2() {
    return layout.prefix().equals("isakmp.tf");
  }

  /** IKEv2 transform type; -1 in IKEv1, whose transforms are whole suites. */
  public int type() {
    return v2() ? slice.u8(4) : -1;
  }

  /** Transform ID: the algorithm. */
  public int id() {
    return v2() ? slice.u16(6) : slice.u8(5);
  }

  /** Attributes in wire order. */
  public List<Attribute> attributes() {
    return parts.stream().filter(Attribute.class::isInstance).map(Attribute.class::cast).toList();
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return GenericHeader.announced(field, TYPE);
  }
}
