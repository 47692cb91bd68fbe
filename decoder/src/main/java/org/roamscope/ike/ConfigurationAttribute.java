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
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * A configuration attribute, RFC 5996 section 3.15.1. A request leaves the value out or gives the
 * one it would like.
 *
 * <pre>
 * 0: R (1)  Attribute Type (15)  Length (16)  4: Value
 * </pre>
 *
 * <p>IKEv1 uses the attribute form of RFC 2408 section 3.3: with the first bit set, the value
 * stands in place of the length. Senders of IKEv1 put several addresses into one attribute.
 *
 * @param layout by type and length
 * @param slice the attribute
 * @param parts items of a value that is a list
 */
public record ConfigurationAttribute(Layout layout, Slice slice, List<Element> parts)
    implements Element {
  static final int HEADER = 4;
  private static final int MAX_ITEMS = 256;
  private static final String PREFIX = "isakmp.cfg.attr";

  /** Value of any length but 0. */
  private static final int ANY = -1;

  /** Value of two octets in the form without length. */
  private static final int SHORT = -2;

  /**
   * Which attribute a layout is for.
   *
   * @param type attribute type
   * @param length octets of the value, {@link #ANY} or {@link #SHORT}
   */
  private record Key(int type, int length) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = Integer.compare(type, other.type);
      return order == 0 ? Integer.compare(length, other.length) : order;
    }
  }

  /** The attributes of one version. */
  private static final class Registry {
    private final int version;
    private final Map<Key, Layout> layouts = new TreeMap<>();
    private final Map<Integer, Layout> items = new TreeMap<>();
    private final Layout other;
    private final Layout otherShort;

    Registry(int version) {
      this.version = version;
      other = start().total(HEADER);
      otherShort = startShort().skip(16).total(HEADER);
    }

    private Layout begin() {
      Clause clause =
          version == 2 ? rfc(5996, "3.15.1") : new Clause("draft-dukes-ike-mode-cfg", "");
      Layout wire = Layout.of(PREFIX, "Configuration attribute", clause).structure(PREFIX);
      wire.flag("format", version == 2 ? "Reserved (R)" : "Value of fixed length (AF)");
      wire.uint(15, "type", "Type")
          .names(
              version == 2
                  ? ConfigurationCodePoints.CONFIGURATION_ATTRIBUTES_V2
                  : ConfigurationCodePoints.CONFIGURATION_ATTRIBUTES_V1);
      return wire;
    }

    private Layout start() {
      Layout wire = begin();
      wire.u16("length", "Length");
      BytesField value = wire.rest("value", "Value");
      return wire.again(value);
    }

    private Layout startShort() {
      Layout wire = begin();
      BytesField value = wire.octets(2, "value", "Value");
      return wire.again(value);
    }

    /** A value of fixed length. */
    void exact(int type, Consumer<Layout> fields) {
      Layout wire = start();
      fields.accept(wire);
      layouts.put(new Key(type, wire.octets() - HEADER), wire.total(wire.octets()));
    }

    /** A value of any length. */
    void any(int type, Consumer<Layout> fields) {
      Layout wire = start();
      fields.accept(wire);
      layouts.put(new Key(type, ANY), wire.total(wire.octets()));
    }

    void text(int type, String field, String label) {
      any(type, wire -> wire.rest(field, label).ascii().shownAs(Texts::utf8));
      Layout brief = startShort();
      brief.octets(2, field, label).ascii().shownAs(Texts::utf8);
      layouts.put(new Key(type, SHORT), brief.total(HEADER));
    }

    /** A value of one or more items of the same length. */
    void items(int type, String name, Consumer<Layout> fields) {
      exact(type, fields);
      Layout item = Layout.of(PREFIX, name, other.clause());
      fields.accept(item);
      items.put(type, item.total(item.octets()));
    }

    /** True when the registry says how long values of this type are. */
    boolean sized(int type) {
      return !layouts.containsKey(new Key(type, ANY))
          && layouts.keySet().stream().anyMatch(key -> key.type() == type && key.length() >= 0);
    }

    List<Layout> all() {
      List<Layout> all = new ArrayList<>(layouts.values());
      all.addAll(items.values());
      all.add(other);
      all.add(otherShort);
      return all;
    }
  }

  private static final Registry V2 = common(new Registry(2));
  private static final Registry V1 = common(new Registry(1));

  static {
    v2();
    v1();
  }

  private static Registry common(Registry to) {
    ipv4(to, 1, "internal_ip4_address", "Internal IPv4 address");
    ipv4(to, 2, "internal_ip4_netmask", "Internal IPv4 netmask");
    ipv4(to, 3, "internal_ip4_dns", "Internal IPv4 DNS server");
    ipv4(to, 4, "internal_ip4_nbns", "Internal IPv4 NetBIOS name server");
    to.exact(5, wire -> wire.u32("internal_address_expiry", "Internal address expiry (s)"));
    ipv4(to, 6, "internal_ip4_dhcp", "Internal IPv4 DHCP server");
    to.text(7, "application_version", "Application version");
    ipv6(to, 10, "internal_ip6_dns", "Internal IPv6 DNS server");
    ipv6(to, 11, "internal_ip6_nbns", "Internal IPv6 NetBIOS name server");
    ipv6(to, 12, "internal_ip6_dhcp", "Internal IPv6 DHCP server");
    to.items(
        13,
        "Subnet",
        wire -> {
          wire.ipv4("internal_ip4_subnet_ip", "Internal IPv4 subnet");
          wire.ipv4("internal_ip4_subnet_netmask", "Internal IPv4 subnet mask");
        });
    to.items(
        14,
        "Attribute",
        wire ->
            wire.u16("supported_attributes", "Supported attribute")
                .names(ConfigurationCodePoints.CONFIGURATION_ATTRIBUTES_V2));
    prefix(to, 15, "internal_ip6_subnet_ip", "Internal IPv6 subnet", "internal_ip6_subnet_prefix");
    return to;
  }

  private static void v2() {
    ipv6(V2, 8, "internal_ip6_address", "Internal IPv6 address");
    prefix(
        V2,
        8,
        "internal_ip6_address",
        "Internal IPv6 address",
        "isakmp.cfg.attr.internal_ip6_address.prefix");
    homeNetwork();
    V2.any(
        17,
        wire -> {
          wire.u64("internal_ip6_link_interface", "Link-local interface ID");
          wire.rest("internal_ip6_link_id", "IKEv2 link ID");
        });
    prefix(V2, 18, "internal_ip6_prefix_ip", "Internal IPv6 prefix", "internal_ip6_prefix_length");
    ipv4(V2, 20, "p_cscf_ip4_address", "P-CSCF IPv4 address");
    ipv6(V2, 21, "p_cscf_ip6_address", "P-CSCF IPv6 address");
    V2.exact(22, wire -> wire.u16("roam.cfg.ftt_kat", "Keep-alive time of the firewall (s)"));
    V2.any(
        23, wire -> wire.rest("roam.cfg.external_source_ip4_nat_info", "Address behind the NAT"));
    V2.exact(24, wire -> wire.u32("roam.cfg.liveness_timeout", "Timeout for liveness checks (s)"));
    V2.text(25, "roam.cfg.internal_dns_domain", "Internal DNS domain");
    V2.any(26, wire -> wire.rest("roam.cfg.internal_dnssec_ta", "Trust anchor"));
    for (int type : new int[] {27, 28}) {
      V2.any(
          type,
          wire -> {
            wire.u16("roam.cfg.encrypted_dns.priority", "Service priority");
            wire.u8("roam.cfg.encrypted_dns.addresses", "Number of addresses");
            wire.u8("roam.cfg.encrypted_dns.name_length", "Length of the name");
            wire.rest("roam.cfg.encrypted_dns.rest", "Addresses, name and parameters");
          });
    }
    V2.any(
        29,
        wire ->
            wire.rest("roam.cfg.encrypted_dns.digests", "Digests of the resolver's certificate"));
  }

  /** MIP6_HOME_PREFIX, RFC 5026 section 8.2, and HOME_AGENT_ADDRESS, 3GPP TS 24.302. */
  private static void homeNetwork() {
    V2.exact(
        16,
        wire -> {
          wire.u32("roam.cfg.mip6_home_prefix.lifetime", "Home prefix lifetime (s)");
          wire.ipv6("roam.cfg.mip6_home_prefix.prefix", "Home prefix");
          wire.u8("roam.cfg.mip6_home_prefix.length", "Home prefix length");
        });
    V2.exact(19, wire -> wire.ipv6("roam.cfg.home_agent_address.ipv6", "Home agent IPv6 address"));
    V2.exact(
        19,
        wire -> {
          wire.ipv6("roam.cfg.home_agent_address.ipv6", "Home agent IPv6 address");
          wire.ipv4("roam.cfg.home_agent_address.ipv4", "Home agent IPv4 address");
        });
  }

  private static void v1() {
    Layout supported = V1.startShort();
    supported
        .u16("supported_attributes", "Supported attribute")
        .names(ConfigurationCodePoints.CONFIGURATION_ATTRIBUTES_V2);
    V1.layouts.put(new Key(14, SHORT), supported.total(HEADER));
    ipv6(V1, 8, "internal_ip6_address", "Internal IPv6 address");
    ipv6(V1, 9, "internal_ip6_netmask", "Internal IPv6 netmask");
    number(
        16520, "xauth.type", "XAUTH type", wire -> wire.names(ConfigurationCodePoints.XAUTH_TYPES));
    V1.text(16521, "isakmp.cfg.attr.xauth.user_name", "XAUTH user name");
    V1.text(16522, "isakmp.cfg.attr.xauth.user_password", "XAUTH user password");
    V1.text(16523, "isakmp.cfg.attr.xauth.passcode", "XAUTH passcode");
    V1.text(16524, "isakmp.cfg.attr.xauth.message", "XAUTH message");
    V1.text(16525, "isakmp.cfg.attr.xauth.challenge", "XAUTH challenge");
    V1.text(16526, "isakmp.cfg.attr.xauth.domain", "XAUTH domain");
    number(
        16527,
        "xauth.status",
        "XAUTH status",
        wire -> wire.names(ConfigurationCodePoints.XAUTH_STATUS));
    V1.text(16528, "isakmp.cfg.attr.xauth.next_pin", "XAUTH next PIN");
    V1.text(16529, "isakmp.cfg.attr.xauth.answer", "XAUTH answer");
    V1.text(28672, "isakmp.cfg.attr.unity.banner", "Unity banner");
    V1.text(28674, "isakmp.cfg.attr.unity.def_domain", "Unity default domain");
  }

  /** A number of 16 bits in either form. */
  private static void number(int type, String field, String label, Consumer<UInt> how) {
    V1.exact(type, wire -> how.accept(wire.u16(PREFIX + "." + field, label)));
    Layout brief = V1.startShort();
    how.accept(brief.u16(PREFIX + "." + field, label));
    V1.layouts.put(new Key(type, SHORT), brief.total(HEADER));
  }

  private static void ipv4(Registry to, int type, String field, String label) {
    to.items(type, "Address", wire -> wire.ipv4(field, label));
  }

  private static void ipv6(Registry to, int type, String field, String label) {
    to.items(type, "Address", wire -> wire.ipv6(field, label));
  }

  private static void prefix(Registry to, int type, String field, String label, String length) {
    Consumer<Layout> fields =
        wire -> {
          wire.ipv6(field, label);
          wire.u8(length, "Prefix length");
        };
    if (to.items.containsKey(type)) {
      to.exact(type, fields);
    } else {
      to.items(type, "Prefix", fields);
    }
  }

  /** Octets of the attribute that starts here. */
  static int octets(int version, Slice rest) {
    return version == 1 && rest.u8(0) >= 0x80 ? HEADER : HEADER + rest.u16(2);
  }

  static ConfigurationAttribute of(int version, Slice slice, ProblemLog log) {
    Registry registry = version == 2 ? V2 : V1;
    int type = slice.u16(0) & 0x7fff;
    boolean reserved = slice.u8(0) >= 0x80;
    if (version == 1 && reserved) {
      Layout brief = registry.layouts.getOrDefault(new Key(type, SHORT), registry.otherShort);
      return new ConfigurationAttribute(brief, slice, List.of());
    }
    if (reserved) {
      log.reserved(slice, 0, PREFIX + ".format");
    }
    int length = slice.u16(2);
    Layout layout = registry.layouts.get(new Key(type, length));
    if (layout == null && length > 0) {
      layout = registry.layouts.get(new Key(type, ANY));
    }
    if (layout != null) {
      return new ConfigurationAttribute(layout, slice, List.of());
    }
    Layout item = registry.items.get(type);
    if (item != null && length > 0 && length % item.octets() == 0) {
      return new ConfigurationAttribute(registry.other, slice, list(item, slice.from(HEADER), log));
    }
    if (length > 0 && registry.sized(type)) {
      log.length(
          slice.span(2, 2),
          PREFIX + ".length",
          item == null ? 0 : item.octets(),
          length,
          "A value of "
              + length
              + " octets is none of this attribute ("
              + registry.other.clause()
              + ").");
    }
    return new ConfigurationAttribute(registry.other, slice, List.of());
  }

  /** An attribute whose value does not end where its length says: the value is not read. */
  static ConfigurationAttribute cutShort(int version, Slice rest) {
    return new ConfigurationAttribute((version == 2 ? V2 : V1).other, rest, List.of());
  }

  private static List<Element> list(Layout item, Slice value, ProblemLog log) {
    List<Element> parts = new ArrayList<>();
    for (int at = 0; value.holds(at, item.octets()); at += item.octets()) {
      if (parts.size() == MAX_ITEMS) {
        log.limit(value.from(at), PREFIX + ".value", "values in one attribute", MAX_ITEMS);
        break;
      }
      parts.add(new Piece(item, value.part(at, item.octets())));
    }
    return List.copyOf(parts);
  }

  static List<Layout> all() {
    List<Layout> all = new ArrayList<>(V2.all());
    all.addAll(V1.all());
    return all;
  }

  /**
   * {@link ConfigurationCodePoints#CONFIGURATION_ATTRIBUTES_V2} or {@code
   * CONFIGURATION_ATTRIBUTES_V1}.
   */
  public int type() {
    return slice.u16(0) & 0x7fff;
  }

  /** The value; empty in most requests. */
  public Slice value() {
    boolean hasLength = layout.fields().get(2).filterName().equals(PREFIX + ".length");
    return hasLength ? slice.from(HEADER) : slice.part(2, 2);
  }

  @Override
  public String title() {
    return "Configuration attribute " + layout.fields().get(1).text(slice);
  }
}
