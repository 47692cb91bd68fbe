package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;

/**
 * A message of a type that no registry knows, shown as octets; or one too short for its type, of
 * which the fields that are there are shown.
 *
 * @param slice the whole Mobility Header
 * @param type MH Type
 */
public record UnknownMobilityMessage(Slice slice, int type) implements MobilityMessage {
  static final Layout WIRE =
      Layout.of("mip6", "Mobility message", rfc(6275, "6.1.1")).startAtByte(6);

  static final BytesField DATA = WIRE.rest("unknown_type_data", "Message Data");

  static {
    WIRE.total(6);
  }

  @Override
  public List<MobilityOption> options() {
    return List.of();
  }

  @Override
  public String title() {
    return MobilityCodePoints.MESSAGE_TYPES.find(type) == null
        ? "Unknown Mobility Header (" + type + ")"
        : MobilityCodePoints.MESSAGE_TYPES.name(type);
  }

  @Override
  public Layout layout() {
    @Nullable Layout known = MobilityLayouts.messages().get(type);
    return known == null ? WIRE : known;
  }
}
