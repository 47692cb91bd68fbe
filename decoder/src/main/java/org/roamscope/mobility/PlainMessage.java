package org.roamscope.mobility;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;

/**
 * A message of a known type that only the detail tree, filters and outputs read: its fields are
 * those of its layout, see {@link MobilityLayouts}.
 *
 * @param slice the whole Mobility Header; it holds the fixed part
 * @param type MH Type
 * @param layout the definition of the type, or of its indication or acknowledgement
 * @param options mobility options in wire order
 */
public record PlainMessage(Slice slice, int type, Layout layout, List<MobilityOption> options)
    implements MobilityMessage {}
