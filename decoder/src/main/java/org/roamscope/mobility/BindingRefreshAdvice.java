package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Binding Refresh Advice option (2), RFC 6275 section 6.2.4.
 *
 * @param slice the option from its type octet
 */
public record BindingRefreshAdvice(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 2;

  static final Layout WIRE =
      MobilityOption.layout(
          "mip6.bra", "mip6.options.bra", "Binding Refresh Advice", rfc(6275, "6.2.4"));

  static final UInt INTERVAL =
      WIRE.u16("interval", "Refresh interval")
          .shownAs(units -> units + " (" + units * 4 + " seconds)");

  static {
    WIRE.total(4);
  }

  /** Advised refresh interval in seconds. */
  public int intervalSeconds() {
    return INTERVAL.getInt(slice) * 4;
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
