package org.roamscope.decode.output;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.output.Layers.Layer;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;
import org.roamscope.field.TimeText;

/**
 * The trees as PDML ({@code -T pdml}). Neither the day of writing nor the file's name stands in it:
 * same capture, same bytes.
 */
public final class PdmlOutput implements FrameOutput {
  private final StringBuilder text = new StringBuilder(16_384);

  /** All frames, everything in them. */
  public PdmlOutput() {}

  @Override
  public void begin(Appendable out) throws IOException {
    out.append(Xml.DECLARATION).append("<pdml version=\"0\" creator=\"roamscope\">\n");
  }

  @Override
  public void frame(DecodedFrame frame, Appendable out) throws IOException {
    text.setLength(0);
    text.append("<packet>\n");
    general(frame);
    for (Layer layer : Layers.of(frame)) {
      proto(layer.name(), layer.node(), 1);
    }
    out.append(text.append("</packet>\n\n"));
  }

  @Override
  public void end(Appendable out) throws IOException {
    out.append("\n</pdml>\n");
  }

  private void general(DecodedFrame frame) {
    long captured = frame.frame().data().length;
    long length = frame.frame().originalLength();
    text.append("  <proto name=\"geninfo\" pos=\"0\" showname=\"General information\"");
    Xml.attribute("size", captured, text);
    text.append(">\n");
    general("num", frame.frame().number(), "Number", captured);
    general("len", length, "Frame Length", captured);
    general("caplen", captured, "Captured Length", captured);
    long nanos = frame.frame().timeNanos();
    String show = TimeText.date(nanos);
    general("timestamp", show, "Captured Time", TimeText.seconds(nanos, 9), captured);
    text.append("  </proto>\n");
  }

  private void general(String name, long number, String label, long size) {
    general(name, Long.toString(number), label, Long.toHexString(number), size);
  }

  private void general(String name, String show, String label, String value, long size) {
    text.append("    <field");
    Xml.attribute("name", name, text);
    Xml.attribute("pos", 0, text);
    Xml.attribute("show", show, text);
    Xml.attribute("showname", label, text);
    Xml.attribute("value", value, text);
    Xml.attribute("size", size, text);
    text.append("/>\n");
  }

  private void proto(String name, DetailNode node, int depth) {
    Octets octets = Octets.of(node);
    indent(depth);
    text.append("<proto");
    Xml.attribute("name", name, text);
    Xml.attribute("showname", node.text(), text);
    Xml.attribute("size", octets.size(), text);
    Xml.attribute("pos", octets.position(), text);
    text.append(">\n");
    children(node, depth);
    indent(depth);
    text.append("</proto>\n");
  }

  private void children(DetailNode node, int depth) {
    for (DetailNode child : node.children()) {
      FieldInfo info = child.info();
      if (info != null && info.type() == FieldType.PROTOCOL) {
        proto(info.name(), child, depth + 1);
      } else {
        field(info, child, depth + 1);
      }
    }
  }

  private void field(@Nullable FieldInfo info, DetailNode node, int depth) {
    Octets octets = Octets.of(node);
    indent(depth);
    text.append("<field");
    Xml.attribute("name", node.filterName(), text);
    if (info != null) {
      Xml.attribute("showname", node.text(), text);
    }
    if (node.hidden()) {
      Xml.attribute("hide", "yes", text);
    }
    Xml.attribute("size", octets.size(), text);
    Xml.attribute("pos", octets.position(), text);
    Xml.attribute("show", info == null ? node.text() : FieldTexts.shown(node), text);
    if (info != null && info.type() == FieldType.NONE) {
      Xml.attribute("value", "", text);
    } else if (octets.size() > 0) {
      Xml.attribute("value", octets.value(), text);
      if (octets.mask() != 0) {
        Xml.attribute("unmaskedvalue", octets.digits(), text);
      }
    }
    if (node.children().isEmpty()) {
      text.append("/>\n");
    } else {
      text.append(">\n");
      children(node, depth);
      indent(depth);
      text.append("</field>\n");
    }
  }

  private void indent(int depth) {
    for (int i = 0; i < depth; i++) {
      text.append("  ");
    }
  }
}
