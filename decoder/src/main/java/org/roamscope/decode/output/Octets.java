package org.roamscope.decode.output;

import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.dissect.DetailNode;

/**
 * The octets of a line of the tree, as PDML and raw JSON say them.
 *
 * @param position first octet in its byte source
 * @param size how many; 0 for a line that no octets hold
 * @param digits the octets, hexadecimal
 * @param value the same; for bits, what they are as a number, hexadecimal
 * @param mask which bits of the octets, 0 for all
 */
record Octets(int position, int size, String digits, String value, long mask) {
  static Octets of(DetailNode node) {
    Span span = node.span();
    Slice source = node.source();
    int first = span.firstByte() - source.offset();
    int count = node.derived() ? 0 : span.endByte() - span.firstByte();
    if (count <= 0 || !source.holds(first, count)) {
      return new Octets(span.firstByte(), 0, "", "", 0);
    }
    String digits = Hex.plain(source.bytes(first, count));
    boolean bits = (span.bit() & 7) != 0 || (span.bits() & 7) != 0;
    if (!bits || count > 8) {
      return new Octets(span.firstByte(), count, digits, digits, 0);
    }
    int width = (int) span.bits();
    int after = count * 8 - (int) (span.bit() & 7) - width;
    long ones = width == 64 ? -1 : (1L << width) - 1;
    long whole = source.bits(first * 8L, count * 8);
    return new Octets(
        span.firstByte(), count, digits, Long.toHexString(whole >>> after & ones), ones << after);
  }
}
