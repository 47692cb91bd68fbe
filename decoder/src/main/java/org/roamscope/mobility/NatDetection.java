package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * NAT Detection option (31), RFC 5555 section 3.2.2.
 *
 * @param slice the option from its type octet
 */
public record NatDetection(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 31;

  static final Layout WIRE =
      MobilityOption.layout("mip6.natd", "mip6.options.natd", "NAT Detection", rfc(5555, "3.2.2"));

  static final Flag FORCE = WIRE.flag("f_flag", "Force UDP encapsulation (F)");
  static final UInt RESERVED = WIRE.uint(15, "reserved", "Reserved");
  static final UInt REFRESH = WIRE.u32("refresh_t", "Refresh time").shownAs(NatDetection::refresh);

  static {
    WIRE.total(8);
  }

  /** Refresh time that says no keepalives are needed: no NAT. */
  public static final long NO_NAT = 0xffffffffL;

  /** F: UDP encapsulation is required (RFC 5555); a NAT was found (TS 24.303 change request). */
  public boolean force() {
    return FORCE.get(slice);
  }

  /** Keepalive interval in seconds; 0 is ignored, {@link #NO_NAT} means none is needed. */
  public long refreshSeconds() {
    return REFRESH.get(slice);
  }

  private static String refresh(long seconds) {
    return seconds == NO_NAT ? "4294967295 (no keepalives needed)" : seconds + " seconds";
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
