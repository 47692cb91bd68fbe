package org.roamscope.ike;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.Problem;

/**
 * What a datagram held.
 *
 * @param message the message, or null when there is not even a header
 * @param problems what is wrong with it, in the order found
 */
public record IkeDissection(@Nullable IkeMessage message, List<Problem> problems) {}
