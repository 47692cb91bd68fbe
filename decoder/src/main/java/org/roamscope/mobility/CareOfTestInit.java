package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Care-of Test Init, RFC 6275 section 6.1.4.
 *
 * <pre>
 * 6:  Reserved (16)
 * 8:  Care-of Init Cookie (64)
 * 16: Mobility options
 * </pre>
 *
 * @param slice the whole Mobility Header
 * @param options mobility options in wire order
 */
public record CareOfTestInit(Slice slice, List<MobilityOption> options) implements MobilityMessage {
  static final Layout WIRE =
      Layout.of("mip6.coti", "Care-of Test Init", rfc(6275, "6.1.4")).startAtByte(6);

  static final UInt RESERVED = WIRE.u16("roam.mip6.coti.reserved", ReservedFields.LABEL).hex();

  static final UInt COOKIE = WIRE.u64("mip6.coti.cookie", "Care-of Init Cookie").hex();

  static {
    WIRE.total(16);
  }

  /** The cookie that the Care-of Test must return. */
  public long cookie() {
    return COOKIE.get(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
