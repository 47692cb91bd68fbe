package org.roamscope.mobility;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * An option whose fields nobody but a reader of the detail tree asks for.
 *
 * @param layout its fields
 * @param slice the option from its type octet; holds the fixed fields
 * @param parts structures inside: sub-options, attributes, selectors
 */
public record PlainOption(Layout layout, Slice slice, List<Element> parts)
    implements MobilityOption {
  @Override
  public int type() {
    return slice.u8(0);
  }
}
