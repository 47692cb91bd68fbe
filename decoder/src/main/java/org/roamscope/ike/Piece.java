package org.roamscope.ike;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * A part of a payload that its layout explains and that nothing but the detail tree asks for.
 *
 * @param layout its fields
 * @param slice its octets
 */
record Piece(Layout layout, Slice slice) implements Element {}
