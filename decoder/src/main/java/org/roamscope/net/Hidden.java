package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Field;
import org.roamscope.field.FieldValue;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;

/**
 * Second readings of octets that only filters know: parts of an address, an address as text. They
 * are made in a layout of their own and put hidden into the one that is shown.
 */
final class Hidden {
  private Hidden() {}

  static void in(Layout shown, Field second) {
    shown.alias(second, second.filterName(), second.label());
  }

  /** Octets of an address as text. */
  static FieldValue host(Slice octets) {
    return new FieldValue.Text(
        (octets.length() == 4 ? IpAddress.v4(octets, 0) : IpAddress.v6(octets, 0)).toString());
  }
}
