package org.roamscope.ike;

import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;

/** Walks proposals in an SA payload and transforms in a proposal: both say if more follow. */
final class Substructures {
  private Substructures() {}

  /**
   * Reads to the end of {@code list}.
   *
   * @param type payload type of a structure: first octet of one that is not the last
   * @param what name of a structure
   * @param most structures read
   * @param read makes the element of one structure
   */
  static List<Element> list(
      Slice list, int type, String what, int most, ProblemLog log, Function<Slice, Element> read) {
    List<Element> found = new ArrayList<>();
    int at = 0;
    boolean goesOn = true;
    while (list.from(at).claimedLength() > 0) {
      Slice rest = list.from(at);
      if (found.size() == most) {
        log.limit(rest, "isakmp.payloadlength", what + "s", most);
        break;
      }
      if (!goesOn) {
        log.length(
            rest.span(),
            "isakmp.payloadlength",
            0,
            rest.claimedLength(),
            rest.claimedLength() + " octets after the last " + what + ".");
        found.add(new Piece(OpaquePayload.UNDISSECTED, rest));
        at = list.length();
        break;
      }
      if (!log.holds(rest, GenericHeader.OCTETS, "isakmp.payloadlength", "A " + what)) {
        break;
      }
      int length = rest.u16(2);
      if (length < GenericHeader.OCTETS || length > rest.claimedLength()) {
        log.length(
            rest.span(2, 2),
            "isakmp.payloadlength",
            length,
            rest.claimedLength(),
            "A " + what + " of " + length + " octets where " + rest.claimedLength() + " are left.");
        if (type == Proposal.TYPE && length >= GenericHeader.OCTETS) {
          found.add(read.apply(rest));
          at = list.length();
        } else {
          found.add(new LoneHeader(type, rest.part(0, GenericHeader.OCTETS)));
          at += GenericHeader.OCTETS;
        }
        goesOn = false;
        break;
      }
      int next = rest.u8(0);
      if (next != type && next != 0) {
        log.add(
            VALUE,
            rest.span(0, 1),
            "isakmp.nextpayload",
            "After a " + what + " comes " + type + " (more) or 0 (last), not " + next + ".");
      }
      if (rest.u8(1) != 0) {
        log.reserved(rest, 1, "isakmp.reserved");
      }
      goesOn = next != 0;
      Slice structure = rest.part(0, length);
      found.add(read.apply(structure));
      at += structure.length();
      if (structure.truncated()) {
        break;
      }
    }
    if (at < list.length()) {
      found.add(new Undissected(list.from(at)));
    } else if (goesOn && list.claimedLength() == list.length() && !found.isEmpty()) {
      log.length(
          list.span(list.length(), 0),
          "isakmp.nextpayload",
          GenericHeader.OCTETS,
          0,
          "One more " + what + " is announced and none follows.");
    }
    return List.copyOf(found);
  }
}
