package org.roamscope.field;

import org.roamscope.bytes.Slice;

/** An IPv4 or IPv6 address on a byte boundary. */
public final class AddressField extends Field {
  AddressField(Place place) {
    super(place);
  }

  /** True for an IPv4 address. */
  public boolean v4() {
    return bits() == 32;
  }

  /** The address. */
  public IpAddress get(Slice slice) {
    return v4() ? IpAddress.v4(slice, bit() / 8) : IpAddress.v6(slice, bit() / 8);
  }

  @Override
  public FieldType type() {
    return v4() ? FieldType.IPV4 : FieldType.IPV6;
  }

  @Override
  public FieldBase base() {
    return FieldBase.DEC;
  }

  @Override
  public FieldValue value(Slice slice) {
    return new FieldValue.Address(get(slice));
  }

  @Override
  public String text(Slice slice) {
    return get(slice).toString();
  }

  @Override
  AddressField alias(String filterName, String label) {
    return new AddressField(place().named(filterName, label));
  }
}
