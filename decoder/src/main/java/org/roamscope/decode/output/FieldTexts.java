package org.roamscope.decode.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.Element;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;

/**
 * The values that {@code -e} asks for, as tshark 4.0 prints them: a field without a value is 1,
 * expert information its line; a protocol is its line in the tree where tshark makes one of its own
 * (frame, eth, ip, ipv6, udp, ipv6.routing), its octets where the protocol is one in name only
 * (mobility options, data), else its name.
 */
final class FieldTexts {
  private static final String EXPERT = "_ws.expert";
  private static final String OPTIONS = "mip6.options.";
  private static final int MAX_DEPTH = 16;

  private final List<FieldInfo> fields;

  private FieldTexts(List<FieldInfo> fields) {
    this.fields = fields;
  }

  /** Names that no field has, in the order given. */
  static List<String> unknown(Collection<String> names) {
    return names.stream()
        .filter(name -> DecodeCatalog.fields().find(name) == null)
        .distinct()
        .toList();
  }

  /**
   * The fields of these names.
   *
   * @throws IllegalArgumentException when a name is unknown
   */
  static FieldTexts of(List<String> names) {
    List<FieldInfo> fields = new ArrayList<>();
    for (String name : names) {
      FieldCatalog.Entry entry = DecodeCatalog.fields().find(name);
      if (entry == null) {
        throw new IllegalArgumentException("unknown field " + name);
      }
      fields.add(entry.info());
    }
    return new FieldTexts(List.copyOf(fields));
  }

  /** How many fields were asked for. */
  int count() {
    return fields.size();
  }

  /** Name of a field. */
  String name(int index) {
    return fields.get(index).name();
  }

  /** The values of a field in a frame, in the order of the tree, as sent. */
  List<String> values(int index, DecodedFrame frame) {
    FieldInfo info = fields.get(index);
    List<String> texts = new ArrayList<>();
    if (info.type() == FieldType.PROTOCOL) {
      protocols(info.name(), frame, texts);
      return texts;
    }
    if (info.name().equals(EXPERT)) {
      frame.dissection().problems().forEach(problem -> texts.add(Heading.expert(problem)));
      return texts;
    }
    for (Occurrence it : frame.occurrences(info.name())) {
      texts.add(it.info().plain(it.value()));
    }
    return texts;
  }

  private static void protocols(String name, DecodedFrame frame, List<String> texts) {
    switch (name) {
      case "frame" -> texts.add(Heading.frame(frame));
      case "_ws.malformed" ->
          frame.occurrences(name).forEach(it -> texts.add(Heading.malformed(frame)));
      case "_ws.short" -> frame.occurrences(name).forEach(it -> texts.add(Heading.cut(frame)));
      default -> frame.dissection().shown().forEach(element -> protocols(element, name, texts, 0));
    }
  }

  private static void protocols(Element element, String name, List<String> texts, int depth) {
    @Nullable FieldInfo self = element.layout().self();
    if (self != null && self.name().equals(name)) {
      texts.add(protocol(element, name));
    }
    if (depth < MAX_DEPTH) {
      element.parts().forEach(part -> protocols(part, name, texts, depth + 1));
    }
  }

  private static String protocol(Element element, String name) {
    if (name.equals("data") || name.startsWith(OPTIONS)) {
      return Hex.plain(element.slice().bytes());
    }
    String formatted = Heading.formatted(element);
    return formatted == null ? name : formatted;
  }

  /**
   * A value in the trees of JSON, EK and PDML: as {@link FieldInfo#plain}, octets with colons;
   * empty for a field without a value.
   */
  static String shown(DetailNode node) {
    FieldInfo info = node.info();
    FieldValue value = node.value();
    if (info == null || value == null || info.type() == FieldType.NONE) {
      return "";
    }
    return value instanceof FieldValue.Octets(var octets)
        ? Hex.colons(octets.bytes())
        : info.plain(value);
  }
}
