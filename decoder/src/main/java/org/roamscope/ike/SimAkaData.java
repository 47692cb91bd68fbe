package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.ProblemKind;

/**
 * Type data of EAP-SIM (RFC 4186 section 8.1) and of EAP-AKA and EAP-AKA' (RFC 4187 section 8.1,
 * RFC 9048 section 3): a subtype, then attributes.
 *
 * <pre>
 * 0: Subtype (8)  Reserved (16)
 * 3: attributes: Type (8)  Length (8, in units of four octets, header included)  Value
 * </pre>
 */
final class SimAkaData {
  private static final int HEADER = 3;
  private static final int MAX_ATTRIBUTES = 128;
  private static final int AT_NOTIFICATION = 12;
  private static final int AT_IDENTITY = 14;
  private static final int AT_CLIENT_ERROR_CODE = 22;
  private static final int UNIT = 4;

  /** EAP-SIM. */
  static final SimAkaData SIM =
      new SimAkaData("eap.sim", rfc(4186, "8.1"), EapCodePoints.SIM_SUBTYPES);

  /** EAP-AKA and EAP-AKA'. */
  static final SimAkaData AKA =
      new SimAkaData("eap.aka", rfc(4187, "8.1"), EapCodePoints.AKA_SUBTYPES);

  private static final Layout IDENTITY = Layout.of("eap", "Identity", rfc(4187, "10.5"));
  private static final Layout PADDING = Layout.of("eap", "Padding", rfc(4187, "10.5"));

  static {
    IDENTITY.rest("identity", "Identity").ascii().shownAs(Texts::utf8);
    IDENTITY.total(0);
    PADDING.rest("eap.identity.padding", "Padding");
    PADDING.total(0);
  }

  private final String prefix;
  private final Clause clause;
  private final Layout head;
  private final Map<Integer, Layout> known = new TreeMap<>();
  private final Layout other;

  private SimAkaData(String prefix, Clause clause, CodePoints subtypes) {
    this.prefix = prefix;
    this.clause = clause;
    head = Layout.of(prefix, "Type data", clause);
    head.u8("subtype", "Subtype").names(subtypes);
    head.u16("reserved", "Reserved").hex();
    head.total(HEADER);
    other = valued();
    other.total(2);
    Layout notification = start();
    notification
        .u16("notification_type", "Notification")
        .names(EapCodePoints.SIM_AKA_NOTIFICATIONS);
    known.put(AT_NOTIFICATION, notification.total(UNIT));
    Layout error = start();
    error.u16("error_code", "Client error").names(EapCodePoints.SIM_AKA_ERRORS);
    known.put(AT_CLIENT_ERROR_CODE, error.total(UNIT));
    Layout identity = start();
    identity.u16("eap.identity.actual_len", "Actual identity length");
    known.put(AT_IDENTITY, identity.total(UNIT));
    octets(1, "roam.eap.rand", "RAND");
    octets(2, "roam.eap.autn", "AUTN");
    add(
        3,
        wire -> {
          wire.u16("roam.eap.res_bits", "RES length (bits)");
          wire.rest("roam.eap.res", "RES");
        });
    add(4, wire -> wire.rest("roam.eap.auts", "AUTS"));
    octets(7, "roam.eap.nonce_mt", "NONCE_MT");
    octets(11, "roam.eap.mac", "MAC");
    add(16, wire -> wire.u16("roam.eap.selected_version", "Selected version"));
    add(19, wire -> wire.u16("roam.eap.counter", "Counter"));
    octets(21, "roam.eap.nonce_s", "NONCE_S");
    add(
        23,
        wire -> {
          wire.u16("roam.eap.kdf_input_len", "Network name length");
          wire.rest("roam.eap.network_name", "Network name").characters().shownAs(Texts::utf8);
        });
    add(24, wire -> wire.u16("roam.eap.kdf", "Key derivation function").names(EapCodePoints.KDF));
    octets(129, "roam.eap.iv", "Initialization vector");
    octets(130, "roam.eap.encr_data", "Encrypted data");
    octets(134, "roam.eap.checkcode", "Checkcode");
    add(136, wire -> wire.u16("roam.eap.bidding", "Bidding flags").hex());
  }

  private Layout start() {
    String name = prefix + ".subtype.attribute";
    Layout wire = Layout.of(prefix, "Attribute", clause).structure(name);
    wire.u8(prefix + ".subtype.type", "Type").names(EapCodePoints.SIM_AKA_ATTRIBUTES);
    wire.u8(prefix + ".subtype.len", "Length (units of 4 octets)");
    return wire;
  }

  private Layout valued() {
    Layout wire = start();
    BytesField value = wire.rest(prefix + ".subtype.value", "Value");
    return wire.again(value);
  }

  private void add(int type, Consumer<Layout> fields) {
    Layout wire = valued();
    fields.accept(wire);
    known.put(type, wire.total(wire.octets()));
  }

  /** A value behind two reserved octets. */
  private void octets(int type, String field, String label) {
    add(type, wire -> wire.skip(16).rest(field, label));
  }

  List<Element> read(Slice data, ProblemLog log) {
    if (data.claimedLength() == 0
        || !log.holds(data, HEADER, prefix + ".subtype", "The type data")) {
      return List.of();
    }
    List<Element> parts = new ArrayList<>();
    parts.add(new Piece(head, data.part(0, HEADER)));
    if (data.u16(1) != 0) {
      log.add(
          ProblemKind.RESERVED,
          data.span(1, 2),
          prefix + ".reserved",
          "A reserved field is not zero (" + clause + ").");
    }
    int at = HEADER;
    while (data.from(at).claimedLength() > 0) {
      Slice rest = data.from(at);
      if (parts.size() > MAX_ATTRIBUTES) {
        log.limit(rest, prefix + ".subtype.type", "attributes", MAX_ATTRIBUTES);
        break;
      }
      if (!log.holds(rest, 2, prefix + ".subtype.len", "An attribute")) {
        break;
      }
      int octets = rest.u8(1) * UNIT;
      if (octets == 0 || octets > rest.claimedLength()) {
        log.length(
            rest.span(1, 1),
            prefix + ".subtype.len",
            octets,
            rest.claimedLength(),
            "An attribute of " + octets + " octets where " + rest.claimedLength() + " are left.");
        parts.add(new SimAkaAttribute(other, rest, List.of()));
        at = data.length();
        break;
      }
      parts.add(attribute(rest.part(0, octets), log));
      at += octets;
      if (at > data.length()) {
        break;
      }
    }
    if (at < data.length()) {
      parts.add(new Undissected(data.from(at)));
    }
    return List.copyOf(parts);
  }

  private Element attribute(Slice attribute, ProblemLog log) {
    int type = attribute.u8(0);
    Layout layout = known.getOrDefault(type, other);
    if (attribute.claimedLength() < layout.octets()) {
      layout = other;
    }
    if (type != AT_IDENTITY || !attribute.holds(0, UNIT)) {
      return new SimAkaAttribute(layout, attribute, List.of());
    }
    int length = attribute.u16(2);
    Slice value = attribute.from(UNIT);
    if (length > value.claimedLength()) {
      log.length(
          attribute.span(2, 2),
          "eap.identity.actual_len",
          length,
          value.claimedLength(),
          "An identity of "
              + length
              + " octets where "
              + value.claimedLength()
              + " are left (RFC 4187 10.5).");
    }
    List<Element> parts = new ArrayList<>();
    parts.add(new Piece(IDENTITY, value.part(0, Math.min(length, value.claimedLength()))));
    if (value.length() > length) {
      parts.add(new Piece(PADDING, value.from(length)));
    }
    return new SimAkaAttribute(layout, attribute, List.copyOf(parts));
  }

  static List<Layout> all() {
    List<Layout> all = new ArrayList<>();
    for (SimAkaData family : List.of(SIM, AKA)) {
      all.add(family.head);
      all.addAll(family.known.values());
      all.add(family.other);
    }
    all.addAll(List.of(IDENTITY, PADDING));
    return all;
  }
}
