package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;

/**
 * A message of another type than this version dissects, or one too short for its type: shown as
 * octets under the name of its type.
 *
 * @param slice the whole Mobility Header
 * @param type MH Type
 */
public record UnknownMobilityMessage(Slice slice, int type) implements MobilityMessage {
  static final Layout WIRE =
      Layout.of("mip6", "Mobility message", rfc(6275, "6.1.1")).startAtByte(6);

  static final BytesField DATA = WIRE.rest("roam.mip6.data", "Message data");

  static {
    WIRE.total(6);
  }

  @Override
  public List<MobilityOption> options() {
    return List.of();
  }

  @Override
  public String title() {
    return type > 23
        ? "Unknown Mobility Header (" + type + ")"
        : MobilityCodePoints.MESSAGE_TYPES.name(type);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
