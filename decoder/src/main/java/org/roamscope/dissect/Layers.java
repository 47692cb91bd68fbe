package org.roamscope.dissect;

import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.LIMIT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.field.Element;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;
import org.roamscope.net.Opaque;
import org.roamscope.net.Reassembler.Fragment;
import org.roamscope.net.Reassembler.Reassembled;
import org.roamscope.net.Trailed;

/** What has been taken apart of one frame so far, and the counters that cap the rest. */
final class Layers {
  final List<Element> elements = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
  final List<IpScope> scopes = new ArrayList<>();
  final HeaderOrder order = new HeaderOrder();
  final DecodeAs decodeAs;
  final @Nullable Reassembled whole;
  final Opener opener;
  @Nullable Slice network;
  @Nullable Fragment fragment;
  @Nullable Slice quotation;

  /** The innermost IP packet so far, from its header on. */
  @Nullable Slice packet;

  boolean insideEsp;
  boolean insideAh;
  int openEsp;
  boolean firstFragmentSeen;
  int extensions;
  int tags;
  int ipHeaders;
  int carriers;

  /** The element whose frame may have octets after its packet, or -1; where the frame begins. */
  private int trailed = -1;

  private int frameStart;

  /** True where octets after a packet are the link's business: after radio and tunnel headers. */
  private boolean open;

  Layers(DecodeAs decodeAs, @Nullable Reassembled whole, Opener opener) {
    this.decodeAs = decodeAs;
    this.whole = whole;
    this.opener = opener;
  }

  <E extends Element> E add(E element) {
    elements.add(element);
    return element;
  }

  @Nullable IpScope scope() {
    return scopes.isEmpty() ? null : scopes.getLast();
  }

  void replaceScope(IpScope scope) {
    scopes.set(scopes.size() - 1, scope);
  }

  /**
   * What was outside is the operator's network: its addresses and ports are nobody's who signals.
   */
  void enterTunnel() {
    scopes.clear();
    network = null;
    packet = null;
  }

  /** The last element is a link header; octets after the packet will become its parts. */
  void frame(Slice start) {
    trailed = elements.size() - 1;
    frameStart = start.offset();
    open = false;
  }

  /** The frame goes on with another header, whose parts octets after the packet will become. */
  void sameFrame() {
    if (trailed >= 0) {
      trailed = elements.size() - 1;
    }
  }

  /** Octets after the packet are not told apart here. */
  void openFrame() {
    trailed = -1;
    open = true;
  }

  /** Octets after the packet are a mistake from here on. */
  void closeFrame() {
    trailed = -1;
    open = false;
  }

  /**
   * A packet ends before what carries it does. In a frame that is padding or a check sequence.
   *
   * @param carrier packet and surplus
   * @param octets of the packet
   * @param field its length field
   */
  void surplus(Slice carrier, long octets, String field) {
    if (octets < carrier.claimedLength()) {
      Slice rest = carrier.from((int) Math.min(octets, Integer.MAX_VALUE));
      if (trailed >= 0 && elements.get(trailed) instanceof Trailed header) {
        if (rest.length() > 0 && octets <= carrier.length()) {
          elements.set(trailed, header.with(rest, rest.offset() - frameStart));
        }
      } else if (!open) {
        problems.add(
            new Problem(
                LENGTH,
                rest.span(),
                field,
                octets,
                carrier.claimedLength(),
                rest.claimedLength() + " octets follow that the length field does not count."));
      }
    }
    closeFrame();
  }

  Step opaque(Slice slice, String title) {
    if (slice.claimedLength() > 0) {
      add(new Opaque(slice, title));
    }
    return Step.DONE;
  }

  void problem(ProblemKind kind, Span span, String field, String text) {
    problems.add(Problem.of(kind, span, field, text));
  }

  Step limit(Slice slice, String field, String what) {
    problem(LIMIT, slice.span(), field, what + "; the rest is not looked at.");
    return opaque(slice, "Not looked at");
  }

  /** True, and said, when fewer than {@code octets} are there; what is there stays visible. */
  boolean missing(Slice slice, int octets, String field, String what) {
    return missing(slice, octets, field, what, part -> new Opaque(part, "Cut off"));
  }

  /** The same; what is there has the given form. */
  boolean missing(
      Slice slice, int octets, String field, String what, Function<Slice, Element> form) {
    if (slice.holds(0, octets)) {
      return false;
    }
    problems.add(Problem.missing(slice, octets, field, what));
    cut(slice, form);
    return true;
  }

  /** Adds a header that is not whole, unless nothing of it was sent. */
  Step cut(Slice slice, Function<Slice, Element> form) {
    if (slice.claimedLength() > 0) {
      add(form.apply(slice));
    }
    return Step.DONE;
  }

  void length(Slice slice, int at, int count, String field, long claimed, long there, String what) {
    problems.add(
        new Problem(
            LENGTH,
            slice.span(at, count),
            field,
            claimed,
            there,
            what + " says " + claimed + " octets, it should be at most " + there + "."));
  }
}
