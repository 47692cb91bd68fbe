package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

/**
 * Binary traffic selectors, RFC 6088 section 3: flags say which fields are there, the fields come
 * in the order of the flags.
 */
final class TrafficSelectorParts {
  /**
   * A selector of one address family.
   *
   * @param wire its flags
   * @param flags the flag of each field
   * @param fields each field, a structure of its own
   */
  private record Family(Layout wire, List<Flag> flags, List<Layout> fields) {}

  private static final int FLAGS = 4;

  private static final Family IPV4 = ipv4();
  private static final Family IPV6 = ipv6();

  private TrafficSelectorParts() {}

  static List<Layout> layouts() {
    List<Layout> all = new ArrayList<>();
    for (Family family : List.of(IPV4, IPV6)) {
      all.add(family.wire());
      all.addAll(family.fields());
    }
    return all;
  }

  /**
   * Reads a selector.
   *
   * @param format 1 for IPv4, 2 for IPv6; nothing is read of another
   * @param selector its octets, flags first
   */
  static List<Element> read(int format, Slice selector, List<Problem> problems) {
    return switch (format) {
      case 1 -> read(IPV4, selector, problems);
      case 2 -> read(IPV6, selector, problems);
      default -> List.of();
    };
  }

  private static List<Element> read(Family family, Slice selector, List<Problem> problems) {
    String name = family.wire().name();
    if (!selector.holds(0, FLAGS)) {
      problems.add(Problem.missing(selector, FLAGS, "mip6.opt.len.invalid", "The " + name));
      return List.of();
    }
    OptionChecks.reserved(family.wire(), name, selector, problems);
    List<Element> parts = new ArrayList<>();
    int at = FLAGS;
    for (int i = 0; i < family.fields().size(); i++) {
      Flag flag = family.flags().get(i);
      if (!flag.get(selector)) {
        continue;
      }
      if (i % 2 == 1 && !family.flags().get(i - 1).get(selector)) {
        problems.add(
            Problem.of(
                ProblemKind.VALUE,
                flag.span(selector),
                flag.filterName(),
                name + ": the end of a range without its start (RFC 6088 3)."));
      }
      Layout field = family.fields().get(i);
      if (!selector.holds(at, field.octets())) {
        problems.add(
            Problem.missing(selector, at + field.octets(), "mip6.opt.len.invalid", "The " + name));
        break;
      }
      parts.add(new SubOption(field.name(), field, selector.part(at, field.octets()), List.of()));
      at += field.octets();
    }
    return List.of(new SubOption(name, family.wire(), selector, List.copyOf(parts)));
  }

  private static Family ipv4() {
    Builder builder = new Builder("roam.mip6.ts", "IPv4 binary traffic selector", "3.1");
    builder.field("Start Source Address", wire -> wire.ipv4("src_start_ipv4", "Address"));
    builder.field("End Source Address", wire -> wire.ipv4("src_end_ipv4", "Address"));
    builder.field("Start Destination Address", wire -> wire.ipv4("dst_start_ipv4", "Address"));
    builder.field("End Destination Address", wire -> wire.ipv4("dst_end_ipv4", "Address"));
    builder.spi();
    builder.ports();
    builder.octet("Start DS", "ds_start");
    builder.octet("End DS", "ds_end");
    builder.octet("Start Protocol", "protocol_start");
    builder.octet("End Protocol", "protocol_end");
    return builder.done();
  }

  private static Family ipv6() {
    Builder builder = new Builder("roam.mip6.ts", "IPv6 binary traffic selector", "3.2");
    builder.field("Start Source Address", wire -> wire.ipv6("src_start_ipv6", "Address"));
    builder.field("End Source Address", wire -> wire.ipv6("src_end_ipv6", "Address"));
    builder.field("Start Destination Address", wire -> wire.ipv6("dst_start_ipv6", "Address"));
    builder.field("End Destination Address", wire -> wire.ipv6("dst_end_ipv6", "Address"));
    builder.spi();
    builder.field("Start Flow Label", wire -> wire.u32("flow_start", "Flow label"));
    builder.field("End Flow Label", wire -> wire.u32("flow_end", "Flow label"));
    builder.ports();
    builder.octet("Start Traffic Class", "ds_start");
    builder.octet("End Traffic Class", "ds_end");
    builder.octet("Start Next Header", "protocol_start");
    builder.octet("End Next Header", "protocol_end");
    return builder.done();
  }

  /** Adds a flag for each field, A first. */
  private static final class Builder {
    private final String section;
    private final Layout wire;
    private final List<Flag> flags = new ArrayList<>();
    private final List<Layout> fields = new ArrayList<>();

    Builder(String prefix, String name, String section) {
      this.section = section;
      wire = Layout.of(prefix, name, rfc(6088, section));
    }

    void field(String name, Consumer<Layout> maker) {
      char letter = (char) ('a' + flags.size());
      flags.add(wire.flag(letter + "_flag", name + " (" + Character.toUpperCase(letter) + ")"));
      Layout field = Layout.of(wire.prefix(), name, rfc(6088, section));
      maker.accept(field);
      fields.add(field.total(field.octets()));
    }

    void spi() {
      field("Start IPsec SPI", layout -> layout.u32("spi_start", "SPI").hex());
      field("End IPsec SPI", layout -> layout.u32("spi_end", "SPI").hex());
    }

    void ports() {
      field("Start Source Port", layout -> layout.u16("src_port_start", "Port"));
      field("End Source Port", layout -> layout.u16("src_port_end", "Port"));
      field("Start Destination Port", layout -> layout.u16("dst_port_start", "Port"));
      field("End Destination Port", layout -> layout.u16("dst_port_end", "Port"));
    }

    void octet(String name, String field) {
      field(name, layout -> layout.u8(field, "Value"));
    }

    Family done() {
      wire.uint(FLAGS * 8 - flags.size(), "reserved", "Reserved").as(FieldType.UINT32);
      return new Family(wire.total(FLAGS), List.copyOf(flags), List.copyOf(fields));
    }
  }
}
