package org.roamscope.ipsec;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.field.Layout;

/** All layouts of this package, for the field catalogue. */
public final class IpsecLayouts {
  private IpsecLayouts() {}

  /** The layouts. */
  public static List<Layout> all() {
    List<Layout> all = new ArrayList<>();
    all.add(EspHeader.WIRE);
    all.add(DecryptedEsp.WIRE);
    all.addAll(EspTrailer.layouts());
    all.add(AhHeader.WIRE);
    all.addAll(List.of(NonEspMarker.WIRE, NatKeepalive.WIRE, UdpEncapsulatedEsp.WIRE));
    return List.copyOf(all);
  }
}
