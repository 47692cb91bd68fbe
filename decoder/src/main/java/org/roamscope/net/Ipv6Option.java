package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.CutElement;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * An IPv6 option of a Hop-by-Hop or Destination Options header.
 *
 * <pre>
 * 0: Action (2) Change (1) Rest (5)   1: Option Length (8)   2: Option Data
 * </pre>
 *
 * @param slice the option
 */
public record Ipv6Option(Slice slice) implements Element {
  /** PadN. */
  public static final int PAD_N = 1;

  /** Jumbo Payload, RFC 2675. */
  public static final int JUMBO = 0xc2;

  /** Octets of type and length. */
  public static final int OCTETS = 2;

  /** Options of known form, by type. */
  static final Map<Integer, Layout> KNOWN =
      Map.of(
          4,
          sized(
              "Tunnel Encapsulation Limit",
              rfc(2473, "4.1.1"),
              3,
              wire -> wire.u8("ipv6.opt.tel", "Tunnel Encapsulation Limit")),
          5,
          sized(
              "Router Alert",
              rfc(2711, "2.1"),
              4,
              wire -> wire.u16("ipv6.opt.router_alert", "Router Alert")),
          0x26,
          sized("Quick-Start", rfc(4782, "3.1"), 8, Ipv6Option::quickStart),
          0x30,
          sized("Path MTU", rfc(9268, "5"), 6, Ipv6Option::pathMtu),
          JUMBO,
          sized(
              "Jumbo Payload",
              rfc(2675, "2"),
              6,
              wire -> wire.u32("ipv6.opt.jumbo", "Payload Length")));

  static final Layout PADDING =
      sized("PadN", rfc(8200, "4.2"), 2, wire -> wire.rest("ipv6.opt.padn", "PadN"));
  static final Layout EXPERIMENT =
      sized(
          "Experimental",
          rfc(4727, "2.3"),
          2,
          wire -> wire.rest("ipv6.opt.experimental", "Experimental Option"));
  static final Layout OTHER =
      sized(
          "IPv6 option",
          rfc(8200, "4.2"),
          2,
          wire -> wire.rest("ipv6.opt.unknown", "Unknown Option Payload"));

  static Layout start(String name, Clause clause) {
    Layout wire = Layout.of("ipv6.opt", name, clause).structure("ipv6.opt");
    UInt type = wire.u8("ipv6.opt.type", "Type").names(NetCodePoints.IPV6_OPTIONS).hex();
    wire.again(type).uint(2, "ipv6.opt.type.action", "Action").names(NetCodePoints.OPTION_ACTIONS);
    wire.flag("ipv6.opt.type.change", "May Change");
    wire.uint(5, "ipv6.opt.type.rest", "Low-Order Bits").hex();
    return wire;
  }

  private static Layout sized(String name, Clause clause, int octets, Consumer<Layout> data) {
    Layout wire = start(name, clause);
    wire.u8("ipv6.opt.length", "Length");
    data.accept(wire);
    return wire.total(octets);
  }

  private static void pathMtu(Layout wire) {
    wire.u16("ipv6.opt.pmtu.min", "Minimum Reported PMTU");
    UInt returned =
        wire.u16("ipv6.opt.pmtu.rtn", "Return Minimum PMTU")
            .read(FieldType.UINT16, octets -> new FieldValue.Numeric(octets & 0xfffe))
            .shownAs(octets -> Long.toString(octets & 0xfffe));
    wire.again(returned).skip(15).flag("ipv6.opt.pmtu.r_flag", "Return Flag");
  }

  private static void quickStart(Layout wire) {
    wire.uint(4, "ipv6.opt.qs_func", "Function");
    wire.uint(4, "ipv6.opt.qs_rate", "Rate");
    wire.u8("ipv6.opt.qs_ttl", "QS TTL");
    UInt nonce = wire.uint(30, "ipv6.opt.qs_nonce", "QS Nonce").hex();
    wire.uint(2, "ipv6.opt.qs_reserved", "Reserved").as(nonce.type()).hex();
  }

  /**
   * An option of which only the first octets are there, at least type and length. Data of no fixed
   * form is not shown in part.
   */
  public static CutElement cut(Slice slice) {
    int type = slice.u8(0);
    Layout known = type == HomeAddressOption.TYPE_CODE ? HomeAddressOption.WIRE : KNOWN.get(type);
    return known == null
        ? new CutElement(slice.part(0, OCTETS), new Ipv6Option(slice).layout())
        : new CutElement(slice, known);
  }

  /** Option type. */
  public int type() {
    return slice.u8(0);
  }

  /** Octets that an option of this type must have, or 0 where they vary. */
  public static int fixedOctets(int type) {
    Layout known = KNOWN.get(type);
    return known == null ? 0 : known.octets();
  }

  /** Payload length of a Jumbo Payload option of the right size. */
  public long jumbo() {
    return slice.u32(OCTETS);
  }

  /** Types with all five low-order bits but the last set are for experiments. */
  private boolean experiment() {
    return (type() & 0x1f) == 0x1e;
  }

  /** The type's name where it has one. */
  @Override
  public String title() {
    return layout() == OTHER ? "IPv6 option " + type() : layout().name();
  }

  @Override
  public Layout layout() {
    if (type() == PAD_N) {
      return PADDING;
    }
    if (experiment()) {
      return EXPERIMENT;
    }
    return slice.length() == fixedOctets(type()) ? KNOWN.getOrDefault(type(), OTHER) : OTHER;
  }

  /** All layouts. */
  static List<Layout> layouts() {
    return Stream.concat(
            KNOWN.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue),
            Stream.of(PADDING, EXPERIMENT, OTHER))
        .toList();
  }
}
