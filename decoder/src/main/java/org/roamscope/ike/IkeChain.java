package org.roamscope.ike;

import java.util.List;
import org.roamscope.field.Problem;

/**
 * Payloads that follow one another without a header of their own: the content of an SK payload.
 *
 * @param payloads payloads in wire order
 * @param problems what is wrong with them, in the order found
 */
public record IkeChain(List<IkePayload> payloads, List<Problem> problems) {}
