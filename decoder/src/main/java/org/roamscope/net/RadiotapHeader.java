package org.roamscope.net;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;

/**
 * The radiotap header before an IEEE 802.11 frame. Its numbers are little-endian.
 *
 * <pre>
 * 0: Version = 0 (8)  1: Pad (8)  2: Length (16)  4: Present (32), more while bit 31 is set
 * then the fields that the present bits announce, each aligned to its size
 * </pre>
 *
 * @param slice the whole header
 * @param parts present words, then fields
 */
public record RadiotapHeader(Slice slice, List<Element> parts) implements Element {
  static final Clause RADIOTAP = new Clause("radiotap.org", "");

  static final Layout WIRE =
      Layout.of("radiotap", "Radiotap Header", RADIOTAP).protocol("radiotap");

  static {
    WIRE.u8("version", "Header revision");
    WIRE.u8("pad", "Header pad");
    LittleEndian.decimal(WIRE.u16("length", "Header length"), FieldType.UINT16);
    WIRE.total(4);
  }

  /** Octets up to and with the first present word. */
  public static final int OCTETS = 8;

  /** Octets of the header that begins with {@code slice}, by its length field. */
  public static int octets(Slice slice) {
    return slice.u8(2) | slice.u8(3) << 8;
  }

  /** Flags field, or 0 when it is not present. */
  public int flags() {
    for (Element part : parts) {
      if (part instanceof RadiotapField field && field.bit() == RadiotapField.FLAGS_BIT) {
        return field.slice().u8(0);
      }
    }
    return 0;
  }

  /** True when a frame check sequence ends the frame. */
  public boolean checked() {
    return (flags() & 0x10) != 0;
  }

  /** True when the MAC header is padded to a multiple of four octets. */
  public boolean padded() {
    return (flags() & 0x20) != 0;
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
