package org.roamscope.dissect;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.IkeMessage;

/**
 * What only the frames before this one make possible: a forward pass keeps state and hands it to
 * the dissector through this. For the dissector the answers are part of its input.
 */
@FunctionalInterface
public interface Opener {
  /** Knows nothing. */
  Opener NONE = (message, source) -> null;

  /**
   * The whole IKE message that a fragment completes.
   *
   * @param message a message that is a fragment, IKEv1 payload 132
   * @param source its sender
   * @return the octets of the whole message from its header, or null while others are missing
   */
  @Nullable Slice assembled(IkeMessage message, IpAddress source);
}
