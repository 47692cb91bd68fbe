package org.roamscope.field;

import org.roamscope.bytes.Slice;

/**
 * Turns an element back into octets: from its layout, the values of its fields, and its parts.
 * Nothing else is taken over, so bits that no field covers are zero. What comes out differently
 * from what was read shows what the layouts do not explain.
 */
public final class ElementEncoder {
  /** Parts below this depth are not written. */
  private static final int MAX_DEPTH = 16;

  private final byte[] octets;
  private final Slice whole;

  private ElementEncoder(Slice whole) {
    this.whole = whole;
    octets = new byte[whole.length()];
  }

  /**
   * The octets of the element, as many as its slice has. A part overwrites what its parent wrote,
   * from its layout's first field to its own end. Parts of another byte source (decrypted or
   * reassembled ones) are left out, and so are fields that the slice does not hold.
   */
  public static byte[] encode(Element element) {
    ElementEncoder encoder = new ElementEncoder(element.slice());
    encoder.write(element, 0);
    return encoder.octets;
  }

  private void write(Element element, int depth) {
    Slice slice = element.slice();
    int at = slice.offset() - whole.offset();
    if (!slice.sameSource(whole) || !whole.holds(at, slice.length())) {
      return;
    }
    clear(element, at);
    for (Field field : element.layout().fields()) {
      if (field.in(slice)) {
        write(field, slice, at);
      }
    }
    if (depth < MAX_DEPTH) {
      for (Element part : element.parts()) {
        write(part, depth + 1);
      }
    }
  }

  private void clear(Element element, int at) {
    int first =
        element.layout().fields().stream()
            .mapToInt(field -> field.bit() / 8)
            .min()
            .orElse(element.slice().length());
    for (int i = first; i < element.slice().length(); i++) {
      octets[at + i] = 0;
    }
  }

  private void write(Field field, Slice slice, int at) {
    switch (field) {
      case UInt number -> bits(at * 8 + field.bit(), field.bits(), number.get(slice));
      case Flag flag -> bits(at * 8 + field.bit(), 1, flag.get(slice) ? 1 : 0);
      case AddressField address -> octets(at + field.bit() / 8, address.get(slice).bytes());
      case BytesField bytes -> octets(at + field.bit() / 8, bytes.get(slice).bytes());
    }
  }

  private void bits(int bit, int width, long value) {
    for (int i = 0; i < width; i++) {
      int mask = 0x80 >>> (bit + i & 7);
      int where = bit + i >>> 3;
      boolean set = (value >>> width - 1 - i & 1) == 1;
      octets[where] = (byte) (set ? octets[where] | mask : octets[where] & ~mask);
    }
  }

  private void octets(int at, byte[] value) {
    System.arraycopy(value, 0, octets, at, value.length);
  }
}
