package org.roamscope.dissect;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.field.Layout;
import org.roamscope.ike.IkeLayouts;
import org.roamscope.ipsec.IpsecLayouts;
import org.roamscope.mobility.MobilityLayouts;
import org.roamscope.mobility.OptionLayouts;
import org.roamscope.net.NetLayouts;

/** Every layout the dissector knows, for the field catalogue. */
public final class PacketLayouts {
  private PacketLayouts() {}

  /** From the link layer up. */
  public static List<Layout> all() {
    List<Layout> all = new ArrayList<>();
    all.addAll(NetLayouts.all());
    all.addAll(MobilityLayouts.all());
    all.addAll(OptionLayouts.all());
    all.addAll(IpsecLayouts.all());
    all.addAll(IkeLayouts.all());
    return List.copyOf(all);
  }
}
