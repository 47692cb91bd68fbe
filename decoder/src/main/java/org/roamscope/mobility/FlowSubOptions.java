package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.field.UInt;

/** Sub-options of flow bindings: RFC 6089 section 4.2.1. */
final class FlowSubOptions {
  /** A binding identifier in a list of them. */
  static final Layout BID = Layout.of("roam.mip6.flow", "Binding identifier", rfc(6089, "4.2.1.3"));

  static {
    BID.u16("bid", "Binding identifier");
    BID.total(2);
  }

  /** A flow identifier in a list of them. */
  static final Layout FID = Layout.of("roam.mip6.flow", "Flow identifier", rfc(6089, ""));

  static {
    FID.u16("fid", "Flow identifier (FID)");
    FID.total(2);
  }

  private static final Layout PAD1 = Layout.of("roam.mip6.flow.sub", "Pad1", rfc(6089, "4.2.1.1"));

  static {
    PAD1.u8("type", "Sub-option type").names(OptionCodePoints.FLOW_SUBOPTIONS);
    PAD1.total(1);
  }

  private static final int PADN = 1;

  static final SubOptions LIST =
      SubOptions.of(
          OptionCodePoints.FLOW_SUBOPTIONS,
          other(),
          Map.of(
              PADN,
              padding(),
              2,
              bindingReference(),
              3,
              trafficSelector(),
              4,
              action(),
              5,
              targetAddress()));

  private FlowSubOptions() {}

  /** The layouts that stand in no list of types. */
  static List<Layout> single() {
    return List.of(BID, FID, PAD1);
  }

  /** Reads the sub-options that begin at {@code from} in an option. */
  static List<Element> read(Slice option, int from, List<Problem> problems) {
    List<Element> parts = new ArrayList<>();
    int at = from;
    while (at < option.length()) {
      if (option.u8(at) == 0) {
        parts.add(new SubOption("Pad1", PAD1, option.part(at, 1), List.of()));
        at++;
        continue;
      }
      Slice one = option.part(at, size(option, at));
      LIST.add(parts, option, at, one, problems);
      at += one.length();
    }
    return List.copyOf(parts);
  }

  /**
   * Octets of a sub-option. RFC 6089 section 4.2.1.2 lets the length of PadN count the whole of it,
   * section 4.2.1 what comes after the length: what makes the rest come out even is right.
   */
  private static long size(Slice option, int at) {
    if (!option.holds(at, 2)) {
      return 2;
    }
    int length = option.u8(at + 1);
    boolean whole =
        option.u8(at) == PADN
            && length >= 2
            && !even(option, at + 2L + length)
            && even(option, at + (long) length);
    return whole ? length : 2L + length;
  }

  /** True when sub-options fill the option from there to its end. */
  private static boolean even(Slice option, long from) {
    long at = from;
    while (at < option.length()) {
      int type = option.u8((int) at);
      if (type == 0) {
        at++;
      } else if (option.holds((int) at, 2)) {
        at += 2L + option.u8((int) at + 1);
      } else {
        return false;
      }
    }
    return at == option.length();
  }

  /** Numbers of two octets to the end. */
  static List<Element> numbers(Layout layout, Slice option, int from) {
    List<Element> parts = new ArrayList<>();
    for (int at = from; option.holds(at, 2); at += 2) {
      parts.add(new SubOption(layout.name(), layout, option.part(at, 2), List.of()));
    }
    return List.copyOf(parts);
  }

  private static Layout header(String name, String section) {
    Layout wire = Layout.of("roam.mip6.flow.sub", name, rfc(6089, section));
    wire.u8("type", "Sub-option type").names(OptionCodePoints.FLOW_SUBOPTIONS);
    wire.u8("length", "Sub-option length");
    return wire;
  }

  private static Layout other() {
    Layout wire = header("Sub-option", "4.2.1");
    wire.rest("data", "Data");
    return wire.total(2);
  }

  private static OptionShape padding() {
    Layout wire = header("PadN", "4.2.1.2");
    wire.rest("padding", "Reserved");
    return new OptionShape(
        wire.total(2),
        List.of(),
        new OptionShape.Lengths(length -> true, "any"),
        new OptionShape.Alignment(1, 0),
        (option, problems) -> List.of(),
        List.of());
  }

  private static OptionShape bindingReference() {
    Layout wire = header("Binding Reference", "4.2.1.3");
    wire.rest("bids", "Binding identifiers");
    return OptionShape.groups(wire.total(2), 2).with((option, problems) -> numbers(BID, option, 2));
  }

  private static OptionShape trafficSelector() {
    Layout wire = header("Traffic Selector", "4.2.1.4");
    UInt format = wire.u8("ts_format", "TS Format").names(OptionCodePoints.SELECTOR_FORMATS);
    wire.u8("reserved", "Reserved");
    wire.rest("ts", "Traffic Selector");
    return OptionShape.open(wire.total(4))
        .forbid(format, value -> value == 0, "selector format 0 is reserved (RFC 6089 4.2.1.4).")
        .with((option, problems) ->
            TrafficSelectorParts.read(format.getInt(option), option.from(4), problems));
  }

  private static OptionShape action() {
    Layout wire = header("Flow Binding Action", "4.2.1");
    wire.u8("reserved", "Reserved");
    wire.u8("action", "Action").names(OptionCodePoints.FLOW_ACTIONS);
    return OptionShape.fixed(wire.total(4));
  }

  private static OptionShape targetAddress() {
    Layout bare = target();
    bare.rest("other", "Other octets");
    Layout ipv4 = target();
    ipv4.ipv4("target_ipv4", "Target Care-of Address");
    Layout ipv6 = target();
    ipv6.ipv6("target_ipv6", "Target Care-of Address");
    return OptionShape.lengths(bare.total(4), 6, 18).variant(ipv4.total(8)).variant(ipv6.total(20));
  }

  private static Layout target() {
    Layout wire = header("Target Care-of Address", "4.2.1");
    wire.u16("reserved2", "Reserved");
    return wire;
  }
}
