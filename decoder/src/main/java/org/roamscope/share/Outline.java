package org.roamscope.share;

import java.util.HashSet;
import java.util.Set;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.IpScope;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.EventExtractor;

/**
 * What decides whether a slice takes a frame.
 *
 * @param at which frame
 * @param signalling true for signalling, and for a fragment, which may be of one
 * @param addresses in all its IP headers, home addresses of its options too
 */
public record Outline(At at, boolean signalling, Set<IpAddress> addresses) {
  /**
   * Of a frame.
   *
   * @param capture which capture, from 0
   * @param frame the frame
   * @param dissection what is in it
   */
  public static Outline of(int capture, Frame frame, Dissection dissection) {
    At at = new At(capture, frame.number(), frame.timeNanos());
    Set<IpAddress> addresses = new HashSet<>();
    for (IpScope scope : dissection.scopes()) {
      addresses.add(scope.source());
      addresses.add(scope.destination());
      addresses.add(scope.effectiveSource());
      addresses.add(scope.effectiveDestination());
    }
    boolean signalling =
        dissection.fragment() != null || EventExtractor.extract(at, dissection).isPresent();
    return new Outline(at, signalling, Set.copyOf(addresses));
  }
}
