package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * An option of IPv4.
 *
 * <pre>
 * 0: Copied (1) Class (2) Number (5)   except for End and No-Operation: 1: Length (8)  2: Data
 * </pre>
 *
 * @param slice the option
 * @param parts addresses of a route
 */
public record Ipv4Option(Slice slice, List<Element> parts) implements Element {
  private static final int END = 0;
  private static final int NO_OPERATION = 1;
  private static final int RECORD_ROUTE = 7;
  private static final int LOOSE_ROUTE = 131;
  private static final int STRICT_ROUTE = 137;

  private static final int TIMESTAMP = 68;

  /** Octets of type and length. */
  public static final int OCTETS = 2;

  static final Layout PAD = start("Padding option", rfc(791, "3.1")).total(1);

  static final Layout ROUTE =
      sized("Route option", rfc(791, "3.1"), 3, wire -> wire.u8("ip.opt.ptr", "Pointer"));

  static final Layout STAMPS = sized("Time Stamp", rfc(791, "3.1"), 4, Ipv4Option::stamps);

  /** Options of a fixed form, by type. */
  static final Map<Integer, Layout> FIXED =
      Map.of(
          11,
          sized("MTU Probe", rfc(1063, ""), 4, wire -> wire.u16("ip.opt.mtu", "MTU")),
          12,
          sized("MTU Reply", rfc(1063, ""), 4, wire -> wire.u16("ip.opt.mtu", "MTU")),
          25,
          sized("Quick-Start", rfc(4782, "3.1"), 8, Ipv4Option::quickStart),
          82,
          sized("Traceroute", rfc(1393, "2.2"), 12, Ipv4Option::traceroute),
          136,
          sized(
              "Stream ID", rfc(791, "3.1"), 4, wire -> wire.u16("ip.opt.sid", "Stream Identifier")),
          148,
          sized(
              "Router Alert", rfc(2113, "2.1"), 4, wire -> wire.u16("ip.opt.ra", "Router Alert")));

  static final Layout OTHER =
      sized("IPv4 option", rfc(791, "3.1"), 2, wire -> wire.rest("roam.ip.opt.data", "Data"));

  private static Layout start(String name, Clause clause) {
    Layout wire = Layout.of("ip", name, clause);
    UInt type = wire.u8("ip.opt.type", "Type");
    wire.again(type).flag("ip.opt.type.copy", "Copy on fragmentation");
    wire.uint(2, "ip.opt.type.class", "Class").names(NetCodePoints.IPV4_OPTION_CLASSES);
    wire.uint(5, "ip.opt.type.number", "Number").names(NetCodePoints.IPV4_OPTION_NUMBERS);
    return wire;
  }

  private static Layout sized(String name, Clause clause, int octets, Consumer<Layout> data) {
    Layout wire = start(name, clause);
    wire.u8("ip.opt.len", "Length");
    data.accept(wire);
    return wire.total(octets);
  }

  private static void stamps(Layout wire) {
    wire.u8("ip.opt.ptr", "Pointer");
    wire.uint(4, "ip.opt.overflow", "Overflow");
    wire.uint(4, "ip.opt.flag", "Flag").hex();
  }

  private static void quickStart(Layout wire) {
    wire.uint(4, "ip.opt.qs_func", "Function");
    wire.uint(4, "ip.opt.qs_rate", "Rate");
    wire.u8("ip.opt.qs_ttl", "QS TTL");
    UInt nonce = wire.uint(30, "ip.opt.qs_nonce", "QS Nonce").hex();
    wire.uint(2, "ip.opt.qs_reserved", "Reserved").as(nonce.type()).hex();
  }

  private static void traceroute(Layout wire) {
    wire.u16("ip.opt.id_number", "ID Number");
    wire.u16("ip.opt.ohc", "Outbound Hop Count");
    wire.u16("ip.opt.rhc", "Return Hop Count");
    wire.ipv4("ip.opt.originator", "Originator IP Address");
  }

  /** An option without parts. */
  public Ipv4Option(Slice slice) {
    this(slice, List.of());
  }

  /** Option type with its copied bit and class. */
  public int type() {
    return slice.u8(0);
  }

  /** True for the two types that are a single octet. */
  public static boolean single(int type) {
    return type == END || type == NO_OPERATION;
  }

  /** True for the type after which options do not count. */
  public static boolean last(int type) {
    return type == END;
  }

  /** True for the three types that hold addresses. */
  public static boolean route(int type) {
    return type == RECORD_ROUTE || type == LOOSE_ROUTE || type == STRICT_ROUTE;
  }

  /** True for the type that holds times, with or without addresses. */
  public static boolean timed(int type) {
    return type == TIMESTAMP;
  }

  /** True for the two types whose last address is where the packet goes. */
  public static boolean sourceRoute(int type) {
    return type == LOOSE_ROUTE || type == STRICT_ROUTE;
  }

  /** Octets that an option of this type must have, or 0 where they vary. */
  public static int fixedOctets(int type) {
    Layout fixed = FIXED.get(type);
    return fixed == null ? 0 : fixed.octets();
  }

  /**
   * One address of a route.
   *
   * @param slice four octets
   * @param recorded true for one that a router has written
   */
  public record Hop(Slice slice, boolean recorded) implements Element {
    static final Layout RECORDED = Layout.of("ip", "Recorded Route", rfc(791, "3.1"));
    static final Layout OPEN = Layout.of("ip", "Route", rfc(791, "3.1"));

    static {
      RECORDED.ipv4("ip.rec_rt", "Recorded Route");
      RECORDED.total(4);
      OPEN.ipv4("roam.ip.route", "Route");
      OPEN.total(4);
    }

    @Override
    public Layout layout() {
      return recorded ? RECORDED : OPEN;
    }
  }

  /**
   * One time of a Time Stamp option, after the address of the router that wrote it where the
   * option's flag says so.
   *
   * @param slice four octets, or eight
   */
  public record Stamp(Slice slice) implements Element {
    static final Layout TIME = Layout.of("ip", "Time stamp", rfc(791, "3.1"));
    static final Layout ADDRESSED = Layout.of("ip", "Time stamp of a router", rfc(791, "3.1"));

    static {
      TIME.u32("ip.opt.time_stamp", "Time stamp");
      TIME.total(4);
      ADDRESSED.ipv4("ip.opt.time_stamp_addr", "Address");
      ADDRESSED.u32("ip.opt.time_stamp", "Time stamp");
      ADDRESSED.total(8);
    }

    @Override
    public Layout layout() {
      return slice.length() == 4 ? TIME : ADDRESSED;
    }
  }

  @Override
  public Layout layout() {
    if (timed(type()) && slice.length() >= 4) {
      return STAMPS;
    }
    if (single(type())) {
      return PAD;
    }
    if (route(type())) {
      return ROUTE;
    }
    return slice.length() == fixedOctets(type()) ? FIXED.getOrDefault(type(), OTHER) : OTHER;
  }
}
