package org.roamscope.ike;

import static org.roamscope.field.ProblemKind.CUT_BY_CAPTURE;
import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.LIMIT;
import static org.roamscope.field.ProblemKind.RESERVED;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

/** Collects what is wrong with one message; past {@link #MOST} problems it only counts. */
final class ProblemLog {
  static final int MOST = 256;

  private final List<Problem> problems = new ArrayList<>();
  private boolean cut;

  List<Problem> list() {
    return List.copyOf(problems);
  }

  void add(ProblemKind kind, Span span, String field, String text) {
    add(new Problem(kind, span, field, -1, -1, text));
  }

  /** A length that does not fit. */
  void length(Span span, String field, long needed, long available, String text) {
    add(new Problem(LENGTH, span, field, needed, available, text));
  }

  /** More items than this program looks at. */
  void limit(Slice rest, String field, String what, int most) {
    add(LIMIT, rest.span(), field, "More than " + most + " " + what + "; the rest is not read.");
  }

  /** A reserved field that is not zero. */
  void reserved(Slice slice, int octet, String field) {
    add(RESERVED, slice.span(octet, 1), field, "A reserved field is not zero.");
  }

  /** A reserved field of {@code count} octets, said when it was captured and is not zero. */
  void reserved(Slice slice, int at, int count) {
    if (!slice.holds(at, count)) {
      return;
    }
    for (int i = at; i < at + count; i++) {
      if (slice.u8(i) != 0) {
        add(
            RESERVED,
            slice.span(at, count),
            "isakmp.reserved",
            "A reserved field is not zero (" + count + " octets).");
        return;
      }
    }
  }

  /**
   * True when {@code octets} octets can be read. If not, says whether the capture or the sender
   * left them out.
   */
  boolean holds(Slice slice, int octets, String field, String what) {
    if (slice.holds(0, octets)) {
      return true;
    }
    add(Problem.missing(slice, octets, field, what));
    return false;
  }

  /** Says it, when the capture does not hold all of {@code slice}. */
  void whole(Slice slice, String field, String what) {
    if (slice.truncated()) {
      holds(slice, (int) Math.min(Integer.MAX_VALUE, slice.claimedLength()), field, what);
    }
  }

  /** The end of the capture is one fact: structures inside one another do not repeat it. */
  private void add(Problem problem) {
    if (problem.kind() == CUT_BY_CAPTURE) {
      if (cut) {
        return;
      }
      cut = true;
    }
    if (problems.size() < MOST) {
      problems.add(problem);
    } else if (problems.size() == MOST) {
      problems.add(
          new Problem(
              LIMIT, problem.span(), problem.field(), -1, -1, "Too many problems to list."));
    }
  }
}
