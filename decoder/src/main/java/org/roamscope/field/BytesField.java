package org.roamscope.field;

import java.util.function.Function;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;

/** Octets on a byte boundary, of fixed length or to the end of the structure. */
public final class BytesField extends Field {
  private static final int SHOWN = 64;

  private Function<Slice, String> format = BytesField::hex;

  BytesField(String filterName, String label, int bit, int bits) {
    super(filterName, label, bit, bits);
  }

  /** Shows the octets in the way given. */
  public BytesField shownAs(Function<Slice, String> how) {
    format = how;
    return this;
  }

  /** The octets as a view. */
  public Slice get(Slice slice) {
    return bits() == 0 ? slice.from(bit() / 8) : slice.part(bit() / 8, bits() / 8);
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
}
