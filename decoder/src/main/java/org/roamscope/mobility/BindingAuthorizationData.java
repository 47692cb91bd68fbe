package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;

/**
 * Binding Authorization Data option (5), RFC 6275 section 6.2.7.
 *
 * @param slice the option from its type octet
 */
public record BindingAuthorizationData(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 5;

  static final Layout WIRE =
      MobilityOption.layout(
          "mip6.bad", "mip6.options.bad_auth", "Binding Authorization Data", rfc(6275, "6.2.7"));

  static final BytesField AUTHENTICATOR = WIRE.rest("auth", "Authenticator");

  static {
    WIRE.total(2);
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
