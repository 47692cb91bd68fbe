package org.roamscope.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roamscope.field.Layout;

/** All layouts of this package, for the field catalogue. */
public final class NetLayouts {
  private NetLayouts() {}

  /** The layouts from the outermost carrier inwards. */
  public static List<Layout> all() {
    List<Layout> all = new ArrayList<>();
    links(all);
    wireless(all);
    tunnels(all);
    internet(all);
    all.add(Opaque.WIRE);
    return List.copyOf(all);
  }

  private static void links(List<Layout> all) {
    all.addAll(List.of(EthernetHeader.WIRE, EthernetHeader.SIZED, EthernetHeader.INVALID));
    all.addAll(
        List.of(Trailer.PADDING, Trailer.ETHERNET, Trailer.VLAN, Trailer.COOKED, Trailer.CHECK));
    all.addAll(List.of(VlanTag.WIRE, VlanTag.SIZED, ServiceTag.WIRE));
    all.addAll(
        List.of(LlcHeader.UNNUMBERED, LlcHeader.SNAP, LlcHeader.ORGANIZATION, LlcHeader.NUMBERED));
    all.addAll(LinuxSll.LAYOUTS);
    all.addAll(LinuxSll2.LAYOUTS);
    all.add(NullHeader.WIRE);
  }

  private static void wireless(List<Layout> all) {
    all.addAll(List.of(RadiotapHeader.WIRE, RadiotapPresent.FIRST, RadiotapPresent.LATER));
    all.addAll(RadiotapField.LAYOUTS);
    all.addAll(WlanHeader.DATA);
    all.addAll(
        List.of(
            WlanHeader.MANAGEMENT,
            WlanHeader.RECEIVER_TRANSMITTER,
            WlanHeader.RECEIVER,
            WlanHeader.OTHER));
    all.addAll(
        List.of(
            WlanQos.TXOP,
            WlanQos.QUEUE,
            WlanQos.EMPTY_TXOP,
            WlanQos.EMPTY_QUEUE,
            WlanQos.BUFFER,
            WlanQos.EMPTY_BUFFER));
    all.addAll(
        List.of(
            WlanParameters.HT_CONTROL,
            WlanParameters.WEP,
            WlanParameters.TKIP,
            WlanParameters.CCMP,
            AmsduSubframe.WIRE));
  }

  private static void tunnels(List<Layout> all) {
    all.add(VxlanHeader.WIRE);
    all.addAll(List.of(MplsLabel.WIRE, PseudowireHeader.CONTROL, PseudowireHeader.CHANNEL));
    all.addAll(List.of(PppoeHeader.SESSION, PppoeHeader.DISCOVERY, PppoeTags.WIRE));
    all.addAll(sorted(PppoeTags.Tag.LAYOUTS));
    all.addAll(List.of(PppoeTags.Tag.END, PppoeTags.Tag.OTHER));
    all.addAll(List.of(PppHeader.FULL, PppHeader.FULL_SHORT, PppHeader.BARE, PppHeader.BARE_SHORT));
    all.addAll(GreHeader.LAYOUTS);
    all.addAll(
        List.of(ErspanHeader.TYPE_II, ErspanHeader.TYPE_III, ErspanHeader.TYPE_III_PLATFORM));
    all.addAll(GtpHeader.LAYOUTS);
    all.addAll(
        List.of(
            GtpExtension.PORT,
            GtpExtension.PDCP,
            GtpExtension.DOWNLINK,
            GtpExtension.UPLINK,
            GtpExtension.OTHER));
    all.addAll(GtpExtension.LONG);
  }

  private static void internet(List<Layout> all) {
    all.addAll(List.of(Ipv4Header.WIRE, Ipv4Option.PAD, Ipv4Option.ROUTE, Ipv4Option.OTHER));
    all.addAll(sorted(Ipv4Option.FIXED));
    all.addAll(List.of(Ipv4Option.Hop.RECORDED, Ipv4Option.Hop.OPEN, Ipv4Option.STAMPS));
    all.addAll(List.of(Ipv4Option.Stamp.TIME, Ipv4Option.Stamp.ADDRESSED));
    all.addAll(List.of(Ipv6Header.WIRE, OptionsHeader.HOP_BY_HOP, OptionsHeader.DESTINATION));
    all.addAll(List.of(Pad1Option.WIRE, Pad1Option.Mark.WIRE, HomeAddressOption.WIRE));
    all.addAll(Ipv6Option.layouts());
    all.addAll(List.of(RoutingHeader.WIRE, RoutingHeader.SOURCE, RoutingHeader.SEGMENT));
    all.addAll(
        List.of(RoutingHeader.Segment.SOURCE_ADDRESS, RoutingHeader.Segment.SEGMENT_ADDRESS));
    all.addAll(List.of(Type2RoutingHeader.WIRE, FragmentHeader.WIRE, ExtensionHeader.WIRE));
    all.addAll(List.of(ReassembledPacket.IPV4, ReassembledPacket.IPV6));
    all.addAll(List.of(ReassembledPacket.Piece.IPV4, ReassembledPacket.Piece.IPV6));
    all.add(UdpHeader.WIRE);
    all.addAll(IcmpHeader.layouts());
    all.addAll(Icmpv6Header.layouts());
  }

  private static List<Layout> sorted(Map<Integer, Layout> layouts) {
    return layouts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }
}
