package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.ProblemKind;

/**
 * A traffic selector, RFC 5996 section 3.13.1.
 *
 * <pre>
 * 0: TS Type (8)  IP Protocol ID (8)  Selector Length (16)
 * 4: Start Port (16)  End Port (16)
 * 8: Starting Address, Ending Address
 * </pre>
 *
 * @param layout by selector type
 * @param slice the selector
 */
public record TrafficSelector(Layout layout, Slice slice) implements Element {
  static final int HEADER = 4;
  private static final int IPV4_RANGE = 7;
  private static final int IPV6_RANGE = 8;
  private static final int FIBRE_CHANNEL_RANGE = 9;
  private static final int SECURITY_LABEL = 10;
  private static final int ANY_PORT = 65535;

  static final Layout IPV4 = header();
  static final AddressField START_IPV4;
  static final AddressField END_IPV4;
  static final Layout IPV6 = header();
  static final AddressField START_IPV6;
  static final AddressField END_IPV6;

  /** Fibre Channel, RFC 4595 section 4.5. */
  static final Layout FIBRE_CHANNEL = reserved(rfc(4595, "4.5"));

  /** Security label, RFC 9478 section 2.1. */
  static final Layout LABEL = reserved(rfc(9478, "2.1"));

  static final Layout OTHER = header();

  static {
    IPV4.u16("start_port", "Start port");
    IPV4.u16("end_port", "End port");
    START_IPV4 = IPV4.ipv4("start_ipv4", "Starting address");
    END_IPV4 = IPV4.ipv4("end_ipv4", "Ending address");
    IPV4.total(16);
    IPV6.u16("start_port", "Start port");
    IPV6.u16("end_port", "End port");
    START_IPV6 = IPV6.ipv6("start_ipv6", "Starting address");
    END_IPV6 = IPV6.ipv6("end_ipv6", "Ending address");
    IPV6.total(40);
    FIBRE_CHANNEL.octets(1, "isakmp.reserved", "Reserved");
    FIBRE_CHANNEL.uint(24, "start_fc", "Starting address").as(FieldType.UINT32);
    FIBRE_CHANNEL.octets(1, "isakmp.reserved", "Reserved");
    FIBRE_CHANNEL.uint(24, "end_fc", "Ending address").as(FieldType.UINT32);
    FIBRE_CHANNEL.u8("start_r_ctl", "Starting R_CTL");
    FIBRE_CHANNEL.u8("end_r_ctl", "Ending R_CTL");
    FIBRE_CHANNEL.u8("start_type", "Starting type");
    FIBRE_CHANNEL.u8("end_type", "Ending type");
    FIBRE_CHANNEL.total(16);
    LABEL.rest("roam.ike.ts.security_label", "Security label");
    LABEL.total(HEADER);
    OTHER.rest("roam.ike.ts.data", "Traffic selector");
    OTHER.total(HEADER);
  }

  /** Selectors of no IP protocol: the octet is reserved. */
  private static Layout reserved(Clause clause) {
    Layout wire = Layout.of("isakmp.ts", "Traffic Selector", clause).structure("isakmp.ts.data");
    wire.u8("type", "Type").names(IkeCodePoints.SELECTOR_TYPES);
    wire.octets(1, "isakmp.reserved", "Reserved");
    wire.u16("selector_length", "Selector length");
    return wire;
  }

  private static Layout header() {
    Layout wire =
        Layout.of("isakmp.ts", "Traffic Selector", rfc(5996, "3.13.1")).structure("isakmp.ts.data");
    wire.u8("type", "Type").names(IkeCodePoints.SELECTOR_TYPES);
    wire.u8("protoid", "Protocol ID").names(IkeCodePoints.IP_PROTOCOLS);
    wire.u16("selector_length", "Selector length");
    return wire;
  }

  static TrafficSelector read(Slice slice, ProblemLog log) {
    Layout layout =
        switch (slice.u8(0)) {
          case IPV4_RANGE -> IPV4;
          case IPV6_RANGE -> IPV6;
          case FIBRE_CHANNEL_RANGE -> FIBRE_CHANNEL;
          case SECURITY_LABEL -> LABEL;
          default -> OTHER;
        };
    if (layout.octets() > HEADER && slice.claimedLength() != layout.octets()) {
      log.length(
          slice.span(2, 2),
          "isakmp.ts.selector_length",
          layout.octets(),
          slice.claimedLength(),
          "A selector of this type has "
              + layout.octets()
              + " octets, not "
              + slice.claimedLength()
              + ".");
    }
    TrafficSelector selector = new TrafficSelector(layout, slice);
    selector.order(log);
    return selector;
  }

  /** Ranges begin with their lower end; ports 65535 to 0 stand for "opaque". */
  private void order(ProblemLog log) {
    if (layout != IPV4 && layout != IPV6 || !slice.holds(0, layout.octets())) {
      return;
    }
    int startPort = slice.u16(4);
    int endPort = slice.u16(6);
    boolean opaque = startPort == ANY_PORT && endPort == 0;
    if (startPort > endPort && !opaque) {
      log.add(
          ProblemKind.VALUE,
          slice.span(4, 4),
          "isakmp.ts.start_port",
          "Ports " + startPort + " to " + endPort + " are no range (RFC 5996 3.13.1).");
    }
    boolean backwards =
        start().flatMap(first -> end().map(last -> first.compareTo(last) > 0)).orElse(false);
    if (backwards) {
      log.add(
          ProblemKind.VALUE,
          slice.from(8).span(),
          layout == IPV4 ? "isakmp.ts.start_ipv4" : "isakmp.ts.start_ipv6",
          "The first address is above the last (RFC 5996 3.13.1).");
    }
  }

  /** What stands in a selector behind the fields of its type. */
  @Override
  public List<Element> parts() {
    boolean more = layout.octets() > HEADER && slice.length() > layout.octets();
    return more ? List.of(new Undissected(slice.from(layout.octets()))) : List.of();
  }

  /** IP protocol; 0 for any. */
  public int protocol() {
    return slice.u8(1);
  }

  /** First address of the range, where it is an IP range and was captured. */
  public Optional<IpAddress> start() {
    return address(START_IPV4, START_IPV6);
  }

  /** Last address of the range, where it is an IP range and was captured. */
  public Optional<IpAddress> end() {
    return address(END_IPV4, END_IPV6);
  }

  private Optional<IpAddress> address(AddressField v4, AddressField v6) {
    if (layout != IPV4 && layout != IPV6) {
      return Optional.empty();
    }
    AddressField field = layout == IPV4 ? v4 : v6;
    return field.in(slice) ? Optional.of(field.get(slice)) : Optional.empty();
  }
}
