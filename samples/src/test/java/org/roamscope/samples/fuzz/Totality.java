package org.roamscope.samples.fuzz;

import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.dissect.DetailNode;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;
import org.roamscope.dissect.Fields;
import org.roamscope.dissect.PlainTraffic;
import org.roamscope.field.Element;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.Problem;
import org.roamscope.track.At;
import org.roamscope.track.EventExtractor;

/**
 * What must hold for every octet sequence: no exception, nothing outside of the octets, and what is
 * called plain holds nothing that an audit takes.
 */
final class Totality {
  private Totality() {}

  /** Takes a frame apart, reads every field, builds every tree. */
  static void everything(int linkType, byte[] octets, long claimed) {
    Dissection dissection = dissection(linkType, octets, claimed);
    for (Element element : dissection.elements()) {
      inside(DetailNode.of(element), octets.length);
    }
    Fields.of(dissection, info -> true)
        .values()
        .forEach(values -> values.forEach(Totality::readable));
  }

  /** Takes a frame apart. */
  static Dissection dissection(int linkType, byte[] octets, long claimed) {
    Slice frame = Slice.of(octets, claimed);
    Dissection dissection = Dissector.dissect(linkType, frame, null);
    for (Problem problem : dissection.problems()) {
      inside(problem.field(), problem.span(), octets.length);
    }
    for (Element element : dissection.elements()) {
      inside(element.title(), element.slice().span(), octets.length);
    }
    if (PlainTraffic.is(linkType, octets, 0, octets.length)) {
      plain(dissection);
    }
    return dissection;
  }

  private static void plain(Dissection dissection) {
    boolean packet = dissection.network() != null && dissection.fragment() == null;
    boolean told =
        EventExtractor.extract(new At(0, 1, 0), dissection).isPresent()
            || EventExtractor.signalling(dissection)
            || EventExtractor.user(dissection).isPresent()
            || EventExtractor.tunnelEnd(dissection).isPresent();
    if (!packet || told) {
      throw new AssertionError("called plain: " + dissection.elements());
    }
  }

  private static void readable(Occurrence occurrence) {
    occurrence.info().plain(occurrence.value());
  }

  private static void inside(DetailNode node, int length) {
    inside(node.text(), node.span(), length);
    node.children().forEach(child -> inside(child, length));
  }

  private static void inside(String what, Span span, int length) {
    if (span.bit() < 0 || span.bits() < 0 || span.bit() + span.bits() > length * 8L) {
      throw new AssertionError(what + ": " + span + " is outside of " + length + " octets");
    }
  }
}
