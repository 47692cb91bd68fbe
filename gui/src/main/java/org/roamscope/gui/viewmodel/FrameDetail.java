package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.output.TreeOutput;
import org.roamscope.dissect.DetailNode;

/**
 * A frame opened: its tree and the octets behind it. Octets that are not the frame's own (put
 * together from fragments, or decrypted) are sources of their own.
 *
 * @param row its row
 * @param number its number as the list has it
 * @param tree lines of highest rank
 * @param sources the frame's octets, then others in the order in which the tree meets them
 */
public record FrameDetail(int row, String number, List<DetailNode> tree, List<Octets> sources) {
  /** Sources shown beside the frame; a packet has no use for more. */
  private static final int MAX_SOURCES = 16;

  /**
   * A run of octets.
   *
   * @param title what it is
   * @param base place of the first one in its byte source
   * @param data the octets; not to be changed
   * @param source a slice of the byte source, to tell it from others
   */
  @SuppressWarnings("ArrayRecordComponent") // shown, never compared
  public record Octets(String title, int base, byte[] data, Slice source) {}

  /**
   * Octets that a line of the tree stands for.
   *
   * @param source index in {@link #sources()}
   * @param from first octet, from the start of the run
   * @param to the octet after the last
   */
  public record Marked(int source, int from, int to) {}

  /** Keeps its own lists. */
  public FrameDetail {
    tree = List.copyOf(tree);
    sources = List.copyOf(sources);
  }

  static FrameDetail of(int row, String number, DecodedFrame frame) {
    List<DetailNode> tree = TreeOutput.nodes(frame);
    byte[] data = frame.frame().data();
    List<Octets> sources = new ArrayList<>();
    sources.add(new Octets("Frame", 0, data, frame.frame().slice()));
    String before = "";
    for (DetailNode layer : tree) {
      before = collect(layer, before, sources);
    }
    return new FrameDetail(row, number, tree, sources);
  }

  /** Goes through the tree; the name of the last header passed. */
  private static String collect(DetailNode node, String before, List<Octets> sources) {
    int known = index(node.source(), sources);
    if (known < 0 && node.source().length() > 0 && sources.size() < MAX_SOURCES) {
      sources.add(
          new Octets(title(before), node.source().offset(), node.source().bytes(), node.source()));
    } else if (known > 0) {
      sources.set(known, widened(sources.get(known), node.source()));
    }
    String last = before;
    if (!node.filterName().isEmpty() && !node.children().isEmpty()) {
      last = node.filterName();
    }
    for (DetailNode child : node.children()) {
      last = collect(child, last, sources);
    }
    return last;
  }

  private static String title(String before) {
    return before.startsWith("esp") || before.startsWith("isakmp") || before.startsWith("ah")
        ? "Decrypted"
        : "Reassembled";
  }

  /** A slice knows its own part of the source; the parts that the tree names make up the whole. */
  private static Octets widened(Octets known, Slice more) {
    int from = Math.min(known.base(), more.offset());
    int to = Math.max(known.base() + known.data().length, more.offset() + more.length());
    if (from == known.base() && to == from + known.data().length) {
      return known;
    }
    byte[] data = new byte[to - from];
    System.arraycopy(known.data(), 0, data, known.base() - from, known.data().length);
    System.arraycopy(more.bytes(), 0, data, more.offset() - from, more.length());
    return new Octets(known.title(), from, data, known.source());
  }

  private static int index(Slice source, List<Octets> sources) {
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i).source().sameSource(source)) {
        return i;
      }
    }
    return -1;
  }

  /** The same with lines in front that no octets hold. */
  FrameDetail remarked(List<String> remarks) {
    Slice frame = sources.getFirst().source();
    List<DetailNode> lines = new ArrayList<>();
    for (String text : remarks) {
      lines.add(new DetailNode(text, null, null, frame, new Span(0, 0), false, true, List.of()));
    }
    lines.addAll(tree);
    return new FrameDetail(row, number, lines, sources);
  }

  /** The octets of a line, or null when none hold it. */
  public @Nullable Marked octets(DetailNode node) {
    int source = index(node.source(), sources);
    Span span = node.span();
    if (source < 0 || node.derived() || span.bits() == 0) {
      return null;
    }
    Octets octets = sources.get(source);
    int from = Math.max(0, span.firstByte() - octets.base());
    int to = Math.min(octets.data().length, span.endByte() - octets.base());
    return from < to ? new Marked(source, from, to) : null;
  }

  /**
   * The lines from the outermost to the one that says most precisely what an octet means; empty
   * when no line does.
   */
  public List<DetailNode> path(int source, int octet) {
    List<DetailNode> best = List.of();
    long bestBits = Long.MAX_VALUE;
    List<List<DetailNode>> open = new ArrayList<>();
    for (DetailNode layer : tree) {
      open.add(List.of(layer));
    }
    for (int i = 0; i < open.size(); i++) {
      List<DetailNode> path = open.get(i);
      DetailNode node = path.getLast();
      Marked marked = octets(node);
      boolean here =
          marked != null
              && marked.source() == source
              && marked.from() <= octet
              && octet < marked.to();
      if (here && !node.hidden() && better(path, bestBits, best.size())) {
        best = path;
        bestBits = node.span().bits();
      }
      for (DetailNode child : node.children()) {
        var longer = new ArrayList<>(path);
        longer.add(child);
        open.add(longer);
      }
    }
    return best;
  }

  /** The narrower one wins; of equals the deeper. */
  private static boolean better(List<DetailNode> path, long bestBits, int bestDepth) {
    long bits = path.getLast().span().bits();
    return bits < bestBits || bits == bestBits && path.size() > bestDepth;
  }

  /** Number of octets in the frame. */
  public int length() {
    return sources.getFirst().data().length;
  }

  @Override
  public String toString() {
    return "FrameDetail["
        + number
        + ", "
        + Arrays.toString(sources.stream().map(Octets::title).toArray())
        + "]";
  }
}
