package org.roamscope.ike;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * EMERGENCY_CALL_NUMBERS, 3GPP TS 24.302 clause 8.2.9.7: a length, then numbers as in TS 24.008
 * clause 10.5.3.13.
 *
 * <pre>
 * 0: Length (8)   then for each number:
 * 0: Length (8, of what follows)  1: Service Category (8)  2: digits
 * </pre>
 */
final class EmergencyNumbers {
  private static final int MAX_NUMBERS = 64;
  private static final Clause CLAUSE = new Clause("3GPP TS 24.302", "8.2.9.7");
  private static final String PREFIX = "isakmp.notify.priv.3gpp";
  private static final String LENGTH = PREFIX + ".emergency_call_numbers_element_len";

  static final Layout HEAD = Layout.of(PREFIX, "Emergency numbers", CLAUSE);
  static final Layout NUMBER = Layout.of(PREFIX, "Emergency number", CLAUSE);

  static {
    HEAD.u8("emergency_call_numbers_len", "Length");
    HEAD.total(1);
    NUMBER.u8("emergency_call_numbers_element_len", "Length");
    UInt flags = NUMBER.u8("emergency_call_numbers_flags", "Service category").hex();
    NUMBER.again(flags);
    NUMBER.uint(3, "emergency_call_numbers_spare", "Spare");
    NUMBER.uint(1, "emergency_call_numbers_flag_b5_mountain_rescue", "Mountain rescue");
    NUMBER.uint(1, "emergency_call_numbers_b4_marine_guard", "Marine guard");
    NUMBER.uint(1, "emergency_call_numbers_flag_b3_fire_brigade", "Fire brigade");
    NUMBER.uint(1, "emergency_call_numbers_flag_b2_ambulance", "Ambulance");
    NUMBER.uint(1, "emergency_call_numbers_flag_b1_police", "Police");
    NUMBER
        .rest("emergency_call_number", "Number")
        .read(FieldType.STRING, octets -> new FieldValue.Text(Texts.digits(octets)))
        .shownAs(Texts::digits);
    NUMBER.total(2);
  }

  private EmergencyNumbers() {}

  static List<Element> read(Slice data, ProblemLog log) {
    if (data.claimedLength() == 0 || !log.holds(data, 1, LENGTH, "A list of emergency numbers")) {
      return List.of();
    }
    List<Element> parts = new ArrayList<>();
    parts.add(new Piece(HEAD, data.part(0, 1)));
    int at = 1;
    while (data.from(at).claimedLength() > 0 && parts.size() <= MAX_NUMBERS) {
      Slice rest = data.from(at);
      if (!log.holds(rest, 2, LENGTH, "An emergency number")
          || !log.holds(rest, 1 + rest.u8(0), LENGTH, "An emergency number")) {
        break;
      }
      int octets = Math.max(2, 1 + rest.u8(0));
      parts.add(new Piece(NUMBER, rest.part(0, octets)));
      at += octets;
    }
    if (at < data.length()) {
      parts.add(new Undissected(data.from(at)));
    }
    return List.copyOf(parts);
  }

  static List<Layout> all() {
    return List.of(HEAD, NUMBER);
  }
}
