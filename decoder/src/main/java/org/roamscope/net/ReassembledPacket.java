package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.net.Reassembler.Reassembled;

/**
 * A payload put together from fragments, shown in the frame that completed it.
 *
 * @param slice the payload, a byte source of its own
 * @param family whose fragments they were
 * @param parts the fragments
 */
public record ReassembledPacket(Slice slice, Family family, List<Piece> parts) implements Element {
  /** Version of the fragmented packet. */
  public enum Family {
    /** IPv4. */
    IPV4,
    /** IPv6. */
    IPV6
  }

  static final Layout IPV4 = layout("ip", "IPv4 Fragments", rfc(791, "3.2"));
  static final Layout IPV6 = layout("ipv6", "IPv6 Fragments", rfc(8200, "4.5"));

  private static Layout layout(String prefix, String name, Clause clause) {
    Layout wire = Layout.of(prefix, name, clause);
    if (prefix.equals("ip")) {
      wire.again(wire.rest("ip.fragments", name));
    } else {
      wire.structure("ipv6.fragments");
    }
    wire.rest(prefix + ".reassembled.data", "Reassembled data");
    wire.derived(FieldType.UINT32, prefix + ".fragment.count", "Fragment count");
    wire.derived(FieldType.UINT32, prefix + ".reassembled.length", "Reassembled length");
    return wire.total(0);
  }

  /**
   * One fragment.
   *
   * @param slice an empty view of the payload
   * @param family whose fragment it was
   * @param frame the frame it came in
   */
  public record Piece(Slice slice, Family family, int frame) implements Element {
    static final Layout IPV4 = layout("ip", "IPv4 Fragment", rfc(791, "3.2"));
    static final Layout IPV6 = layout("ipv6", "IPv6 Fragment", rfc(8200, "4.5"));

    private static Layout layout(String prefix, String name, Clause clause) {
      Layout wire = Layout.of(prefix, name, clause);
      wire.derived(FieldType.FRAME_NUMBER, "fragment", name);
      return wire.total(0);
    }

    @Override
    public FieldValue derived(Derived field) {
      return new FieldValue.Numeric(frame);
    }

    @Override
    public Layout layout() {
      return family == Family.IPV4 ? IPV4 : IPV6;
    }
  }

  /** What the forward pass put together. */
  public static ReassembledPacket of(Reassembled whole, Family family) {
    Slice empty = whole.payload().part(0, 0);
    return new ReassembledPacket(
        whole.payload(),
        family,
        whole.frames().stream().map(frame -> new Piece(empty, family, frame)).toList());
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return new FieldValue.Numeric(
        field.filterName().endsWith(".count") ? parts.size() : slice.length());
  }

  @Override
  public Layout layout() {
    return family == Family.IPV4 ? IPV4 : IPV6;
  }
}
