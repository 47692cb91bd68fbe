package org.roamscope.decode.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Span;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.Expert;
import org.roamscope.decode.output.Layers.Layer;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Problem;

/**
 * Puts problems below the lines they are about, as expert information: below the field that they
 * name at their bits, else below one of that name, else below the smallest structure around their
 * bits.
 */
final class ProblemPlaces {
  /** A hostile frame must not make every problem search every line. */
  private static final int MOST_SEARCHES = 200;

  private record Key(String name, long bit) {}

  private final List<DetailNode> nodes = new ArrayList<>();
  private final Map<Key, DetailNode> byPlace = new HashMap<>();
  private final Map<String, DetailNode> byName = new HashMap<>();
  private final IdentityHashMap<DetailNode, List<DetailNode>> added = new IdentityHashMap<>();
  private int searches;

  private ProblemPlaces() {}

  /** The layers with the frame's problems in them. */
  static List<Layer> with(List<Layer> layers, DecodedFrame frame) {
    if (layers.isEmpty()) {
      return layers;
    }
    ProblemPlaces places = new ProblemPlaces();
    for (Layer layer : layers) {
      places.index(layer.name(), layer.node());
    }
    DetailNode last = layers.getLast().node();
    for (Problem problem : frame.dissection().problems()) {
      DetailNode place = places.of(problem);
      places
          .added
          .computeIfAbsent(place == null ? last : place, node -> new ArrayList<>())
          .add(line(problem, last));
    }
    List<Layer> all = new ArrayList<>();
    layers.forEach(layer -> all.add(new Layer(layer.name(), places.rebuilt(layer.node()))));
    return all;
  }

  private void index(String name, DetailNode node) {
    if (node.hidden()) {
      return;
    }
    nodes.add(node);
    byPlace.putIfAbsent(new Key(name, node.span().bit()), node);
    byName.putIfAbsent(name, node);
    node.children().forEach(child -> index(child.filterName(), child));
  }

  private @Nullable DetailNode of(Problem problem) {
    DetailNode exact = byPlace.get(new Key(problem.field(), problem.span().bit()));
    if (exact != null) {
      return exact;
    }
    DetailNode around = searches++ < MOST_SEARCHES ? around(problem) : null;
    return around == null ? byName.get(problem.field()) : around;
  }

  /** The smallest structure around the bits; one with the field in it wins. */
  private @Nullable DetailNode around(Problem problem) {
    DetailNode best = null;
    for (DetailNode node : nodes) {
      boolean fits = encloses(node.span(), problem.span());
      if (problem.field().equals(node.filterName()) && fits) {
        return node;
      }
      if (!node.children().isEmpty()
          && fits
          && !byName.containsKey(problem.field())
          && (best == null || node.span().bits() <= best.span().bits())) {
        best = node;
      }
    }
    return best;
  }

  private static boolean encloses(Span outer, Span inner) {
    return outer.bit() <= inner.bit() && inner.bit() + inner.bits() <= outer.bit() + outer.bits();
  }

  private DetailNode rebuilt(DetailNode node) {
    List<DetailNode> children = new ArrayList<>();
    node.children().forEach(child -> children.add(rebuilt(child)));
    children.addAll(added.getOrDefault(node, List.of()));
    return node.withChildren(children);
  }

  private static DetailNode line(Problem problem, DetailNode somewhere) {
    Expert expert = Expert.of(problem);
    List<DetailNode> below =
        List.of(
            field("_ws.expert.message", problem.text(), problem, somewhere),
            field("_ws.expert.severity", expert.severity(), problem, somewhere),
            field("_ws.expert.group", expert.group(), problem, somewhere));
    return new DetailNode(
        Heading.expert(problem),
        info("_ws.expert"),
        new FieldValue.Text(""),
        somewhere.source(),
        problem.span(),
        false,
        true,
        below);
  }

  private static DetailNode field(String name, String text, Problem problem, DetailNode somewhere) {
    return field(name, new FieldValue.Text(text), text, problem, somewhere);
  }

  private static DetailNode field(String name, long number, Problem problem, DetailNode somewhere) {
    @Nullable FieldInfo info = info(name);
    String text =
        info == null || info.names() == null ? Long.toString(number) : info.names().name(number);
    return field(name, new FieldValue.Numeric(number), text, problem, somewhere);
  }

  /** In the tree the message stands in the line above already. */
  private static DetailNode field(
      String name, FieldValue value, String text, Problem problem, DetailNode somewhere) {
    @Nullable FieldInfo info = info(name);
    String label = info == null ? name : info.label();
    return new DetailNode(
        label + ": " + text,
        info,
        value,
        somewhere.source(),
        problem.span(),
        value instanceof FieldValue.Text,
        true,
        List.of());
  }

  private static @Nullable FieldInfo info(String name) {
    FieldCatalog.Entry entry = DecodeCatalog.fields().find(name);
    return entry == null ? null : entry.info();
  }
}
