package org.roamscope.ike;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * Octets inside a payload in which no structure could be found.
 *
 * @param slice the octets
 */
public record Undissected(Slice slice) implements Element {
  @Override
  public Layout layout() {
    return OpaquePayload.UNDISSECTED;
  }
}
