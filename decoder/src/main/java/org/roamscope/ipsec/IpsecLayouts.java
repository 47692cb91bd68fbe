package org.roamscope.ipsec;

import java.util.List;
import org.roamscope.field.Layout;

/** All layouts of this package, for the field catalogue. */
public final class IpsecLayouts {
  private IpsecLayouts() {}

  /** The layouts. */
  public static List<Layout> all() {
    return List.of(EspHeader.WIRE, AhHeader.WIRE, NonEspMarker.WIRE, NatKeepalive.WIRE);
  }
}
