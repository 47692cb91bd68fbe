package org.roamscope.field;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;

/** Octets on a byte boundary, of fixed length or to the end of the structure. */
public final class BytesField extends Field {
  private static final int SHOWN = 64;

  private Function<Slice, String> format = BytesField::hex;
  private FieldType type = FieldType.BYTES;
  private FieldBase base = FieldBase.HEX;
  private Function<Slice, FieldValue> reading = FieldValue.Octets::new;

  BytesField(Place place) {
    super(place);
  }

  /** Shows the octets in the way given. */
  public BytesField shownAs(Function<Slice, String> how) {
    format = how;
    return this;
  }

  /** The octets are a MAC address. */
  public BytesField ether() {
    type = FieldType.ETHER;
    base = FieldBase.COLON;
    return this;
  }

  /** The value alone has colons between its octets. */
  public BytesField colons() {
    base = FieldBase.COLON;
    return this;
  }

  /** The octets are characters in UTF-8. */
  public BytesField characters() {
    return read(FieldType.STRING, octets -> new FieldValue.Text(utf8(octets)));
  }

  /** The octets are characters in ASCII; each octet that is none reads as U+FFFD. */
  public BytesField ascii() {
    return read(FieldType.STRING, octets -> new FieldValue.Text(ascii(octets)));
  }

  /** Reads the octets as a value of another kind, for example a name or a time. */
  public BytesField read(FieldType as, Function<Slice, FieldValue> how) {
    type = as;
    reading = how;
    return this;
  }

  @Override
  public FieldType type() {
    return type;
  }

  @Override
  public FieldBase base() {
    return base;
  }

  /** The octets as a view. */
  public Slice get(Slice slice) {
    return bits() == 0 ? slice.from(bit() / 8) : slice.part(bit() / 8, bits() / 8);
  }

  @Override
  public FieldValue value(Slice slice) {
    return reading.apply(get(slice));
  }

  @Override
  public String text(Slice slice) {
    return format.apply(get(slice));
  }

  /** Colon-separated octets, shortened past 64. */
  public static String hex(Slice slice) {
    int shown = Math.min(SHOWN, slice.length());
    String text = Hex.colons(slice.bytes(0, shown));
    return shown < slice.length() ? text + "… (" + slice.length() + " octets)" : text;
  }

  private static String utf8(Slice octets) {
    return new String(octets.bytes(), StandardCharsets.UTF_8);
  }

  private static String ascii(Slice octets) {
    StringBuilder text = new StringBuilder(octets.length());
    for (int i = 0; i < octets.length(); i++) {
      int octet = octets.u8(i);
      text.append(octet < 0x80 ? (char) octet : '\ufffd');
    }
    return text.toString();
  }

  @Override
  BytesField alias(String filterName, String label) {
    BytesField other = new BytesField(place().named(filterName, label));
    other.format = format;
    other.type = type;
    other.base = base;
    other.reading = reading;
    return other;
  }
}
