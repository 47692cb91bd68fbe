package org.roamscope.ike;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * An attribute of EAP-SIM, EAP-AKA or EAP-AKA', RFC 4187 section 8.1.
 *
 * @param layout by type
 * @param slice the attribute
 * @param parts the identity and its padding, in AT_IDENTITY
 */
public record SimAkaAttribute(Layout layout, Slice slice, List<Element> parts) implements Element {
  /** Attribute type, {@link EapCodePoints#SIM_AKA_ATTRIBUTES}. */
  public int type() {
    return slice.u8(0);
  }

  @Override
  public String title() {
    return "Attribute " + EapCodePoints.SIM_AKA_ATTRIBUTES.name(type());
  }
}
