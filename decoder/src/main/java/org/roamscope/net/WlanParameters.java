package org.roamscope.net;

import java.util.Locale;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * Octets between the MAC header and the payload of an IEEE 802.11 frame: HT control, or what a
 * cipher needs for decryption (clauses 12.3.2 for WEP, 12.5.2 for TKIP, 12.5.3 for CCMP).
 *
 * <pre>
 * HT control:  0: 32 bits, little-endian
 * WEP:         0: IV (24)  3: Key ID (2) Reserved (6)
 * TKIP, CCMP:  0: Packet number, low part (24)  3: Key ID (2) Ext IV = 1 (1) Reserved (5)
 *              4: Packet number, high part (32)
 * </pre>
 *
 * @param slice the octets
 * @param layout which of them it is
 */
public record WlanParameters(Slice slice, Layout layout) implements Element {
  static final Layout HT_CONTROL =
      Layout.of("wlan", "HT Control", new Clause("IEEE 802.11", "9.2.4.6"));
  static final Layout WEP = Layout.of("wlan", "WEP parameters", new Clause("IEEE 802.11", "12.3"));
  static final Layout TKIP = extended("TKIP parameters", "12.5.2", "wlan.tkip.extiv", 0, 2);
  static final Layout CCMP = extended("CCMP parameters", "12.5.3", "wlan.ccmp.extiv", 1, 0);

  /** Octets of an HT control. */
  public static final int HT_OCTETS = 4;

  private static final int WEP_OCTETS = 4;
  private static final int EXTENDED_OCTETS = 8;

  static {
    LittleEndian.hex(HT_CONTROL.u32("htc", "HT Control (+HTC)"), FieldType.UINT32);
    HT_CONTROL.total(HT_OCTETS);
    WEP.uint(24, "wlan.wep.iv", "Initialization Vector").hex();
    WEP.uint(2, "wlan.wep.key", "Key Index");
    WEP.skip(6).total(WEP_OCTETS);
  }

  private static Layout extended(String name, String clause, String field, int high, int low) {
    Layout wire = Layout.of("wlan", name, new Clause("IEEE 802.11", clause));
    var vector = wire.octets(8, field, "Ext. Initialization Vector");
    vector.read(FieldType.STRING, octets -> new FieldValue.Text(number(octets, high, low)));
    vector.shownAs(octets -> number(octets, high, low));
    wire.again(vector).skip(24).uint(2, "wlan.wep.key", "Key Index");
    return wire.skip(38).total(EXTENDED_OCTETS);
  }

  private static String number(Slice octets, int high, int low) {
    return String.format(
        Locale.ROOT,
        "0x%08X%02X%02X",
        Integer.reverseBytes((int) octets.u32(4)),
        octets.u8(high),
        octets.u8(low));
  }

  /** An HT control. */
  public static WlanParameters htControl(Slice slice) {
    return new WlanParameters(slice, HT_CONTROL);
  }

  /** What the cipher put before the payload; {@code payload} holds at least eight octets. */
  public static WlanParameters cipher(Slice payload) {
    if ((payload.u8(3) & 0x20) == 0) {
      return new WlanParameters(payload.part(0, WEP_OCTETS), WEP);
    }
    // TKIP repeats its first octet in a way that RC4 needs; in CCMP the third octet is reserved.
    boolean tkip = payload.u8(1) == ((payload.u8(0) | 0x20) & 0x7f) && payload.u8(2) != 0;
    return new WlanParameters(payload.part(0, EXTENDED_OCTETS), tkip ? TKIP : CCMP);
  }

  /** Octets that {@link #cipher} needs. */
  public static final int CIPHER_OCTETS = 8;
}
