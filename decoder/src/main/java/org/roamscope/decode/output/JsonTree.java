package org.roamscope.decode.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.output.Layers.Layer;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;
import tools.jackson.core.JsonGenerator;

/**
 * Trees as JSON objects: a field is a text, what stands below it an object {@code NAME_tree}; a
 * structure is an object. A name that stands several times is an array, in the place of the first,
 * because JSON objects have no name twice (tshark does the same with {@code --no-duplicate-keys}).
 */
final class JsonTree {
  /** What of a node is written. */
  enum Content {
    /** Values. */
    VALUES,
    /** Octets as {@code NAME_raw}: digits, position, length, mask, type. */
    RAW
  }

  private final JsonGenerator json;
  private final Content content;

  JsonTree(JsonGenerator json, Content content) {
    this.json = json;
    this.content = content;
  }

  /** The members of the layers' object. */
  void layers(List<Layer> layers) {
    Map<String, List<Runnable>> members = new LinkedHashMap<>();
    for (Layer layer : layers) {
      if (content == Content.RAW) {
        put(members, layer.name() + "_raw", layer.node(), this::raw);
      }
      put(members, layer.name(), layer.node(), this::object);
    }
    write(members);
  }

  private void object(DetailNode node) {
    json.writeStartObject();
    Map<String, List<Runnable>> members = new LinkedHashMap<>();
    for (DetailNode child : node.children()) {
      member(members, child);
    }
    write(members);
    json.writeEndObject();
  }

  private void member(Map<String, List<Runnable>> members, DetailNode node) {
    String name = node.filterName().isEmpty() ? node.text() : node.filterName();
    boolean structure = structure(node);
    switch (content) {
      case VALUES -> {
        if (!structure) {
          put(members, name, node, it -> json.writeString(FieldTexts.shown(it)));
        }
      }
      case RAW -> put(members, name + "_raw", node, this::raw);
    }
    if (structure) {
      put(members, name, node, this::object);
    } else if (!node.children().isEmpty()) {
      put(members, name + "_tree", node, this::object);
    }
  }

  /** True for what has no value but its parts. */
  private static boolean structure(DetailNode node) {
    @Nullable FieldInfo info = node.info();
    if (info == null) {
      return true;
    }
    return (info.type() == FieldType.NONE || info.type() == FieldType.PROTOCOL)
        && !node.children().isEmpty();
  }

  private void raw(DetailNode node) {
    Octets octets = Octets.of(node);
    json.writeStartArray();
    json.writeString(octets.value());
    json.writeNumber(octets.position());
    json.writeNumber(octets.size());
    json.writeNumber(octets.mask());
    json.writeNumber(number(node.info()));
    json.writeEndArray();
  }

  private static void put(
      Map<String, List<Runnable>> members, String name, DetailNode node, Consumer<DetailNode> how) {
    members.computeIfAbsent(name, key -> new ArrayList<>(1)).add(() -> how.accept(node));
  }

  private void write(Map<String, List<Runnable>> members) {
    members.forEach((name, values) -> {
      json.writeName(name);
      if (values.size() == 1) {
        values.getFirst().run();
      } else {
        json.writeStartArray();
        values.forEach(Runnable::run);
        json.writeEndArray();
      }
    });
  }

  /** Wireshark's number of a type. */
  private static int number(@Nullable FieldInfo info) {
    return info == null
        ? 0
        : switch (info.type()) {
          case NONE -> 0;
          case PROTOCOL -> 1;
          case BOOLEAN -> 2;
          case UINT8 -> 4;
          case UINT16 -> 5;
          case UINT24 -> 6;
          case UINT32 -> 7;
          case UINT40 -> 8;
          case UINT48 -> 9;
          case UINT56 -> 10;
          case UINT64 -> 11;
          case INT8 -> 12;
          case INT16 -> 13;
          case INT24 -> 14;
          case INT32 -> 15;
          case INT64 -> 19;
          case ABSOLUTE_TIME -> 24;
          case RELATIVE_TIME -> 25;
          case STRING -> 26;
          case ETHER -> 29;
          case BYTES -> 30;
          case IPV4 -> 32;
          case IPV6 -> 33;
          case FRAME_NUMBER -> 35;
        };
  }
}
