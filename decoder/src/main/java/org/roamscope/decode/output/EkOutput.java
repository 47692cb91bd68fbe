package org.roamscope.decode.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.output.Layers.Layer;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import tools.jackson.core.JsonGenerator;

/**
 * Two lines of JSON a frame ({@code -T ek}): the index it belongs in, and its layers with all
 * fields of a layer in one object. Names have underscores for dots and the protocol before them;
 * what stands several times is an array.
 */
public final class EkOutput implements FrameOutput {
  private static final long MILLISECOND = 1_000_000L;

  private final Json json = Json.compact();
  private final @Nullable FieldTexts fields;

  private EkOutput(@Nullable FieldTexts fields) {
    this.fields = fields;
  }

  /** All fields of every frame. */
  public static EkOutput tree() {
    return new EkOutput(null);
  }

  /**
   * The values of chosen fields, as {@link FieldsOutput} prints them.
   *
   * @throws IllegalArgumentException when one is unknown; ask {@link FieldsOutput#unknown} first
   */
  public static EkOutput fields(List<String> names) {
    return new EkOutput(FieldTexts.of(names));
  }

  @Override
  public void begin(Appendable out) {}

  @Override
  public void frame(DecodedFrame frame, Appendable out) throws IOException {
    JsonGenerator generator = json.generator();
    generator.writeStartObject();
    generator.writeObjectPropertyStart("index");
    generator.writeStringProperty("_index", FrameRecord.index(frame));
    generator.writeStringProperty("_type", "doc");
    generator.writeEndObject();
    generator.writeEndObject();
    generator.writeStartObject();
    long millis = Math.floorDiv(frame.frame().timeNanos(), MILLISECOND);
    generator.writeStringProperty("timestamp", Long.toString(millis));
    generator.writeObjectPropertyStart("layers");
    if (fields == null) {
      layers(Layers.of(frame));
    } else {
      FrameRecord.arrays(fields, frame, FrameRecord.Naming.UNDERSCORES, generator);
    }
    generator.writeEndObject();
    generator.writeEndObject();
    json.drain(out);
  }

  @Override
  public void end(Appendable out) throws IOException {
    json.drain(out);
    out.append('\n');
  }

  private void layers(List<Layer> layers) {
    Map<String, List<DetailNode>> byName = new LinkedHashMap<>();
    for (Layer layer : layers) {
      byName
          .computeIfAbsent(FrameRecord.underscores(layer.name()), name -> new ArrayList<>(1))
          .add(layer.node());
    }
    byName.forEach((name, nodes) -> {
      json.generator().writeName(name);
      open(nodes.size());
      nodes.forEach(this::layer);
      close(nodes.size());
    });
  }

  private void layer(DetailNode node) {
    Map<String, List<DetailNode>> members = new LinkedHashMap<>();
    node.children().forEach(child -> flatten(child, members));
    JsonGenerator generator = json.generator();
    generator.writeStartObject();
    members.forEach((name, nodes) -> {
      generator.writeName(name);
      open(nodes.size());
      nodes.forEach(this::value);
      close(nodes.size());
    });
    generator.writeEndObject();
  }

  private static void flatten(DetailNode node, Map<String, List<DetailNode>> members) {
    members.computeIfAbsent(name(node), name -> new ArrayList<>(1)).add(node);
    node.children().forEach(child -> flatten(child, members));
  }

  private void open(int count) {
    if (count > 1) {
      json.generator().writeStartArray();
    }
  }

  private void close(int count) {
    if (count > 1) {
      json.generator().writeEndArray();
    }
  }

  private void value(DetailNode node) {
    JsonGenerator generator = json.generator();
    @Nullable FieldInfo info = node.info();
    if (info == null) {
      generator.writeString(node.text());
    } else if (info.type() == FieldType.NONE) {
      generator.writeNull();
    } else {
      switch (node.value()) {
        case FieldValue.Bool(boolean set) -> generator.writeBoolean(set);
        case FieldValue.Time(long nanos) when info.type() == FieldType.ABSOLUTE_TIME ->
            generator.writeString(TimeFormat.iso(nanos));
        case null, default -> generator.writeString(FieldTexts.shown(node));
      }
    }
  }

  private static String name(DetailNode node) {
    @Nullable FieldInfo info = node.info();
    if (info == null) {
      return "text";
    }
    String name = FrameRecord.underscores(info.name());
    return info.type() == FieldType.PROTOCOL
        ? name
        : FrameRecord.underscores(CatalogListing.parent(info.name())) + "_" + name;
  }
}
