package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * Where a client is sent to (REDIRECT), or came from (REDIRECTED_FROM), RFC 5685 sections 7.2 and
 * 7.3.
 *
 * <pre>
 * 0: GW Ident Type (8)  GW Ident Len (8)  2: identity   then, in REDIRECT: nonce
 * </pre>
 */
final class GatewayIdentity {
  private static final int HEADER = 2;
  private static final int TYPE_IPV4 = 1;
  private static final int TYPE_IPV6 = 2;
  private static final int TYPE_FQDN = 3;
  private static final String FIELD = "isakmp.notify.data.redirect.gw_ident.len";

  /** The gateway to go to. */
  static final GatewayIdentity NEW = new GatewayIdentity("new_resp_gw_ident", rfc(5685, "7.2"));

  /** The gateway that sent the client away. */
  static final GatewayIdentity ORIGINAL =
      new GatewayIdentity("org_resp_gw_ident", rfc(5685, "7.3"));

  private final Layout ipv4;
  private final Layout ipv6;
  private final Layout name;
  private final Layout other;

  private GatewayIdentity(String field, Clause clause) {
    ipv4 = start(clause);
    ipv4.ipv4(full(field, "ipv4"), "Gateway");
    ipv4.total(HEADER + 4);
    ipv6 = start(clause);
    ipv6.ipv6(full(field, "ipv6"), "Gateway");
    ipv6.total(HEADER + 16);
    name = start(clause);
    if (field.startsWith("new")) {
      name.rest(full(field, "fqdn"), "Gateway").ascii().shownAs(Texts::utf8);
    } else {
      name.rest(full(field, "data"), "Gateway").shownAs(Texts::utf8);
    }
    name.total(HEADER);
    other = start(clause);
    other.rest(full(field, "data"), "Gateway");
    other.total(HEADER);
  }

  private static String full(String field, String kind) {
    return "isakmp.notify.data.redirect." + field + "." + kind;
  }

  private static Layout start(Clause clause) {
    Layout wire = Layout.of("isakmp.notify.data", "Gateway identity", clause);
    wire.u8("isakmp.notify.data.redirect.gw_ident.type", "Gateway identity type")
        .names(NotifyCodePoints.GATEWAY_TYPES);
    wire.u8(FIELD, "Gateway identity length");
    return wire;
  }

  private Layout layout(int type) {
    return switch (type) {
      case TYPE_IPV4 -> ipv4;
      case TYPE_IPV6 -> ipv6;
      case TYPE_FQDN -> name;
      default -> other;
    };
  }

  static final Layout NONCE = Layout.of("isakmp.notify.data", "Nonce", rfc(5685, "7.2"));

  static {
    NONCE.rest("isakmp.notify.data.redirect.nonce_data", "Nonce data");
    NONCE.total(0);
  }

  List<Element> read(Slice data, ProblemLog log) {
    if (!log.holds(data, HEADER, FIELD, "A gateway identity")) {
      return List.of();
    }
    int octets = HEADER + data.u8(1);
    if (!log.holds(data, octets, FIELD, "A gateway identity")) {
      return List.of(new Piece(other, data));
    }
    Slice identity = data.part(0, octets);
    Layout layout = layout(data.u8(0));
    if (layout.octets() > HEADER && layout.octets() != octets) {
      log.length(
          data.span(1, 1),
          FIELD,
          layout.octets() - HEADER,
          data.u8(1),
          "An address of this type has " + (layout.octets() - HEADER) + " octets (RFC 5685 7.2).");
      layout = other;
    }
    List<Element> parts = new ArrayList<>();
    parts.add(new Piece(layout, identity));
    Slice rest = data.from(octets);
    if (rest.length() > 0) {
      parts.add(new Piece(equals(NEW) ? NONCE : Undissected.WIRE, rest));
    }
    return List.copyOf(parts);
  }

  static List<Layout> all() {
    List<Layout> all = new ArrayList<>();
    for (GatewayIdentity role : List.of(NEW, ORIGINAL)) {
      all.addAll(List.of(role.ipv4, role.ipv6, role.name, role.other));
    }
    all.add(NONCE);
    return all;
  }
}
