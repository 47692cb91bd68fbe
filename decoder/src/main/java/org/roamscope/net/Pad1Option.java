package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Pad1.
 *
 * <pre>
 * 0: Option Type = 0 (8)
 * </pre>
 *
 * @param slice the octet
 */
public record Pad1Option(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("ipv6.opt", "Pad1", rfc(8200, "4.2")).structure("ipv6.opt");

  static final UInt TYPE = WIRE.u8("ipv6.opt.type", "Type").names(NetCodePoints.IPV6_OPTIONS).hex();

  static {
    WIRE.total(1);
  }

  /**
   * That the option is a Pad1.
   *
   * @param slice the octet
   */
  public record Mark(Slice slice) implements Element {
    static final Layout WIRE =
        Layout.of("ipv6.opt", "Pad1", rfc(8200, "4.2")).structure("ipv6.opt.pad1").total(0);

    @Override
    public Layout layout() {
      return WIRE;
    }
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 1;

  @Override
  public List<Mark> parts() {
    return List.of(new Mark(slice));
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
