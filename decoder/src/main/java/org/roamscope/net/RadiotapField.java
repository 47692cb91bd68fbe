package org.roamscope.net;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * A field of a radiotap header.
 *
 * @param slice the field
 * @param bit its bit in the present word
 */
public record RadiotapField(Slice slice, int bit) implements Element {
  static final int FLAGS_BIT = 1;

  /** Octets of the fields by their bit; 0 for one that is not known. */
  private static final int[] SIZES = {
    8, 1, 1, 4, 2, 1, 1, 2, 2, 2, 1, 1, 1, 1, 2, 2, 1, 1, 8, 3, 8, 12, 12, 12, 12
  };

  /** What the offset of the field must be a multiple of. */
  private static final int[] ALIGNMENTS = {
    8, 1, 1, 2, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 2, 2, 1, 1, 4, 1, 4, 2, 8, 2, 2
  };

  static final List<Layout> LAYOUTS = layouts();

  /** Bits that have a field of known size. */
  public static final int BITS = 25;

  private static List<Layout> layouts() {
    Layout[] all = new Layout[BITS];
    for (int bit = 0; bit < BITS; bit++) {
      Layout wire = Layout.of("radiotap", "Radiotap field " + bit, RadiotapHeader.RADIOTAP);
      fields(wire, bit);
      all[bit] = wire.total(SIZES[bit]);
    }
    return List.of(all);
  }

  private static void fields(Layout wire, int bit) {
    switch (bit) {
      case 0 -> LittleEndian.decimal(wire.u64("mactime", "MAC timestamp"), FieldType.UINT64);
      case FLAGS_BIT -> flags(wire);
      case 2 -> wire.u8("roam.radiotap.rate", "Data rate (500 kb/s)");
      case 3 -> channel(wire);
      case 4 -> {
        wire.u8("radiotap.fhss.hopset", "FHSS Hop Set");
        wire.u8("radiotap.fhss.pattern", "FHSS Pattern");
      }
      case 5 -> wire.u8("dbm_antsignal", "Antenna signal").signed();
      case 6 -> wire.u8("dbm_antnoise", "Antenna noise").signed();
      case 7 -> LittleEndian.decimal(wire.u16("quality", "Signal Quality"), FieldType.UINT16);
      case 8 -> LittleEndian.decimal(wire.u16("txattenuation", "TX attenuation"), FieldType.UINT16);
      case 9 ->
          LittleEndian.decimal(wire.u16("db_txattenuation", "dB TX attenuation"), FieldType.UINT16);
      case 10 -> wire.u8("txpower", "Transmit power").signed();
      case 11 -> wire.u8("antenna", "Antenna").as(FieldType.UINT32);
      case 12 -> wire.u8("db_antsignal", "dB antenna signal");
      case 13 -> wire.u8("db_antnoise", "dB antenna noise");
      case 14 -> {
        UInt flags = LittleEndian.hex(wire.u16("rxflags", "RX flags"), FieldType.UINT16);
        wire.again(flags).skip(6).flag("radiotap.rxflags.badplcp", "Bad PLCP");
        wire.skip(9);
      }
      case 15 -> LittleEndian.hex(wire.u16("txflags", "TX flags"), FieldType.UINT16);
      case 17 -> wire.u8("data_retries", "data retries");
      default -> wire.octets(SIZES[bit], "roam.radiotap.field", "Field");
    }
  }

  private static void flags(Layout wire) {
    UInt flags = wire.u8("flags", "Flags").hex();
    wire.again(flags).flag("radiotap.flags.shortgi", "Short GI");
    wire.flag("radiotap.flags.badfcs", "Bad FCS");
    wire.flag("radiotap.flags.datapad", "Data Pad");
    wire.flag("radiotap.flags.fcs", "FCS at end");
    wire.flag("radiotap.flags.frag", "Fragmentation");
    wire.flag("radiotap.flags.wep", "WEP");
    wire.flag("radiotap.flags.preamble", "Preamble");
    wire.flag("radiotap.flags.cfp", "CFP");
  }

  private static void channel(Layout wire) {
    LittleEndian.decimal(wire.u16("radiotap.channel.freq", "Channel frequency"), FieldType.UINT32);
    UInt flags =
        LittleEndian.hex(wire.u16("radiotap.channel.flags", "Channel flags"), FieldType.UINT16);
    wire.again(flags);
    for (String name :
        List.of(
            "2ghz", "ofdm", "cck", "turbo", "", "900mhz", "800mhz", "700mhz", "quarter", "half",
            "sturbo", "gsm", "gfsk", "dynamic", "passive", "5ghz")) {
      if (name.isEmpty()) {
        wire.skip(1);
      } else {
        wire.flag("radiotap.channel.flags." + name, name);
      }
    }
  }

  /** Octets of the field of a bit. */
  public static int octets(int bit) {
    return SIZES[bit];
  }

  /** Where the field of a bit begins that comes after {@code at} octets of the header. */
  public static int aligned(int bit, int at) {
    int alignment = ALIGNMENTS[bit];
    return (at + alignment - 1) / alignment * alignment;
  }

  @Override
  public Layout layout() {
    return LAYOUTS.get(bit);
  }
}
