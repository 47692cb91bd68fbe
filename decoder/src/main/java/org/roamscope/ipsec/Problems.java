package org.roamscope.ipsec;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Problem;

/** Says whether octets are missing, and whose fault it is. */
final class Problems {
  private Problems() {}

  static boolean holds(Slice slice, int octets, String field, String what, List<Problem> problems) {
    if (slice.holds(0, octets)) {
      return true;
    }
    problems.add(Problem.missing(slice, octets, field, what));
    return false;
  }
}
