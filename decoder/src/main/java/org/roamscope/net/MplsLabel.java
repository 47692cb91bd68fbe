package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.CutElement;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * An entry of an MPLS label stack.
 *
 * <pre>
 * 0: Label (20) Exp (3) S (1) TTL (8)
 * </pre>
 *
 * @param slice the entry
 */
public record MplsLabel(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("mpls", "MultiProtocol Label Switching Header", rfc(3032, "2.1")).protocol("mpls");

  static final UInt LABEL = WIRE.uint(20, "label", "MPLS Label").names(NetCodePoints.MPLS_LABELS);
  static final UInt EXPERIMENTAL =
      WIRE.uint(3, "exp", "MPLS Experimental Bits").as(FieldType.UINT32);
  static final UInt BOTTOM =
      WIRE.uint(1, "bottom", "MPLS Bottom Of Label Stack").as(FieldType.UINT32);
  static final UInt TTL = WIRE.u8("ttl", "MPLS TTL").as(FieldType.UINT32);

  static {
    LABEL.as(FieldType.UINT32);
    WIRE.total(4);
  }

  /** Octets of an entry. */
  public static final int OCTETS = 4;

  /** The label that must not appear on the wire. */
  public static final int IMPLICIT_NULL = 3;

  /** The label. */
  public int label() {
    return LABEL.getInt(slice);
  }

  /** True for the last entry of the stack. */
  public boolean bottom() {
    return BOTTOM.get(slice) == 1;
  }

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
