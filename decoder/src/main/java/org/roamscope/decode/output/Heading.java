package org.roamscope.decode.output;

import org.jspecify.annotations.Nullable;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.Expert;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.net.Type2RoutingHeader;

/** First lines of protocols, with the addresses and ports that tshark puts there. */
final class Heading {
  private Heading() {}

  /** The line of an element in the tree. */
  static String of(Element element) {
    String formatted = formatted(element);
    return formatted == null ? element.title() : formatted;
  }

  /**
   * The line of a protocol for which tshark makes one of its own, else null. For these {@code -T
   * fields} prints the line; for the others, the protocol's name.
   */
  static @Nullable String formatted(Element element) {
    return switch (element.layout().prefix()) {
      case "eth" -> ether(element);
      case "ip" -> ends(element, "ip.src", "ip.dst", "");
      case "ipv6" -> ends(element, "ipv6.src", "ipv6.dst", "");
      case "udp" -> ends(element, "udp.srcport", "udp.dstport", " Port");
      default ->
          element instanceof Type2RoutingHeader ? "Routing Header for IPv6 (Type 2 Routing)" : null;
    };
  }

  private static @Nullable String ether(Element element) {
    String source = value(element, "eth.src");
    String destination = value(element, "eth.dst");
    return source == null || destination == null
        ? null
        : element.layout().name()
            + ", Src: "
            + source
            + " ("
            + source
            + "), Dst: "
            + destination
            + " ("
            + destination
            + ")";
  }

  private static @Nullable String ends(Element element, String from, String to, String what) {
    String source = value(element, from);
    String destination = value(element, to);
    return source == null || destination == null
        ? null
        : element.layout().name()
            + ", Src"
            + what
            + ": "
            + source
            + ", Dst"
            + what
            + ": "
            + destination;
  }

  private static @Nullable String value(Element element, String name) {
    Layout layout = element.layout();
    for (Field field : layout.fields()) {
      if (field.filterName().equals(name) && field.in(element.slice())) {
        return field.info().plain(field.value(element.slice()));
      }
    }
    return null;
  }

  /** The line of the frame. */
  static String frame(DecodedFrame frame) {
    CaptureInterface from = frame.captureInterface();
    return "Frame "
        + frame.frame().number()
        + ": "
        + octets(frame.frame().originalLength(), " on wire")
        + ", "
        + octets(frame.frame().data().length, " captured")
        + (from == null ? "" : " on interface " + name(from) + ", id " + from.id());
  }

  private static String name(CaptureInterface from) {
    return from.name() == null ? "unknown" : from.name();
  }

  private static String octets(long count, String how) {
    return count + (count == 1 ? " byte" : " bytes") + how + " (" + count * 8 + " bits)";
  }

  /** The line of a problem. */
  static String expert(Problem problem) {
    return "Expert Info (" + Expert.of(problem).label() + "): " + problem.text();
  }

  /** The line that says that the frame is broken. */
  static String malformed(DecodedFrame frame) {
    return "[Malformed Packet: " + frame.summary().protocol() + "]";
  }

  /** The line that says that the capture left octets out. */
  static String cut(DecodedFrame frame) {
    return "[Packet size limited during capture: " + frame.summary().protocol() + " truncated]";
  }
}
