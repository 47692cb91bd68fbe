package org.roamscope.mobility;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.IpAddress;

/** How an identifier of a mobile node reads, by its subtype: RFC 4283 and RFC 8371. */
enum Identifier {
  /** A subtype that nobody registered. */
  OTHER(0),
  /** Network Access Identifier, characters. */
  NAI(0),
  /** IPv6 address. */
  IPV6(16),
  /** Digits, two an octet. */
  IMSI(0),
  /** Packet temporary mobile subscriber identity. */
  P_TMSI(0),
  /** 48-bit MAC address. */
  EUI_48(6),
  /** 64-bit MAC address. */
  EUI_64(8),
  /** Globally unique temporary identity. */
  GUTI(0),
  /** DHCPv6 unique identifier. */
  DUID(0);

  private final int octets;

  Identifier(int octets) {
    this.octets = octets;
  }

  static Identifier of(int subtype) {
    return subtype < values().length ? values()[subtype] : OTHER;
  }

  /** One layout for each, in the order of the subtypes. */
  static <L> List<L> forms(Function<Identifier, L> maker) {
    return Arrays.stream(values()).map(maker).toList();
  }

  static <L> L pick(List<L> forms, int subtype) {
    return forms.get(subtype < forms.size() ? subtype : 0);
  }

  /** True when an identifier of so many octets can be one of these. */
  boolean fits(long length) {
    return octets == 0 || octets == length;
  }

  /** Lets the field read its octets so. */
  void read(BytesField field) {
    field.read(FieldType.STRING, octets -> new FieldValue.Text(text(octets))).shownAs(this::shown);
  }

  /** The identifier as text. */
  String text(Slice value) {
    return switch (this) {
      case NAI -> utf8(value);
      case IPV6 ->
          value.length() == octets ? IpAddress.v6(value, 0).toString() : Hex.colons(value.bytes());
      case IMSI -> imsi(value);
      case OTHER, P_TMSI, EUI_48, EUI_64, GUTI, DUID -> Hex.colons(value.bytes());
    };
  }

  /** The same, but octets where characters cannot be printed. */
  String shown(Slice value) {
    if (this == NAI) {
      for (int i = 0; i < value.length(); i++) {
        int c = value.u8(i);
        if (c < 0x20 || c > 0x7e) {
          return BytesField.hex(value);
        }
      }
    }
    return text(value);
  }

  static String utf8(Slice value) {
    return new String(value.bytes(), StandardCharsets.UTF_8);
  }

  private static String imsi(Slice value) {
    String digits = digits(value);
    return digits.isEmpty() ? Hex.colons(value.bytes()) : digits;
  }

  /** TS 29.274 section 8.3: two digits an octet, low nibble first, 0xF ends. */
  static String digits(Slice value) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      for (int nibble : new int[] {value.u8(i) & 15, value.u8(i) >>> 4}) {
        if (nibble > 9) {
          return digits.toString();
        }
        digits.append((char) ('0' + nibble));
      }
    }
    return digits.toString();
  }
}
