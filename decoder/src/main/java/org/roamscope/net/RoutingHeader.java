package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.CutElement;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Routing Header for IPv6.
 *
 * <pre>
 * 0: Next Header (8)  1: Hdr Ext Len (8)  2: Routing Type (8)  3: Segments Left (8)
 * 4: Type-specific data
 * </pre>
 *
 * @param slice the header
 * @param parts addresses of a route
 */
public record RoutingHeader(Slice slice, List<Segment> parts) implements Element {
  static final Layout WIRE = start("Routing Header for IPv6", rfc(8200, "4.4"));
  static final UInt NEXT_HEADER = (UInt) WIRE.fields().getFirst();
  static final UInt TYPE = field(WIRE, "ipv6.routing.type");
  static final UInt SEGMENTS_LEFT = field(WIRE, "ipv6.routing.segleft");

  static final Layout SOURCE = start("Routing Header for IPv6 (Source Route)", rfc(5095, ""));
  static final Layout SEGMENT = start("Segment Routing Header", rfc(8754, "2"));

  static {
    WIRE.rest("ipv6.routing.unknown_data", "Type-Specific Data");
    WIRE.total(4);
    SOURCE.octets(4, "ipv6.routing.src.reserved", "Reserved");
    SOURCE.total(8);
    SEGMENT.u8("ipv6.routing.srh.last_entry", "Last Entry");
    SEGMENT.u8("ipv6.routing.srh.flags", "Flags").hex();
    SEGMENT.octets(2, "ipv6.routing.srh.tag", "Tag");
    SEGMENT.total(8);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 4;

  /** Octets before the addresses of a route. */
  public static final int ROUTE_OCTETS = 8;

  /** Source Route, which RFC 5095 took out of use. */
  public static final int SOURCE_ROUTE = 0;

  /** Segment Routing. */
  public static final int SEGMENT_ROUTING = 4;

  static Layout start(String name, Clause clause) {
    Layout wire = Layout.of("ipv6.routing", name, clause).protocol("ipv6.routing");
    OptionsHeader.next(wire);
    OptionsHeader.length(wire);
    wire.u8("ipv6.routing.type", "Type").names(NetCodePoints.ROUTING_TYPES);
    wire.u8("ipv6.routing.segleft", "Segments Left");
    return wire;
  }

  static UInt field(Layout wire, String name) {
    return wire.fields().stream()
        .filter(UInt.class::isInstance)
        .map(UInt.class::cast)
        .filter(field -> field.filterName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * One address of a route.
   *
   * @param slice the address
   * @param type routing type of the header
   */
  public record Segment(Slice slice, int type) implements Element {
    static final Layout SOURCE_ADDRESS = address("ipv6.routing.src.addr", rfc(5095, ""));
    static final Layout SEGMENT_ADDRESS = address("ipv6.routing.srh.addr", rfc(8754, "2"));

    /** Octets of an address. */
    public static final int OCTETS = 16;

    private static Layout address(String field, Clause clause) {
      Layout wire = Layout.of("ipv6.routing", "Address", clause);
      wire.ipv6(field, "Address");
      return wire.total(OCTETS);
    }

    /** The address. */
    public IpAddress address() {
      return IpAddress.v6(slice, 0);
    }

    @Override
    public Layout layout() {
      return type == SOURCE_ROUTE ? SOURCE_ADDRESS : SEGMENT_ADDRESS;
    }
  }

  /** A header of which only the first octets are there, with the addresses that are. */
  public static CutElement cut(Slice slice, List<Segment> segments) {
    int type = slice.holds(TYPE.bit() / 8, 1) ? slice.u8(TYPE.bit() / 8) : -1;
    return switch (type) {
      case SOURCE_ROUTE -> new CutElement(slice, SOURCE, List.copyOf(segments));
      case SEGMENT_ROUTING -> new CutElement(slice, SEGMENT, List.copyOf(segments));
      case Type2RoutingHeader.TYPE_2 -> Type2RoutingHeader.cut(slice);
      default -> new CutElement(slice, WIRE);
    };
  }

  /** True for the two types whose addresses are read. */
  public static boolean route(int type) {
    return type == SOURCE_ROUTE || type == SEGMENT_ROUTING;
  }

  /** Protocol number of what follows. */
  public int nextHeader() {
    return NEXT_HEADER.getInt(slice);
  }

  /** Routing Type. */
  public int type() {
    return TYPE.getInt(slice);
  }

  /** Segments Left. */
  public int segmentsLeft() {
    return SEGMENTS_LEFT.getInt(slice);
  }

  @Override
  public Layout layout() {
    if (slice.length() < ROUTE_OCTETS) {
      return WIRE;
    }
    return switch (type()) {
      case SOURCE_ROUTE -> SOURCE;
      case SEGMENT_ROUTING -> SEGMENT;
      default -> WIRE;
    };
  }
}
