package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Home Test, RFC 6275 section 6.1.5.
 *
 * <pre>
 * 6:  Home Nonce Index (16)
 * 8:  Home Init Cookie (64)
 * 16: Home Keygen Token (64)
 * 24: Mobility options
 * </pre>
 *
 * @param slice the whole Mobility Header
 * @param options mobility options in wire order
 */
public record HomeTest(Slice slice, List<MobilityOption> options) implements MobilityMessage {
  static final Layout WIRE = Layout.of("mip6.hot", "Home Test", rfc(6275, "6.1.5")).startAtByte(6);

  static final UInt NONCE_INDEX = WIRE.u16("mip6.hot.nindex", "Home Nonce Index");
  static final UInt COOKIE = WIRE.u64("mip6.hot.cookie", "Home Init Cookie").hex();
  static final UInt TOKEN = WIRE.u64("mip6.hot.token", "Home Keygen Token").hex();

  static {
    WIRE.total(24);
  }

  /** The cookie of the Home Test Init that this answers. */
  public long cookie() {
    return COOKIE.get(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
