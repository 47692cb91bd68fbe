package org.roamscope.ipsec;

import static org.roamscope.field.ProblemKind.CUT_BY_CAPTURE;
import static org.roamscope.field.ProblemKind.LENGTH;

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
    boolean cut = slice.claimedLength() >= octets;
    problems.add(
        new Problem(
            cut ? CUT_BY_CAPTURE : LENGTH,
            slice.span(),
            field,
            octets,
            slice.length(),
            what
                + " needs "
                + octets
                + " octets; "
                + slice.length()
                + (cut ? " were captured." : " are there.")));
    return false;
  }
}
