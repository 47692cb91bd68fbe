package org.roamscope.dissect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.net.Reassembler.Reassembled;

/**
 * Takes a frame apart. Pure: the result depends on the arguments only. Total: every byte sequence
 * gives a result, nothing is thrown, every step goes forward and all nesting is capped.
 */
public final class Dissector {
  /** IP headers within one frame. */
  public static final int MAX_IP_DEPTH = 8;

  /** Extension headers within one frame. */
  public static final int MAX_EXTENSIONS = 64;

  /** VLAN tags within one frame. */
  public static final int MAX_VLAN_TAGS = 8;

  /** Ethernet, LLC, PPP, PPPoE, GRE and GTP-U headers within one frame. */
  public static final int MAX_CARRIERS = 24;

  /** Labels of one MPLS stack. */
  public static final int MAX_LABELS = 16;

  /** ESP packets that are opened within one frame: one inside another. */
  public static final int MAX_OPEN_ESP = 2;

  private Dissector() {}

  /**
   * Takes a frame apart, everything by its registered meaning.
   *
   * @param linkType link-layer type of the capture file (LINKTYPE_ values)
   * @param frame the frame as captured, knowing its length on the wire
   * @param whole the payload that this frame completed, when the forward pass found one
   */
  public static Dissection dissect(int linkType, Slice frame, @Nullable Reassembled whole) {
    return dissect(linkType, frame, whole, DecodeAs.NONE, Opener.NONE);
  }

  /**
   * Takes a frame apart.
   *
   * @param linkType link-layer type of the capture file (LINKTYPE_ values)
   * @param frame the frame as captured, knowing its length on the wire
   * @param whole the payload that this frame completed, when the forward pass found one
   * @param decodeAs what the user said of ports, EtherTypes and protocols
   * @param opener what the frames before make possible
   */
  public static Dissection dissect(
      int linkType, Slice frame, @Nullable Reassembled whole, DecodeAs decodeAs, Opener opener) {
    Layers layers = new Layers(decodeAs, whole, opener);
    run(layers, LinkLayers.start(layers, linkType, frame));
    return new Dissection(
        List.copyOf(layers.elements),
        List.copyOf(layers.problems),
        List.copyOf(layers.scopes),
        layers.network,
        layers.fragment,
        layers.insideEsp,
        layers.insideAh,
        quoted(layers));
  }

  private static void run(Layers layers, Step start) {
    Step step = start;
    while (!(step instanceof Step.Done)) {
      step =
          switch (step) {
            case Step.EtherType(int type, Slice slice) -> LinkLayers.etherType(layers, type, slice);
            case Step.Ethernet(Slice slice) -> LinkLayers.ethernet(layers, slice);
            case Step.Llc(Slice slice) -> LinkLayers.llc(layers, slice);
            case Step.Ppp(Slice slice) -> PointToPoint.ppp(layers, slice);
            case Step.Mpls(Slice slice) -> Tunnels.mpls(layers, slice);
            case Step.Network(Slice slice) -> Network.packet(layers, slice);
            case Step.Protocol(int number, Slice slice) -> Network.protocol(layers, number, slice);
            case Step.Done done -> done;
          };
    }
  }

  /** What an ICMP error quotes; a quotation inside is not opened. */
  private static List<Element> quoted(Layers layers) {
    if (layers.quotation == null) {
      return List.of();
    }
    Layers inside = new Layers(layers.decodeAs, null, Opener.NONE);
    run(inside, new Step.Network(layers.quotation));
    return List.copyOf(inside.elements);
  }
}
