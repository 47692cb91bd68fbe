package org.roamscope.samples;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.DetailNode;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;
import org.roamscope.field.Element;
import org.roamscope.field.Problem;
import org.roamscope.samples.Samples.Sample;

/** Damaged frames give a result, and everything it points at lies inside the frame. */
class MutationTest {
  private static final long SEED = 20260101;

  /** Trees are built for one in so many of the damaged frames, chosen by the seed. */
  private static final int TREE_EVERY = 2;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private long mutants;

  @Test
  void everyTruncationAndEveryFlippedBit() throws IOException {
    Set<String> seen = new HashSet<>();
    for (Sample sample : Samples.all()) {
      for (Frame frame : sample.frames()) {
        if (seen.add(Hex.plain(frame.data()))) {
          String where = sample.page().name() + " frame " + frame.number();
          truncate(where, frame);
          flip(where, frame);
        }
      }
    }
    if (mutants < 100_000) {
      fail("only " + mutants + " mutants");
    }
  }

  private void truncate(String where, Frame frame) {
    for (int length = 0; length <= frame.data().length; length++) {
      byte[] octets = Arrays.copyOf(frame.data(), length);
      check(where + " captured to " + length, frame.linkType(), octets, frame.originalLength());
      check(where + " cut to " + length, frame.linkType(), octets, length);
    }
  }

  private void flip(String where, Frame frame) {
    byte[] octets = frame.data().clone();
    for (int bit = 0; bit < octets.length * 8; bit++) {
      octets[bit / 8] ^= (byte) (0x80 >>> bit % 8);
      check(where + " bit " + bit, frame.linkType(), octets, frame.originalLength());
      octets[bit / 8] ^= (byte) (0x80 >>> bit % 8);
    }
  }

  private void check(String what, int linkType, byte[] octets, long claimed) {
    mutants++;
    try {
      Slice frame = Slice.of(octets, claimed);
      Dissection dissection = Dissector.dissect(linkType, frame, null);
      for (Problem problem : dissection.problems()) {
        inside(what + ": " + problem, problem.span(), octets.length);
      }
      boolean tree = random.nextInt(TREE_EVERY) == 0;
      for (Element element : dissection.elements()) {
        if (!element.slice().sameSource(frame)) {
          fail(what + ": " + element.title() + " lies in other bytes");
        }
        inside(what + ": " + element.title(), element.slice().span(), octets.length);
        if (tree) {
          inside(what, DetailNode.of(element), octets.length);
        }
      }
    } catch (RuntimeException e) {
      throw new AssertionError(what + ": " + Hex.plain(octets), e);
    }
  }

  private static void inside(String what, DetailNode node, int length) {
    inside(what, node.span(), length);
    for (DetailNode child : node.children()) {
      inside(what, child, length);
    }
  }

  private static void inside(String what, Span span, int length) {
    if (span.bit() < 0 || span.bits() < 0 || span.bit() + span.bits() > length * 8L) {
      fail(what + ": " + span + " is outside of " + length + " octets");
    }
  }
}
