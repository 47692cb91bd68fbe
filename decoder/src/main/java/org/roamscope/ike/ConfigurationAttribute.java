package org.roamscope.ike;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * A configuration attribute, RFC 5996 section 3.15.1. A request leaves the value out or gives the
 * one it would like.
 *
 * <pre>
 * 0: R (1)  Attribute Type (15)  Length (16)  4: Value
 * </pre>
 *
 * <p>IKEv1 uses the attribute form of RFC 2408 section 3.3: with the first bit set, the value
 * stands in place of the length.
 *
 * @param layout by type and length
 * @param slice the attribute
 */
public record ConfigurationAttribute(Layout layout, Slice slice) implements Element {
  static final int HEADER = 4;

  /** IKEv2 layouts by type and, where the value's shape depends on it, length. */
  static final Map<Key, Layout> LAYOUTS = layouts(2);

  static final Map<Key, Layout> LAYOUTS_V1 = layouts(1);
  static final Layout OTHER = other(2);
  static final Layout OTHER_V1 = other(1);
  static final Layout SHORT_V1 = shortV1();

  /**
   * Which attribute a layout is for.
   *
   * @param type attribute type
   * @param length octets of the value, -1 for any but 0
   */
  record Key(int type, int length) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = Integer.compare(type, other.type);
      return order == 0 ? Integer.compare(length, other.length) : order;
    }
  }

  private static Map<Key, Layout> layouts(int version) {
    Map<Key, Layout> to = new TreeMap<>();
    ipv4(to, version, 1, "internal_ip4_address", "Internal IPv4 address");
    ipv4(to, version, 2, "internal_ip4_netmask", "Internal IPv4 netmask");
    ipv4(to, version, 3, "internal_ip4_dns", "Internal IPv4 DNS server");
    ipv4(to, version, 4, "internal_ip4_nbns", "Internal IPv4 NetBIOS name server");
    ipv4(to, version, 6, "internal_ip4_dhcp", "Internal IPv4 DHCP server");
    Layout expiry = start(version);
    expiry.u32("internal_address_expiry", "Internal address expiry (s)");
    to.put(new Key(5, 4), expiry.total(8));
    Layout application = start(version);
    application
        .rest("application_version", "Application version")
        .shownAs(value -> new String(value.bytes(), UTF_8));
    to.put(new Key(7, -1), application.total(HEADER));
    ipv6(to, version, 8, "internal_ip6_address", "Internal IPv6 address");
    prefix(
        to,
        version,
        8,
        "internal_ip6_address",
        "Internal IPv6 address",
        "isakmp.cfg.attr.internal_ip6_address.prefix");
    ipv6(to, version, 10, "internal_ip6_dns", "Internal IPv6 DNS server");
    ipv6(to, version, 11, "internal_ip6_nbns", "Internal IPv6 NetBIOS name server");
    ipv6(to, version, 12, "internal_ip6_dhcp", "Internal IPv6 DHCP server");
    Layout subnet = start(version);
    subnet.ipv4("internal_ip4_subnet_ip", "Internal IPv4 subnet");
    subnet.ipv4("internal_ip4_subnet_netmask", "Internal IPv4 subnet mask");
    to.put(new Key(13, 8), subnet.total(12));
    prefix(
        to,
        version,
        15,
        "internal_ip6_subnet_ip",
        "Internal IPv6 subnet",
        "internal_ip6_subnet_prefix");
    if (version == 2) {
      prefix(
          to,
          version,
          18,
          "internal_ip6_prefix_ip",
          "Internal IPv6 prefix",
          "internal_ip6_prefix_length");
      homeNetwork(to);
      ipv4(to, version, 20, "p_cscf_ip4_address", "P-CSCF IPv4 address");
      ipv6(to, version, 21, "p_cscf_ip6_address", "P-CSCF IPv6 address");
    }
    return to;
  }

  /** MIP6_HOME_PREFIX, RFC 5026 section 8.2, and HOME_AGENT_ADDRESS, 3GPP TS 24.302. */
  private static void homeNetwork(Map<Key, Layout> to) {
    Layout home = start(2);
    home.u32("roam.cfg.mip6_home_prefix.lifetime", "Home prefix lifetime (s)");
    home.ipv6("roam.cfg.mip6_home_prefix.prefix", "Home prefix");
    home.u8("roam.cfg.mip6_home_prefix.length", "Home prefix length");
    to.put(new Key(16, 21), home.total(25));
    Layout agent = start(2);
    agent.ipv6("roam.cfg.home_agent_address.ipv6", "Home agent IPv6 address");
    to.put(new Key(19, 16), agent.total(20));
    Layout agents = start(2);
    agents.ipv6("roam.cfg.home_agent_address.ipv6", "Home agent IPv6 address");
    agents.ipv4("roam.cfg.home_agent_address.ipv4", "Home agent IPv4 address");
    to.put(new Key(19, 20), agents.total(24));
  }

  private static void ipv4(Map<Key, Layout> to, int version, int type, String field, String label) {
    Layout wire = start(version);
    wire.ipv4(field, label);
    to.put(new Key(type, 4), wire.total(8));
  }

  private static void ipv6(Map<Key, Layout> to, int version, int type, String field, String label) {
    Layout wire = start(version);
    wire.ipv6(field, label);
    to.put(new Key(type, 16), wire.total(20));
  }

  private static void prefix(
      Map<Key, Layout> to, int version, int type, String field, String label, String length) {
    Layout wire = start(version);
    wire.ipv6(field, label);
    wire.u8(length, "Prefix length");
    to.put(new Key(type, 17), wire.total(21));
  }

  private static Layout begin(int version) {
    Clause clause = version == 2 ? rfc(5996, "3.15.1") : new Clause("draft-dukes-ike-mode-cfg", "");
    Layout wire = Layout.of("isakmp.cfg.attr", "Configuration attribute", clause);
    wire.flag("format", version == 2 ? "Reserved (R)" : "Value of fixed length (AF)");
    wire.uint(15, "type", "Type")
        .names(
            version == 2
                ? IkeCodePoints.CONFIGURATION_ATTRIBUTES_V2
                : IkeCodePoints.CONFIGURATION_ATTRIBUTES_V1);
    return wire;
  }

  private static Layout start(int version) {
    Layout wire = begin(version);
    wire.u16("length", "Length");
    BytesField value = wire.rest("value", "Value");
    return wire.again(value);
  }

  private static Layout other(int version) {
    return start(version).total(HEADER);
  }

  private static Layout shortV1() {
    Layout wire = begin(1);
    wire.octets(2, "value", "Value");
    return wire.total(HEADER);
  }

  /** Octets of the attribute that starts here. */
  static int octets(int version, Slice rest) {
    return version == 1 && rest.u8(0) >= 0x80 ? HEADER : HEADER + rest.u16(2);
  }

  static ConfigurationAttribute of(int version, Slice slice) {
    if (version == 1 && slice.u8(0) >= 0x80) {
      return new ConfigurationAttribute(SHORT_V1, slice);
    }
    Map<Key, Layout> known = version == 2 ? LAYOUTS : LAYOUTS_V1;
    int type = slice.u16(0) & 0x7fff;
    int length = slice.u16(2);
    Layout layout = known.get(new Key(type, length));
    if (layout == null && length > 0) {
      layout = known.get(new Key(type, -1));
    }
    return new ConfigurationAttribute(
        layout == null ? version == 2 ? OTHER : OTHER_V1 : layout, slice);
  }

  static List<Layout> all() {
    List<Layout> all = new ArrayList<>(LAYOUTS.values());
    all.addAll(LAYOUTS_V1.values());
    all.addAll(List.of(OTHER, OTHER_V1, SHORT_V1));
    return all;
  }

  /** {@link IkeCodePoints#CONFIGURATION_ATTRIBUTES_V2} or {@code CONFIGURATION_ATTRIBUTES_V1}. */
  public int type() {
    return slice.u16(0) & 0x7fff;
  }

  /** The value; empty in most requests. */
  public Slice value() {
    return layout == SHORT_V1 ? slice.part(2, 2) : slice.from(HEADER);
  }

  @Override
  public String title() {
    return "Configuration attribute " + layout.fields().get(1).text(slice);
  }
}
