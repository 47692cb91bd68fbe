package org.roamscope.filter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;
import org.roamscope.field.FieldBase;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldSource;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.IpAddress;

/** A small catalogue with every type, and packets made by hand. */
final class Bench {
  private static final Clause NOWHERE = new Clause("none", "");
  private static final CodePoints MESSAGES =
      CodePoints.of("Messages")
          .add(5, "Binding Update", NOWHERE)
          .add(6, "Binding Acknowledgement", NOWHERE)
          .build();
  private static final CodePoints OLD =
      CodePoints.of("Old").add(1, "One", NOWHERE).add(10, "Nonce", NOWHERE).build();
  private static final CodePoints NEW = CodePoints.of("New").add(40, "Nonce", NOWHERE).build();

  static final FieldCatalog CATALOG =
      FieldCatalog.of(
          List.of(),
          List.of(
              info("frame", FieldType.PROTOCOL),
              info("frame.number", FieldType.UINT32),
              info("frame.len", FieldType.UINT32),
              info("frame.ref", FieldType.FRAME_NUMBER),
              info("frame.time", FieldType.ABSOLUTE_TIME),
              info("frame.delta", FieldType.RELATIVE_TIME),
              info("eth.src", FieldType.ETHER),
              info("ip", FieldType.PROTOCOL),
              info("ip.addr", FieldType.IPV4),
              info("ip.src", FieldType.IPV4),
              info("ipv6", FieldType.PROTOCOL),
              info("ipv6.addr", FieldType.IPV6),
              info("ipv6.src", FieldType.IPV6),
              info("udp", FieldType.PROTOCOL),
              info("udp.port", FieldType.UINT16),
              info("udp.srcport", FieldType.UINT16),
              info("udp.dstport", FieldType.UINT16),
              info("mipv6", FieldType.PROTOCOL),
              named("mip6.mhtype", MESSAGES),
              info("mip6.bu.k_flag", FieldType.BOOLEAN),
              info("mip6.bu.a_flag", FieldType.BOOLEAN),
              info("mip6.options", FieldType.NONE),
              named("t.kind", OLD),
              named("t.kind", NEW),
              info("t.spi", FieldType.BYTES),
              info("t.text", FieldType.STRING),
              info("t.i32", FieldType.INT32),
              info("t.u24", FieldType.UINT24),
              info("t.u64", FieldType.UINT64),
              info("t.absent", FieldType.UINT8)));

  private Bench() {}

  private static FieldInfo info(String name, FieldType type) {
    return FieldInfo.of(name, name, type, NOWHERE);
  }

  private static FieldInfo named(String name, CodePoints names) {
    return new FieldInfo(name, name, FieldType.UINT8, FieldBase.DEC, names, NOWHERE);
  }

  /** A packet under construction. */
  static final class Packet implements FieldSource {
    private final Map<String, List<Occurrence>> values = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();

    Packet add(String name, FieldValue value) {
      return add(name, value, 1);
    }

    Packet add(String name, FieldValue value, int layer) {
      FieldInfo info = Objects.requireNonNull(CATALOG.find(name)).info();
      values.computeIfAbsent(name, it -> new ArrayList<>()).add(new Occurrence(info, value, layer));
      return this;
    }

    @Override
    public List<Occurrence> occurrences(String filterName) {
      asked.add(filterName);
      return values.getOrDefault(filterName, List.of());
    }

    List<String> asked() {
      return asked;
    }
  }

  static FieldValue number(long number) {
    return new FieldValue.Numeric(number);
  }

  static FieldValue address(String text) {
    return new FieldValue.Address(IpAddress.parse(text));
  }

  static FieldValue octets(String hex) {
    return new FieldValue.Octets(Slice.of(Hex.parse(hex)));
  }

  static FieldValue ascii(String text) {
    return new FieldValue.Octets(Slice.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Two UDP ports, two IPv4 addresses in each of two headers, and a value of every other type. */
  static Packet packet() {
    return new Packet()
        .add("frame", octets("0200000000 0a ff fe"))
        .add("frame.number", number(5))
        .add("frame.len", number(294))
        .add("frame.ref", number(3))
        .add("frame.time", new FieldValue.Time(1_767_225_600_500_000_000L))
        .add("frame.delta", new FieldValue.Time(1_500_000_000L))
        .add("eth.src", octets("02000000000a"))
        .add("ip", octets("45000000"))
        .add("ip", octets("45ff"), 2)
        .add("ip.addr", address("10.0.0.1"))
        .add("ip.addr", address("203.0.113.1"))
        .add("ip.addr", address("10.0.0.2"), 2)
        .add("ip.addr", address("10.0.0.3"), 2)
        .add("ip.src", address("10.0.0.1"))
        .add("ip.src", address("10.0.0.2"), 2)
        .add("ipv6", octets("60"))
        .add("ipv6.addr", address("2001:db8::1"))
        .add("ipv6.addr", address("2001:db8::2"))
        .add("ipv6.src", address("2001:db8::1"))
        .add("udp", octets("01f411940010abcd"))
        .add("udp.port", number(500))
        .add("udp.port", number(4500))
        .add("udp.srcport", number(500))
        .add("udp.dstport", number(4500))
        .add("mipv6", ascii("abc"))
        .add("mip6.mhtype", number(5))
        .add("mip6.bu.k_flag", new FieldValue.Bool(true))
        .add("mip6.bu.a_flag", new FieldValue.Bool(false))
        .add("mip6.options", octets("00"))
        .add("t.kind", number(40))
        .add("t.spi", octets("e62ad0e7b7d29c2a"))
        .add("t.text", new FieldValue.Text("Nai@Example.org"))
        .add("t.i32", number(-7))
        .add("t.u24", number(0xabcdef))
        .add("t.u64", number(-1));
  }
}
