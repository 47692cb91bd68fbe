package org.roamscope.field;

import org.roamscope.bytes.Slice;

/** An IPv4 or IPv6 address on a byte boundary. */
public final class AddressField extends Field {
  private final boolean v4;

  AddressField(String filterName, String label, int bit, boolean v4) {
    super(filterName, label, bit, v4 ? 32 : 128);
    this.v4 = v4;
  }

  /** True for an IPv4 address. */
  public boolean v4() {
    return v4;
  }

  /** The address. */
  public IpAddress get(Slice slice) {
    return v4 ? IpAddress.v4(slice, bit() / 8) : IpAddress.v6(slice, bit() / 8);
  }

  @Override
  public String text(Slice slice) {
    return get(slice).toString();
  }
}
