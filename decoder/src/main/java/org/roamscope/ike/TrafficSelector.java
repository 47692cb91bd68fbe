package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;

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

  static final Layout IPV4 = header();
  static final AddressField START_IPV4;
  static final AddressField END_IPV4;
  static final Layout IPV6 = header();
  static final AddressField START_IPV6;
  static final AddressField END_IPV6;
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
    OTHER.rest("data", "Traffic selector");
    OTHER.total(HEADER);
  }

  private static Layout header() {
    Layout wire = Layout.of("isakmp.ts", "Traffic Selector", rfc(5996, "3.13.1"));
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
          default -> OTHER;
        };
    if (layout != OTHER && slice.claimedLength() != layout.octets()) {
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
      layout = OTHER;
    }
    return new TrafficSelector(layout, slice);
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
    if (layout == OTHER) {
      return Optional.empty();
    }
    AddressField field = layout == IPV4 ? v4 : v6;
    return field.in(slice) ? Optional.of(field.get(slice)) : Optional.empty();
  }
}
