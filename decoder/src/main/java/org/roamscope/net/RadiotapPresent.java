package org.roamscope.net;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * A present word of a radiotap header: which fields follow.
 *
 * <pre>
 * 0: bits 7 to 0  1: bits 15 to 8  2: bits 23 to 16  3: bits 31 to 24
 * </pre>
 *
 * @param slice the word
 * @param first true for the first word; later ones may belong to another name space
 */
public record RadiotapPresent(Slice slice, boolean first) implements Element {
  private static final List<String> BITS =
      List.of(
          "lock_quality,Lock Quality",
          "dbm_antnoise,dBm Antenna Noise",
          "dbm_antsignal,dBm Antenna Signal",
          "fhss,FHSS",
          "channel,Channel",
          "rate,Rate",
          "flags,Flags",
          "tsft,TSFT",
          "txflags,TX flags",
          "rxflags,RX flags",
          "db_antnoise,dB Antenna Noise",
          "db_antsignal,dB Antenna Signal",
          "antenna,Antenna",
          "dbm_tx_power,dBm TX Power",
          "db_tx_attenuation,dB TX Attenuation",
          "tx_attenuation,TX Attenuation",
          "he,HE information",
          "timestamp,frame timestamp",
          "vht,VHT information",
          "ampdu,A-MPDU Status",
          "mcs,MCS information",
          "xchannel,Channel+",
          "data_retries,data retries",
          "");
  private static final List<String> LAST_BITS =
      List.of(
          "ext,Ext",
          "vendor_ns,Vendor NS next",
          "rtap_ns,Radiotap NS next",
          "tlv,TLVs",
          "l_sig,L-SIG",
          "0_length.psdu,0 Length PSDU",
          "",
          "he_mu,HE-MU information");

  static final Layout FIRST = firstWord();
  static final Layout LATER = laterWord();

  /** Octets of a word. */
  public static final int OCTETS = 4;

  private static Layout start() {
    Layout wire = Layout.of("radiotap", "Present flags word", RadiotapHeader.RADIOTAP);
    UInt word =
        LittleEndian.hex(wire.u32("radiotap.present.word", "Present flags word"), FieldType.UINT32);
    return wire.again(word);
  }

  private static Layout firstWord() {
    Layout wire = start();
    BITS.forEach(bit -> bit(wire, bit));
    LAST_BITS.forEach(bit -> bit(wire, bit));
    return wire.total(OCTETS);
  }

  private static Layout laterWord() {
    Layout wire = start().skip(24);
    LAST_BITS.subList(0, 3).forEach(bit -> bit(wire, bit));
    return wire.skip(5).total(OCTETS);
  }

  private static void bit(Layout wire, String bit) {
    if (bit.isEmpty()) {
      wire.skip(1);
    } else {
      int comma = bit.indexOf(',');
      wire.flag("radiotap.present." + bit.substring(0, comma), bit.substring(comma + 1));
    }
  }

  /** True when the field of that bit is there. */
  public boolean has(int bit) {
    return (slice.u8(bit / 8) >> bit % 8 & 1) == 1;
  }

  /** True when another present word follows. */
  public boolean extended() {
    return has(31);
  }

  @Override
  public Layout layout() {
    return first ? FIRST : LATER;
  }
}
