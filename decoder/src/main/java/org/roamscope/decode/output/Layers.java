package org.roamscope.decode.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.Element;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;

/** The whole tree of a frame, one layer after the other, problems in their places. */
final class Layers {
  /** Name of the block of what the correlation knows. */
  static final String ROAMSCOPE = "roam";

  /**
   * A protocol, or a block of the same rank.
   *
   * @param name its filter name, or what comes nearest
   * @param node its lines
   */
  record Layer(String name, DetailNode node) {}

  private Layers() {}

  /** Comments, frame, headers and messages from the outside in, faults, knowledge. */
  static List<Layer> of(DecodedFrame frame) {
    List<Layer> layers = new ArrayList<>();
    for (Element element : frame.dissection().shown()) {
      layers.add(new Layer(name(element), DetailNode.of(element).withText(Heading.of(element))));
    }
    if (!frame.dissection().problems().isEmpty()) {
      layers = ProblemPlaces.with(layers, frame);
    }
    layers.addFirst(new Layer("frame", FrameBlock.of(frame)));
    DetailNode comments = FrameBlock.comments(frame);
    if (comments != null) {
      layers.addFirst(new Layer("pkt_comment", comments));
    }
    if (!frame.occurrences("_ws.malformed").isEmpty()) {
      layers.add(
          new Layer("_ws.malformed", FrameBlock.group(frame, Heading.malformed(frame), List.of())));
    }
    if (!frame.occurrences("_ws.short").isEmpty()) {
      layers.add(new Layer("_ws.short", FrameBlock.group(frame, Heading.cut(frame), List.of())));
    }
    DetailNode knowledge = RoamscopeBlock.of(frame);
    if (knowledge != null) {
      layers.add(new Layer(ROAMSCOPE, knowledge));
    }
    return layers;
  }

  /** Filter name of an element's protocol; the prefix of its fields when it is none. */
  static String name(Element element) {
    @Nullable FieldInfo self = element.layout().self();
    return self == null || self.type() != FieldType.PROTOCOL
        ? element.layout().prefix()
        : self.name();
  }
}
