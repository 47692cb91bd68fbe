package org.roamscope.decode.output;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;

/**
 * One JSON array with an object a frame ({@code -T json}, {@code -T jsonraw}), see {@link
 * JsonTree}; with {@code -e}, arrays of values. Written frame by frame. Not for several runs.
 */
public final class JsonOutput implements FrameOutput {
  private final Json json = Json.indented();
  private final JsonTree tree;
  private final @Nullable FieldTexts fields;

  private JsonOutput(JsonTree.Content content, @Nullable FieldTexts fields) {
    tree = new JsonTree(json.generator(), content);
    this.fields = fields;
  }

  /** The whole tree of every frame. */
  public static JsonOutput tree() {
    return new JsonOutput(JsonTree.Content.VALUES, null);
  }

  /** The octets of everything in the tree. */
  public static JsonOutput raw() {
    return new JsonOutput(JsonTree.Content.RAW, null);
  }

  /**
   * The values of chosen fields, as {@link FieldsOutput} prints them.
   *
   * @throws IllegalArgumentException when one is unknown; ask {@link FieldsOutput#unknown} first
   */
  public static JsonOutput fields(List<String> names) {
    return new JsonOutput(JsonTree.Content.VALUES, FieldTexts.of(names));
  }

  @Override
  public void begin(Appendable out) throws IOException {
    json.generator().writeStartArray();
    json.drain(out);
  }

  @Override
  public void frame(DecodedFrame frame, Appendable out) throws IOException {
    FrameRecord.open(frame, json.generator());
    if (fields == null) {
      tree.layers(Layers.of(frame));
    } else {
      FrameRecord.arrays(fields, frame, FrameRecord.Naming.DOTS, json.generator());
    }
    FrameRecord.close(json.generator());
    json.drain(out);
  }

  @Override
  public void end(Appendable out) throws IOException {
    json.generator().writeEndArray();
    json.drain(out);
    out.append('\n');
  }
}
