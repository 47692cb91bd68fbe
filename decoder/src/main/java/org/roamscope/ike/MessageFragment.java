package org.roamscope.ike;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Fragment of an IKEv1 message (payload 132), as vendors agreed on it without an RFC.
 *
 * <pre>
 * 4: Fragment ID (16)  Fragment Number (8, from 1)  Last (8, 1 in the last fragment)
 * 8: part of the message
 * </pre>
 *
 * @param slice the payload
 */
public record MessageFragment(Slice slice) implements IkePayload {
  /** Payload type. */
  public static final int TYPE = 132;

  static final Layout WIRE =
      GenericHeader.v1(
          "isakmp.frag", "IKEv1 fragment", new Clause("IKEv1 fragmentation (vendor)", ""));

  static final UInt ID = WIRE.u16("packetid", "Fragment ID").hex();
  static final UInt NUMBER = WIRE.u8("seq", "Fragment number");
  static final UInt LAST = WIRE.u8("last", "Last fragment");
  static final BytesField DATA = WIRE.rest("roam.ike.frag.data", "Part of the message");

  static {
    WIRE.total(8);
  }

  static IkePayload read(Slice slice, ProblemLog log) {
    return log.holds(slice, WIRE.octets(), "isakmp.frag.packetid", "The fragment header")
        ? new MessageFragment(slice)
        : OpaquePayload.partly(TYPE, WIRE, slice);
  }

  /** The same in all fragments of one message. */
  public int id() {
    return ID.getInt(slice);
  }

  /** Number of this fragment, from 1. */
  public int number() {
    return NUMBER.getInt(slice);
  }

  /** True for the last fragment. */
  public boolean last() {
    return LAST.get(slice) != 0;
  }

  /** Part of the message. */
  public Slice data() {
    return DATA.get(slice);
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
