package org.roamscope.decode;

import static org.roamscope.field.FieldType.ABSOLUTE_TIME;
import static org.roamscope.field.FieldType.BOOLEAN;
import static org.roamscope.field.FieldType.INT16;
import static org.roamscope.field.FieldType.NONE;
import static org.roamscope.field.FieldType.PROTOCOL;
import static org.roamscope.field.FieldType.RELATIVE_TIME;
import static org.roamscope.field.FieldType.STRING;
import static org.roamscope.field.FieldType.UINT32;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Element;
import org.roamscope.field.FieldBase;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

/** Fields of the frame itself, {@code frame.*} and {@code _ws.*}: what the capture says of it. */
final class FrameFields {
  private static final Clause SOURCE = new Clause("Wireshark display filter reference", "frame");
  private static final int INTERFACE_DESCRIPTION = 3;

  /** Values of a field in a frame. */
  private record Reader(FieldInfo info, Function<DecodedFrame, List<FieldValue>> values) {}

  private static final Map<String, Reader> READERS = readers();

  private FrameFields() {}

  /** All of them, for the catalogue. */
  static List<FieldInfo> all() {
    return READERS.values().stream().map(Reader::info).toList();
  }

  /** Values of a field, in their order; empty for a name that is not one of these. */
  static List<FieldValue> values(String name, DecodedFrame frame) {
    Reader reader = READERS.get(name);
    return reader == null ? List.of() : reader.values().apply(frame);
  }

  private static Map<String, Reader> readers() {
    Map<String, Reader> all = new LinkedHashMap<>();
    put(all, "frame", "Frame", PROTOCOL, f -> octets(f));
    put(all, "frame.section_number", "Section number", UINT32, FrameFields::section);
    put(all, "frame.interface_id", "Interface id", UINT32, FrameFields::interfaceId);
    put(all, "frame.interface_name", "Interface name", STRING, FrameFields::interfaceName);
    put(
        all,
        "frame.interface_description",
        "Interface description",
        STRING,
        FrameFields::interfaceDescription);
    put(all, "frame.encap_type", "Encapsulation type", INT16, FrameFields::encapsulation);
    put(all, "frame.time", "Arrival Time", ABSOLUTE_TIME, f -> time(f.frame().timeNanos()));
    put(all, "frame.offset_shift", "Time shift for this packet", RELATIVE_TIME, f -> time(0));
    put(all, "frame.time_epoch", "Epoch Time", RELATIVE_TIME, f -> time(f.frame().timeNanos()));
    put(
        all,
        "frame.time_delta",
        "Time delta from previous captured frame",
        RELATIVE_TIME,
        f -> time(f.frame().timeNanos() - f.clock().previous()));
    put(
        all,
        "frame.time_delta_displayed",
        "Time delta from previous displayed frame",
        RELATIVE_TIME,
        f -> time(f.frame().timeNanos() - f.clock().previousDisplayed()));
    put(
        all,
        "frame.time_relative",
        "Time since first frame",
        RELATIVE_TIME,
        f -> time(f.frame().timeNanos() - f.clock().first()));
    put(all, "frame.number", "Frame Number", UINT32, f -> number(f.frame().number()));
    put(all, "frame.len", "Frame Length", UINT32, f -> number(f.frame().originalLength()));
    put(all, "frame.cap_len", "Capture Length", UINT32, f -> number(f.frame().data().length));
    put(all, "frame.marked", "Frame is marked", BOOLEAN, f -> bit(false));
    put(all, "frame.ignored", "Frame is ignored", BOOLEAN, f -> bit(false));
    put(all, "frame.protocols", "Protocols in frame", STRING, f -> text(protocols(f)));
    put(all, "frame.comment", "Comment", STRING, FrameFields::comments);
    put(all, "_ws.malformed", "Malformed Packet", PROTOCOL, FrameFields::malformed);
    put(all, "_ws.short", "Packet size limited during capture", PROTOCOL, FrameFields::cut);
    put(all, "_ws.expert", "Expert Info", NONE, f -> each(f, p -> new FieldValue.Text("")));
    put(
        all,
        "_ws.expert.message",
        "Message",
        STRING,
        f -> each(f, problem -> new FieldValue.Text(problem.text())));
    put(
        all,
        "_ws.expert.severity",
        "Severity level",
        Expert.SEVERITIES,
        f -> each(f, problem -> new FieldValue.Numeric(Expert.of(problem).severity())));
    put(
        all,
        "_ws.expert.group",
        "Group",
        Expert.GROUPS,
        f -> each(f, problem -> new FieldValue.Numeric(Expert.of(problem).group())));
    put(all, "_ws.col.No.", "No.", STRING, f -> text(Integer.toString(f.frame().number())));
    put(all, "_ws.col.Source", "Source", STRING, f -> text(f.summary().source()));
    put(all, "_ws.col.Destination", "Destination", STRING, f -> text(f.summary().destination()));
    put(all, "_ws.col.Protocol", "Protocol", STRING, f -> text(f.summary().protocol()));
    put(all, "_ws.col.Length", "Length", STRING, f -> text("" + f.frame().originalLength()));
    put(all, "_ws.col.Info", "Info", STRING, f -> text(f.summary().info()));
    return all;
  }

  private static void put(
      Map<String, Reader> all,
      String name,
      String label,
      FieldType type,
      Function<DecodedFrame, List<FieldValue>> values) {
    all.put(name, new Reader(FieldInfo.of(name, label, type, SOURCE), values));
  }

  private static void put(
      Map<String, Reader> all,
      String name,
      String label,
      CodePoints names,
      Function<DecodedFrame, List<FieldValue>> values) {
    all.put(
        name, new Reader(new FieldInfo(name, label, UINT32, FieldBase.DEC, names, SOURCE), values));
  }

  private static List<FieldValue> number(long value) {
    return List.of(new FieldValue.Numeric(value));
  }

  private static List<FieldValue> bit(boolean set) {
    return List.of(new FieldValue.Bool(set));
  }

  private static List<FieldValue> text(String value) {
    return List.of(new FieldValue.Text(value));
  }

  private static List<FieldValue> time(long nanos) {
    return List.of(new FieldValue.Time(nanos));
  }

  private static List<FieldValue> octets(DecodedFrame frame) {
    return List.of(new FieldValue.Octets(frame.frame().slice()));
  }

  /** pcapng only: a pcap file has neither sections nor interfaces. */
  private static List<FieldValue> section(DecodedFrame frame) {
    CaptureInterface from = frame.captureInterface();
    return from == null ? List.of() : number(from.section() + 1L);
  }

  private static List<FieldValue> interfaceId(DecodedFrame frame) {
    CaptureInterface from = frame.captureInterface();
    return from == null ? List.of() : number(from.id());
  }

  private static List<FieldValue> interfaceName(DecodedFrame frame) {
    CaptureInterface from = frame.captureInterface();
    if (from == null) {
      return List.of();
    }
    return text(from.name() == null ? "unknown" : from.name());
  }

  private static List<FieldValue> interfaceDescription(DecodedFrame frame) {
    CaptureInterface from = frame.captureInterface();
    return from == null
        ? List.of()
        : from.options().stream()
            .filter(option -> option.code() == INTERFACE_DESCRIPTION)
            .<FieldValue>map(option -> new FieldValue.Text(option.text()))
            .toList();
  }

  /** Wireshark's own numbers, which are not LINKTYPE values. */
  private static List<FieldValue> encapsulation(DecodedFrame frame) {
    int number =
        switch (frame.frame().linkType()) {
          case 0, 108 -> 15;
          case 1 -> 1;
          case 9, 50 -> 4;
          case 12, 14, 101 -> 7;
          case 105 -> 20;
          case 113 -> 25;
          case 127 -> 23;
          case 228 -> 129;
          case 229 -> 130;
          case 276 -> 210;
          default -> 0;
        };
    return number == 0 ? List.of() : number(number);
  }

  private static String protocols(DecodedFrame frame) {
    List<String> names = new ArrayList<>();
    for (Element element : frame.dissection().shown()) {
      FieldInfo self = element.layout().self();
      if (self != null && self.type() == PROTOCOL && !stacked(names, self.name())) {
        names.add(self.name());
        if (List.of("eth", "sll", "vlan", "ieee8021ad").contains(self.name())) {
          names.add("ethertype");
        }
      }
    }
    return String.join(":", names);
  }

  /** The labels of a stack are one protocol. */
  private static boolean stacked(List<String> names, String name) {
    return name.equals("mpls") && !names.isEmpty() && names.getLast().equals(name);
  }

  private static List<FieldValue> comments(DecodedFrame frame) {
    return frame.frame().options().stream()
        .filter(option -> option.code() == BlockOption.COMMENT)
        .<FieldValue>map(option -> new FieldValue.Text(option.text()))
        .toList();
  }

  private static List<FieldValue> malformed(DecodedFrame frame) {
    return has(frame, ProblemKind.LENGTH) ? octets(frame) : List.of();
  }

  private static List<FieldValue> cut(DecodedFrame frame) {
    return has(frame, ProblemKind.CUT_BY_CAPTURE) ? octets(frame) : List.of();
  }

  private static boolean has(DecodedFrame frame, ProblemKind kind) {
    return frame.dissection().problems().stream().anyMatch(problem -> problem.kind() == kind);
  }

  private static List<FieldValue> each(DecodedFrame frame, Function<Problem, FieldValue> value) {
    return frame.dissection().problems().stream().map(value).toList();
  }
}
