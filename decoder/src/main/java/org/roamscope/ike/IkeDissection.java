package org.roamscope.ike;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.Problem;

/**
 * What a datagram held.
 *
 * @param message the message, or null when there is not even a header
 * @param part what there is of a header, when there is no message
 * @param problems what is wrong with it, in the order found
 */
public record IkeDissection(
    @Nullable IkeMessage message, @Nullable IkeHeaderPart part, List<Problem> problems) {}
