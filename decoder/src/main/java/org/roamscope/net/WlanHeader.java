package org.roamscope.net;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * The MAC header of IEEE 802.11, clause 9.2.3. Which address is whose depends on the two DS bits.
 *
 * <pre>
 * 0: Subtype (4) Type (2) Version (2)   1: Flags (8)   2: Duration (16, little-endian)
 * 4: Address 1 (48)  10: Address 2 (48)  16: Address 3 (48)  22: Sequence Control (16)
 * 24: Address 4 (48) when both DS bits are set
 * </pre>
 *
 * @param slice the header up to the last address
 * @param parts QoS control, HT control and what a cipher put before the payload
 */
public record WlanHeader(Slice slice, List<Element> parts) implements Element {
  private static final Clause DOT11 = new Clause("IEEE 802.11", "9.2.3");

  private static final int DATA_TYPE = 2;
  private static final int CONTROL_TYPE = 1;
  private static final int QOS = 8;

  /** Data frames by the DS bits, and the same that hold more than one packet. */
  static final List<Layout> DATA = forms();

  static final Layout MANAGEMENT = management();
  static final Layout RECEIVER_TRANSMITTER = control(16);
  static final Layout RECEIVER = control(10);
  static final Layout OTHER = start("").total(4);

  private static Layout start(String kind) {
    Layout wire = Layout.of("wlan", "IEEE 802.11" + kind, DOT11).protocol("wlan");
    UInt first = wire.u8("wlan.fc.type_subtype", "Type/Subtype").hex();
    first.read(
        FieldType.UINT16, octet -> new FieldValue.Numeric((octet >> 2 & 3) << 4 | octet >> 4));
    first.shownAs(octet -> String.format("0x%04x", (octet >> 2 & 3) << 4 | octet >> 4));
    wire.again(first).u16("wlan.fc", "Frame Control Field").hex();
    wire.again(first).uint(4, "wlan.fc.subtype", "Subtype");
    wire.uint(2, "wlan.fc.type", "Type").names(NetCodePoints.WLAN_TYPES);
    wire.uint(2, "wlan.fc.version", "Version");
    UInt flags = wire.u8("flags", "Flags").hex();
    wire.again(flags).flag("wlan.fc.order", "+HTC/Order flag");
    wire.flag("wlan.fc.protected", "Protected flag");
    wire.flag("wlan.fc.moredata", "More Data");
    wire.flag("wlan.fc.pwrmgt", "PWR MGT");
    wire.flag("wlan.fc.retry", "Retry");
    wire.flag("wlan.fc.frag", "More Fragments");
    wire.again(flags).skip(6).uint(2, "wlan.fc.ds", "DS status").hex();
    wire.again(flags).skip(6).flag("wlan.fc.fromds", "From DS");
    wire.flag("wlan.fc.tods", "To DS");
    LittleEndian.part(
        wire.u16("duration", "Duration"), FieldType.UINT16, octets -> octets & 0x7fff);
    return wire;
  }

  private static List<Layout> forms() {
    List<Layout> all = new ArrayList<>();
    for (int form = 0; form < 8; form++) {
      all.add(data(form & 3, form >= 4));
    }
    return List.copyOf(all);
  }

  private static Layout data(int ds, boolean aggregate) {
    Layout wire = start(ds == 0 ? " Data (ad hoc)" : " Data");
    BytesField first = wire.octets(6, "ra", "Receiver address").ether();
    wire.alias(first, "wlan.addr", "Hardware address");
    BytesField second = wire.octets(6, "ta", "Transmitter address").ether();
    wire.alias(second, "wlan.addr", "Hardware address");
    String third = third(ds, aggregate);
    BytesField last = wire.octets(6, third.isEmpty() ? "roam.wlan.a3" : third, "Address 3").ether();
    switch (ds) {
      case 0 ->
          wire.alias(first, "wlan.da", "Destination address")
              .alias(second, "wlan.sa", "Source address");
      case 1 ->
          wire.alias(second, "wlan.sa", "Source address")
              .alias(first, "wlan.bssid", "BSS Id")
              .alias(second, "wlan.staa", "STA address");
      case 2 ->
          wire.alias(first, "wlan.da", "Destination address")
              .alias(second, "wlan.bssid", "BSS Id")
              .alias(first, "wlan.staa", "STA address");
      default -> {}
    }
    sequence(wire);
    if (ds == 3) {
      BytesField fourth = wire.octets(6, "sa", "Source address").ether();
      wire.alias(fourth, "wlan.addr", "Hardware address");
    }
    if (!third.isEmpty()) {
      wire.alias(last, "wlan.addr", "Hardware address");
    }
    return wire.total(ds == 3 ? 30 : 24);
  }

  /** Address 3 names an end of the path, unless each packet inside brings its own. */
  private static String third(int ds, boolean aggregate) {
    return switch (ds) {
      case 0 -> "bssid";
      case 2 -> aggregate ? "" : "sa";
      default -> aggregate ? "" : "da";
    };
  }

  private static void sequence(Layout wire) {
    UInt fragment = wire.u16("frag", "Fragment number");
    LittleEndian.part(fragment, FieldType.UINT16, octets -> octets & 15);
    LittleEndian.part(
        wire.again(fragment).u16("seq", "Sequence number"),
        FieldType.UINT16,
        octets -> octets >> 4);
  }

  private static Layout management() {
    Layout wire = start(" Management");
    BytesField first = wire.octets(6, "ra", "Receiver address").ether();
    wire.alias(first, "wlan.addr", "Hardware address")
        .alias(first, "wlan.da", "Destination address");
    BytesField second = wire.octets(6, "ta", "Transmitter address").ether();
    wire.alias(second, "wlan.sa", "Source address").alias(second, "wlan.addr", "Hardware address");
    BytesField third = wire.octets(6, "bssid", "BSS Id").ether();
    wire.alias(third, "wlan.addr", "Hardware address");
    sequence(wire);
    return wire.total(24);
  }

  private static Layout control(int octets) {
    Layout wire = start(" Control");
    BytesField first = wire.octets(6, "ra", "Receiver address").ether();
    wire.alias(first, "wlan.addr", "Hardware address");
    if (octets > 10) {
      BytesField second = wire.octets(6, "ta", "Transmitter address").ether();
      wire.alias(second, "wlan.addr", "Hardware address");
    }
    return wire.total(octets);
  }

  /** Octets up to the last address; the first two octets of the frame must be there. */
  public static int octets(Slice frame) {
    return switch (frame.u8(0) >> 2 & 3) {
      case 0 -> 24;
      case CONTROL_TYPE ->
          switch (frame.u8(0) >> 4) {
            case 8, 9, 10, 11, 14, 15 -> 16;
            case 12, 13 -> 10;
            default -> 4;
          };
      case DATA_TYPE -> (frame.u8(1) & 3) == 3 ? 30 : 24;
      default -> 4;
    };
  }

  /** Octets that must be read before {@link #octets} can tell. */
  public static final int FIRST_OCTETS = 4;

  /** Protocol version, 0. */
  public int version() {
    return slice.u8(0) & 3;
  }

  /** True for a data frame. */
  public boolean data() {
    return (slice.u8(0) >> 2 & 3) == DATA_TYPE;
  }

  /** True for a data frame without a payload. */
  public boolean empty() {
    return (slice.u8(0) >> 4 & 4) != 0;
  }

  /** True when a QoS control follows the addresses. */
  public boolean qos() {
    return data() && (slice.u8(0) >> 4 & QOS) != 0;
  }

  /** True when an HT control follows the QoS control. */
  public boolean htControl() {
    return qos() && (slice.u8(1) & 0x80) != 0;
  }

  /** True when the payload is encrypted. */
  public boolean encrypted() {
    return (slice.u8(1) & 0x40) != 0;
  }

  /** True for a part of a payload, the last one included. */
  public boolean fragment() {
    return (slice.u8(1) & 4) != 0 || (slice.u8(22) & 15) != 0;
  }

  /** The two DS bits: 1 to the distribution system, 2 from it. */
  public int ds() {
    return slice.u8(1) & 3;
  }

  private boolean aggregate() {
    return parts.stream().anyMatch(part -> part instanceof WlanQos qos && qos.aggregate());
  }

  @Override
  public Layout layout() {
    return switch (slice.u8(0) >> 2 & 3) {
      case 0 -> MANAGEMENT;
      case DATA_TYPE -> DATA.get(ds() + (aggregate() ? 4 : 0));
      default ->
          switch (slice.length()) {
            case 16 -> RECEIVER_TRANSMITTER;
            case 10 -> RECEIVER;
            default -> OTHER;
          };
    };
  }
}
