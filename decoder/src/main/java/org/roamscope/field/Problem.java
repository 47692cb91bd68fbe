package org.roamscope.field;

import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;

/**
 * Something wrong at a place in the bytes. Dissection goes on around it.
 *
 * @param kind what sort of fault
 * @param span where, in bits of the byte source
 * @param field filter name of the field at fault, or of the structure
 * @param needed octets that were needed, or -1 where no length is at stake
 * @param available octets that were there, or -1
 * @param text one sentence for people
 */
public record Problem(
    ProblemKind kind, Span span, String field, long needed, long available, String text) {
  /** A problem in which no length is at stake. */
  public static Problem of(ProblemKind kind, Span span, String field, String text) {
    return new Problem(kind, span, field, -1, -1, text);
  }

  /**
   * Octets that are missing: left out by the capture when it claimed them, else by the sender.
   *
   * @param slice what is there
   * @param octets how many were needed
   * @param field filter name of the structure
   * @param what the structure for people, as the beginning of a sentence
   */
  public static Problem missing(Slice slice, int octets, String field, String what) {
    boolean cut = slice.truncated() && slice.claimedLength() >= octets;
    return new Problem(
        cut ? ProblemKind.CUT_BY_CAPTURE : ProblemKind.LENGTH,
        slice.span(),
        field,
        octets,
        slice.length(),
        what
            + " needs "
            + octets
            + " octets; "
            + slice.length()
            + (cut ? " were captured." : " are there."));
  }
}
