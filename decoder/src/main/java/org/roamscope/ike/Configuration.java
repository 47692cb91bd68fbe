package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Configuration, RFC 5996 section 3.15, and the Attributes payload of IKEv1 mode config.
 *
 * <pre>
 * IKEv2:  4: CFG Type (8)  RESERVED (24)                8: attributes
 * IKEv1:  4: Type (8)  RESERVED (8)  Identifier (16)    8: attributes
 * </pre>
 *
 * @param type 47, or 14 in IKEv1
 * @param slice the payload
 * @param parts attributes, and octets that make none
 */
public record Configuration(int type, Slice slice, List<Element> parts) implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 47;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 14;

  /** Attributes read from one payload. */
  public static final int MAX_ATTRIBUTES = 256;

  static final Layout WIRE = GenericHeader.v2("isakmp.cfg", "Configuration", rfc(5996, "3.15"));

  static final UInt KIND =
      WIRE.u8("type", "Type").names(ConfigurationCodePoints.CONFIGURATION_TYPES_V2);

  static {
    WIRE.octets(3, "isakmp.reserved", "Reserved");
    WIRE.total(8);
  }

  static final Layout WIRE_V1 =
      GenericHeader.v1("isakmp.cfg", "Attributes", new Clause("draft-dukes-ike-mode-cfg", ""));

  static {
    WIRE_V1.u8("type", "Type").names(ConfigurationCodePoints.CONFIGURATION_TYPES_V1);
    WIRE_V1.octets(1, "isakmp.reserved", "Reserved");
    WIRE_V1.u16("identifier", "Identifier");
    WIRE_V1.total(8);
  }

  static IkePayload read(int type, Slice slice, ProblemLog log) {
    int version = type == TYPE ? 2 : 1;
    if (!log.holds(slice, WIRE.octets(), KIND.filterName(), "The Configuration payload")) {
      return OpaquePayload.partly(type, version == 2 ? WIRE : WIRE_V1, slice);
    }
    if (type == TYPE) {
      log.reserved(slice, 5, 3);
    } else {
      log.reserved(slice, 5, 1);
    }
    Slice list = slice.from(WIRE.octets());
    List<Element> parts = new ArrayList<>();
    int at = 0;
    while (list.from(at).claimedLength() > 0) {
      Slice rest = list.from(at);
      String field = "isakmp.cfg.attr.length";
      if (parts.size() == MAX_ATTRIBUTES) {
        log.limit(rest, field, "configuration attributes", MAX_ATTRIBUTES);
        break;
      }
      if (!log.holds(rest, ConfigurationAttribute.HEADER, field, "A configuration attribute")) {
        break;
      }
      int octets = ConfigurationAttribute.octets(version, rest);
      if (octets > rest.claimedLength()) {
        log.length(
            rest.span(2, 2),
            field,
            octets,
            rest.claimedLength(),
            "An attribute of " + octets + " octets where " + rest.claimedLength() + " are left.");
        parts.add(ConfigurationAttribute.cutShort(version, rest));
        at = list.length();
        break;
      }
      Slice attribute = rest.part(0, octets);
      parts.add(ConfigurationAttribute.of(version, attribute, log));
      at += attribute.length();
      if (attribute.truncated()) {
        break;
      }
    }
    if (at < list.length()) {
      parts.add(new Undissected(list.from(at)));
    }
    return new Configuration(type, slice, List.copyOf(parts));
  }

  /** 1 request, 2 reply, 3 set, 4 acknowledge. */
  public int kind() {
    return KIND.getInt(slice);
  }

  /** Attributes in wire order. */
  public List<ConfigurationAttribute> attributes() {
    return parts.stream()
        .filter(ConfigurationAttribute.class::isInstance)
        .map(ConfigurationAttribute.class::cast)
        .toList();
  }

  @Override
  public Layout layout() {
    return type == TYPE ? WIRE : WIRE_V1;
  }
}
