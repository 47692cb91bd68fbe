package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import java.util.TreeMap;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Field;
import org.roamscope.field.Layout;

/**
 * Identification, RFC 5996 section 3.5 and RFC 2407 section 4.6.2.
 *
 * <pre>
 * IKEv2:  4: ID Type (8)  RESERVED (24)                  8: Identification Data
 * IKEv1:  4: ID Type (8)  Protocol ID (8)  Port (16)     8: Identification Data
 * </pre>
 *
 * @param type 35 initiator, 36 responder, or 5 in IKEv1
 * @param layout by ID type
 * @param slice the payload
 */
public record Identification(int type, Layout layout, Slice slice) implements IkePayload {
  /** IKEv2 payload type, initiator. */
  public static final int TYPE_INITIATOR = 35;

  /** IKEv2 payload type, responder. */
  public static final int TYPE_RESPONDER = 36;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 5;

  private static final int FIXED = 8;
  private static final int IPV4_ADDR = 1;
  private static final int FQDN = 2;
  private static final int RFC822_ADDR = 3;
  private static final int IPV6_ADDR = 5;
  private static final int DER_ASN1_DN = 9;

  /** By ID type. */
  static final Map<Integer, Layout> LAYOUTS = new TreeMap<>();

  static final Map<Integer, Layout> LAYOUTS_V1 = new TreeMap<>();
  static final Layout OTHER = start(2);
  static final Layout OTHER_V1 = start(1);

  static {
    for (int version = 1; version <= 2; version++) {
      Map<Integer, Layout> to = version == 2 ? LAYOUTS : LAYOUTS_V1;
      Layout ipv4 = start(version);
      ipv4.ipv4("ipv4_addr", "IPv4 address");
      to.put(IPV4_ADDR, ipv4.total(12));
      Layout fqdn = start(version);
      fqdn.rest("fqdn", "Fully-qualified domain name").ascii().shownAs(Texts::utf8);
      to.put(FQDN, fqdn.total(FIXED));
      Layout user = start(version);
      user.rest("user_fqdn", "Fully-qualified user name").ascii().shownAs(Texts::utf8);
      to.put(RFC822_ADDR, user.total(FIXED));
      Layout ipv6 = start(version);
      ipv6.ipv6("ipv6_addr", "IPv6 address");
      to.put(IPV6_ADDR, ipv6.total(24));
      Layout name = start(version);
      DistinguishedName.add(name, data(name), "isakmp.id.data.der_asn1_dn", "ID_DER_ASN1_DN");
      to.put(DER_ASN1_DN, name.total(FIXED));
      Layout key = start(version);
      key.rest("key_id", "Key ID");
      to.put(11, key.total(FIXED));
    }
    pair4(4, "ipv4_addr", "Subnet", "ipv4_subnet", "Mask");
    pair4(7, "ipv4_range_start", "First", "ipv4_range_end", "Last");
    pair6(6, "ipv6_addr", "Subnet", "ipv6_subnet", "Mask");
    pair6(8, "ipv6_range_start", "First", "ipv6_range_end", "Last");
    OTHER.total(FIXED);
    OTHER_V1.total(FIXED);
  }

  private static BytesField data(Layout wire) {
    for (Field field : wire.fields()) {
      if (field.filterName().equals("isakmp.id.data") && field instanceof BytesField data) {
        return data;
      }
    }
    throw new IllegalStateException("no identification data in " + wire.name());
  }

  private static Layout start(int version) {
    if (version == 2) {
      Layout wire = GenericHeader.v2("isakmp.id.data", "Identification", rfc(5996, "3.5"));
      wire.u8("isakmp.id.type", "ID type").names(IkeCodePoints.ID_TYPES_V2);
      wire.octets(3, "isakmp.reserved", "Reserved");
      PlainPayload.none(wire.rest("isakmp.id.data", "Identification data"));
      return wire.again(data(wire));
    }
    Layout wire = GenericHeader.v1("isakmp.id.data", "Identification", rfc(2407, "4.6.2"));
    wire.u8("isakmp.id.type", "ID type").names(IkeCodePoints.ID_TYPES_V1);
    wire.u8("isakmp.id.protoid", "Protocol ID").names(IkeCodePoints.IP_PROTOCOLS);
    wire.u16("isakmp.id.port", "Port");
    PlainPayload.none(wire.rest("isakmp.id.data", "Identification data"));
    return wire.again(data(wire));
  }

  private static void pair4(int type, String first, String label, String second, String other) {
    Layout wire = start(1);
    wire.ipv4(first, label);
    wire.ipv4(second, other);
    LAYOUTS_V1.put(type, wire.total(16));
  }

  private static void pair6(int type, String first, String label, String second, String other) {
    Layout wire = start(1);
    wire.ipv6(first, label);
    wire.ipv6(second, other);
    LAYOUTS_V1.put(type, wire.total(40));
  }

  static IkePayload read(int type, Slice slice, ProblemLog log) {
    boolean v2 = type != TYPE_V1;
    Layout other = v2 ? OTHER : OTHER_V1;
    if (!log.holds(slice, FIXED, "isakmp.id.type", "The Identification payload")) {
      return OpaquePayload.partly(type, other, slice);
    }
    Layout layout = (v2 ? LAYOUTS : LAYOUTS_V1).getOrDefault(slice.u8(4), other);
    boolean fixedData = layout.octets() > FIXED;
    if (fixedData && slice.claimedLength() != layout.octets()) {
      log.length(
          slice.from(FIXED).span(),
          "isakmp.id.data",
          layout.octets() - FIXED,
          slice.claimedLength() - FIXED,
          "ID type "
              + slice.u8(4)
              + " has "
              + (layout.octets() - FIXED)
              + " octets of data, here are "
              + (slice.claimedLength() - FIXED)
              + ".");
      layout = other;
    }
    if (slice.u8(4) == DER_ASN1_DN && !DistinguishedName.begins(slice.from(FIXED))) {
      layout = other;
    }
    if (v2) {
      log.reserved(slice, 5, 3);
    }
    return new Identification(type, layout, slice);
  }

  /** {@link IkeCodePoints#ID_TYPES_V2} or {@code ID_TYPES_V1}. */
  public int idType() {
    return slice.u8(4);
  }

  /** The identity's octets. */
  public Slice data() {
    return slice.from(FIXED);
  }

  /** The identity for people: an address, a name, else octets. Text as the sender wrote it. */
  public String identity() {
    var fields = layout.fields();
    var last = fields.getLast();
    return layout.octets() <= 24 && last.in(slice) ? last.text(slice) : BytesField.hex(data());
  }
}
