package org.roamscope.share;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.roamscope.track.Ue;

/**
 * What a slice of captures is to show. What is given is all meant at once.
 *
 * @param finding id or name of a rule, or the number of a finding in the report as {@code F3}
 * @param ue the UE
 * @param handover which of the UE's handovers, from 1
 * @param fromNanos beginning
 * @param toNanos end
 * @param contextNanos how much before and after is kept of what the UE sends and receives
 */
public record SliceRequest(
    Optional<String> finding,
    Optional<Ue> ue,
    OptionalInt handover,
    OptionalLong fromNanos,
    OptionalLong toNanos,
    long contextNanos) {
  boolean within(long nanos) {
    return nanos >= fromNanos.orElse(Long.MIN_VALUE) && nanos <= toNanos.orElse(Long.MAX_VALUE);
  }

  boolean timed() {
    return fromNanos.isPresent() || toNanos.isPresent();
  }
}
