package org.roamscope.decode.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.FieldValue;

/** Tree lines that no octets hold: what the capture says of the frame, its comments. */
final class FrameBlock {
  private static final Span NOWHERE = new Span(0, 0);

  private final DecodedFrame frame;
  private final List<DetailNode> lines = new ArrayList<>();

  private FrameBlock(DecodedFrame frame) {
    this.frame = frame;
  }

  /** The frame, as the first lines of tshark's tree. */
  static DetailNode of(DecodedFrame frame) {
    FrameBlock block = new FrameBlock(frame);
    block.lines();
    Slice octets = frame.frame().slice();
    return new DetailNode(
        Heading.frame(frame),
        info("frame"),
        new FieldValue.Octets(octets),
        octets,
        octets.span(),
        false,
        false,
        List.copyOf(block.lines));
  }

  /** The comments, or null when there are none. */
  static @Nullable DetailNode comments(DecodedFrame frame) {
    List<DetailNode> found = new ArrayList<>();
    for (Occurrence comment : frame.occurrences("frame.comment")) {
      found.add(line(frame, comment, comment.info().plain(comment.value())));
    }
    return found.isEmpty() ? null : group(frame, "Packet comments", found);
  }

  private void lines() {
    plain("frame.section_number");
    interfaceLines();
    for (Occurrence it : frame.occurrences("frame.encap_type")) {
      add(it, ": " + encapsulation(text(it)) + " (" + text(it) + ")");
    }
    if (frame.frame().timed()) {
      plain("frame.time");
      derivedSeconds("frame.offset_shift");
      for (Occurrence it : frame.occurrences("frame.time_epoch")) {
        add(it, ": " + text(it) + " seconds");
      }
      derivedSeconds("frame.time_delta");
      derivedSeconds("frame.time_delta_displayed");
      derivedSeconds("frame.time_relative");
    }
    plain("frame.number");
    octets("frame.len");
    octets("frame.cap_len");
    derivedFlag("frame.marked");
    derivedFlag("frame.ignored");
    for (Occurrence it : frame.occurrences("frame.protocols")) {
      lines.add(derived(frame, it, text(it), List.of()));
    }
  }

  private void interfaceLines() {
    for (Occurrence it : frame.occurrences("frame.interface_id")) {
      List<DetailNode> names = new ArrayList<>();
      String shown = "unknown";
      for (Occurrence name : frame.occurrences("frame.interface_name")) {
        shown = text(name);
        names.add(line(frame, name, name.info().label() + ": " + shown));
      }
      for (Occurrence more : frame.occurrences("frame.interface_description")) {
        names.add(line(frame, more, more.info().label() + ": " + text(more)));
      }
      lines.add(
          node(frame, it, it.info().label() + ": " + text(it) + " (" + shown + ")", false, names));
    }
  }

  private void plain(String name) {
    for (Occurrence it : frame.occurrences(name)) {
      add(it, ": " + text(it));
    }
  }

  private void octets(String name) {
    for (Occurrence it : frame.occurrences(name)) {
      if (it.value() instanceof FieldValue.Numeric(long count)) {
        add(it, ": " + count + (count == 1 ? " byte" : " bytes") + " (" + count * 8 + " bits)");
      }
    }
  }

  private void derivedSeconds(String name) {
    for (Occurrence it : frame.occurrences(name)) {
      lines.add(derived(frame, it, text(it) + " seconds", List.of()));
    }
  }

  private void derivedFlag(String name) {
    for (Occurrence it : frame.occurrences(name)) {
      lines.add(derived(frame, it, text(it).equals("1") ? "True" : "False", List.of()));
    }
  }

  private void add(Occurrence it, String after) {
    lines.add(line(frame, it, it.info().label() + after));
  }

  private static String text(Occurrence it) {
    return it.info().plain(it.value());
  }

  private static DetailNode line(DecodedFrame frame, Occurrence it, String text) {
    return node(frame, it, text, false, List.of());
  }

  /** A line {@code label: value} that follows from something else. */
  static DetailNode derived(
      DecodedFrame frame, Occurrence it, String value, List<DetailNode> children) {
    return node(frame, it, it.info().label() + ": " + value, true, children);
  }

  private static DetailNode node(
      DecodedFrame frame, Occurrence it, String text, boolean derived, List<DetailNode> children) {
    return new DetailNode(
        text,
        it.info(),
        it.value(),
        frame.frame().slice(),
        NOWHERE,
        false,
        derived,
        List.copyOf(children));
  }

  /** A line without a field, with others below. */
  static DetailNode group(DecodedFrame frame, String text, List<DetailNode> children) {
    return new DetailNode(
        text, null, null, frame.frame().slice(), NOWHERE, false, false, List.copyOf(children));
  }

  private static @Nullable FieldInfo info(String name) {
    FieldCatalog.Entry entry = DecodeCatalog.fields().find(name);
    return entry == null ? null : entry.info();
  }

  /** Wireshark's names of its own numbers. */
  private static String encapsulation(String number) {
    return switch (number) {
      case "1" -> "Ethernet";
      case "4" -> "PPP";
      case "7" -> "Raw IP";
      case "15" -> "NULL/Loopback";
      case "20" -> "IEEE 802.11 Wireless LAN";
      case "23" -> "IEEE 802.11 plus radiotap radio header";
      case "25" -> "Linux cooked-mode capture v1";
      case "129" -> "Raw IPv4";
      case "130" -> "Raw IPv6";
      case "210" -> "Linux cooked-mode capture v2";
      default -> "Unknown";
    };
  }
}
