package org.roamscope.mobility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.FieldValue;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Problem;

/** Mobility Headers from the octets of their message, and what is read from them. */
final class Messages {
  static final IpAddress HOME = IpAddress.parse("2001:db8:aa::1");
  static final IpAddress AGENT = IpAddress.parse("2001:db8:2::2");

  private Messages() {}

  /** A Mobility Header with everything after the checksum given; zeros (Pad1) fill it up to 8. */
  static byte[] message(int type, String data) {
    byte[] body = Hex.parse(data);
    byte[] octets = Arrays.copyOf(new byte[] {59, 0, (byte) type}, (6 + body.length + 7) / 8 * 8);
    octets[1] = (byte) (octets.length / 8 - 1);
    System.arraycopy(body, 0, octets, 6, body.length);
    return summed(octets);
  }

  /** The same octets with the right checksum. */
  static byte[] summed(byte[] octets) {
    octets[4] = 0;
    octets[5] = 0;
    int sum = MobilityDissector.pseudoHeader(HOME, AGENT, octets.length).add(octets).value();
    octets[4] = (byte) (sum >>> 8);
    octets[5] = (byte) sum;
    return octets;
  }

  static MobilityHeader read(byte[] octets, List<Problem> problems) {
    return Objects.requireNonNull(
        MobilityDissector.dissect(Slice.of(octets), HOME, AGENT, problems));
  }

  static MobilityHeader read(int type, String data, List<Problem> problems) {
    return read(message(type, data), problems);
  }

  /** The values of a field in the element and its parts, as {@code -T fields} prints them. */
  static List<String> values(Element element, String filterName) {
    List<String> values = new ArrayList<>();
    for (Field field : element.layout().fields()) {
      if (field.filterName().equals(filterName) && field.in(element.slice())) {
        values.add(field.info().plain(field.value(element.slice())));
      }
    }
    for (Derived field : element.layout().derived()) {
      FieldValue value = element.derived(field);
      if (field.filterName().equals(filterName) && value != null) {
        values.add(field.info().plain(value));
      }
    }
    element.parts().forEach(part -> values.addAll(values(part, filterName)));
    return values;
  }

  /** The value of a field as people read it. */
  static String text(Element element, String filterName) {
    for (Field field : element.layout().fields()) {
      if (field.filterName().equals(filterName)) {
        return field.text(element.slice());
      }
    }
    throw new AssertionError(element.title() + " has no " + filterName);
  }
}
