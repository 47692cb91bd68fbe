package org.roamscope.decode.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.roamscope.field.CodePoints;
import org.roamscope.field.FieldBase;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;

/**
 * Lists of a field catalogue: tab-separated as tshark's {@code -G}, and for people. Where tshark
 * has a field's description, these have the clause that defines it.
 */
public final class CatalogListing {
  private final FieldCatalog catalog;

  /** Lists a catalogue. */
  public CatalogListing(FieldCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * {@code -G fields}: protocols as {@code P}, name, filter name; fields as {@code F}, name, filter
   * name, type, protocol, base, mask (always 0x0), clause.
   */
  public void fields(Appendable out) throws IOException {
    for (FieldCatalog.Entry entry : catalog.all()) {
      if (entry.info().type() == FieldType.PROTOCOL) {
        row(out, "P", entry.info().label(), entry.name());
      }
    }
    for (FieldCatalog.Entry entry : catalog.all()) {
      FieldInfo info = entry.info();
      if (info.type() != FieldType.PROTOCOL) {
        row(
            out,
            "F",
            info.label(),
            info.name(),
            typeName(info.type()),
            parent(info.name()),
            base(info),
            "0x0",
            info.clause().toString());
      }
    }
  }

  /**
   * {@code -G values}: names of values as {@code V}, filter name, number, name; names of set and
   * not set bits as {@code T}.
   */
  public void values(Appendable out) throws IOException {
    for (FieldCatalog.Entry entry : catalog.all()) {
      if (entry.info().type() == FieldType.BOOLEAN) {
        row(out, "T", entry.name(), "Set", "Not set");
      }
      Set<CodePoints.CodePoint> seen = new HashSet<>();
      for (FieldInfo variant : entry.variants()) {
        CodePoints names = variant.names();
        if (names != null) {
          for (CodePoints.CodePoint point : names.all()) {
            if (seen.add(point)) {
              row(out, "V", entry.name(), number(variant, point.number()), point.name());
            }
          }
        }
      }
    }
  }

  /** {@code -G protocols}: name, short name, filter name. */
  public void protocols(Appendable out) throws IOException {
    for (FieldCatalog.Entry entry : catalog.all()) {
      if (entry.info().type() == FieldType.PROTOCOL) {
        row(out, entry.info().label(), shortName(entry.name()), entry.name());
      }
    }
  }

  /**
   * Fields for people: name, type, label and clause in columns.
   *
   * @param glob {@code *} is any run of characters, {@code ?} any one; without either, the field of
   *     that name and all below it; case does not matter
   * @return how many there are
   */
  public int matching(String glob, Appendable out) throws IOException {
    List<FieldInfo> found = new ArrayList<>();
    for (FieldCatalog.Entry entry : catalog.all()) {
      if (matches(glob.toLowerCase(Locale.ROOT), entry.name().toLowerCase(Locale.ROOT))) {
        found.add(entry.info());
      }
    }
    int names = found.stream().mapToInt(info -> info.name().length()).max().orElse(0);
    int types = found.stream().mapToInt(info -> typeName(info.type()).length()).max().orElse(0);
    int labels = found.stream().mapToInt(info -> info.label().length()).max().orElse(0);
    for (FieldInfo info : found) {
      padded(info.name(), names, out);
      padded(typeName(info.type()), types, out);
      padded(info.label(), labels, out);
      out.append(info.clause().toString()).append('\n');
    }
    return found.size();
  }

  private static void padded(String text, int width, Appendable out) throws IOException {
    out.append(text).append(" ".repeat(width - text.length() + 2));
  }

  private static boolean matches(String glob, String name) {
    if (glob.indexOf('*') < 0 && glob.indexOf('?') < 0) {
      return name.equals(glob) || name.startsWith(glob + ".");
    }
    int g = 0;
    int n = 0;
    int star = -1;
    int retry = 0;
    while (n < name.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        retry = n;
      } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == name.charAt(n))) {
        g++;
        n++;
      } else if (star >= 0) {
        g = star + 1;
        n = ++retry;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  private static void row(Appendable out, String... cells) throws IOException {
    out.append(String.join("\t", cells)).append('\n');
  }

  private static String number(FieldInfo info, long number) {
    return info.base() == FieldBase.HEX
        ? "0x" + Long.toHexString(number)
        : Long.toUnsignedString(number);
  }

  /** Wireshark's name of a type. */
  static String typeName(FieldType type) {
    return switch (type) {
      case IPV4 -> "FT_IPv4";
      case IPV6 -> "FT_IPv6";
      case FRAME_NUMBER -> "FT_FRAMENUM";
      default -> "FT_" + type.name();
    };
  }

  /** Wireshark's name of a base; empty for types without one. */
  static String base(FieldInfo info) {
    if (!info.type().integer() || info.type() == FieldType.FRAME_NUMBER) {
      return "";
    }
    return info.base() == FieldBase.HEX ? "BASE_HEX" : "BASE_DEC";
  }

  /** Filter name of the protocol that a field belongs to. */
  static String parent(String name) {
    for (String protocol :
        List.of("_ws.expert", "_ws.col", "ipv6.hopopts", "ipv6.dstopts", "ipv6.routing")) {
      if (name.startsWith(protocol + ".") || name.equals(protocol)) {
        return protocol;
      }
    }
    if (name.startsWith("ipv6.fraghdr") || name.startsWith("ipv6.fragment")) {
      return name.startsWith("ipv6.fraghdr") ? "ipv6.fraghdr" : "ipv6";
    }
    int dot = name.indexOf('.', 1);
    String first = dot < 0 ? name : name.substring(0, dot);
    return switch (first) {
      case "mip6", "fmip6", "hmip6", "pmip6", "nemo" -> "mipv6";
      default -> first;
    };
  }

  private static String shortName(String filterName) {
    return switch (filterName) {
      case "frame" -> "Frame";
      case "eth" -> "Ethernet";
      case "ip" -> "IPv4";
      case "ipv6" -> "IPv6";
      case "icmpv6" -> "ICMPv6";
      case "mipv6" -> "MIPv6";
      case "data" -> "Data";
      default -> filterName.toUpperCase(Locale.ROOT);
    };
  }
}
