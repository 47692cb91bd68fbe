package org.roamscope.mobility;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.BytesField;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.Flag;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;
import org.roamscope.field.UInt;

/** Reads single options for tests, and the values of their fields. */
final class Options {
  private final List<Problem> problems = new ArrayList<>();
  private final MobilityOption option;

  private Options(Slice slice) {
    option = OptionReader.option(slice.u8(0), slice, problems);
  }

  /** Reads an option from its octets. */
  static Options read(String hex) {
    return new Options(Slice.of(Hex.parse(hex)));
  }

  /** Reads an option of which the capture kept these octets. */
  static Options read(byte[] octets, long claimed) {
    return new Options(Slice.of(octets, claimed));
  }

  MobilityOption option() {
    return option;
  }

  List<Problem> problems() {
    return problems;
  }

  List<ProblemKind> kinds() {
    return problems.stream().map(Problem::kind).toList();
  }

  /** Values of a field, in the option and what is inside, as {@code -T fields} prints them. */
  List<String> values(String filterName) {
    List<String> values = new ArrayList<>();
    collect(option, filterName, values);
    return values;
  }

  private static void collect(Element element, String filterName, List<String> values) {
    Slice slice = element.slice();
    for (Field field : element.layout().fields()) {
      if (field.filterName().equals(filterName) && shown(field, slice)) {
        values.add(field.info().plain(field.value(slice)));
      }
    }
    element.parts().forEach(part -> collect(part, filterName, values));
  }

  /** The value of a field as people read it, the first one. */
  String text(String filterName) {
    return text(option, filterName);
  }

  private static String text(Element element, String filterName) {
    for (Field field : element.layout().fields()) {
      if (field.filterName().equals(filterName) && shown(field, element.slice())) {
        return field.text(element.slice());
      }
    }
    for (Element part : element.parts()) {
      String text = text(part, filterName);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Every text of the tree is asked for; nothing may be thrown. */
  static void readAll(Element element) {
    for (Field field : element.layout().fields()) {
      if (shown(field, element.slice())) {
        field.text(element.slice());
        field.info().plain(field.value(element.slice()));
      }
    }
    element.parts().forEach(Options::readAll);
  }

  private static boolean shown(Field field, Slice slice) {
    return field.in(slice) && (field.bits() > 0 || slice.length() > field.bit() / 8);
  }

  /** Octets made from the fields of an element and of its parts alone. */
  static byte[] encode(Element element) {
    byte[] octets = new byte[element.slice().length()];
    write(element, element.slice().offset(), octets);
    return octets;
  }

  private static void write(Element element, int origin, byte[] octets) {
    Slice slice = element.slice();
    int at = (slice.offset() - origin) * 8;
    for (Field field : element.layout().fields()) {
      if (!shown(field, slice)) {
        continue;
      }
      switch (field) {
        case UInt number -> bits(octets, at + field.bit(), field.bits(), number.get(slice));
        case Flag flag -> bits(octets, at + field.bit(), 1, flag.get(slice) ? 1 : 0);
        case AddressField address -> copy(address.get(slice).bytes(), octets, at + field.bit());
        case BytesField bytes -> copy(bytes.get(slice).bytes(), octets, at + field.bit());
      }
    }
    element.parts().forEach(part -> write(part, origin, octets));
  }

  private static void copy(byte[] from, byte[] octets, int bit) {
    System.arraycopy(from, 0, octets, bit / 8, from.length);
  }

  private static void bits(byte[] octets, int bit, int width, long value) {
    for (int i = 0; i < width; i++) {
      int mask = 0x80 >>> (bit + i & 7);
      boolean set = (value >>> width - 1 - i & 1) == 1;
      int at = bit + i >>> 3;
      octets[at] = (byte) (set ? octets[at] | mask : octets[at] & ~mask);
    }
  }
}
