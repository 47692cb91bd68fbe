package org.roamscope.ike;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * The first octets of an IKE header, RFC 5996 section 3.1, when the others are missing.
 *
 * @param slice fewer octets than {@link IkeHeader#OCTETS}
 */
public record IkeHeaderPart(Slice slice) implements Element {
  @Override
  public Layout layout() {
    return IkeHeader.MAJOR_VERSION.in(slice)
        ? IkeHeader.layout(IkeHeader.MAJOR_VERSION.getInt(slice))
        : IkeHeader.OTHER;
  }
}
