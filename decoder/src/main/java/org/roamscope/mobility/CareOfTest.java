package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Care-of Test, RFC 6275 section 6.1.6.
 *
 * <p>The filter name of the token is the one of the Home Test's, as Wireshark has it.
 *
 * <pre>
 * 6:  Care-of Nonce Index (16)
 * 8:  Care-of Init Cookie (64)
 * 16: Care-of Keygen Token (64)
 * 24: Mobility options
 * </pre>
 *
 * @param slice the whole Mobility Header
 * @param options mobility options in wire order
 */
public record CareOfTest(Slice slice, List<MobilityOption> options) implements MobilityMessage {
  static final Layout WIRE =
      Layout.of("mip6.cot", "Care-of Test", rfc(6275, "6.1.6")).startAtByte(6);

  static final UInt NONCE_INDEX = WIRE.u16("mip6.cot.nindex", "Care-of Nonce Index");
  static final UInt COOKIE = WIRE.u64("mip6.cot.cookie", "Care-of Init Cookie").hex();
  static final UInt TOKEN = WIRE.u64("mip6.hot.token", "Care-of Keygen Token").hex();

  static {
    WIRE.alias(TOKEN, "roam.mip6.cot.token", "Care-of Keygen Token");
    WIRE.total(24);
  }

  /** The cookie of the Care-of Test Init that this answers. */
  public long cookie() {
    return COOKIE.get(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
