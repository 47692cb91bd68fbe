package org.roamscope.samples.differential;

import java.util.List;
import java.util.Random;
import org.roamscope.field.AddressField;
import org.roamscope.field.BytesField;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Field;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/** Octets for a layout: every field gets a value, registered ones more often than others. */
final class LayoutFiller {
  private final Random random;

  LayoutFiller(Random random) {
    this.random = random;
  }

  /**
   * Fills a structure.
   *
   * @param layout its fields; octets before the first one stay zero
   * @param rest octets for the field that runs to the end, when there is one
   */
  byte[] fill(Layout layout, int rest) {
    int fixed = layout.octets(); // second readings of a field may go beyond
    for (Field field : layout.fields()) {
      fixed = Math.max(fixed, (field.bit() + field.bits() + 7) / 8);
    }
    boolean open = layout.fields().stream().anyMatch(field -> field.bits() == 0);
    byte[] octets = new byte[fixed + (open ? rest : 0)];
    for (Field field : layout.fields()) {
      if (field.bits() == 0) {
        for (int i = field.bit() / 8; i < octets.length; i++) {
          octets[i] = (byte) random.nextInt(256);
        }
      } else {
        put(octets, field);
      }
    }
    return octets;
  }

  private void put(byte[] octets, Field field) {
    switch (field) {
      case UInt number -> bits(octets, field, number(number));
      case Flag flag -> bits(octets, field, random.nextInt(2));
      case AddressField address -> random(octets, field);
      case BytesField bytes -> random(octets, field);
    }
  }

  private long number(UInt field) {
    CodePoints names = field.registry();
    if (names != null && random.nextInt(4) > 0) {
      List<CodePoints.CodePoint> all = names.all();
      if (!all.isEmpty()) {
        return all.get(random.nextInt(all.size())).number();
      }
    }
    long any = random.nextLong();
    return random.nextInt(4) == 0 ? any & 15 : any;
  }

  private static void bits(byte[] octets, Field field, long value) {
    for (int i = 0; i < field.bits(); i++) {
      int at = field.bit() + i;
      int mask = 0x80 >>> (at & 7);
      boolean set = (value >>> field.bits() - 1 - i & 1) == 1;
      octets[at >>> 3] = (byte) (set ? octets[at >>> 3] | mask : octets[at >>> 3] & ~mask);
    }
  }

  private void random(byte[] octets, Field field) {
    for (int i = 0; i < field.bits() / 8; i++) {
      octets[field.bit() / 8 + i] = (byte) random.nextInt(256);
    }
  }
}
