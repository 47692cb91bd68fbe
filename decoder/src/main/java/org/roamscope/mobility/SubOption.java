package org.roamscope.mobility;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * A structure inside a mobility option: a sub-option, an attribute, a field that may be left out.
 *
 * @param title its name
 * @param layout its fields
 * @param slice its octets
 * @param parts structures inside this one
 */
record SubOption(String title, Layout layout, Slice slice, List<Element> parts)
    implements Element {}
