package org.roamscope.decode.output;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;

/**
 * What {@code -P}, {@code -V} and {@code -x} print together: the line of the list, the tree, the
 * octets, with an empty line after each of the last two, and between line and octets.
 */
public final class TextOutput implements FrameOutput {
  private final @Nullable ListOutput list;
  private final @Nullable TreeOutput tree;
  private final @Nullable HexOutput hex;

  /**
   * Joins outputs.
   *
   * @param list the line, or null for none
   * @param tree the tree, or null for none
   * @param hex the octets, or null for none
   */
  public TextOutput(@Nullable ListOutput list, @Nullable TreeOutput tree, @Nullable HexOutput hex) {
    this.list = list;
    this.tree = tree;
    this.hex = hex;
  }

  @Override
  public void begin(Appendable out) {}

  @Override
  public void frame(DecodedFrame frame, Appendable out) throws IOException {
    if (list != null) {
      list.frame(frame, out);
    }
    if (tree != null) {
      tree.frame(frame, out);
    } else if (list != null && hex != null) {
      out.append('\n');
    }
    if (hex != null) {
      hex.frame(frame, out);
    }
  }

  @Override
  public void end(Appendable out) {}
}
