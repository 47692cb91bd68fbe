package org.roamscope.decode.output;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.output.Layers.Layer;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.PlainText;

/**
 * The detail tree of every frame ({@code -V}) and an empty line. What follows from something else
 * stands in brackets. The layers stand one after the other; tshark puts extension headers and what
 * comes after them into the IPv6 header.
 */
public final class TreeOutput implements FrameOutput {
  private static final String INDENT = "    ";

  private final @Nullable Set<String> opened;
  private final StringBuilder text = new StringBuilder(8192);

  private TreeOutput(@Nullable Set<String> opened) {
    this.opened = opened;
  }

  /** Everything opened. */
  public static TreeOutput whole() {
    return new TreeOutput(null);
  }

  /**
   * Only some protocols opened, the others one line each ({@code -O}).
   *
   * @param protocols filter names; {@code roam} is what the correlation knows
   */
  public static TreeOutput only(Set<String> protocols) {
    return new TreeOutput(Set.copyOf(protocols));
  }

  /** The lines of highest rank, with the lines below them; their texts are not escaped. */
  public static List<DetailNode> nodes(DecodedFrame frame) {
    return Layers.of(frame).stream().map(Layer::node).toList();
  }

  @Override
  public void begin(Appendable out) {}

  @Override
  public void frame(DecodedFrame frame, Appendable out) throws IOException {
    text.setLength(0);
    for (Layer layer : Layers.of(frame)) {
      line(layer.node(), 0);
      if (opened == null || opened.contains(layer.name())) {
        children(layer.node().children(), 1);
      }
    }
    out.append(text.append('\n'));
  }

  @Override
  public void end(Appendable out) {}

  private void children(List<DetailNode> nodes, int depth) {
    for (DetailNode node : nodes) {
      if (!node.hidden()) {
        line(node, depth);
        children(node.children(), depth + 1);
      }
    }
  }

  private void line(DetailNode node, int depth) {
    for (int i = 0; i < depth; i++) {
      text.append(INDENT);
    }
    if (node.derived()) {
      text.append('[').append(PlainText.of(node.text())).append(']');
    } else {
      text.append(PlainText.of(node.text()));
    }
    text.append('\n');
  }
}
