package org.roamscope.dissect;

import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.LIMIT;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.net.AmsduSubframe;
import org.roamscope.net.RadiotapField;
import org.roamscope.net.RadiotapHeader;
import org.roamscope.net.RadiotapPresent;
import org.roamscope.net.WlanHeader;
import org.roamscope.net.WlanParameters;
import org.roamscope.net.WlanQos;

/** IEEE 802.11 with and without radiotap. Encrypted payloads stay opaque. */
final class Wireless {
  private static final int MAX_PRESENT = 16;
  private static final int CHECK_OCTETS = 4;

  private Wireless() {}

  static Step radiotap(Layers layers, Slice frame) {
    if (layers.missing(frame, RadiotapHeader.OCTETS, "radiotap", "The radiotap header")) {
      return Step.DONE;
    }
    int octets = RadiotapHeader.octets(frame);
    if (octets < RadiotapHeader.OCTETS) {
      layers.problem(
          LENGTH,
          frame.span(2, 2),
          "radiotap.length",
          "The radiotap header says " + octets + " octets, it has at least 8.");
      return layers.opaque(frame, "Radiotap header with a bad length");
    }
    if (layers.missing(frame, octets, "radiotap", "The radiotap header")) {
      return Step.DONE;
    }
    Slice header = frame.part(0, octets);
    RadiotapHeader radiotap = layers.add(new RadiotapHeader(header, fields(header)));
    Slice rest = frame.from(octets);
    long end = rest.claimedLength() - (radiotap.checked() ? CHECK_OCTETS : 0);
    return frame(layers, rest.part(0, Math.max(0, end)), radiotap.padded());
  }

  private static List<Element> fields(Slice header) {
    List<Element> parts = new ArrayList<>();
    if (header.u8(0) != 0) {
      return parts;
    }
    int at = 4;
    RadiotapPresent present = new RadiotapPresent(header.part(at, 4), true);
    parts.add(present);
    at += RadiotapPresent.OCTETS;
    RadiotapPresent last = present;
    while (last.extended() && header.holds(at, 4) && parts.size() < MAX_PRESENT) {
      last = new RadiotapPresent(header.part(at, 4), false);
      parts.add(last);
      at += RadiotapPresent.OCTETS;
    }
    for (int bit = 0; bit < RadiotapField.BITS; bit++) {
      if (present.has(bit)) {
        int start = RadiotapField.aligned(bit, at);
        int octets = RadiotapField.octets(bit);
        if (!header.holds(start, octets)) {
          break;
        }
        parts.add(new RadiotapField(header.part(start, octets), bit));
        at = start + octets;
      }
    }
    return List.copyOf(parts);
  }

  static Step frame(Layers layers, Slice frame) {
    return frame(layers, frame, false);
  }

  private static Step frame(Layers layers, Slice frame, boolean padded) {
    if (layers.missing(frame, WlanHeader.FIRST_OCTETS, "wlan", "The IEEE 802.11 header")) {
      return Step.DONE;
    }
    int octets = WlanHeader.octets(frame);
    if (layers.missing(frame, octets, "wlan", "The IEEE 802.11 header")) {
      return Step.DONE;
    }
    WlanHeader header = new WlanHeader(frame.part(0, octets), List.of());
    if (header.version() != 0) {
      layers.problem(
          VALUE,
          frame.span(0, 1),
          "wlan.fc.version",
          "Version " + header.version() + " of IEEE 802.11 has another header.");
      return layers.opaque(frame, "IEEE 802.11 of another version");
    }
    if (!header.data()) {
      layers.add(header);
      return layers.opaque(frame.from(octets), "IEEE 802.11 frame body");
    }
    return data(layers, frame, header, padded);
  }

  private static Step data(Layers layers, Slice frame, WlanHeader header, boolean padded) {
    int at = header.slice().length();
    List<Element> parts = new ArrayList<>(3);
    boolean aggregate = false;
    if (header.qos() && frame.holds(at, WlanQos.OCTETS)) {
      WlanQos qos = new WlanQos(frame.part(at, WlanQos.OCTETS), form(header));
      parts.add(qos);
      aggregate = qos.aggregate();
      at += WlanQos.OCTETS;
      if (header.htControl() && frame.holds(at, WlanParameters.HT_OCTETS)) {
        parts.add(WlanParameters.htControl(frame.part(at, WlanParameters.HT_OCTETS)));
        at += WlanParameters.HT_OCTETS;
      }
    }
    if (padded) {
      at = (at + 3) / 4 * 4;
    }
    Slice payload = frame.from(at);
    if (header.encrypted() && payload.holds(0, WlanParameters.CIPHER_OCTETS)) {
      WlanParameters cipher = WlanParameters.cipher(payload);
      parts.add(cipher);
      payload = payload.from(cipher.slice().length());
    }
    layers.add(new WlanHeader(header.slice(), List.copyOf(parts)));
    if (header.encrypted()) {
      return layers.opaque(payload, "Encrypted IEEE 802.11 payload");
    }
    if (header.empty()) {
      return layers.opaque(payload, "IEEE 802.11 frame body");
    }
    if (header.fragment()) {
      return layers.opaque(payload, "IEEE 802.11 fragment");
    }
    layers.openFrame();
    return aggregate ? aggregate(layers, payload) : new Step.Llc(payload);
  }

  private static WlanQos.Form form(WlanHeader header) {
    if ((header.ds() & 2) != 0) {
      return header.empty() ? WlanQos.Form.EMPTY_ACCESS_POINT : WlanQos.Form.ACCESS_POINT;
    }
    return header.empty() ? WlanQos.Form.EMPTY_STATION : WlanQos.Form.STATION;
  }

  /** The first of several packets in one frame; the others are not looked at, and that is said. */
  private static Step aggregate(Layers layers, Slice payload) {
    if (layers.missing(payload, AmsduSubframe.OCTETS, "wlan_aggregate", "The A-MSDU subframe")) {
      return Step.DONE;
    }
    AmsduSubframe subframe = layers.add(new AmsduSubframe(payload.part(0, AmsduSubframe.OCTETS)));
    Slice rest = payload.from(AmsduSubframe.OCTETS);
    long length = subframe.length();
    if (length > rest.claimedLength()) {
      layers.length(
          payload,
          12,
          2,
          "wlan_aggregate.a_mdsu.length",
          length,
          rest.claimedLength(),
          "The A-MSDU subframe");
      length = rest.claimedLength();
    }
    Slice others = rest.from((int) length);
    if (others.claimedLength() >= AmsduSubframe.OCTETS) {
      layers.problem(
          LIMIT,
          others.span(),
          "wlan_aggregate",
          "More packets follow in this frame; only the first is looked at.");
    }
    return new Step.Llc(rest.part(0, length));
  }
}
