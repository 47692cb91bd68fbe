package org.roamscope.net;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * Octets of a frame after its packet: padding to the shortest frame, a trailer, a frame check
 * sequence.
 *
 * @param slice the octets
 * @param layout which of them it is
 */
public record Trailer(Slice slice, Layout layout) implements Element {
  private static final Clause IEEE = new Clause("IEEE 802.3", "3.2");

  static final Layout PADDING = rest("eth", "Padding", "eth.padding");
  static final Layout ETHERNET = rest("eth", "Trailer", "eth.trailer");
  static final Layout VLAN = rest("vlan", "Trailer", "vlan.trailer");
  static final Layout COOKED = rest("sll", "Trailer", "sll.trailer");
  static final Layout CHECK = Layout.of("eth", "Frame check sequence", IEEE);

  static {
    CHECK.u32("fcs", "Frame check sequence").hex();
    CHECK.total(4);
  }

  /** The shortest Ethernet frame without its check sequence. */
  private static final int SHORTEST = 60;

  private static final int CHECK_OCTETS = 4;

  private static Layout rest(String prefix, String name, String field) {
    Layout layout = Layout.of(prefix, name, IEEE);
    layout.rest(field, name);
    return layout.total(0);
  }

  /**
   * Tells the octets after an Ethernet frame's packet apart: zeros up to the shortest frame are
   * padding, four octets at the end of what is longer are a check sequence, the rest is a trailer.
   *
   * @param surplus octets after the packet, as captured and as claimed
   * @param before octets of the frame up to them
   * @param trailer layout of what is neither padding nor check sequence
   */
  static List<Trailer> ethernet(Slice surplus, int before, Layout trailer) {
    List<Trailer> parts = new ArrayList<>(2);
    int at = 0;
    int padding = SHORTEST - before;
    if (padding > 0 && surplus.holds(0, padding) && zero(surplus, padding)) {
      parts.add(new Trailer(surplus.part(0, padding), PADDING));
      at = padding;
    }
    long left = surplus.claimedLength() - at;
    boolean checked =
        !surplus.truncated()
            && left >= CHECK_OCTETS
            && before + surplus.length() >= SHORTEST + CHECK_OCTETS;
    int octets = surplus.length() - at - (checked ? CHECK_OCTETS : 0);
    if (octets > 0) {
      parts.add(new Trailer(surplus.part(at, octets), trailer));
    }
    if (checked) {
      parts.add(new Trailer(surplus.from(at + octets), CHECK));
    }
    return List.copyOf(parts);
  }

  private static boolean zero(Slice slice, int count) {
    for (int i = 0; i < count; i++) {
      if (slice.u8(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
