package org.roamscope.mobility;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * The last of several Vendor Specific options of 3GPP that carry one value in pieces, TS 29.282; it
 * shows its own fields and the whole value.
 *
 * @param last the option itself
 * @param joined values of all pieces, one after the other; a byte source of its own
 */
public record JoinedVendorOption(PlainOption last, Slice joined) implements MobilityOption {
  /** Filter name of the whole value. */
  static final String JOINED = "roam.mip6.3gpp.joined";

  @Override
  public int type() {
    return last.type();
  }

  @Override
  public Layout layout() {
    return last.layout();
  }

  @Override
  public Slice slice() {
    return last.slice();
  }

  @Override
  public List<? extends Element> parts() {
    return last.parts();
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return field.filterName().equals(JOINED) ? new FieldValue.Octets(joined) : null;
  }
}
